//! The headers of a unified diff: names of files, as `git` and `diff` write and
//! quote them, and where a hunk stands. Knows single lines; which line is a header
//! is for the reader of the whole.

/// A name whose quotation does not end well.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoName;

/// What stands for a file that is not there.
const NOTHING: &[u8] = b"/dev/null";

/// What `git diff` puts before names: `a/` and `b/`, or by `diff.mnemonicPrefix` a
/// letter for commit, index, work tree and object.
const PREFIXES: [&[u8]; 8] = [b"a/", b"b/", b"c/", b"i/", b"w/", b"o/", b"1/", b"2/"];

/// What stands behind `mark` in a header line, a carriage return at its end aside.
pub(super) fn name<'l>(line: &'l [u8], mark: &[u8]) -> Option<&'l [u8]> {
    let name = line.strip_prefix(mark)?;
    Some(name.strip_suffix(b"\r").unwrap_or(name))
}

/// The names in a line that says of a file only that it differs: what is no text, such as
/// a Word document. `None` for any other line.
pub(super) fn binary(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let names = name(line, b"Binary files ")?.strip_suffix(b" differ")?;
    let middle = b" and ";
    let ends = memchr::memmem::find_iter(names, middle);
    let mut pairs = ends.map(|at| (&names[..at], &names[at + middle.len()..]));
    // A name may have the word in it; the new one begins as git begins it, or is none.
    let begins = |new: &[u8]| {
        let new = new.strip_prefix(b"\"").unwrap_or(new);
        new == NOTHING || prefix(new).is_some()
    };
    let likely = pairs.clone().find(|(_, new)| begins(new));
    likely.or_else(|| pairs.next())
}

/// The name of a file's new version from both header lines; none if it was removed.
pub(super) fn new_name(old: &[u8], new: &[u8]) -> Result<Option<String>, NoName> {
    let (old, new) = (path(old)?, path(new)?);
    if new == NOTHING {
        return Ok(None);
    }
    let name = match (prefix(&old), prefix(&new)) {
        // Two versions in one real folder have the same beginning.
        (Some(before), Some(after)) if before != after => &new[after.len()..],
        (None, Some(b"b/")) if old == NOTHING => &new[2..],
        _ => &new,
    };
    let name = name.strip_prefix(b"./").unwrap_or(name);
    Ok(Some(String::from_utf8_lossy(name).into_owned()))
}

fn prefix(path: &[u8]) -> Option<&'static [u8]> {
    let is_first = |prefix: &&&[u8]| path.starts_with(prefix);
    PREFIXES.iter().find(is_first).copied()
}

/// A name without its quotation, or without the time behind a tab.
fn path(written: &[u8]) -> Result<Vec<u8>, NoName> {
    if let Some(quoted) = written.strip_prefix(b"\"") {
        return unquoted(quoted);
    }
    let end = memchr::memchr(b'\t', written).unwrap_or(written.len());
    Ok(written[..end].to_vec())
}

/// The bytes of a name in C's quotation, up to its last quotation mark.
fn unquoted(quoted: &[u8]) -> Result<Vec<u8>, NoName> {
    let mut name = Vec::with_capacity(quoted.len());
    let mut bytes = quoted.iter().copied();
    loop {
        let byte = match bytes.next().ok_or(NoName)? {
            b'"' => return Ok(name),
            b'\\' => match bytes.next().ok_or(NoName)? {
                b'a' => 7,
                b'b' => 8,
                b't' => b'\t',
                b'n' => b'\n',
                b'v' => 11,
                b'f' => 12,
                b'r' => b'\r',
                sign @ (b'"' | b'\\') => sign,
                first @ b'0'..=b'3' => {
                    let mut digit = || bytes.next().filter(|byte| (b'0'..=b'7').contains(byte));
                    let (second, third) = (digit().ok_or(NoName)?, digit().ok_or(NoName)?);
                    (first - b'0') * 64 + (second - b'0') * 8 + (third - b'0')
                }
                _ => return Err(NoName),
            },
            byte => byte,
        };
        name.push(byte);
    }
}

/// A hunk: what is left of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    /// The number of the next line of the new version.
    pub(super) line: usize,
    old: usize,
    new: usize,
}

impl Hunk {
    /// Reads `@@ -12,3 +14 @@`.
    pub(super) fn read(line: &[u8]) -> Option<Self> {
        let line = line.strip_prefix(b"@@ -")?;
        let end = line.windows(3).position(|three| three == b" @@")?;
        let (old, new) = std::str::from_utf8(&line[..end]).ok()?.split_once(" +")?;
        let (_, old) = range(old)?;
        let (line, new) = range(new)?;
        Some(Self { line, old, new })
    }

    pub(super) fn is_over(&self) -> bool {
        self.old == 0 && self.new == 0
    }

    /// Takes a line of the old version, the new one, or both; whether one was left.
    pub(super) fn take(&mut self, old: bool, new: bool) -> bool {
        let left = (
            self.old.checked_sub(old.into()),
            self.new.checked_sub(new.into()),
        );
        let (Some(old_left), Some(new_left)) = left else {
            return false;
        };
        (self.old, self.new) = (old_left, new_left);
        self.line = self.line.saturating_add(new.into());
        true
    }
}

/// `12,3`, or `12` for one line.
fn range(text: &str) -> Option<(usize, usize)> {
    let (start, count) = text.split_once(',').unwrap_or((text, "1"));
    let number = |digits: &str| {
        let digital = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| digital)
    };
    Some((number(start)?, number(count)?))
}
