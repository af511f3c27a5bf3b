//! How far a long run is, on a line of its own at the terminal. It appears after half
//! a second and is gone before anything else is said, so that reports never meet it,
//! nor the prompt of a shell after Ctrl-C. It is drawn here: a line needs no dependency.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::interrupt;

/// Shorter runs show nothing.
const PATIENCE: Duration = Duration::from_millis(500);
const BETWEEN_FRAMES: Duration = Duration::from_millis(100);
/// How many characters wide the bar is.
const WIDTH: usize = 30;
/// To the start of the line, which is erased.
const ERASE: &str = "\r\x1b[K";

/// What is shown until it is dropped.
pub(super) struct Progress {
    counts: Arc<Counts>,
    drawing: Option<(Sender<()>, JoinHandle<()>)>,
}

#[derive(Default)]
struct Counts {
    done: AtomicUsize,
    expected: AtomicUsize,
}

impl Progress {
    /// Begins, if somebody can see it who does not want quiet.
    pub(super) fn start(quiet: bool) -> Self {
        let counts = Arc::new(Counts::default());
        let drawing = (!quiet && is_seen()).then(|| draw_beside(&counts));
        Self {
            counts,
            drawing: drawing.flatten(),
        }
    }

    /// So many documents there are.
    pub(super) fn out_of(&self, documents: usize) {
        self.counts.expected.store(documents, Relaxed);
    }

    /// A document is done.
    pub(super) fn step(&self) {
        self.counts.done.fetch_add(1, Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, drawer)) = self.drawing.take() {
            drop(stop);
            // A drawer that failed has nothing left to erase.
            drop(drawer.join());
        }
    }
}

/// At a terminal that can erase a line; the logs of CI keep every frame.
fn is_seen() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    !is_set("CI") && !is_dumb && io::stderr().is_terminal()
}

fn draw_beside(counts: &Arc<Counts>) -> Option<(Sender<()>, JoinHandle<()>)> {
    let (stop, stopped) = channel();
    let counts = Arc::clone(counts);
    let drawer = std::thread::Builder::new().spawn(move || draw(&counts, &stopped));
    Some((stop, drawer.ok()?))
}

fn draw(counts: &Counts, stopped: &Receiver<()>) {
    let mut wait = PATIENCE;
    while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        if wait == PATIENCE {
            interrupt::clean_up(erase_for_good);
        }
        let (done, expected) = (counts.done.load(Relaxed), counts.expected.load(Relaxed));
        say(&format!("{ERASE}{}", frame(done, expected)));
        wait = BETWEEN_FRAMES;
    }
    if wait == BETWEEN_FRAMES {
        say(ERASE);
    }
}

/// A terminal that is gone is no reason to fail.
fn say(text: &str) {
    let mut err = io::stderr().lock();
    drop(err.write_all(text.as_bytes()).and_then(|()| err.flush()));
}

/// Erases the line; nothing is drawn, or said, after that.
fn erase_for_good() {
    let mut err = io::stderr().lock();
    drop(err.write_all(ERASE.as_bytes()).and_then(|()| err.flush()));
    std::mem::forget(err);
}

fn frame(done: usize, expected: usize) -> String {
    if expected == 0 {
        return "reading…".to_owned();
    }
    let full = done.min(expected) * WIDTH / expected;
    let (bar, rest) = ("━".repeat(full), " ".repeat(WIDTH - full));
    format!("{bar}{rest} {done} of {expected} documents")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_tells_how_far() {
        assert_eq!(frame(0, 0), "reading…");
        assert!(frame(2, 4).ends_with(" 2 of 4 documents"));
        assert_eq!(frame(2, 4).matches('━').count(), 15);
        // A file that came while the folder was walked.
        assert_eq!(frame(5, 4).matches('━').count(), WIDTH);
    }
}
