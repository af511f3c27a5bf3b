//! The two tables of an Open Packaging document (of Word, Excel and their like): what kind
//! of file each member is, and which member a relationship leads to.

use super::archive::Archive;
use super::members::member;
use super::xml::{Node, Refusal, Space, Walker};

/// Where the kinds stand.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// Where the relationships of the package itself stand.
const ROOT: &str = "";

/// What kind of file each member is: by its name, else by its extension.
#[derive(Default)]
pub(super) struct Kinds {
    by_name: Vec<(String, String)>,
    by_extension: Vec<(String, String)>,
}

impl Kinds {
    /// The kinds that an archive names; they are put into the source, too.
    ///
    /// # Errors
    ///
    /// Why the archive is no document of this family.
    fn read(archive: &mut Archive<'_>, source: &mut String, kind: &str) -> Result<Self, Refusal> {
        if !archive.has(TYPES) {
            return Err(format!("is no {kind}, whatever its name says"));
        }
        archive.add_to(source, TYPES)?;
        Ok(Self::of(source))
    }

    /// The kinds that a source names.
    pub(super) fn of(source: &str) -> Self {
        let mut kinds = Self::default();
        let Some(table) = member(source, TYPES) else {
            return kinds;
        };
        let mut walker = Walker::new(source, table.span);
        while let Ok(Some(node)) = walker.next() {
            let Node::Open(tag) = node else { continue };
            let value = |name| walker.attribute(&tag, Space::None, name);
            let Some(kind) = value("ContentType") else {
                continue;
            };
            if let Some(part) = value("PartName") {
                let name = part.trim_start_matches('/').to_owned();
                kinds.by_name.push((name, kind));
            } else if let Some(extension) = value("Extension") {
                kinds.by_extension.push((extension, kind));
            }
        }
        kinds
    }

    /// The kind of a member.
    fn kind(&self, name: &str) -> Option<&str> {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let find = |table: &'_ [(String, String)], name: &str| {
            table
                .iter()
                .position(|(known, _)| known.eq_ignore_ascii_case(name))
        };
        let named = find(&self.by_name, name).map(|at| &self.by_name[at]);
        let entry =
            named.or_else(|| find(&self.by_extension, extension).map(|at| &self.by_extension[at]));
        entry.map(|(_, kind)| kind.as_str())
    }

    /// The main member of a source, whose kind ends so: what the package's own
    /// relationships lead to, or where these are missing the first that is named.
    pub(super) fn main(&self, source: &str, ends: &[&str]) -> Option<String> {
        let is_one = |kind: &str| ends.iter().any(|end| kind.ends_with(end));
        let related = relations(source, ROOT).into_iter();
        let mut related = related.filter(|relation| {
            relation.kind == "officeDocument" && self.kind(&relation.target).is_some_and(is_one)
        });
        related.next().map(|relation| relation.target).or_else(|| {
            let named = self.by_name.iter().find(|(_, kind)| is_one(kind));
            named.map(|(name, _)| name.clone())
        })
    }
}

/// Opens a package and puts its tables and its main member into a source: the archive,
/// the source, and the main member's name.
///
/// # Errors
///
/// Why the archive is no document of the kind.
pub(super) fn open<'b>(
    bytes: &'b [u8],
    kind: &str,
    main: &[&str],
) -> Result<(Archive<'b>, String, String), Refusal> {
    let mut archive = Archive::open(bytes, kind)?;
    let mut source = String::new();
    let kinds = Kinds::read(&mut archive, &mut source, kind)?;
    let root = relations_of(ROOT);
    if archive.has(&root) {
        archive.add_to(&mut source, &root)?;
    }
    let main = kinds.main(&source, main);
    let main = main.ok_or_else(|| format!("is no {kind}, whatever its name says"))?;
    add_with_relations(&mut archive, &mut source, &main)?;
    Ok((archive, source, main))
}

/// Adds a member and the table of its relationships to a source.
///
/// # Errors
///
/// Why one of them cannot be read.
pub(super) fn add_with_relations(
    archive: &mut Archive<'_>,
    source: &mut String,
    name: &str,
) -> Result<(), Refusal> {
    archive.add_to(source, name)?;
    let table = relations_of(name);
    if archive.has(&table) {
        archive.add_to(source, &table)?;
    }
    Ok(())
}

/// A relationship: its id, the last word of its type, and the member it leads to.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
}

/// Where the relationships of a member stand.
pub(super) fn relations_of(name: &str) -> String {
    match name.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{name}.rels"),
    }
}

/// The relationships of a member inside the package.
pub(super) fn relations(source: &str, name: &str) -> Vec<Relation> {
    let mut relations = Vec::new();
    let Some(table) = member(source, &relations_of(name)) else {
        return relations;
    };
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut walker = Walker::new(source, table.span);
    while let Ok(Some(node)) = walker.next() {
        let Node::Open(tag) = node else { continue };
        let value = |name| walker.attribute(&tag, Space::None, name);
        let (Some(id), Some(kind), Some(target)) = (value("Id"), value("Type"), value("Target"))
        else {
            continue;
        };
        if value("TargetMode").as_deref() != Some("External") {
            relations.push(Relation {
                id,
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: resolved(folder, &target),
            });
        }
    }
    relations
}

/// A target as a path in the package.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            name => path.push(name),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::members::add;
    use super::*;

    #[test]
    fn the_main_member_may_have_its_kind_by_its_extension() {
        let types = |inside: &str| format!("<Types>{inside}</Types>");
        let default = "<Default Extension='xml' ContentType='x/document.main+xml'/>";
        let named = "<Override PartName='/a.xml' ContentType='x/document.main+xml'/>";
        let root = "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='/w/b.xml'/>\
            </Relationships>";
        for (types, root, expected) in [
            (types(default), Some(root), Some("w/b.xml")),
            (types(named), None, Some("a.xml")),
            (
                types(&[default, named].concat()),
                Some(root),
                Some("w/b.xml"),
            ),
            (types(""), Some(root), None),
        ] {
            let mut source = String::new();
            assert!(add(&mut source, TYPES, &types));
            assert!(root.is_none_or(|root| add(&mut source, "_rels/.rels", root)));
            let main = Kinds::of(&source).main(&source, &["document.main+xml"]);
            assert_eq!(main.as_deref(), expected, "{types}");
        }
    }

    #[test]
    fn targets_are_paths_in_the_package() {
        for (folder, target, expected) in [
            ("word", "comments.xml", "word/comments.xml"),
            ("ppt/slides", "../notes/n1.xml", "ppt/notes/n1.xml"),
            ("word", "/word/header1.xml", "word/header1.xml"),
            ("", "word/document.xml", "word/document.xml"),
        ] {
            assert_eq!(resolved(folder, target), expected);
        }
        assert_eq!(
            relations_of("word/document.xml"),
            "word/_rels/document.xml.rels"
        );
    }
}
