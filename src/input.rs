//! What is read: files, folders walked in parallel, standard input. Every file
//! comes as its bytes and as readable text of the same length, so that offsets
//! in one are offsets in the other, and no byte is lost.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::document::Format;
use crate::format;
use crate::links::Backlinks;
use crate::text::path::readable_name;
use crate::text::word::UNREADABLE;

mod fence;
mod ignored;
mod packed;
mod search;
mod walk;

pub use fence::around;
pub(crate) use fence::guarded;
pub use search::{Reach, search};
pub use walk::{Walk, for_each};

/// How standard input is called.
pub const STDIN: &str = "<stdin>";

/// How much of a file shows whether it is text.
const HEAD: usize = 8 * 1024;

/// What offsets can count.
const MOST_BYTES: u64 = u32::MAX as u64;
const TOO_LARGE: &str = "is larger than 4 GB; split it";

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct Input {
    /// How it is called in reports.
    pub name: String,
    /// Its bytes; of a package, those of the text that it unpacks to.
    pub bytes: Vec<u8>,
    /// The bytes of its file, if it is a package.
    pub packed: Option<Arc<[u8]>>,
    /// How it is read.
    pub format: &'static dyn Format,
    /// Links of other documents to its headings, if it has others beside it.
    pub backlinks: Option<Arc<dyn Backlinks>>,
}

impl std::fmt::Debug for dyn Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// The file.
    pub path: String,
    /// What was being done, and why it failed.
    pub message: String,
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for InputError {}

/// Why there is nothing to read in a file.
#[derive(Debug)]
pub enum Unread {
    /// It could not be read.
    Failed(InputError),
    /// Programs read it, or nobody may change it: to be said of a file that was named.
    Refused(InputError),
}

impl From<InputError> for Unread {
    fn from(error: InputError) -> Self {
        Self::Failed(error)
    }
}

impl From<Unread> for InputError {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Failed(error) | Unread::Refused(error) => error,
        }
    }
}

impl Input {
    /// Reads standard input. As a pipe it takes anything: what cannot be read has
    /// no findings and passes through as it came.
    pub fn stdin(format: &'static dyn Format) -> Result<Self, InputError> {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| failed(STDIN, &error))?;
        Self::opened(STDIN.to_owned(), bytes, format)
    }

    /// Reads a file.
    pub fn file(path: &Path, format: Option<&'static dyn Format>) -> Result<Self, Unread> {
        let name = shown(path);
        // A pipe or a device would block, or never end.
        let metadata = std::fs::metadata(path).map_err(|error| missing(path, &error))?;
        let error = |message: String| InputError {
            path: name.clone(),
            message,
        };
        if !metadata.is_file() {
            return Err(error("is neither a file nor a folder".to_owned()).into());
        }
        if metadata.len() > MOST_BYTES {
            return Err(error(TOO_LARGE.to_owned()).into());
        }
        let by_name = format::of_file(path, format).map_err(error)?;
        let read = match by_name.package() {
            Some(_) => std::fs::read(path),
            None => contents(path, metadata.len()),
        };
        let bytes = read.map_err(|error| failed(&name, &error))?;
        let by_bytes = match format {
            Some(_) => Ok(None),
            None => format::of_bytes(path, &bytes),
        };
        let format = by_bytes.map_err(|reason| Unread::Refused(error(reason)))?;
        Ok(Self::from_bytes(name, bytes, format.unwrap_or(by_name))?)
    }

    /// A document that is in memory already.
    pub fn from_bytes(
        name: String,
        bytes: Vec<u8>,
        format: &'static dyn Format,
    ) -> Result<Self, InputError> {
        let input = Self::opened(name, bytes, format)?;
        match unreadable(&input.bytes) {
            Some(reason) => Err(InputError {
                path: input.name,
                message: reason.to_owned(),
            }),
            None => Ok(input),
        }
    }

    /// Its text, byte for byte; what is not UTF-8 stands as
    /// [`UNREADABLE`].
    pub fn text(&self) -> Cow<'_, str> {
        readable(&self.bytes)
    }
}

/// The bytes of a file; of a large one that is no text, as many as show it.
fn contents(path: &Path, length: u64) -> io::Result<Vec<u8>> {
    if length <= HEAD as u64 {
        return std::fs::read(path);
    }
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut bytes)?;
    if unreadable(&bytes).is_none() {
        file.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Why bytes are no text that can be read here.
pub fn unreadable(bytes: &[u8]) -> Option<&'static str> {
    if bytes.len() as u64 > MOST_BYTES {
        return Some(TOO_LARGE);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Some("is UTF-16 text; save it as UTF-8");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(
            "is a zip archive, not text; office documents are known by their names, or by `--as docx`",
        );
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    head.contains(&0)
        .then_some("is not text; it has a zero byte near its start")
}

/// Text of the same length in bytes.
pub fn readable(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(std::iter::repeat_n(UNREADABLE, chunk.invalid().len()));
    }
    Cow::Owned(text)
}

/// What could not be read.
pub fn failed(path: &str, error: &io::Error) -> InputError {
    InputError {
        path: path.to_owned(),
        message: format!("could not be read: {error}"),
    }
}

/// What is not there, or what a link that is there does not lead to.
fn missing(path: &Path, error: &io::Error) -> InputError {
    let name = shown(path);
    if path.is_symlink() && error.kind() == io::ErrorKind::NotFound {
        return InputError {
            message: "is a link to nothing; mend it or remove it".to_owned(),
            path: name,
        };
    }
    failed(&name, error)
}

/// A path as it is shown: with `/` everywhere, and without the `.` of `./a` and `a/./b`,
/// so that a file has one name.
pub fn shown(path: &Path) -> String {
    let names = path.components();
    let path: PathBuf = names.filter(|name| *name != Component::CurDir).collect();
    if path.as_os_str().is_empty() {
        return ".".to_owned();
    }
    let text = readable_name(path.as_os_str());
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readable_text_is_as_long_as_its_bytes() {
        let bytes = b"caf\xe9 \xf0\x9f\x98 \xe2\x98\x95 ok";
        let text = readable(bytes);
        assert_eq!(text.len(), bytes.len());
        assert_eq!(text, "caf\u{1a} \u{1a}\u{1a}\u{1a} ☕ ok");
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert!(unreadable(b"PK\x03\x04\0").is_some());
        assert!(unreadable(b"\xff\xfeA\0").is_some());
        assert!(unreadable("☕ text".as_bytes()).is_none());
    }

    #[test]
    fn paths_are_shown_short_but_not_empty() {
        let table = [
            ("./a.md", "a.md"),
            ("a/./b/", "a/b"),
            ("a/../b", "a/../b"),
            ("/a//b", "/a/b"),
            ("./", "."),
            ("my%20file", "my%20file"),
        ];
        for (path, expected) in table {
            assert_eq!(shown(Path::new(path)), expected);
        }
    }
}
