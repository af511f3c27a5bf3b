//! The glossaries inside the program: no file has to be installed, and none is
//! read at a start. The build script has checked them and left their entries in
//! a form that is read one by one, when a text first uses them.

use std::ops::Range;
use std::path::PathBuf;

use super::term::Entry;
use super::written::Glossary;

include!(concat!(env!("OUT_DIR"), "/glossaries.rs"));

/// A bundled glossary.
#[derive(Debug)]
pub struct Bundled {
    /// Its id.
    pub name: &'static str,
    /// Audiences that it or one of its entries speaks of.
    pub audiences: &'static [&'static str],
    /// The numbers of its entries.
    pub entries: Range<usize>,
    known_to: &'static [&'static str],
    /// Its files, one a field: path in the project, and text.
    files: &'static [(&'static str, &'static str)],
}

/// The bundled glossary of that name, or `None` if there is none.
pub fn load(name: &str) -> Option<Glossary> {
    let bundled = ALL.iter().find(|bundled| bundled.name == name)?;
    Some(Glossary {
        name: name.to_owned(),
        known_to: bundled.known_to.iter().map(ToString::to_string).collect(),
        entries: bundled.entries.clone().filter_map(entry).collect(),
    })
}

/// How many entries there are.
pub(super) fn count() -> usize {
    ENDS.len()
}

/// The entry of that number.
pub(super) fn entry(number: usize) -> Option<Entry> {
    let start = number.checked_sub(1).map_or(0, |before| ENDS[before]);
    let bytes = ENTRIES.get(start as usize..*ENDS.get(number)? as usize)?;
    postcard::from_bytes(bytes).ok()
}

/// The numbers of a glossary's entries in the order of their rules.
pub(super) fn sorted_by_rule(bundled: &Bundled) -> &'static [u16] {
    &BY_RULE[bundled.entries.clone()]
}

/// The files of the bundled glossary of that name, one a field: path in the project,
/// and text. None if there is no such glossary.
pub fn files(name: &str) -> &'static [(&'static str, &'static str)] {
    let bundled = ALL.iter().find(|bundled| bundled.name == name);
    bundled.map_or(&[], |bundled| bundled.files)
}

/// The bundled glossary of that name as one file would have it: its folder in the
/// project, and the entries of all its files below the header of the first.
pub fn written(name: &str) -> Option<(PathBuf, String)> {
    let mut files = files(name).iter();
    let (_, first) = files.next()?;
    let mut text = (*first).to_owned();
    for (_, file) in files {
        let entries = file.find("\n[[term]]").unwrap_or(file.len());
        text.push_str(&file[entries..]);
    }
    Some((["glossary", name].iter().collect(), text))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::glossary::parse;

    #[test]
    fn every_entry_is_kept_as_it_was_written() {
        for bundled in ALL {
            let read = |(path, text): &(&str, &str)| {
                parse(Path::new(path), text)
                    .expect("the build has read it")
                    .entries
            };
            let written: Vec<Entry> = bundled.files.iter().flat_map(read).collect();
            let kept = load(bundled.name).expect("it has that name");
            assert_eq!(written.len(), kept.entries.len());
            for (written, kept) in written.iter().zip(&kept.entries) {
                let packed = postcard::to_allocvec(written).expect("an entry is plain data");
                let again = postcard::to_allocvec(kept).expect("an entry is plain data");
                assert_eq!(packed, again, "{}", kept.rule);
            }
        }
    }
}
