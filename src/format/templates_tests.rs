//! What is a template, by examples.

use super::*;
use crate::document::AreaKind;

/// The templates of a text.
fn found(source: &str) -> Vec<&str> {
    let templates = Templates::of(source);
    let spans = templates.spans.iter();
    spans.map(|span| &source[span.range()]).collect()
}

#[test]
fn templates_of_many_languages_are_known() {
    for template in [
        "{{ page.title }}",
        "{{{ raw }}}",
        "{{< figure src=\"a.png\" >}}",
        "{{% notice tip %}}",
        "{{-- a }} b --}}",
        "{{!-- a\n\nb --}}",
        "{{/* a */}}",
        "{{#each x}}",
        "{% include x.html a=\"b\" %}",
        "{%- if x -%}",
        "{# a\n\nb #}",
        "{#a#}",
        "{* a *}",
        "{$name}",
        "{/if}",
        "{if $x}",
        "{else}",
        "{!! $x !!}",
        "{@html x}",
        "<% if a > b %>",
        "<?php a ?>",
        "<#if x>",
        "</#if>",
        "<#-- a -->",
        "${a.b(\"c\")}",
        "${a {b} c}",
        "#{a b}",
        "[% a.b %]",
        "@include('a', ['b' => 1])",
        "@if ($a > 1)",
        "«First_Name»",
        "*|FNAME|*",
    ] {
        assert_eq!(found(&format!("a {template} b")), [template]);
    }
}

#[test]
fn what_only_looks_so_is_none() {
    for text in [
        "a {{ b\n\nc }} d",
        "«a b»",
        "{a, b}",
        "set {x} and {y}",
        "me@if (x)",
        "@jane (x)",
        "{==a==} {--b--}",
        "cost: $5 {a}",
        "{include",
        "a < b > c",
        "[a%]",
        "${a\n}",
        "{{",
        "{%",
        "*|a b|*",
        "«",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn tags_that_hold_code_are_one_with_it() {
    for pair in [
        "{% highlight sh %}\na\n\nb\n{% endhighlight %}",
        "{% raw %}{{ a }}{% endraw %}",
        "{%- comment -%} {% if a %} {%- endcomment -%}",
        "{% code-block %}a{% /code-block %}",
        "{{< highlight sh \"a=b\" >}}\na\n{{< /highlight >}}",
        "{{% code %}}a{{% /code %}}",
        "{{#raw-block}}a {{b}}{{/raw-block}}",
        "{{{{raw}}}}{{a}}{{{{/raw}}}}",
        "{literal}a{b}{/literal}",
        "@verbatim a {{ b }} @endverbatim",
    ] {
        assert_eq!(found(&format!("a {pair} b")), [pair]);
    }
}

#[test]
fn text_between_other_tags_is_text() {
    let table: [(&str, &[&str]); 5] = [
        ("{% if a %}b{% endif %}", &["{% if a %}", "{% endif %}"]),
        (
            "{{% notice %}}b{{% /notice %}}",
            &["{{% notice %}}", "{{% /notice %}}"],
        ),
        (
            "{{< code a />}}b{{< /code >}}",
            &["{{< code a />}}", "{{< /code >}}"],
        ),
        (
            "{{< code a >}}b{{< code c >}}d{{< /code >}}",
            &["{{< code a >}}", "{{< code c >}}d{{< /code >}}"],
        ),
        ("{% raw %}b", &["{% raw %}"]),
    ];
    for (source, expected) in table {
        assert_eq!(found(source), expected, "{source}");
    }
}

#[test]
fn directives_stand_in_comments_of_every_language() {
    for comment in [
        "{# dejargon-disable it/api #}",
        "{% comment %} dejargon-disable it/api {% endcomment %}",
        "{{!-- dejargon-disable it/api --}}",
        "{{/* dejargon-disable it/api */}}",
        "<%# dejargon-disable it/api %>",
    ] {
        let directives: Vec<Directive> = Templates::of(comment).directives().collect();
        assert_eq!(directives.len(), 1, "{comment}");
        assert_eq!(directives[0].rules, ["it/api"], "{comment}");
    }
}

#[test]
fn signs_without_an_end_take_no_time() {
    for sign in [
        "{{",
        "{%",
        "{# ",
        "<%",
        "{{{{",
        "${",
        "@if (",
        "{% raw %}",
        "{% raw %}{% code %}",
    ] {
        let source = sign.repeat(20_000);
        let start = std::time::Instant::now();
        found(&source);
        assert!(start.elapsed().as_secs() < 10, "{sign}");
    }
}

#[test]
fn templates_are_no_prose_in_any_format() {
    let source = "We {{ API }} and «API» see ${API} {% if API %}it{% endif %}.\n\n\
        {% raw %}\nthe API\n\nthe API\n{% endraw %}\n\nThe key.\n";
    for name in ["text", "rst", "asciidoc", "org", "latex", "html"] {
        let format = crate::format::by_name(name).expect("the format is known");
        let document = format.read(source);
        let part = &document.parts[0];
        for segment in &part.segments {
            let text = part.text(segment);
            for (at, word) in text.match_indices("API") {
                let span = Span::new(at, at + word.len()).shifted(segment.prose.start);
                assert!(
                    part.is_in(segment, span, AreaKind::Opaque),
                    "{name}: {text}"
                );
            }
        }
        let is_read = |words: &str| {
            part.segments.iter().any(|segment| {
                let at = part.text(segment).find(words);
                at.is_some_and(|at| {
                    let span = Span::new(at, at + words.len()).shifted(segment.prose.start);
                    !part.is_in(segment, span, AreaKind::Opaque)
                })
            })
        };
        // In LaTeX a percent sign hides the rest of its line.
        assert!(name == "latex" || is_read("it"), "{name}");
        assert!(is_read("The key"), "{name}");
    }
    let latex = crate::format::by_name("latex").expect("the format is known");
    let document = latex.read("{{\\bf the API}} is");
    let part = &document.parts[0];
    assert!(part.areas(&part.segments[0]).is_empty());
}
