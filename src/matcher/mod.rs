//! Floor 3: where terms occur. All forms of all terms are searched in one pass
//! over the prose (`automaton`, `index`, `search`); of what lies on top of each other the
//! leftmost longest that holds in its place is kept, and the words around say
//! how it is used (`reading`). Whether it is jargon to somebody is for `check`.

mod automaton;
mod compiled;
mod evidence;
mod hidden;
mod index;
mod matched;
mod place;
mod reading;
mod search;
mod select;
mod subjects;
mod verbs;
mod walk;
mod words;

pub use index::TooManyTerms;
pub use matched::{Found, Match};
pub use reading::{Place as ReadingPlace, Reading};
pub use search::Matcher;
pub use select::Scratch;
pub use subjects::{Around, Subjects, sentences, speaks_of};
