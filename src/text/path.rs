//! Paths by their letters alone: nothing here asks the file system. Links between
//! documents and what a configuration names are compared in this form, in which
//! one file has one spelling.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use super::anchor::percent_bytes;

/// A path without `.` and `..`.
pub fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if resolved.file_name().is_some() => {
                resolved.pop();
            }
            other => resolved.push(other),
        }
    }
    resolved
}

/// A path from the file system's root on.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).map_or_else(|_| path.to_owned(), |path| resolved(&path))
}

/// A name as text. One that is no UTF-8 has `%FF` for such a byte and `%25` for a percent
/// sign, as addresses do. So has one that would read as if it were one, so that no two
/// names read alike.
pub fn readable_name(name: &OsStr) -> Cow<'_, str> {
    if let Some(text) = name.to_str().filter(|text| !is_escaped(text)) {
        return Cow::Borrowed(text);
    }
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        text.push_str(&chunk.valid().replace('%', "%25"));
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    Cow::Owned(text)
}

/// Whether a name as text reads as one in which percent signs stand for bytes that are no
/// UTF-8, or for themselves.
pub fn is_escaped(name: &str) -> bool {
    let mut bytes = name.as_bytes().to_vec();
    loop {
        let decoded = percent_bytes(&bytes);
        if decoded.len() == bytes.len() {
            return false;
        }
        if std::str::from_utf8(&decoded).is_err() {
            return true;
        }
        bytes = decoded;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_by_their_letters() {
        let table = [
            ("./docs/../notes.md", "notes.md"),
            ("docs/./a.md", "docs/a.md"),
            ("../a.md", "../a.md"),
            ("../../a.md", "../../a.md"),
        ];
        for (path, expected) in table {
            assert_eq!(resolved(Path::new(path)), Path::new(expected));
        }
    }

    #[test]
    #[cfg(unix)]
    fn bytes_of_a_name_that_are_no_text_are_told_apart() {
        use std::os::unix::ffi::OsStrExt;

        let table: [(&[u8], &str); 10] = [
            (b"caf\xe9.md", "caf%E9.md"),
            (b"caf\xe8.md", "caf%E8.md"),
            (b"100% \xff\xfe", "100%25 %FF%FE"),
            (b"a\xff", "a%FF"),
            (b"a%FF", "a%25FF"),
            (b"a%25FF", "a%2525FF"),
            (b"a%ff", "a%25ff"),
            (b"my%20file %C3%A9", "my%20file %C3%A9"),
            (b"100%25", "100%25"),
            ("100% ☕".as_bytes(), "100% ☕"),
        ];
        for (bytes, expected) in table {
            let name = readable_name(OsStr::from_bytes(bytes));
            assert_eq!(name, expected);
            let is_as_it_was = name.as_bytes() == bytes;
            assert_eq!(is_escaped(&name), !is_as_it_was, "{name}");
        }
    }
}
