//! Documents of word processors and their like: zip archives with XML inside. The
//! archive and its refusals lie in `archive`, XML with its places in `xml`; a file a
//! format knows which elements are prose. Nothing is written anew: edits are splices
//! of a member's XML, and members without edits keep their bytes.

mod archive;
mod docx;
mod look;
mod members;
mod odt;
mod opc;
mod pptx;
mod text;
mod xlsx;
mod xml;

pub(super) use docx::Docx;
pub(super) use odt::Odt;
pub(super) use pptx::Pptx;
pub(super) use xlsx::Xlsx;
