//! The language that a preamble sets: what babel and polyglossia are told, by themselves
//! or with the class of the document.

/// Languages as those packages name them, but for English.
const OTHERS: &str = "acadian arabic austrian bahasa basque brazil brazilian bulgarian canadien catalan \
                      croatian czech danish dutch esperanto estonian finnish francais french frenchb \
                      galician german greek hebrew hungarian icelandic indonesian irish italian latin \
                      latvian lithuanian magyar naustrian ngerman norsk norwegian nswissgerman nynorsk \
                      persian polish portuges portuguese romanian russian serbian slovak slovene \
                      slovenian spanish swedish swissgerman turkish ukrainian vietnamese welsh";

/// What those packages call English.
const ENGLISH: [&str; 7] = [
    "american",
    "australian",
    "british",
    "english",
    "newzealand",
    "UKenglish",
    "USenglish",
];

/// Whether a preamble says that the document is in another language than English. Of
/// several, babel takes the last as the main one.
pub(super) fn is_foreign(source: &str) -> bool {
    let preamble = source.split("\\begin{document}").next().unwrap_or_default();
    let mut main = None;
    let mut of_class = None;
    for line in preamble.lines().map(str::trim) {
        if line.starts_with("\\documentclass") {
            of_class = between(line, '[', ']').and_then(known_language);
        } else if line.starts_with("\\usepackage") && line.contains("{babel}") {
            let options = between(line, '[', ']').map(last_language);
            main = options.or(of_class).or(main);
        } else if is_provided(line)
            || line.starts_with("\\setdefaultlanguage")
            || line.starts_with("\\setmainlanguage")
        {
            main = between(line, '{', '}').or(main);
        }
    }
    main.is_some_and(is_other)
}

/// Whether a name is that of another language than English.
pub(super) fn is_other(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    OTHERS.split_ascii_whitespace().any(|other| other == name)
}

/// Whether a line loads the language of the document.
fn is_provided(line: &str) -> bool {
    line.starts_with("\\babelprovide") && line.contains("main")
}

/// The last language among the options of a class, which have others, too.
fn known_language(options: &str) -> Option<&str> {
    let mut options = options.split(',').map(str::trim);
    options.rfind(|option| is_other(option) || ENGLISH.contains(option))
}

fn between(line: &str, open: char, close: char) -> Option<&str> {
    let (_, rest) = line.split_once(open)?;
    Some(rest.split_once(close)?.0)
}

/// The main language of babel's options: that of `main=`, else the last.
fn last_language(options: &str) -> &str {
    let mut options = options.split(',').map(str::trim);
    let main = options
        .clone()
        .find_map(|option| option.strip_prefix("main="));
    let last = options.rfind(|option| !option.is_empty() && !option.contains('='));
    main.or(last).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_language_is_the_main_one() {
        for (preamble, expected) in [
            ("\\usepackage[ngerman]{babel}", true),
            ("\\usepackage[english, french]{babel}", true),
            ("\\usepackage[french,english]{babel}", false),
            ("\\usepackage[main=german,english]{babel}", true),
            ("\\usepackage[utf8]{inputenc}\n\\usepackage{babel}", false),
            ("\\setdefaultlanguage[variant=swiss]{german}", true),
            (
                "\\setmainlanguage{english}\\setotherlanguage{german}",
                false,
            ),
            ("\\begin{document}\n\\usepackage[french]{babel}", false),
            (
                "\\documentclass[a4paper,ngerman]{x}\n\\usepackage{babel}",
                true,
            ),
            (
                "\\documentclass[ngerman,english]{x}\n\\usepackage{babel}",
                false,
            ),
            (
                "\\documentclass[ngerman]{x}\n\\usepackage[english]{babel}",
                false,
            ),
            ("\\documentclass[french]{x}", false),
            ("\\babelprovide[main,import]{german}", true),
            ("\\babelprovide[import]{german}", false),
        ] {
            assert_eq!(is_foreign(preamble), expected, "{preamble}");
        }
    }
}
