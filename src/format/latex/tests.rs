//! What of LaTeX is prose, by examples.

use super::super::lines::texts;
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
        ("a \\verb|API| b", vec!["a \u{fffc} b"]),
        (
            "\\begin{itemize}\n\\item An API\n\\item[b] c\n\\end{itemize}",
            vec!["An API ", "c "],
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
        ("{\\bf a} \\unknown[b]{API} c } d", vec!["a \u{fffc} c d"]),
        ("a % b\n\n% dejargon-disable it/api\nc", vec!["a ", "c"]),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Latex, source), expected, "{source}");
    }
}
