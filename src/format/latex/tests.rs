//! What of LaTeX is prose, by examples.

use super::super::lines::{terms, texts};
use super::*;

#[test]
fn text_is_read_as_a_reader_sees_it() {
    let table = [
        ("One\n  two. % API\nThree", vec!["One two. Three"]),
        ("a \\emph{b} \\textbf{c\nd}, 5\\%", vec!["a b c d, 5%"]),
        ("a~b -- ``c'' \\ldots{} R\\&D", vec!["a\u{a0}b – “c” … R&D"]),
        (
            "a $x_{API}$ b \\(y\\) \\[z\\] c",
            vec!["a \u{fffc} b \u{fffc} \u{fffc} c"],
        ),
        (
            "see \\cite[p.~1]{api} and \\ref{API}",
            vec!["see \u{fffc} and \u{fffc}"],
        ),
        ("a\\footnote{An API.} b", vec!["An API.", "a b"]),
        (
            "\\section{The API}\\label{sec:api}\nText",
            vec!["The API", "\u{fffc} Text"],
        ),
        ("\\begin{verbatim}\nAPI\n\\end{verbatim}\na", vec!["a"]),
        (
            "\\begin{lstlisting}[language=C]\nAPI\n\\end{lstlisting}",
            vec![],
        ),
        (
            "a\n\n\\selectlanguage{german}\nb\n\n\\selectlanguage{english}\nc",
            vec!["a", "\u{fffc} c"],
        ),
        (
            "a {\\selectlanguage{french} b} c \\foreignlanguage{german}{d} e",
            vec!["a \u{fffc}\u{fffc} c \u{fffc} e"],
        ),
        (
            "\\usepackage[ngerman]{babel}\n\\title{a}\n\\begin{document}\nb\n\n\\selectlanguage{english}c",
            vec!["\u{fffc}c"],
        ),
        ("a \\verb|API| b", vec!["a \u{fffc} b"]),
        (
            "\\begin{itemize}[leftmargin=*]\n\\item<1-> An API\n\\item[\\textbf{b}] c\n\\item[--] d\n\\end{itemize}",
            vec!["An API ", "b", "c ", "d "],
        ),
        (
            "\\begin{tabular}{ll}a & b \\\\ c & d\\end{tabular}",
            vec!["a \nb \nc \nd"],
        ),
        (
            "\\documentclass{article}\n\\title{The API}\n\\newcommand{\\x}{API}\n\\begin{document}\na\n\\end{document}\nAPI",
            vec!["The API", "a"],
        ),
        (
            "a \\href{https://api}{the API} b \\url{x}",
            vec!["a the API b \u{fffc}"],
        ),
        (
            "\\hypertarget{api}{%\n\\section{The API}\\label{api}}\na",
            vec!["The API", "\u{fffc} a"],
        ),
        ("{\\bf a} \\unknown[b]{API} c } d", vec!["a \u{fffc} c d"]),
        ("a % b\n\n% dejargon-disable it/api\nc", vec!["a ", "c"]),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Latex, source), expected, "{source}");
    }
}

#[test]
fn what_is_not_known_to_be_prose_is_left_alone() {
    let table = [
        (
            "a\n\\begin{grammar}\nAPI \\begin{grammar}API\\end{grammar} API\n\\end{grammar}\nb",
            vec!["a ", "b"],
        ),
        (
            "\\begin{codeblock}\nAPI\n\\begin{codeblock}\n\\end{codeblock}\na",
            vec!["a"],
        ),
        (
            "\\newtheorem{duty}{Duty}\\begin{duty}[API]\\label{api}\na\n\\end{duty}",
            vec!["\u{fffc} a "],
        ),
        (
            "\\lstnewenvironment{example}[1][]{}{}\n\\begin{example}\nAPI\n\\end{example}\na",
            vec!["a"],
        ),
        (
            "\\newminted[problem]{c}{}\\begin{problem}\nAPI\n\\end{problem}\na",
            vec!["a"],
        ),
        (
            "\\begin{exercise}{the API}[label=the API]\na\n\\end{exercise}",
            vec!["a "],
        ),
        (
            "\\begin{frame}<2>[fragile]{The API}\na\n\\end{frame}",
            vec!["The API", "a "],
        ),
        (
            "\\begin{tabular}{>{\\ttfamily}ll}API & API\\end{tabular}a",
            vec!["a"],
        ),
        (
            "a {\\tt API {API}} b {\\ttfamily\nAPI \\rmfamily c}",
            vec!["a \u{fffc} b \u{fffc}c"],
        ),
        ("\\begin{center}\\tt API\n\nAPI\\end{center}a", vec!["a"]),
        (
            "a \\iffalse API \\ifx\\a\\b API \\fi % \\fi\n API\n\nAPI \\else b\\fi c",
            vec!["a \u{fffc} b\u{fffc} c"],
        ),
        (
            "a \\iffalse \\ifthenelse{API}{b}{c} \\fi \\if0 API\\fi b",
            vec!["a \u{fffc} \u{fffc} b"],
        ),
        ("a \\def\\x#1{the API #1} b", vec!["a \u{fffc} b"]),
        (
            "\\head1[api]{The API} a \\cmd {API} b \\TeX 2 {c}",
            vec!["\u{fffc} a \u{fffc} b \u{fffc} 2 c"],
        ),
        ("a \\cmd|the API| b", vec!["a \u{fffc} b"]),
        (
            "\\MakeShortVerb{\\|}a |the API| b | c",
            vec!["\u{fffc}a \u{fffc} b | c"],
        ),
        ("\\unknown{% a } b\nAPI} c", vec!["\u{fffc} c"]),
        (
            "a\\footnote{b \\href{https://x/%20API}{c}} d",
            vec!["b c", "a d"],
        ),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Latex, source), expected, "{source}");
    }
    let long = format!("\\newcommand{{\\x}}{{{}}} b", "the API ".repeat(1_000));
    assert_eq!(texts(&Latex, &long), ["\u{fffc} b"]);
}

#[test]
fn a_heading_with_a_short_form_keeps_both() {
    let document = Latex.read("\\section[The API]{The\\footnote{An API} API}\n\\section{An API}");
    let part = &document.parts[0];
    let fixed: Vec<_> = part
        .segments
        .iter()
        .map(|segment| {
            (
                part.text(segment),
                part.is_in(segment, segment.prose, AreaKind::Fixed),
            )
        })
        .collect();
    assert_eq!(
        fixed,
        [("An API", false), ("The API", true), ("An API", false)]
    );
}

#[test]
fn the_name_of_an_item_is_defined_there() {
    let source = "\\begin{description}\n\\item[An \\emph{API}] a way in\n\\end{description}";
    assert_eq!(terms(&Latex, source), ["An API"]);
}
