//! Where a word is looked for in the table that `build.rs` makes of `words.tsv`.

/// How many places the table has; more than twice as many as there are words.
pub(crate) const SLOTS: usize = 1 << 13;

/// The places in which a word can stand, in order.
pub(crate) fn places(word: &str) -> impl Iterator<Item = usize> + use<> {
    // The hash of Fowler, Noll and Vo.
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let first = (hash ^ hash >> 16) as usize;
    (0..SLOTS).map(move |step| (first + step) % SLOTS)
}
