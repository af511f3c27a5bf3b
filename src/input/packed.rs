//! Files that are packages: they are unpacked when they are read, so that all that
//! follows has one text, and packed again when that has changed. Without a change
//! nothing is packed: the file keeps its bytes.

use super::fence::guarded;
use super::{Input, InputError, readable};
use crate::document::Format;
use crate::text::spot::Spot;

impl Input {
    /// The same, whatever its text is.
    pub(super) fn opened(
        name: String,
        bytes: Vec<u8>,
        format: &'static dyn Format,
    ) -> Result<Self, InputError> {
        let mut input = Self {
            name,
            bytes,
            packed: None,
            format,
            backlinks: None,
        };
        if let Some(package) = format.package() {
            let unpacked = guarded(&input.name, format, || package.unpack(&input.bytes))?;
            let source = unpacked.map_err(|message| input.error(message))?;
            let bytes = std::mem::replace(&mut input.bytes, source.into_bytes());
            input.packed = Some(bytes.into());
        }
        Ok(input)
    }

    /// What a block says in a text that came of this one.
    pub fn block_of(&self, bytes: &[u8], spot: &Spot) -> Option<String> {
        let text = readable(bytes);
        let document = self.format.read(&text);
        let is_it = |other: &Spot| {
            (&other.member, &other.label, &other.block) == (&spot.member, &spot.label, &spot.block)
        };
        document.parts.iter().find_map(|part| {
            let mut numbers = 0..part.segments.len();
            let number = numbers.find(|number| part.spot(*number).is_some_and(is_it))?;
            Some(part.text(&part.segments[number]).to_owned())
        })
    }

    /// Its prose, a block a line.
    pub fn prose(&self) -> String {
        let text = self.text();
        let document = self.format.read(&text);
        let blocks = document.parts.iter().flat_map(|part| {
            let segments = part.segments.iter();
            segments.map(|segment| part.text(segment).replace('\n', " "))
        });
        blocks.flat_map(|block| [block, "\n".to_owned()]).collect()
    }

    /// The text that reports show lines of; a package has none, and its findings carry
    /// their paragraphs.
    pub fn shown_text(&self) -> String {
        match self.packed {
            Some(_) => String::new(),
            None => self.text().into_owned(),
        }
    }

    /// The bytes of its file.
    pub fn original(&self) -> &[u8] {
        self.packed.as_deref().unwrap_or(&self.bytes)
    }

    /// Its file with another text.
    ///
    /// # Errors
    ///
    /// When it is a package that cannot be packed again.
    pub fn with_text(&self, bytes: Vec<u8>) -> Result<Vec<u8>, InputError> {
        let (Some(package), Some(packed)) = (self.format.package(), &self.packed) else {
            return Ok(bytes);
        };
        if bytes == self.bytes {
            return Ok(packed.to_vec());
        }
        let (before, after) = (self.text(), readable(&bytes));
        let packed = guarded(&self.name, self.format, || {
            package.pack(packed, &before, &after)
        })?;
        packed.map_err(|message| self.error(message))
    }

    fn error(&self, message: String) -> InputError {
        InputError {
            path: self.name.clone(),
            message,
        }
    }
}
