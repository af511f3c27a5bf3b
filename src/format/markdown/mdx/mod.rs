//! MDX: Markdown with JavaScript in it, read as its compiler reads it. `import`, `export`
//! and expressions in braces are no prose; tags are JSX wherever they stand, with Markdown
//! between them; nothing is code because it is indented.

use super::compiler::Compiler;
use super::read;
use crate::document::{Document, Format, Markup};

mod indent;
mod script;
#[cfg(test)]
mod tests;

pub(super) use indent::outdent;
pub(super) use script::Scripts;

/// The MDX format.
#[derive(Debug)]
pub(in crate::format) struct Mdx;

impl Format for Mdx {
    fn name(&self) -> &'static str {
        "mdx"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["mdx"]
    }

    fn markup(&self) -> Markup {
        Markup::Markdown
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        read(source, Compiler::Mdx)
    }
}
