//! Versions of a glossary: what one has that another has not (`changes`), and one
//! made of two that go back to a third (`merge`). Entries are known by their id, and
//! compared field by field, so that neither order nor layout is a difference.

pub mod changes;
mod lines;
pub mod merge;
mod notes;
mod piece;
mod renamed;

pub use changes::{Changes, changes};
pub use lines::Labels;
pub use merge::{Conflict, Merged, merge};

#[cfg(test)]
#[path = "diff/merge_tests.rs"]
mod tests;
