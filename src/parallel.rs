//! Work that is spread over all processors: the pieces of one large text, where
//! files side by side would not help. What comes back is in the order of the items,
//! whatever the number of threads.

use std::num::NonZero;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::{panic, thread};

use crate::crash::fenced;

/// What `work` makes of each item, in their order.
pub fn side_by_side<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let share = items.len().div_ceil(processors()).max(1);
    let mut shares = items.chunks(share);
    let own = shares.next().unwrap_or_default();
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = shares
            .map(|share| scope.spawn(move || fenced(|| share.iter().map(work).collect::<Vec<R>>())))
            .collect();
        let mut done: Vec<R> = own.iter().map(work).collect();
        for other in others {
            match other.join() {
                Ok(Ok(more)) => done.extend(more),
                Ok(Err(crash)) => crash.go_on(),
                Err(cause) => panic::resume_unwind(cause),
            }
        }
        done
    })
}

/// What `work` makes of each item, in their order, for items that take unlike long: each
/// thread takes the next one. With 0 `threads` there is one for each processor.
pub fn each<T: Send, R: Send>(
    items: Vec<T>,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let threads = if threads == 0 { processors() } else { threads };
    let others = threads.min(items.len()).saturating_sub(1);
    let queue = Mutex::new(items.into_iter().enumerate());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let take_turns = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, work(item)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (0..others).map(|_| scope.spawn(take_turns)).collect();
        let mut done = take_turns();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(cause) => panic::resume_unwind(cause),
            }
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// `0..length` in as many ranges as there are processors, at least one.
pub fn shares(length: usize) -> Vec<Range<usize>> {
    let share = length.div_ceil(processors()).max(1);
    let starts = (0..length.max(1)).step_by(share);
    starts
        .map(|start| start..(start + share).min(length))
        .collect()
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_side_by_side_keeps_its_order() {
        let items: Vec<usize> = (0..1000).collect();
        let done = side_by_side(&items, |item| item * 2);
        assert_eq!(done, items.iter().map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn what_threads_take_in_turns_keeps_its_order() {
        for threads in [0, 1, 3, 2000] {
            let done = each((0..1000).collect(), threads, |item: usize| item * 2);
            assert_eq!(done, (0..2000).step_by(2).collect::<Vec<_>>());
        }
        assert!(each(Vec::<usize>::new(), 2, |item| item).is_empty());
    }

    #[test]
    fn shares_hold_each_item_once() {
        for length in [0, 1, 2, 7, 1000] {
            let items: Vec<usize> = shares(length).into_iter().flatten().collect();
            assert_eq!(items, (0..length).collect::<Vec<_>>());
        }
    }
}
