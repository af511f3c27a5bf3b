//! Exit codes, the same for every command.

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Nothing to say.
    Success,
    /// Findings at or above the threshold, or something would change.
    Findings,
    /// The run failed, in whole or in part.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Success => 0,
            Exit::Findings => 1,
            Exit::Failed => 2,
        })
    }
}
