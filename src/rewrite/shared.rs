//! What many findings say in the same words: it is kept once. A text in which every word
//! is a term has a finding for each of them.

use std::sync::Arc;

use rustc_hash::FxHashSet;

/// Texts and lists that findings share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    texts: FxHashSet<Arc<str>>,
    lists: FxHashSet<Arc<[String]>>,
}

impl Shared {
    /// The one copy of a text.
    pub(super) fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&new));
        new
    }

    /// The one copy of a list.
    pub(super) fn list(&mut self, list: Vec<String>) -> Arc<[String]> {
        if let Some(known) = self.lists.get(&list[..]) {
            return Arc::clone(known);
        }
        let new: Arc<[String]> = list.into();
        self.lists.insert(Arc::clone(&new));
        new
    }
}
