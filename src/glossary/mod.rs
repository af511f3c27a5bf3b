//! Floor 2: the vocabulary. What a glossary file says (`schema`) becomes terms
//! that cannot be wrong (`term`), whose surface forms are spelled out (`forms`)
//! and whose later layers win (`layers`). Errors carry their place (`problem`).

pub mod bundled;
mod choice;
pub mod context;
mod entries;
pub mod field;
pub mod forms;
mod inflected;
pub mod json_schema;
pub mod layers;
pub mod layout;
pub mod meaning;
pub mod parse;
mod pattern;
mod pieces;
pub mod plain;
pub mod problem;
pub mod read;
pub mod schema;
pub mod term;
pub(crate) mod value;
pub mod written;

pub use entries::slug;
pub use layers::Layers;
pub use parse::parse;
pub use problem::Problem;
pub use term::{Case, Entry, PartOfSpeech, Rewrite, Status};
pub use written::{Glossary, Written};
