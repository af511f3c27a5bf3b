//! Links from one document of a run to a heading in another. Their headings keep
//! their words, or the links would break; so they are collected before the first
//! document is rewritten.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use memchr::memmem;

use crate::format;
use crate::input::{Input, Walk, for_each};
use crate::text::path::resolved;

/// The headings that links from elsewhere point at, by file.
#[derive(Debug, Default)]
pub struct CrossLinks {
    anchors: HashMap<PathBuf, Vec<String>>,
    documents: usize,
}

impl CrossLinks {
    /// The links between all documents that `paths` name or hold. Files that
    /// cannot be read have none; they are reported when their turn comes.
    pub fn collect(paths: &[PathBuf], walk: Walk<'_>) -> Self {
        let (found, _) = for_each(paths, walk, |path| {
            // Headings in a package have no such anchors.
            let format = format::of_path(path);
            if format.package().is_some() {
                return None;
            }
            let input = Input::file(path, Some(format)).ok().filter(may_link)?;
            Some(links(&input, path))
        });
        let mut links = Self {
            documents: found.len(),
            ..Self::default()
        };
        for (file, anchor) in found.into_iter().filter_map(|(_, links)| links).flatten() {
            links.anchors.entry(file).or_default().push(anchor);
        }
        links
    }

    /// The anchors in `path` that links from elsewhere point at.
    pub fn to(&self, path: &Path) -> Vec<String> {
        self.anchors
            .get(&resolved(path))
            .cloned()
            .unwrap_or_default()
    }

    /// How many documents were searched.
    pub fn documents(&self) -> usize {
        self.documents
    }
}

/// Whether a text holds the end of a link to a heading elsewhere; most do not,
/// and are not parsed.
fn may_link(input: &Input) -> bool {
    ["md#", "down#", "htm#", "html#", "txt#"]
        .iter()
        .any(|end| memmem::find(&input.bytes, end.as_bytes()).is_some())
}

fn links(input: &Input, path: &Path) -> Vec<(PathBuf, String)> {
    let text = input.text();
    let folder = path.parent().unwrap_or(Path::new(""));
    input
        .format
        .read(&text)
        .parts
        .iter()
        .flat_map(|part| &part.link_targets)
        .filter_map(|target| {
            let (file, anchor) = target.split_once('#')?;
            (!file.is_empty()).then(|| (resolved(&folder.join(file)), anchor.to_owned()))
        })
        .collect()
}
