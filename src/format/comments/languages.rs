//! The signs of each language: what begins and ends a comment, and what hides such
//! signs, which are strings of all kinds.

/// How the strings of a language are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    /// Whether a backslash takes the meaning of what follows.
    pub(super) escapes: bool,
    /// Whether it may go on over the end of a line.
    pub(super) lines: bool,
}

/// A language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Language {
    pub(super) extensions: &'static [&'static str],
    /// What begins a comment up to the end of the line, the longest first.
    pub(super) line: &'static [&'static str],
    /// What begins and ends one over lines.
    pub(super) block: &'static [(&'static str, &'static str)],
    /// Whether those nest.
    pub(super) nests: bool,
    /// Strings, the longest mark first.
    pub(super) quotes: &'static [Quote],
    pub(super) quirks: &'static [Quirk],
}

/// What only some languages have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quirk {
    /// `r#"…"#`, `'a'` beside `'a`.
    Rust,
    /// `R"x(…)x"`.
    RawCpp,
    /// A string alone at the start of a body is documentation.
    Docstrings,
    /// `/…/` where an expression may begin.
    Regex,
    /// `<<END … END`.
    Heredoc,
    /// A number sign begins a comment only where a word may.
    HashAtWord,
    /// Code stands between `<?php` and `?>`.
    Php,
    /// `key: |` with text indented below it.
    YamlText,
    /// `=begin … =end` at the start of lines.
    RubyBlocks,
    /// `@"…""…"`.
    Verbatim,
}

const fn quote(open: &'static str, close: &'static str, escapes: bool, lines: bool) -> Quote {
    Quote {
        open,
        close,
        escapes,
        lines,
    }
}

const DOUBLE: Quote = quote("\"", "\"", true, false);
const SINGLE: Quote = quote("'", "'", true, false);
const C_BLOCK: &[(&str, &str)] = &[("/*", "*/")];
const SLASHES: &[&str] = &["///", "//!", "//"];
const HASH: &[&str] = &["#"];

const PLAIN: Language = Language {
    extensions: &[],
    line: SLASHES,
    block: C_BLOCK,
    nests: false,
    quotes: &[DOUBLE, SINGLE],
    quirks: &[],
};

/// The languages, the first extension of each standing for it.
pub(super) const LANGUAGES: [Language; 17] = [
    Language {
        extensions: &["rs"],
        nests: true,
        quotes: &[quote("\"", "\"", true, true)],
        quirks: &[Quirk::Rust],
        ..PLAIN
    },
    Language {
        extensions: &["py", "pyi", "pyw"],
        line: HASH,
        block: &[],
        quotes: &[
            quote("\"\"\"", "\"\"\"", true, true),
            quote("'''", "'''", true, true),
            DOUBLE,
            SINGLE,
        ],
        quirks: &[Quirk::Docstrings],
        ..PLAIN
    },
    Language {
        extensions: &["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"],
        quotes: &[DOUBLE, SINGLE, quote("`", "`", true, true)],
        quirks: &[Quirk::Regex],
        ..PLAIN
    },
    Language {
        extensions: &["java"],
        quotes: &[quote("\"\"\"", "\"\"\"", true, true), DOUBLE, SINGLE],
        ..PLAIN
    },
    Language {
        extensions: &["c", "h", "cpp", "cc", "cxx", "hpp", "hh", "hxx", "m", "mm"],
        quirks: &[Quirk::RawCpp],
        ..PLAIN
    },
    Language {
        extensions: &["cs"],
        quotes: &[quote("\"\"\"", "\"\"\"", false, true), DOUBLE, SINGLE],
        quirks: &[Quirk::Verbatim],
        ..PLAIN
    },
    Language {
        extensions: &["go"],
        quotes: &[DOUBLE, SINGLE, quote("`", "`", false, true)],
        ..PLAIN
    },
    Language {
        extensions: &["rb", "rake", "gemspec"],
        line: HASH,
        block: &[],
        quotes: &[
            quote("\"", "\"", true, true),
            quote("'", "'", true, true),
            quote("`", "`", true, false),
        ],
        quirks: &[
            Quirk::Heredoc,
            Quirk::RubyBlocks,
            Quirk::HashAtWord,
            Quirk::Regex,
        ],
        ..PLAIN
    },
    Language {
        extensions: &["php"],
        line: &["//", "#"],
        quotes: &[quote("\"", "\"", true, true), quote("'", "'", true, true)],
        quirks: &[Quirk::Php, Quirk::Heredoc],
        ..PLAIN
    },
    Language {
        extensions: &["sh", "bash", "zsh", "ksh"],
        line: HASH,
        block: &[],
        quotes: &[
            quote("\"", "\"", true, true),
            quote("$'", "'", true, true),
            quote("'", "'", false, true),
        ],
        quirks: &[Quirk::HashAtWord, Quirk::Heredoc],
        ..PLAIN
    },
    Language {
        extensions: &["sql"],
        line: &["--"],
        quotes: &[
            quote("'", "'", false, true),
            quote("\"", "\"", false, true),
            quote("$$", "$$", false, true),
        ],
        ..PLAIN
    },
    Language {
        extensions: &["yaml", "yml"],
        line: HASH,
        block: &[],
        quotes: &[quote("\"", "\"", true, true), quote("'", "'", false, true)],
        quirks: &[Quirk::HashAtWord, Quirk::YamlText],
        ..PLAIN
    },
    Language {
        extensions: &["toml"],
        line: HASH,
        block: &[],
        quotes: &[
            quote("\"\"\"", "\"\"\"", true, true),
            quote("'''", "'''", false, true),
            DOUBLE,
            quote("'", "'", false, false),
        ],
        ..PLAIN
    },
    Language {
        extensions: &["kt", "kts"],
        nests: true,
        quotes: &[quote("\"\"\"", "\"\"\"", false, true), DOUBLE, SINGLE],
        ..PLAIN
    },
    Language {
        extensions: &["swift"],
        nests: true,
        quotes: &[quote("\"\"\"", "\"\"\"", true, true), DOUBLE],
        ..PLAIN
    },
    Language {
        extensions: &["scala", "sc"],
        nests: true,
        quotes: &[quote("\"\"\"", "\"\"\"", false, true), DOUBLE, SINGLE],
        ..PLAIN
    },
    Language {
        extensions: &["dart"],
        nests: true,
        quotes: &[
            quote("\"\"\"", "\"\"\"", true, true),
            quote("'''", "'''", true, true),
            DOUBLE,
            SINGLE,
        ],
        ..PLAIN
    },
];
