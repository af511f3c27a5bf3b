//! Documents that nobody would write: prose full of jargon in every form, cut
//! through by markup. A space between the words of a term stands as [`GAP`]
//! until [`spaced`] says what kind of space it is.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Stands for the space inside a term.
const GAP: &str = "\u{e000}";

const TERMS: &[&str] = &[
    "leverage",
    "leverages",
    "leveraged",
    "leveraging",
    "Leveraging",
    "LEVERAGE",
    "lev\u{ad}eraged",
    "deprecated",
    "Deprecated",
    "deprecating",
    "has been deprecated",
    "spin_up",
    "spun_up",
    "Spinning_Up",
    "spin the server up",
    "spun **it** up",
    "spin\nit up",
    "spins the_old server\nup",
    "impact",
    "impacts",
    "the impact",
    "will impact",
    "MVP",
    "MVPs",
    "MVP's",
    "mvp",
    "repo",
    "repos",
    "Repo",
    "REPO",
    "repo’s",
    "repos'",
    "API_key",
    "API_keys",
    "API-keys",
    "API",
    "APIs",
    "API's",
    "SLA",
    "SLAs",
    "learning",
    "learnings",
    "A learning",
    "single_source_of_truth",
    "Single_Sources_of_Truth",
    "user_story",
    "USER_STORIES",
    "user-story",
    "front_end",
    "front_end's",
    "Front_End",
    "cloud-native",
    "cloud_native",
    "R&D",
    "R&amp;D",
    "naïve",
    "nai\u{308}ve",
    "na&iuml;ve",
    "circled_back",
    "circling_back",
    "out_of_the_box",
    "synergy",
    "synergies",
    "idempotent",
    "more idempotent",
    "ticket",
    "tickets'",
];

const LEADS: &[&str] = &[
    "",
    "",
    "",
    "a ",
    "an ",
    "A ",
    "An ",
    "AN ",
    "the ",
    "to ",
    "we ",
    "was ",
    "it will ",
    "a\n",
    "an **new** ",
    "a \"",
    "a *",
    "\"",
    "(",
    "non-",
    "our ",
    "a key ",
    "Stripe ",
    "a&nbsp;",
    "a\u{a0}",
    "the term ",
    "I ",
];

const TAILS: &[&str] = &[
    "", "", "", "", ".", ",", ")", "\"", "*", "-based", "/SDK", " limits", " Gateway", "'s",
    "[^1]", ".md", "?", ": yes", " (it is)", " it", " in May", "  \n", "\\", "&", "…", " =",
    "{#x}",
];

const FILLERS: &[&str] = &[
    "the team",
    "works",
    "works well.",
    "Kubernetes",
    "is",
    "was not",
    "e.g.",
    "`code MVP`",
    "``a ` MVP``",
    "$x + MVP$",
    "$$MVP$$",
    "<https://example.com/MVP>",
    "https://example.com/api?mvp=1",
    "me@example.com",
    "![an MVP](a.png \"the MVP\")",
    "![a **repo** b][ref]",
    "{{ mvp }}",
    "R&amp;D",
    "&lt;b&gt;",
    "&notanentity;",
    "[^1]",
    "[^two]",
    "<span title=\"the MVP\">",
    "</span>",
    "<code>",
    "</code>",
    "<br>",
    "<b>",
    "</b>",
    "<!-- MVP -->",
    "<!-- dejargon-ignore-next-line -->",
    "<!-- dejargon-disable test/mvp -->",
    "<!-- dejargon-enable -->",
    "é",
    "☕",
    "\u{200d}",
    "\u{feff}",
    "\\*",
    "\\",
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "](x)",
    "|",
    "~~",
    "~",
    "<",
    ">",
    "&",
    "#",
    "\"",
    "“we leveraged the big repo once”",
    "[[repo]]",
    "[[page|the repo]]",
    "[ref]",
    "[the repo][ref]",
    "[API]",
    "a",
    "an",
    "application programming interface (API)",
    "SLA (service level agreement)",
    "日本語",
    "i.e.",
    "no. 5",
    ":",
    "{.cls}",
];

const SEPARATORS: &[&str] = &[
    " ", " ", " ", " ", " ", "\n", "\n", ". ", ", ", "  \n", "\\\n", "  ", "\u{a0}", " – ", "/",
    "-", ": ", "\t", "\n   ", "", ".\n", " \n", " and ",
];

/// A form of a term, with what may stand before, behind, around and inside.
fn term() -> impl Strategy<Value = String> {
    let wrap = prop_oneof![
        6 => Just(("", "")),
        5 => select(vec![
            ("**", "**"), ("*", "*"), ("_", "_"), ("~~", "~~"), ("[", "](https://example.com/MVP)"),
            ("[", "](<a b> \"a repo\")"), ("[", "](#the-mvp)"), ("[the ", "][ref]"), ("<b>", "</b>"),
            ("<q>", "</q>"), ("`", "`"), ("“", "”"), ("'", "'"), ("***", "***"), ("<a href='x'>", "</a>"),
        ]),
    ];
    let inside = select(vec![
        "", "", "", "", "", "", "**", "*", "\n", "\n> ", "  ", "`", "<b>", "\\",
    ]);
    (select(LEADS), select(TERMS), select(TAILS), wrap, inside).prop_map(
        |(lead, term, tail, (open, close), inside)| {
            let term = match inside {
                "" => term.replace('_', GAP),
                "\n" | "\n> " | "  " | "\\" => term.replacen('_', inside, 1).replace('_', GAP),
                mark => term.replacen('_', &format!(" {mark}"), 1).replace('_', GAP),
            };
            format!("{lead}{open}{term}{close}{tail}")
        },
    )
}

/// A separable verb around other terms.
fn nested() -> impl Strategy<Value = String> {
    let verb = select(vec!["spin", "spun", "Spinning", "SPINS"]);
    let lead = select(vec![" ", " the ", " an ", "\nthe ", " our\n"]);
    let gap = select(vec![" ", "\n", "\n> ", "  ", " \n", "`` "]);
    let tail = select(vec!["", ".", " again.", "\nagain", "-based", ", it\n"]);
    (verb, lead, term(), gap, tail)
        .prop_map(|(verb, lead, term, gap, tail)| format!("{verb}{lead}{term}{gap}up{tail}"))
}

/// Running text with inline markup.
pub(crate) fn prose() -> impl Strategy<Value = String> {
    let item = prop_oneof![
        5 => term(),
        1 => nested(),
        3 => select(FILLERS).prop_map(str::to_owned),
    ];
    vec((item, select(SEPARATORS)), 1..10).prop_map(|items| {
        items
            .into_iter()
            .flat_map(|(item, separator)| [item, separator.to_owned()])
            .collect()
    })
}

/// A block of Markdown.
fn block() -> impl Strategy<Value = String> {
    let lines = |text: &str, prefix: &str| text.replace('\n', &format!("\n{prefix}"));
    let one_line = |text: &str| text.replace('\n', " ");
    prop_oneof![
        6 => prose(),
        1 => (prose(), 1_usize..4).prop_map(move |(text, level)| format!("{} {}", "#".repeat(level), one_line(&text))),
        1 => prose().prop_map(move |text| format!("{}\n===", one_line(&text))),
        2 => (prose(), select(vec!["> ", ">", "> > ", "> - ", "> [!NOTE]\n> "])).prop_map(move |(text, prefix)| {
            let rest = prefix.replace('-', " ").replace("[!NOTE]\n> ", "");
            format!("{prefix}{}", lines(&text, &rest))
        }),
        2 => (prose(), prose(), select(vec!["- ", "1. ", "* [ ] ", "10) "])).prop_map(move |(one, two, mark)| {
            let indent = " ".repeat(mark.len());
            format!("{mark}{}\n{mark}{}", lines(&one, &indent), lines(&two, ""))
        }),
        2 => (prose(), prose()).prop_map(move |(one, two)| {
            format!("| a | b |\n|---|:-:|\n| {} | {} |", one_line(&one), one_line(&two))
        }),
        1 => prose().prop_map(|text| format!("```text\n{text}\n```")),
        1 => prose().prop_map(move |text| format!("    {}", lines(&text, "    "))),
        1 => prose().prop_map(move |text| format!("[^1]: {}", lines(&text, "    "))),
        1 => prose().prop_map(|text| format!("$$\n{text}\n$$")),
        1 => prose().prop_map(|text| format!("<div>\n{text}\n</div>")),
        1 => prose().prop_map(|text| format!("<details><summary>The repo</summary>\n\n{text}\n\n</details>")),
        1 => Just("[ref]: https://example.com/repo \"a repo\"".to_owned()),
        1 => Just("[two]: #the-mvp".to_owned()),
    ]
}

/// A Markdown document.
pub(crate) fn markdown() -> impl Strategy<Value = String> {
    let front = select(vec![
        "",
        "",
        "",
        "---\ntitle: The MVP repo\n---\n",
        "+++\ntitle = \"MVP\"\n+++\n\n",
    ]);
    let blocks = vec(
        (
            block(),
            select(vec!["\n\n", "\n\n", "\n\n", "\n", "\n\n---\n\n"]),
        ),
        1..5,
    );
    (front, blocks, select(vec!["", "\n"])).prop_map(|(front, blocks, end)| {
        let blocks: String = blocks
            .into_iter()
            .flat_map(|(block, gap)| [block, gap.to_owned()])
            .collect();
        format!("{front}{}{end}", blocks.trim_end())
    })
}

/// A plain text: paragraphs, indented and quoted, lists.
pub(crate) fn plain() -> impl Strategy<Value = String> {
    let line = (
        select(vec!["", "", "", "  ", "> ", ">> ", "- ", "3. "]),
        prose(),
    )
        .prop_map(|(prefix, text)| format!("{prefix}{text}"));
    vec((line, select(vec!["\n", "\n\n", " \n", "\n\n\n"])), 1..6).prop_map(|lines| {
        lines
            .into_iter()
            .flat_map(|(line, end)| [line, end.to_owned()])
            .collect()
    })
}

/// An HTML document.
pub(crate) fn html() -> impl Strategy<Value = String> {
    let element = select(vec![
        ("<p>", "</p>"),
        ("<h2>", "</h2>"),
        ("<li>", "\n"),
        ("<blockquote>", "</blockquote>"),
        ("<pre>", "</pre>"),
        ("<p lang=de>", "</p>"),
        ("<td>", "</td>"),
        ("<script>", "</script>"),
        ("<p title=\"an MVP\">", "</p>"),
        ("<title>", "</title>"),
        ("<textarea>", "</textarea>"),
        ("<img alt='a repo'>", "<hr>"),
        ("<figcaption>", "</figcaption>"),
        ("<p translate=no>", "</p>"),
        ("<style>", "</style>"),
        ("", ""),
        ("<!-- ", " -->"),
        ("<a href=\"#mvp\">", "</a>"),
    ]);
    vec((element, prose()), 1..6).prop_map(|elements| {
        let elements = elements
            .into_iter()
            .map(|((open, close), text)| format!("{open}{text}{close}\n"));
        elements.collect()
    })
}

/// The document with that space inside its terms.
pub(crate) fn spaced(document: &str, space: &str) -> String {
    document.replace(GAP, space)
}

/// A document's bytes, shown as text.
#[derive(Clone)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

/// A document's bytes: with other line endings, a byte order mark, or bytes that
/// are no UTF-8 in it.
pub(crate) fn bytes(document: impl Strategy<Value = String>) -> impl Strategy<Value = Bytes> {
    let stray = vec(
        (
            any::<prop::sample::Index>(),
            select(vec![0xff_u8, 0xe9, 0xc3, 0x80]),
        ),
        0..3,
    );
    let stray = prop_oneof![3 => Just(Vec::new()), 1 => stray];
    (
        document,
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.1),
        stray,
    )
        .prop_map(|(text, crlf, mark, stray)| {
            let mut text = spaced(&text, " ");
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            if mark {
                text.insert(0, '\u{feff}');
            }
            let mut bytes = text.into_bytes();
            for (at, byte) in stray {
                let at = at.index(bytes.len() + 1);
                bytes.insert(at, byte);
            }
            Bytes(bytes)
        })
}
