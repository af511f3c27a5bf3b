//! Arrays that are made while they are written: a report can have millions of findings,
//! and of all that is said about them only one is in memory at a time.

use serde::{Serialize, Serializer};

/// The items that a function gives, as an array.
pub(super) struct Lazy<F>(pub(super) F);

impl<F, I> Serialize for Lazy<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
