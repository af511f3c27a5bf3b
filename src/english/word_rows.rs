//! The word lists as data: how `words.tsv` is read, by `build.rs` and by the test that holds
//! every word to its sentence.
//!
//! A row of the file is a class, a sentence that needs it, and words of that class. Each of
//! the words stands in the sentence for `~`; square brackets are around the word whose use
//! the sentence asks about.

/// A row of `words.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'t> {
    /// The name of a class in `lexicon`.
    pub(crate) class: &'t str,
    /// What would be read otherwise without the words in that class.
    pub(crate) sentence: &'t str,
    words: &'t str,
}

impl<'t> Row<'t> {
    /// The words of the row.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.words.split(' ')
    }
}

/// The rows of a file; `None` for a line that is none.
pub(crate) fn rows(file: &str) -> impl Iterator<Item = Option<Row<'_>>> {
    let lines = file.lines();
    lines.filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let row = Row {
            class: cells.next()?,
            sentence: cells.next()?,
            words: cells.next()?,
        };
        cells.next().is_none().then_some(row)
    })
}
