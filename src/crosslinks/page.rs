//! What a document is called in links to it. A path, its ending left out, its folder
//! for an index page, a site's address, a wiki's name of a page: they are compared
//! name by name from the last one on, by their letters and digits.

use std::path::Path;

use crate::document::Markup;
use crate::format;
use crate::text::anchor::{key, percent_decoded};
use crate::text::path::resolved;

/// Pages that stand for their folder.
const INDEXES: [&str; 3] = ["index", "readme", "home"];

/// Folders that sites leave out of the addresses of what lies in them.
const SOURCES: [&str; 13] = [
    "docs",
    "doc",
    "documentation",
    "content",
    "src",
    "source",
    "site",
    "website",
    "pages",
    "public",
    "www",
    "wiki",
    "en",
];

/// Folders whose documents become parts of others.
const PARTS: [&str; 7] = [
    "includes",
    "include",
    "partials",
    "partial",
    "snippets",
    "fragments",
    "shared",
];

/// Endings of what a site's link may leave out.
const ENDINGS: [&str; 6] = ["md", "mdx", "html", "rst", "adoc", "org"];

/// What stands before the path of a file in the address of a repository.
const BRANCHES: [&str; 6] = [
    "/blob/",
    "/tree/",
    "/raw/",
    "/edit/",
    "/src/branch/",
    "/src/",
];

/// A document that links may lead to.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The names of its path, from the file system's root on.
    names: Vec<String>,
    /// What its site may call it.
    short: Vec<Vec<String>>,
    is_index: bool,
    is_part: bool,
}

impl Page {
    /// A document below the root of its project, with the start of its text.
    pub(super) fn new(path: &Path, root: &Path, text: &str, markup: Markup) -> Self {
        let inside = path.strip_prefix(root).unwrap_or(path);
        let mut own = names(&inside.to_string_lossy());
        let is_source = |name: &String| SOURCES.contains(&name.as_str());
        let sources = own.iter().take_while(|name| is_source(name)).count();
        own.drain(..sources.min(own.len().saturating_sub(1)));
        if own.is_empty() {
            own = names(&root.to_string_lossy()).pop().into_iter().collect();
        }
        let mut short = vec![own];
        short.extend(called(text));
        let mut folders = inside.iter().map(|name| name.to_string_lossy());
        let is_shared = folders.any(|name| {
            let is_hidden = name.starts_with('_') && !name.starts_with("_index.");
            is_hidden || PARTS.contains(&name.as_ref())
        });
        Self {
            names: names(&path.to_string_lossy()),
            is_index: is_index(path),
            // Documents of AsciiDoc and Org are often put together from several.
            is_part: is_shared || markup == Markup::Signs,
            short,
        }
    }

    /// The last names that links to it may have; a link to the folder that it stands in
    /// may have none.
    pub(super) fn last_names(&self) -> impl Iterator<Item = &str> {
        let all = std::iter::once(&self.names).chain(&self.short);
        let last = all.filter_map(|names| names.last());
        let none = self.is_index.then_some("");
        last.map(String::as_str).chain(none)
    }

    /// Whether it becomes part of documents that links may name instead.
    pub(super) fn is_part(&self) -> bool {
        self.is_part
    }

    /// Whether a link in a file of the folder `from` leads to it.
    pub(super) fn is_at(&self, address: &str, from: &Path) -> bool {
        let address = percent_decoded(address.split('?').next().unwrap_or_default());
        if let Some(path) = path_of_site(&address) {
            return self.ends_with(&names(path));
        }
        if address.starts_with(['/', '@', '~', '\\']) {
            return self.ends_with(&names(&address));
        }
        let place = resolved(&from.join(&address));
        if names(&place.to_string_lossy()) == self.names {
            return true;
        }
        // Sites lay pages out in their own way, unless the path is that of a file.
        !exists(&place) && self.ends_with(&names(&address))
    }

    /// Whether the names of a link are the last of its own.
    fn ends_with(&self, link: &[String]) -> bool {
        let same = |names: &[String]| {
            let pairs = names.iter().rev().zip(link.iter().rev());
            pairs.take_while(|(own, link)| own == link).count()
        };
        if link.is_empty() {
            return self.is_index;
        }
        let count = same(&self.names);
        count == link.len()
            || count >= 2
            || self.short.iter().any(|short| same(short) == short.len())
    }
}

/// The last name of a link's address; none for the folder that it stands in.
pub(super) fn last_name(address: &str) -> String {
    let address = percent_decoded(address.split('?').next().unwrap_or_default());
    let path = path_of_site(&address).unwrap_or(&address);
    names(path).pop().unwrap_or_default()
}

/// The path in the address of a site, or of a file in a repository.
fn path_of_site(address: &str) -> Option<&str> {
    let (_, site) = address.split_once("://")?;
    let (_, path) = site.split_once('/').unwrap_or((site, ""));
    let in_repository = BRANCHES.iter().find_map(|mark| {
        let (_, behind) = path.split_once(mark)?;
        behind.split_once('/')
    });
    Some(in_repository.map_or(path, |(_, file)| file))
}

/// The names of a path as they are compared, without that of an index page.
fn names(path: &str) -> Vec<String> {
    let parts = path.split(['/', '\\']);
    let parts: Vec<&str> = parts
        .filter(|part| !matches!(*part, "" | "." | ".."))
        .collect();
    let last = parts.len().saturating_sub(1);
    let mut names: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| name(if at == last { stem(part) } else { part }))
        .collect();
    if parts.last().is_some_and(|part| is_index(Path::new(part))) {
        names.pop();
    }
    names
}

/// A name without the number or the date that orders it among others.
fn name(part: &str) -> String {
    let of_order = |c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | ' ');
    let rest = part.trim_start_matches(of_order);
    let order = &part[..part.len() - rest.len()];
    let is_ordered = order.starts_with(|c: char| c.is_ascii_digit())
        && !order.ends_with(|c: char| c.is_ascii_digit())
        && !rest.is_empty();
    key(if is_ordered { rest } else { part })
}

/// A file's name without its ending and its language (`plan.en.md`).
fn stem(file: &str) -> &str {
    let path = Path::new(file);
    if format::by_extension(path).is_none() {
        return file;
    }
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    match stem.rsplit_once('.') {
        Some((stem, language)) if language.len() == 2 => stem,
        _ => stem,
    }
}

fn is_index(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| INDEXES.contains(&key(stem(&name)).as_str()))
}

/// What the front matter of a document says that its site calls it.
fn called(text: &str) -> Vec<Vec<String>> {
    let mut lines = text.lines();
    if lines.next().is_none_or(|line| line.trim_end() != "---") {
        return Vec::new();
    }
    let lines = lines.take(40).take_while(|line| line.trim_end() != "---");
    let values = lines.filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_name = ["slug", "id", "permalink", "url"].contains(&name);
        is_name.then(|| names(value.trim().trim_matches(['"', '\''])))
    });
    values.filter(|names| !names.is_empty()).collect()
}

/// Whether a link's path is that of a file or a folder, its ending left out or not.
fn exists(place: &Path) -> bool {
    place.exists()
        || ENDINGS.iter().any(|ending| {
            let mut file = place.to_owned().into_os_string();
            file.push(".");
            file.push(ending);
            Path::new(&file).exists()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, text: &str) -> Page {
        Page::new(
            Path::new(path),
            Path::new("/home/proj"),
            text,
            Markup::Markdown,
        )
    }

    #[test]
    fn a_page_is_known_by_all_that_links_call_it() {
        let table = [
            ("docs/plan.md", "plan.md"),
            ("docs/plan.md", "plan"),
            ("docs/plan.md", "plan.html"),
            ("docs/plan.md", "plan/"),
            ("docs/plan.md", "../plan/"),
            ("docs/plan.md", "./plan.md"),
            ("docs/plan.md", "Plan"),
            ("docs/plan.md", "/docs/plan.md"),
            ("docs/plan.md", "/plan/"),
            ("docs/plan.md", "@site/docs/plan.md"),
            (
                "docs/plan.md",
                "https://github.com/me/proj/blob/main/docs/plan.md",
            ),
            ("docs/plan.md", "https://me.example/proj/plan/"),
            ("docs/big-plan.md", "Big Plan"),
            ("docs/big plan.md", "big%20plan.md"),
            ("docs/plan.en.md", "plan"),
            ("docs/01-start/02-plan.md", "/start/plan"),
            ("docs/2024-05-06-plan.md", "2024-05-06-plan"),
            ("docs/2024-05-06-plan.md", "/2024/05/06/plan.html"),
            ("docs/plan/index.md", "plan/"),
            ("content/en/docs/plan/_index.md", "/docs/plan/?lang=en"),
            ("README.md", "https://github.com/me/proj"),
            ("README.md", "/home/proj/README.md"),
            ("docs/README.md", "./"),
        ];
        for (path, link) in table {
            let page = page(&format!("/home/proj/{path}"), "");
            assert!(
                page.is_at(link, Path::new("/home/proj/docs")),
                "{path}: {link}"
            );
            let last = last_name(link);
            assert!(page.last_names().any(|name| name == last), "{path}: {link}");
        }
    }

    #[test]
    fn another_page_is_another() {
        let table = [
            ("docs/plan.md", "planning.md"),
            ("docs/plan.md", "https://example.org/other/plans"),
            ("docs/deep/plan.md", "/other/plan"),
            ("docs/plan.md", "README.md"),
        ];
        for (path, link) in table {
            let page = page(&format!("/home/proj/{path}"), "");
            assert!(
                !page.is_at(link, Path::new("/home/proj/docs")),
                "{path}: {link}"
            );
        }
    }

    #[test]
    fn front_matter_names_a_page() {
        let page = page(
            "/home/proj/docs/plan.md",
            "---\nslug: /way/to-go\nid: \"x\"\n---\n",
        );
        for link in ["/way/to-go", "https://example.org/proj/way/to-go/", "x"] {
            assert!(page.is_at(link, Path::new("/home/proj/docs")), "{link}");
        }
    }
}
