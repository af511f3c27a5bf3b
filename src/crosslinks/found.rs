//! The links that documents have to headings of others, by the last name of the page
//! that each names.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::page::{Page, last_name};
use crate::format;
use crate::input::Input;
use crate::links::{self, Heading, Name, Targets, each_link};
use crate::text::path::absolute;

/// Links to headings of other documents.
#[derive(Debug, Default)]
pub struct Found {
    pages: HashMap<String, Vec<Pointer>>,
    /// The headings that links lead to whose page is not told.
    anywhere: Targets,
    /// The headings that any link leads to, in its own document or another one.
    all: Targets,
}

/// A link to a heading of a page.
#[derive(Debug)]
struct Pointer {
    /// The folder of the file that it stands in.
    from: Arc<Path>,
    address: Box<str>,
    name: Name,
}

impl Found {
    /// The links in a file that nobody reads as a document; none where it cannot be read.
    pub fn at(path: &Path) -> Self {
        let as_text = format::by_name("text").filter(|_| format::points(path));
        let input = Input::file(path, as_text).ok();
        input.map_or_else(Self::default, |input| Self::of(path, &input))
    }

    /// The links in a file. Those of a package lead to no heading.
    pub fn of(path: &Path, input: &Input) -> Self {
        let mut found = Self::default();
        if input.packed.is_some() {
            return found;
        }
        let path = absolute(path);
        let from: Arc<Path> = path.parent().unwrap_or(&path).into();
        each_link(&input.text(), input.format.markup(), |link| {
            found.all.add(link.target);
            match link.page {
                links::Page::Here => {}
                links::Page::Anywhere => found.anywhere.add(link.target),
                links::Page::At(address) => {
                    let pointer = Pointer {
                        from: Arc::clone(&from),
                        address: address.into(),
                        name: Name::of(link.target),
                    };
                    let pages = found.pages.entry(last_name(address));
                    pages.or_default().push(pointer);
                }
            }
        });
        found
    }

    /// Takes those of other documents in.
    pub fn add(&mut self, other: Self) {
        self.anywhere.extend(other.anywhere);
        self.all.extend(other.all);
        for (last, pointers) in other.pages {
            self.pages.entry(last).or_default().extend(pointers);
        }
    }

    /// Whether any of them leads to a heading of a page.
    pub(super) fn lead_to(&self, page: &Page, heading: &Heading) -> bool {
        if self.anywhere.hold(heading) || page.is_part() && self.all.hold(heading) {
            return true;
        }
        let mut pointers = page
            .last_names()
            .filter_map(|last| self.pages.get(last))
            .flatten();
        pointers.any(|link| link.name.means(heading) && page.is_at(&link.address, &link.from))
    }
}
