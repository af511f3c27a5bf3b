//! Reads the files that people write for the program: glossaries, configurations,
//! baselines. A message about a mistake shows the line that it is in, and the log of a
//! job is read by many; so what is none of these is refused before any of it is shown,
//! `/etc/shadow` for one. Nor is it read when it is no text, or has no end.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// More than any such file has.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What a file is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Terms.
    Glossary,
    /// `dejargon.toml`, or what it extends.
    Configuration {
        /// The keys that it may have.
        keys: &'static [&'static str],
    },
    /// Findings that are known.
    Baseline,
}

/// The text of a file.
///
/// # Errors
///
/// When it cannot be read, or is surely of another kind.
pub fn text(path: &Path, kind: Kind) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    let refused = |why: &str| Err(io::Error::new(ErrorKind::InvalidData, why));
    if bytes.len() as u64 > MOST_BYTES {
        return refused("it is larger than 64 MiB");
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return refused("it is no text in UTF-8");
    };
    if text.contains('\0') {
        return refused("it is no text; it has a zero byte");
    }
    if kind.knows_name(path) || kind.knows(&text) {
        return Ok(text);
    }
    refused(match kind {
        Kind::Glossary => "it is no glossary; no line of it begins with `[glossary]` or `[[term]]`",
        Kind::Configuration { .. } => {
            "it is no configuration; no line of it begins with a key such as `audience`"
        }
        Kind::Baseline => "it is no baseline; no line of it begins with `entries`",
    })
}

impl Kind {
    /// Whether a file is called so that it can be nothing else, a link by what it leads to.
    fn knows_name(self, path: &Path) -> bool {
        let path = path.canonicalize().unwrap_or_default();
        let name = path.file_name().and_then(|name| name.to_str());
        matches!(self, Self::Configuration { .. })
            && matches!(name, Some("dejargon.toml" | ".dejargon.toml"))
    }

    /// Whether a text has anything of its kind, or nothing at all.
    fn knows(self, text: &str) -> bool {
        let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
        let mut lines = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .peekable();
        lines.peek().is_none() || lines.any(|line| self.knows_line(line))
    }

    fn knows_line(self, line: &str) -> bool {
        let names: &[&str] = match self {
            Self::Glossary => &["glossary", "term"],
            Self::Configuration { keys } => keys,
            Self::Baseline => &["entries"],
        };
        let is_table = line.starts_with('[');
        let line = line.trim_start_matches(['[', ' ', '\t', '"', '\'']);
        names.iter().any(|name| {
            let behind = line.strip_prefix(name);
            behind
                .is_some_and(|behind| is_table || behind.trim_start().starts_with(['=', '.', '"']))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_none_is_known_by_its_lines() {
        use Kind::{Baseline, Glossary};
        const CONFIGURATION: Kind = Kind::Configuration {
            keys: &["audience", "fail-on", "allow", "terms", "overrides"],
        };
        let table = [
            (
                Glossary,
                "\u{feff}# ours\r\n[glossary]\r\nname = \"x\"",
                true,
            ),
            (Glossary, "[[term]]\nterm = \"x\"", true),
            (Glossary, " [[ terms ]]\nx = 1", true),
            (Glossary, "glossary = { name = \"x\" }", true),
            (Glossary, "<<<<<<< HEAD\n[[term]]\n=======\n", true),
            (Glossary, "", true),
            (Glossary, "# nothing yet\n\n", true),
            (Glossary, "root:x:0:0:root:/root:/bin/bash\n", false),
            (Glossary, "term:x:0:0::/:/bin/sh\n", false),
            (Glossary, "[default]\naws_access_key_id = AKIA", false),
            (Glossary, "password = \"glossary\"", false),
            (CONFIGURATION, "audience = \"it\"", true),
            (CONFIGURATION, "x = 1\n[terms]\n", true),
            (CONFIGURATION, "[[overrides]]\npaths = []", true),
            (CONFIGURATION, "terms.\"it/api\" = \"off\"", true),
            (CONFIGURATION, "\"fail-on\"=\"info\"", true),
            (CONFIGURATION, "allowed = true\n", false),
            (
                CONFIGURATION,
                "root:$6$salt$hash:19000:0:99999:7:::\n",
                false,
            ),
            (CONFIGURATION, "token = \"audience\"", false),
            (Baseline, "version = 1\nentries = [\n", true),
            (Baseline, "version = \"0.1.0\"\n", false),
        ];
        for (kind, text, expected) in table {
            assert_eq!(kind.knows(text), expected, "{kind:?}: {text}");
        }
    }

    #[test]
    fn what_has_no_end_or_is_no_text_is_refused() -> io::Result<()> {
        let folder = tempfile::TempDir::new()?;
        let path = folder.path().join("x.toml");
        for (bytes, reason) in [
            (&b"\xff\xfe[\0"[..], "no text in UTF-8"),
            (b"[glossary]\0", "a zero byte"),
            (b"secret = 1", "no glossary"),
        ] {
            std::fs::write(&path, bytes)?;
            let refused = text(&path, Kind::Glossary)
                .err()
                .map(|error| error.to_string());
            assert!(
                refused.is_some_and(|said| said.contains(reason)),
                "{reason}"
            );
        }
        std::fs::File::create(&path)?.set_len(MOST_BYTES + 1)?;
        let refused = text(&path, Kind::Glossary)
            .err()
            .map(|error| error.to_string());
        assert_eq!(refused.as_deref(), Some("it is larger than 64 MiB"));
        Ok(())
    }
}
