//! Documents of word processors and their like: zip archives with XML inside. The
//! archive and its refusals lie in `archive`, XML with its places in `xml`; a file a
//! format knows which elements are prose. Nothing is written anew: edits are splices
//! of a member's XML, and members without edits keep their bytes.

mod archive;
mod docx;
mod members;
mod opc;
mod text;
mod xml;

pub(super) use docx::Docx;
