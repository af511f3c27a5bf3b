//! Floor 0: arithmetic on text. It owns spans, positions, edits, and what a word
//! or an address is, because offset bugs are the disease of this field and one
//! place has to be right about them. It has never heard of jargon.

pub mod address;
pub mod anchor;
pub mod edit;
pub mod fence;
pub mod fold;
pub mod language;
pub mod named;
pub mod path;
pub mod position;
pub mod quotation;
pub mod sanitize;
pub mod span;
pub mod spot;
pub mod word;
