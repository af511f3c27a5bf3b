//! The zip archive that an office document is. Owns what is refused before a byte is
//! unpacked: archives that are encrypted, damaged, or that would fill the memory; and the
//! copy in which only some members are new, which a signed archive does not get.

use std::collections::HashSet;
use std::io::{Cursor, Read, Write};

use zip::read::ZipArchive;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::members::{add, members};
use super::xml::{Refusal, validate};

/// How many bytes the members that are read may unpack to together.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// How many times larger than it is packed a member may be, from 1 MiB on. Documents
/// reach fifty, bombs a thousand.
const MOST_RATIO: u64 = 300;
const SMALL: u64 = 1024 * 1024;

/// How many members an archive may have.
const MOST_MEMBERS: usize = 50_000;

/// An archive in memory.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'b> Archive<'b> {
    /// Opens an archive; `kind` is what it ought to be: "Word document".
    ///
    /// # Errors
    ///
    /// Why it is not opened.
    pub(super) fn open(bytes: &'b [u8], kind: &str) -> Result<Self, Refusal> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(format!(
                "is protected by a password or in a format from before 2007; \
                 save it as a {kind} without a password"
            ));
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(format!("is no {kind}, whatever its name says"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let mut archive = Self {
            zip,
            left: MOST_BYTES,
        };
        archive.is_sound()?;
        Ok(archive)
    }

    fn is_sound(&mut self) -> Result<(), Refusal> {
        if self.zip.len() > MOST_MEMBERS {
            return Err(format!("has more than {MOST_MEMBERS} files inside"));
        }
        if self.zip.has_duplicate_names() {
            return Err("has two files of the same name inside".to_owned());
        }
        let mut names = HashSet::new();
        for index in 0..self.zip.len() {
            let file = self
                .zip
                .by_index_raw(index)
                .map_err(|error| damaged(&error))?;
            let name = file.name().map_err(|error| damaged(&error))?.into_owned();
            if file.encrypted() {
                return Err("is protected by a password; save it without one".to_owned());
            }
            let outside = name.starts_with(['/', '\\'])
                || name.split(['/', '\\']).any(|folder| folder == "..")
                || name.as_bytes().get(1) == Some(&b':');
            if outside {
                return Err(format!("has a file inside that points outside: {name}"));
            }
            if !names.insert(name.to_lowercase()) {
                return Err(format!("has two files of the same name inside: {name}"));
            }
        }
        let overlaps = self.zip.has_overlapping_files();
        if overlaps.map_err(|error| damaged(&error))? {
            return Err("is damaged: the files inside overlap".to_owned());
        }
        Ok(())
    }

    /// Whether there is a member of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The text of a member that has to be well-formed XML.
    ///
    /// # Errors
    ///
    /// Why it is not read.
    pub(super) fn xml(&mut self, name: &str) -> Result<String, Refusal> {
        let text = self.text(name)?;
        validate(&text).map_err(|refusal| format!("{name} inside {refusal}"))?;
        Ok(text)
    }

    /// The text of a member.
    ///
    /// # Errors
    ///
    /// Why it is not read.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Refusal> {
        let mut file = self.zip.by_name(name).map_err(|error| match error {
            ZipError::FileNotFound => format!("is damaged: {name} is missing inside"),
            error => damaged(&error),
        })?;
        let packed = file.compressed_size();
        let most = self.left.min(SMALL.max(packed.saturating_mul(MOST_RATIO)));
        let mut bytes = Vec::new();
        let read = file.by_ref().take(most + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("is damaged: {name} inside cannot be unpacked ({error})"))?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(format!(
                "is refused: {name} inside unpacks to more than a document would \
                 ({packed} bytes to more than {most})"
            ));
        }
        self.left -= length;
        String::from_utf8(bytes).map_err(|_| {
            format!(
                "has a file inside that is not UTF-8: {name}; save it again with a newer program"
            )
        })
    }

    /// Adds a member to a source.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub(super) fn add_to(&mut self, source: &mut String, name: &str) -> Result<(), Refusal> {
        let text = self.xml(name)?;
        if add(source, name, &text) {
            Ok(())
        } else {
            Err(format!(
                "{name} inside is no well-formed XML (control characters)"
            ))
        }
    }
}

/// The archive with the members of `before` as `after` has them. The others keep their
/// bytes, and all their order and their dates.
///
/// # Errors
///
/// What could not be written.
pub(super) fn repack(bytes: &[u8], before: &str, after: &str) -> Result<Vec<u8>, Refusal> {
    let old = members(before);
    let changed: Vec<(&str, &str)> = members(after)
        .into_iter()
        .map(|member| (member.name, &after[member.span.range()]))
        .filter(|(name, text)| {
            let was = old.iter().find(|member| member.name == *name);
            was.is_none_or(|was| before[was.span.range()] != **text)
        })
        .collect();
    for (name, text) in &changed {
        validate(text).map_err(|refusal| format!("{name} as it was rewritten {refusal}"))?;
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if zip.file_names().flatten().any(|name| is_signature(&name)) {
        return Err(
            "is digitally signed, and would no longer be; remove the signature first".to_owned(),
        );
    }
    let out = Cursor::new(Vec::with_capacity(bytes.len() + 4096));
    copy(&mut zip, &changed, out).map_err(|error| format!("could not be packed: {error}"))
}

fn copy(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    changed: &[(&str, &str)],
    out: Cursor<Vec<u8>>,
) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(out);
    let comment = zip.comment();
    if !comment.is_empty() {
        writer.set_raw_comment(comment.into())?;
    }
    for index in 0..zip.len() {
        let file = zip.by_index_raw(index)?;
        let name = file.name()?.into_owned();
        match changed.iter().find(|(changed, _)| *changed == name) {
            Some((_, text)) => {
                writer.start_file(name, file.options())?;
                writer.write_all(text.as_bytes())?;
            }
            None => writer.raw_copy_file(file)?,
        }
    }
    for (name, text) in changed {
        if zip.index_for_name(name).is_none() {
            writer.start_file(*name, SimpleFileOptions::default())?;
            writer.write_all(text.as_bytes())?;
        }
    }
    Ok(writer.finish()?.into_inner())
}

/// Whether a member holds the signatures of the others.
fn is_signature(name: &str) -> bool {
    name.starts_with("_xmlsignatures/") || name == "META-INF/documentsignatures.xml"
}

fn damaged(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(why) => format!("is packed in a way that is not read: {why}"),
        ZipError::CompressionMethodNotSupported(number) => {
            format!("is packed in a way that is not read (compression method {number})")
        }
        error => format!("is cut off or damaged ({error})"),
    }
}
