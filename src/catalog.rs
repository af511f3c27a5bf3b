//! Every entry of every glossary that is used, with what `glossary::layers` says became
//! of it, and what the project changes about it: for people who look after glossaries.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::config::settings::Settings;
use crate::finding::Severity;
use crate::glossary::layers::{Change, Layers, Standing};
use crate::glossary::term::{Entry, Status};
use crate::session::{SessionError, glossaries};
use crate::text::fold::fold;

/// All entries of all layers.
#[derive(Debug)]
pub struct Catalog {
    /// The entries, the lowest layer first.
    pub senses: Vec<Sense>,
    /// How many layers there are.
    pub depth: usize,
}

/// An entry in its layer.
#[derive(Debug)]
pub struct Sense {
    /// The entry as it holds, with what the project changes.
    pub entry: Entry,
    /// The glossary's name.
    pub glossary: String,
    /// Whether it comes with the program.
    pub is_bundled: bool,
    /// The number of its layer, from 1 for the lowest.
    pub layer: usize,
    /// What became of it.
    pub standing: Standing,
    /// The numbers of the senses of the same rule in lower layers.
    pub overrides: Vec<usize>,
    /// What the project says about its rule.
    pub change: Option<ProjectChange>,
}

/// What a project says about a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectChange {
    /// What it says.
    pub change: Change,
    /// Where: `FILE:LINE`.
    pub origin: String,
    /// The plain words that the entry has without it.
    pub plain: Vec<String>,
    /// The severity that it has without it.
    pub severity: Severity,
}

/// Which entries somebody wants to see; what is empty asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of these glossaries.
    pub glossaries: Vec<String>,
    /// With one of these tags.
    pub tags: Vec<String>,
    /// Jargon to this audience.
    pub audience: Option<String>,
    /// With one of these statuses.
    pub statuses: Vec<Status>,
    /// With these words in any of their texts.
    pub text: Vec<String>,
    /// Also those that do not hold.
    pub all: bool,
}

impl Catalog {
    /// The entries of all glossaries that a project's documents in `folder` use.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with any of the glossaries.
    pub fn of(settings: &Settings, folder: &Path) -> Result<Self, SessionError> {
        let config = settings.config_for(folder);
        let mut names = Vec::new();
        let mut layers = Layers::default();
        for (source, glossary) in config
            .glossaries
            .iter()
            .zip(glossaries(&config.glossaries)?)
        {
            names.push((glossary.name.clone(), source.bundled().is_some()));
            layers.push(glossary);
        }
        let mut changes = HashMap::new();
        for (rule, change) in &config.terms {
            if let Some((number, entry)) = layers.highest(rule) {
                let change = ProjectChange {
                    change: change.value.clone(),
                    origin: change.origin.to_string(),
                    plain: entry.plain.clone(),
                    severity: entry.severity,
                };
                changes.insert(number, change);
            }
            layers.change(rule, change.value.clone());
        }
        let entries = layers.into_entries().enumerate();
        let senses = entries.map(|(number, layered)| {
            let (glossary, is_bundled) = names[layered.layer - 1].clone();
            Sense {
                entry: *layered.entry,
                glossary,
                is_bundled,
                layer: layered.layer,
                standing: layered.standing,
                overrides: layered.overrides,
                change: changes.remove(&number),
            }
        });
        Ok(Self {
            senses: senses.collect(),
            depth: names.len(),
        })
    }

    /// The senses of a word: those that have it as a form, or else as their id, or
    /// their rule.
    pub fn named(&self, name: &str) -> Vec<&Sense> {
        let folded = fold(name);
        let with = |is: &dyn Fn(&Sense) -> bool| -> Vec<&Sense> {
            self.senses.iter().filter(|sense| is(sense)).collect()
        };
        let by_form = with(&|sense| {
            let mut forms = sense.entry.forms().iter();
            forms.any(|form| form.particle.is_none() && fold(&form.spelling) == folded)
        });
        if by_form.is_empty() {
            with(&|sense| *sense.entry.rule == *name || sense.id() == name)
        } else {
            by_form
        }
    }

    /// The senses that a filter asks for, by term.
    pub fn filtered(&self, filter: &Filter) -> Vec<&Sense> {
        let mut senses: Vec<&Sense> = self
            .senses
            .iter()
            .filter(|sense| sense.is_asked_for(filter))
            .collect();
        senses.sort_by_cached_key(|sense| {
            (sense.entry.term.to_lowercase(), sense.entry.rule.clone())
        });
        senses
    }

    /// The names of the glossaries.
    pub fn glossaries(&self) -> BTreeSet<&str> {
        self.senses.iter().map(|sense| &*sense.glossary).collect()
    }

    /// All tags, with how many entries have each.
    pub fn tags(&self) -> BTreeMap<&str, usize> {
        let mut tags = BTreeMap::new();
        for tag in self.senses.iter().flat_map(|sense| &sense.entry.tags) {
            *tags.entry(&**tag).or_default() += 1;
        }
        tags
    }
}

impl Sense {
    /// The second half of its rule.
    pub fn id(&self) -> &str {
        self.entry.rule.split_once('/').map_or("", |(_, id)| id)
    }

    fn is_asked_for(&self, filter: &Filter) -> bool {
        let entry = &self.entry;
        let is_one = |wanted: &[String], has: &dyn Fn(&String) -> bool| {
            wanted.is_empty() || wanted.iter().any(has)
        };
        (filter.all || matches!(self.standing, Standing::Holds | Standing::Draft))
            && is_one(&filter.glossaries, &|name| *name == self.glossary)
            && is_one(&filter.tags, &|tag| entry.tags.contains(tag))
            && (filter.statuses.is_empty() || filter.statuses.contains(&entry.status))
            && filter
                .audience
                .as_ref()
                .is_none_or(|audience| !entry.is_known_to(audience))
            && filter.text.iter().all(|words| self.says(&fold(words)))
    }

    /// Whether any text of the entry has these folded words.
    fn says(&self, words: &str) -> bool {
        let entry = &self.entry;
        let texts = [&entry.expansion, &entry.note, &entry.owner, &entry.source];
        let texts = texts.into_iter().flatten();
        let meanings = entry.meanings.iter().map(|(_, meaning)| &**meaning);
        std::iter::once(&*entry.term)
            .chain(entry.definition.as_deref())
            .chain(
                entry
                    .aliases
                    .iter()
                    .chain(&entry.plain)
                    .chain(&entry.plain_gb)
                    .map(String::as_str),
            )
            .chain(texts.map(String::as_str))
            .chain(meanings)
            .any(|text| fold(text).contains(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Flags;

    fn catalog(files: &[(&str, &str)]) -> Catalog {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("it can be written");
        }
        let settings = Settings::of_folder(&Flags::default(), folder.path()).expect("it is right");
        Catalog::of(&settings, folder.path()).expect("the glossaries are right")
    }

    #[test]
    fn every_entry_knows_what_became_of_it() {
        let low = "[glossary]\nname = \"x\"\ntitle = \"X\"\nknown-to = [\"it\"]\n[[term]]\nterm = \"a\"\n[[term]]\nterm = \"b\"\nplain = \"c\"\ntags = [\"t\"]\n[[term]]\nterm = \"d\"\n";
        let high = "[glossary]\nname = \"x\"\ntitle = \"X\"\n[[term]]\nterm = \"a\"\npart-of-speech = \"noun\"\n[[term]]\nterm = \"e\"\nstatus = \"draft\"\n";
        let config = "glossaries = [\"low.toml\", \"high.toml\"]\n[terms]\n\"x/b\" = { plain = \"z\" }\n\"x/d\" = \"off\"\n";
        let catalog = catalog(&[
            ("low.toml", low),
            ("high.toml", high),
            ("dejargon.toml", config),
        ]);
        let standing: Vec<(&str, Standing)> = catalog
            .senses
            .iter()
            .map(|sense| (&*sense.entry.term, sense.standing))
            .collect();
        assert_eq!(
            standing,
            [
                ("a", Standing::Overridden(3)),
                ("b", Standing::Holds),
                ("d", Standing::Off),
                ("a", Standing::Holds),
                ("e", Standing::Draft),
            ]
        );
        assert_eq!(catalog.senses[3].overrides, [0]);
        let changed = &catalog.senses[1];
        assert_eq!(changed.entry.plain, ["z"]);
        let change = changed.change.as_ref().expect("the project changes it");
        assert_eq!(change.plain, ["c"]);
        assert!(
            change.origin.ends_with("dejargon.toml:3"),
            "{}",
            change.origin
        );
        let terms = |filter: Filter| -> Vec<&str> {
            let senses = catalog.filtered(&filter).into_iter();
            senses.map(|sense| &*sense.entry.term).collect()
        };
        assert_eq!(terms(Filter::default()), ["a", "b", "e"]);
        assert_eq!(
            terms(Filter {
                all: true,
                ..Filter::default()
            }),
            ["a", "a", "b", "d", "e"]
        );
        let audience = Some("it".to_owned());
        assert_eq!(
            terms(Filter {
                audience,
                ..Filter::default()
            }),
            ["a", "e"]
        );
        assert_eq!(
            terms(Filter {
                tags: vec!["t".to_owned()],
                ..Filter::default()
            }),
            ["b"]
        );
        assert_eq!(
            terms(Filter {
                text: vec!["Z".to_owned()],
                ..Filter::default()
            }),
            ["b"]
        );
        assert_eq!(
            terms(Filter {
                statuses: vec![Status::Draft],
                ..Filter::default()
            }),
            ["e"]
        );
        let named = |name| catalog.named(name).len();
        assert_eq!((named("A"), named("x/d"), named("nothing")), (2, 1, 0));
    }
}
