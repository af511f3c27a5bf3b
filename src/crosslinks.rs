//! Links from one document to a heading in another. Such a heading keeps its words, or
//! the links would break. The documents of a run are searched before the first of them
//! is rewritten; the rest of their project when a heading asks that none of them links
//! to, and only as far as that takes no time.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::input::{Input, readable};
use crate::links::{Backlinks, Heading, Incoming};
use crate::text::path::absolute;

mod found;
mod page;
mod project;

pub use found::Found;
use page::Page;
use project::Project;

/// How long front matter is.
const FRONT_MATTER: usize = 2_000;

/// The links between documents.
#[derive(Debug)]
pub struct CrossLinks {
    /// Those in the documents of the run.
    run: Found,
    project: Project,
    /// Those in the rest of the project, if it is not too large.
    rest: OnceLock<Option<Found>>,
}

impl CrossLinks {
    /// The links of a run over `paths`, in whose files these were found.
    pub fn new(paths: &[PathBuf], run: Found) -> Self {
        Self {
            run,
            project: Project::of(paths),
            rest: OnceLock::new(),
        }
    }

    /// Who knows the links to a document.
    pub fn to(self: &Arc<Self>, path: &Path, input: &Input) -> Arc<dyn Backlinks> {
        let path = absolute(path);
        let root = self.project.root_of(&path);
        // Its front matter may name it, and stands at its start.
        let start = &input.bytes[..input.bytes.len().min(FRONT_MATTER)];
        let page = Page::new(&path, root, &readable(start), input.format.markup());
        Arc::new(ToPage {
            links: Arc::clone(self),
            page,
        })
    }

    fn rest(&self) -> Option<&Found> {
        self.rest.get_or_init(|| self.project.search()).as_ref()
    }
}

/// The links to one document.
#[derive(Debug)]
struct ToPage {
    links: Arc<CrossLinks>,
    page: Page,
}

impl Backlinks for ToPage {
    fn to(&self, heading: &Heading) -> Incoming {
        if self.links.run.lead_to(&self.page, heading) {
            return Incoming::Some;
        }
        match self.links.rest() {
            None => Incoming::Unknown,
            Some(rest) if rest.lead_to(&self.page, heading) => Incoming::Some,
            Some(_) => Incoming::None,
        }
    }
}
