(function () {
  "use strict";
  var form = document.getElementById("filters");
  var search = document.getElementById("search");
  var audience = document.getElementById("audience");
  var tag = document.getElementById("tag");
  var count = document.getElementById("count");
  var nothing = document.getElementById("nothing");
  var words = Array.prototype.map.call(document.querySelectorAll("article"), function (article) {
    return {
      article: article,
      text: article.textContent.toLowerCase(),
      name: article.querySelector("h3").textContent.toLowerCase(),
      known: JSON.parse(article.dataset.known),
      tags: JSON.parse(article.dataset.tags)
    };
  });
  var sections = Array.prototype.slice.call(document.querySelectorAll("main section"));

  function fits(word, typed) {
    var reader = audience.value;
    var isKnown = word.known.indexOf("public") >= 0 || (reader && word.known.indexOf(reader) >= 0);
    var hasTag = !tag || !tag.value || word.tags.indexOf(tag.value) >= 0;
    return hasTag && !(reader && isKnown) && typed.every(function (part) {
      return word.text.indexOf(part) >= 0;
    });
  }

  function show() {
    var typed = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    words.forEach(function (word) {
      word.article.hidden = !fits(word, typed);
      shown += word.article.hidden ? 0 : 1;
    });
    sections.forEach(function (section) {
      section.hidden = !section.querySelector("article:not([hidden])");
      var link = document.querySelector("nav a[href='#" + section.id + "']");
      if (link) { link.hidden = section.hidden; }
    });
    count.textContent = shown === words.length ? shown + " words" : shown + " of " + words.length + " words";
    nothing.hidden = shown > 0;
  }

  // A link to a word that is filtered away shows all words again.
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      show();
      target.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("pageshow", show);
  show();
})();
