//! Ctrl-C: what is cleaned up before the run ends, and then it ends as the signal
//! does by itself, so that a shell sees what ended it. A run with nothing to clean up
//! is ended by the system. A closed terminal (`SIGHUP`) is left to it, too, for
//! `nohup`; and so is everything on Windows.

use std::sync::{Mutex, PoisonError};

/// What there is to clean up.
static CLEANUPS: Mutex<Vec<fn()>> = Mutex::new(Vec::new());

/// Calls `cleanup` when the run is interrupted. What it holds back from the other
/// threads it keeps: they go on for a moment, and must not do it again.
pub(super) fn clean_up(cleanup: fn()) {
    let mut cleanups = CLEANUPS.lock().unwrap_or_else(PoisonError::into_inner);
    let known = cleanups
        .iter()
        .any(|known| std::ptr::fn_addr_eq(*known, cleanup));
    if !known {
        cleanups.push(cleanup);
    }
    drop(cleanups);
    watch();
}

/// Waits for the signals from the first call on.
#[cfg(unix)]
fn watch() {
    use std::sync::Once;

    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    static WATCHING: Once = Once::new();
    WATCHING.call_once(|| {
        // Without it the run goes on as if there were no such care.
        let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
            return;
        };
        let wait = move || {
            if let Some(signal) = signals.forever().next() {
                interrupted(signal);
            }
        };
        drop(std::thread::Builder::new().spawn(wait));
    });
}

#[cfg(not(unix))]
fn watch() {}

#[cfg(unix)]
fn interrupted(signal: i32) {
    let cleanups = CLEANUPS.lock().unwrap_or_else(PoisonError::into_inner);
    for cleanup in cleanups.iter() {
        cleanup();
    }
    drop(signal_hook::low_level::emulate_default_handler(signal));
}
