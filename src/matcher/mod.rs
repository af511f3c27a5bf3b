//! Floor 3: where terms occur. All forms of all terms are searched in one pass
//! over folded prose (`automaton`); of what lies on top of each other the
//! leftmost longest that holds in its place is kept, and the words around say
//! how it is used (`reading`). Whether it is jargon to somebody is for `check`.

mod automaton;
mod reading;
mod select;

pub use automaton::{Matcher, TooManyTerms};
pub use reading::{Place as ReadingPlace, Reading};
pub use select::{Match, Scratch};
