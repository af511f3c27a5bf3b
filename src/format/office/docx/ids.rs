//! Numbers for tracked changes and comments that nothing else in a document has.

use std::collections::HashSet;

/// The largest number that Word takes.
const LARGEST: u64 = i32::MAX as u64;

/// How many numbers a review may need.
const ROOM: u64 = 1_000_000;

/// Numbers that are free, one after the other.
#[derive(Debug)]
pub(super) struct Ids {
    taken: HashSet<u64>,
    next: u64,
}

impl Ids {
    /// Numbers beside those that are taken: above them, or where there is no room the
    /// smallest.
    pub(super) fn beside(taken: HashSet<u64>) -> Self {
        let largest = taken.iter().max().copied().unwrap_or(0);
        let has_room = largest < LARGEST - ROOM;
        let next = if has_room { largest + 1 } else { 1 };
        Self { taken, next }
    }

    /// The next free number.
    pub(super) fn take(&mut self) -> u64 {
        while self.taken.contains(&self.next) {
            self.next += 1;
        }
        self.next += 1;
        self.next - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_free_and_small_enough() {
        for (taken, expected) in [
            (&[][..], [1, 2]),
            (&[1, 7], [8, 9]),
            (&[2, LARGEST], [1, 3]),
            (&[u64::MAX], [1, 2]),
        ] {
            let mut ids = Ids::beside(taken.iter().copied().collect());
            assert_eq!([ids.take(), ids.take()], expected, "{taken:?}");
        }
    }
}
