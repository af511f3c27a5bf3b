//! `OpenDocument` texts (`.odt`), as `LibreOffice` writes them. `read` has the paragraphs,
//! `styles` what styles say of them, `review` writes tracked changes and comments, of what
//! `anatomy` finds.

use super::super::templates::hide_in_blocks;
use super::archive::{Archive, repack};
use super::members::{member, members};
use crate::document::{Document, Format, Markup, Package, Part, Review, Reviewed};

mod anatomy;
mod read;
mod review;
mod styles;

use read::Reader;
use styles::Styles;

/// The member with the text, and the one with styles, headers and footers.
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";

/// The `OpenDocument` format of texts.
#[derive(Debug)]
pub(in super::super) struct Odt;

impl Format for Odt {
    fn name(&self) -> &'static str {
        "odt"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["odt"]
    }

    fn markup(&self) -> Markup {
        Markup::Runs
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut styles = Styles::default();
        for name in [STYLES, CONTENT] {
            if let Some(member) = member(source, name) {
                styles.read(source, member.span);
            }
        }
        let mut part = Part::new(source, Markup::Runs);
        let mut reader = Reader {
            source,
            part: &mut part,
            styles: &styles,
        };
        for member in members(source) {
            reader.read(member.name, member.span);
        }
        hide_in_blocks(&mut part);
        Document::of(part)
    }

    fn package(&self) -> Option<&'static dyn Package> {
        Some(&Odt)
    }
}

impl Package for Odt {
    fn unpack(&self, bytes: &[u8]) -> Result<String, String> {
        const KIND: &str = "OpenDocument text";
        const MANIFEST: &str = "META-INF/manifest.xml";
        let mut archive = Archive::open(bytes, KIND)?;
        let kind = archive.text("mimetype").unwrap_or_default();
        if !kind
            .trim()
            .starts_with("application/vnd.oasis.opendocument.text")
        {
            return Err(format!("is no {KIND}, whatever its name says"));
        }
        if archive.has(MANIFEST) && archive.xml(MANIFEST)?.contains("encryption-data") {
            return Err("is protected by a password; save it without one".to_owned());
        }
        let mut source = String::new();
        archive.add_to(&mut source, CONTENT)?;
        if archive.has(STYLES) {
            archive.add_to(&mut source, STYLES)?;
        }
        Ok(source)
    }

    fn pack(&self, bytes: &[u8], before: &str, after: &str) -> Result<Vec<u8>, String> {
        repack(bytes, before, after)
    }

    fn takes_reviews(&self) -> bool {
        true
    }

    fn review(&self, source: &str, review: &Review<'_>) -> Result<Reviewed, String> {
        review::reviewed(source, review)
    }
}

#[cfg(test)]
#[path = "odt_tests.rs"]
mod tests;
