//! Files that were renamed: what a file that is gone was known for is known of the file
//! that has it now, and that nobody knew. Only where there is no doubt which one has it.

use std::collections::BTreeMap;

use super::mark::Mark;
use super::{Baseline, Entries, Key, Known, entries};

impl Baseline {
    /// Whether it has entries of a file.
    pub fn knows(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Puts entries of files that are gone under the names of others that have those
    /// findings, `found`, and no entries. Where several have more of them than there were,
    /// nobody knows whose are new: those stay as they are.
    pub fn follow<'m>(
        &mut self,
        is_gone: impl Fn(&str) -> bool,
        found: impl IntoIterator<Item = (String, &'m [Mark])>,
    ) {
        let gone = self.files.keys().filter(|path| is_gone(path));
        let gone: Vec<String> = gone.cloned().collect();
        let mut places: BTreeMap<Key, Vec<(String, Known)>> = BTreeMap::new();
        for (path, marks) in found {
            for (key, known) in entries(marks) {
                places.entry(key).or_default().push((path.clone(), known));
            }
        }
        for (key, places) in places {
            let entries = gone
                .iter()
                .filter_map(|path| self.files.get(path)?.get(&key));
            let before: usize = entries.map(|known| known.count).sum();
            let now: usize = places.iter().map(|(_, known)| known.count).sum();
            if now > before && places.len() > 1 {
                continue;
            }
            for (path, known) in places {
                let count = self.take(&gone, &key, known.count);
                if count > 0 {
                    let entries = self.files.entry(path).or_default();
                    entries.insert(key.clone(), Known { count, ..known });
                }
            }
        }
        self.files.retain(|_, entries| !entries.is_empty());
    }

    /// Takes up to so many of an entry out of some files, and says how many.
    fn take(&mut self, files: &[String], key: &Key, wanted: usize) -> usize {
        let mut missing = wanted;
        for path in files {
            let entries: &mut Entries = self.files.entry(path.clone()).or_default();
            if let Some(known) = entries.get_mut(key) {
                let taken = known.count.min(missing);
                missing -= taken;
                known.count -= taken;
                entries.retain(|_, known| known.count > 0);
            }
        }
        wanted - missing
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::Sentence;
    use super::*;

    fn marks(rules: &str) -> Vec<Mark> {
        let rules = rules.split_whitespace();
        let mark = |rule: &str| Mark {
            key: Key {
                rule: Arc::from(rule),
                sentence: Sentence::of("One."),
            },
            occurrence: 1,
            text: rule.to_owned(),
        };
        rules.map(mark).collect()
    }

    fn baseline(files: &[(&str, &str)]) -> Baseline {
        let mut baseline = Baseline::default();
        for (path, rules) in files {
            baseline.replace((*path).to_owned(), entries(&marks(rules)));
        }
        baseline
    }

    type Files<'t> = &'t [(&'t str, &'t str)];

    #[test]
    fn entries_go_where_their_findings_went() {
        // Files with what is known of them; unknown files with their findings; what is
        // known then. Files that begin with `-` are gone.
        let table: [(Files, Files, Files); 8] = [
            (&[("-a", "x x y")], &[("b", "x x y")], &[("b", "x x y")]),
            (&[("-a", "x")], &[("b", "x x y")], &[("b", "x")]),
            (
                &[("-a", "x x y")],
                &[("b", "x")],
                &[("-a", "x y"), ("b", "x")],
            ),
            (&[("a", "x")], &[("b", "x")], &[("a", "x")]),
            // Two files that were moved.
            (
                &[("-a", "x"), ("-b", "x y")],
                &[("c", "x"), ("d", "x y")],
                &[("c", "x"), ("d", "x y")],
            ),
            // A file that is two now.
            (
                &[("-a", "x x y")],
                &[("b", "x"), ("c", "x y")],
                &[("b", "x"), ("c", "x y")],
            ),
            // A copy: which of them is new?
            (
                &[("-a", "x y")],
                &[("b", "x"), ("c", "x y")],
                &[("-a", "x"), ("c", "y")],
            ),
            (&[("-a", "x")], &[], &[("-a", "x")]),
        ];
        for (before, found, after) in table {
            let mut known = baseline(before);
            let found: Vec<_> = found
                .iter()
                .map(|(path, rules)| (*path, marks(rules)))
                .collect();
            let found = found
                .iter()
                .map(|(path, marks)| ((*path).to_owned(), marks.as_slice()));
            known.follow(|path| path.starts_with('-'), found);
            assert_eq!(known, baseline(after), "{before:?}");
        }
    }
}
