//! A value and where it comes from: every value of a configuration knows, so that
//! whoever shows or refuses one can name the line.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::path::PathBuf;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said anything.
    Default,
    /// The flag of that name.
    Flag(&'static str),
    /// A line of a configuration file.
    Line {
        /// The file.
        file: PathBuf,
        /// The number of the line, from 1.
        line: usize,
    },
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Flag(name) => f.write_str(name),
            Self::Line { file, line } => write!(f, "{}:{line}", file.display()),
        }
    }
}

/// A value, and where it comes from. Two are equal that say the same, wherever it
/// is said.
#[derive(Clone, Debug)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// A value that comes from there.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

/// What nobody said.
impl<T> From<T> for Sourced<T> {
    fn from(value: T) -> Self {
        Self::new(value, Origin::Default)
    }
}

impl<T> Deref for Sourced<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Borrow<T> for Sourced<T> {
    fn borrow(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Sourced<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Sourced<T> {}
