//! What a defect of the program comes to: a run that fails and says so, never a
//! half-written report or silence. Work is fenced where one document's crash must not
//! be another's; what crashed, and where, is kept from the moment it happens.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};

/// A crash, to be told to whoever can mend the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crash {
    /// What went wrong, in the words of the program.
    message: String,
    /// The line of the program, if it is known.
    place: Option<String>,
}

thread_local! {
    /// Where this thread crashed last.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

impl fmt::Display for Crash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { message, place } = self;
        write!(f, "dejargon {} crashed", env!("CARGO_PKG_VERSION"))?;
        if let Some(place) = place {
            write!(f, " at {place}")?;
        }
        let whom = match env!("CARGO_PKG_REPOSITORY") {
            "" => "whoever gave it to you",
            repository => repository,
        };
        write!(
            f,
            " ({message}). That is a bug of the program: please report it to {whom}, with this \
             message and, if others may see it, the document"
        )
    }
}

impl std::error::Error for Crash {}

impl Crash {
    fn of(payload: Box<dyn Any + Send>) -> Self {
        let payload = match payload.downcast::<Self>() {
            Ok(crash) => return *crash,
            Err(payload) => payload,
        };
        let text = payload.downcast_ref::<&str>().copied();
        let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Self {
            message: text.unwrap_or("no message").to_owned(),
            place: PLACE.take(),
        }
    }

    /// Lets what called this crash for the same reason.
    pub fn go_on(self) -> ! {
        panic::resume_unwind(Box::new(self))
    }
}

/// Keeps crashes from writing to standard error themselves, in the middle of what is
/// written there; where they happen is kept for who catches them.
pub fn listen() {
    panic::set_hook(Box::new(|crash: &PanicHookInfo<'_>| {
        PLACE.set(crash.location().map(ToString::to_string));
    }));
}

/// Does `work`, or says how it crashed. What it worked on is not used any more then.
pub fn fenced<T>(work: impl FnOnce() -> T) -> Result<T, Crash> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(Crash::of)
}
