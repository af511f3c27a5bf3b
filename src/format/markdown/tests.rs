//! What is prose in Markdown, and where it stands.

use super::*;

fn blocks(source: &str) -> Vec<String> {
    let document = Markdown.read(source);
    let part = &document.parts[0];
    part.segments
        .iter()
        .map(|segment| part.text(segment).to_owned())
        .collect()
}

#[test]
fn prose_is_what_a_reader_sees() {
    let table = [
        ("a **b** `c`\n> d\n> e", vec!["a b \u{fffc}", "d e"]),
        (
            "# One\n\n- two\n  three\n- four\n\n  five",
            vec!["One", "two three", "four", "five"],
        ),
        ("---\ntitle: x\n---\n\ny", vec!["y"]),
        ("+++\ntitle = 1\n+++\n\ny", vec!["y"]),
        ("| a | b |\n|---|---|\n| c | `d` |", vec!["a", "b", "c"]),
        // Lines with a bar and no table are a paragraph, whose code can go on in the next.
        ("a `b\n| c {ref}`d", vec!["a \u{fffc}d"]),
        (
            "a\n| b `c |\n|---|\n| `d | {ref}`e` |",
            vec!["a", "b `c", "`d"],
        ),
        ("R&amp;D is \\*x\\*", vec!["R&D is *x*"]),
        (
            "<https://x.y> [z](https://x.y) [w]\n\n[w]: https://x.y",
            vec!["\u{fffc} z \u{fffc}"],
        ),
        ("![a b](c.png \"d e\")", vec!["a b", "d e"]),
        ("a  \nb", vec!["a\nb"]),
        ("```\na\n```\n\n    b\n\nc $d$", vec!["c \u{fffc}"]),
        (
            "<p>a <b>c</b></p>\n\n<!-- x -->\n\nd <code>e</code>",
            vec!["a c", "d \u{fffc}"],
        ),
        ("- x\n  <div\n  class=\"a b\">\n\n  y", vec!["x", "y"]),
        ("[[a b]] [[c|d e]]", vec!["\u{fffc} d e"]),
    ];
    for (source, expected) in table {
        assert_eq!(blocks(source), expected, "{source}");
    }
}

#[test]
fn quotations_are_told_from_alerts() {
    let document = Markdown.read("> a\n\n> [!NOTE]\n> b\n");
    let quoted: Vec<bool> = document.parts[0]
        .segments
        .iter()
        .map(|s| s.quoted)
        .collect();
    assert_eq!(quoted, [true, false]);
}

#[test]
fn templates_are_no_prose() {
    let table = [
        (
            "a {{ b c }} d {% e %} {f}",
            vec!["a \u{fffc} d \u{fffc} {f}"],
        ),
        ("{% if a %}\nb\n{% else %}\nc\n{% endif %}", vec!["b", "c"]),
        (
            "{% highlight sh %}\na\n\nb\n{% endhighlight %}\n\nc",
            vec!["c"],
        ),
        ("a\n{{< x >}}\nb", vec!["a", "b"]),
        (
            "`{{ a` b `}}` {# c #}d",
            vec!["\u{fffc} b \u{fffc} \u{fffc}d"],
        ),
        ("| a |\n|---|\n{% for b %}\n| c |", vec!["a", "c"]),
        ("<p\n{% if a %}\nclass=\"b\">c</p>", vec!["c"]),
        ("```\n{{ a\n```\nb }} c", vec!["b }} c"]),
        ("a [b]({% link c d.md %}) e", vec!["a b e"]),
        ("{% raw %}\n```\na\n{% endraw %}\nb", vec!["b"]),
    ];
    for (source, expected) in table {
        assert_eq!(blocks(source), expected, "{source}");
    }
}

#[test]
fn labels_that_are_defined_elsewhere_are_masked() {
    let table: [(&str, &[&str]); 4] = [
        ("a [b c][d e] f", &["b c", "d e"]),
        ("a [`b`][c]", &["\u{fffc}", "c"]),
        ("a [b c][] d", &["b c"]),
        ("a] [b] [c", &[]),
    ];
    for (source, expected) in table {
        let document = Markdown.read(source);
        let part = &document.parts[0];
        let masked: Vec<&str> = part
            .areas(&part.segments[0])
            .iter()
            .map(|area| &part.prose[area.prose.range()])
            .collect();
        assert_eq!(masked, expected, "{source}");
    }
}

#[test]
fn directives_are_read_wherever_comments_stand() {
    let source = "<!-- dejargon-disable it/api -->\n\na <!-- dejargon-enable -->\n\n- b\n\n  <!-- dejargon-ignore-next-line -->\n  c\n";
    let document = Markdown.read(source);
    let starts: Vec<usize> = document.parts[0]
        .directives
        .iter()
        .map(|d| d.span.start)
        .collect();
    let expected: Vec<usize> = source.match_indices("<!--").map(|(at, _)| at).collect();
    assert_eq!(starts, expected);
}

#[test]
fn dialects_are_read_as_their_compilers_read_them() {
    let table = [
        ("(a)=\n# b", vec!["b"]),
        ("```{note} a\n:class: b\n\nc\n```", vec!["a", "c"]),
        ("```{code-block} a\nb\n```", vec![]),
        ("````{tip}\n```\na\n```\nb\n````", vec!["b"]),
        (":::note[a]\n\nb\n\n:::", vec!["a", "b"]),
        ("::: mermaid\na\n:::\n\nb", vec!["b"]),
        ("a {term}`b c` d", vec!["a \u{fffc} d"]),
        ("a {term}`b\n```c\nd\n```\ne", vec!["a {term}`b", "e"]),
        (":a_b: c :d e", vec![" c :d e"]),
        ("a|b\n:--|:--\nc|d", vec!["a", "b", "c", "d"]),
        ("|a|b|\n|:--:|:-:|\n|c|d|", vec!["a", "b", "c", "d"]),
        ("[a]{.b c=\"d\"}", vec!["[a]"]),
        ("{: .a}\nb\n\n{::comment}\nc\n{:/comment}", vec!["b"]),
        ("!!! note \"a\"\n\n    b\n\n        c", vec!["a", "b"]),
        ("=== \"a\"\n\n    ```\n    b\n    ```", vec!["a"]),
        ("??? tip\n    a", vec!["a"]),
        ("/// note | a\n    b: c\n\nd\n///", vec!["a", "d"]),
        ("a\n~ b\n~~c~~ d", vec!["a", "b c d"]),
        ("a\n\n  ~ b", vec!["a", "b"]),
        ("::: {lang=fr}\na\n:::\n\n::: {lang=en}\nb\n:::", vec!["b"]),
        (
            "::: {.x lang=fr}\na\n\n::: {lang=en}\nb\n:::\n\nc\n:::\n\nd",
            vec!["d"],
        ),
        ("::: note {lang=\"de\"}\na\n:::\n\nb", vec!["b"]),
        ("a [b [c] d]{.x lang=de} e", vec!["a \u{fffc} e"]),
        ("a [b]{lang=en} c", vec!["a [b] c"]),
        ("# a {lang=de}\n\nb", vec!["b"]),
        ("a\n{: lang=\"fr\"}\n\nb\n{: .x}", vec!["b"]),
        ("* a\n{:toc}\n\n* b\n{:.toc}", vec!["b"]),
        (
            "a ~b, ~\"c d\" %\"e f\" ~~g~~ ~500",
            vec!["a \u{fffc}, \u{fffc} \u{fffc} g ~500"],
        ),
        ("H~2~O a^1^ b", vec!["H\u{fffc}O a b"]),
        ("a [b:: c] d", vec!["a [\u{fffc}:: c] d"]),
        ("a *|B_C|* d", vec!["a \u{fffc} d"]),
        ("a:: b\nc d:: e", vec!["\u{fffc}:: b c d:: e"]),
        ("![[a|b]] c", vec!["\u{fffc} c"]),
        ("a\n: b\n\n:c d", vec!["a", "b", ":c d"]),
        ("US$5 a US$6, $b$", vec!["US$5 a US$6, \u{fffc}"]),
        ("$$\na\n\nb\n$$\nc", vec!["c"]),
    ];
    for (source, expected) in table {
        assert_eq!(blocks(source), expected, "{source}");
    }
}
