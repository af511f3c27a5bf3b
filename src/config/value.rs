//! The values of `dejargon.toml`, one by one: how each is read, written and described.

use std::fmt::Debug;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml_edit::{InlineTable, Value as Shown};

use super::GlossarySource;
use super::globs::Pattern;
use super::reader::Reader;
use super::sourced::Sourced;
use crate::finding::Severity;
use crate::glossary::bundled;
use crate::glossary::json_schema::{
    Flag, List, Pairs, Table, Text, described, list_of, one_of, refers,
};
use crate::glossary::layers::Change;
use crate::glossary::schema::OneOrMany;
use crate::glossary::value::FileValue;
use crate::text::named::Named;

/// One value of a key.
pub(super) trait Value: Clone + Debug {
    /// The same as it is written.
    type Written: DeserializeOwned;

    /// Whether a list of them goes on top of the list below, or holds instead of it.
    const ADDS_UP: bool;

    /// The value, or `None` where it was noted what is wrong with it.
    fn read(written: Spanned<Self::Written>, reader: &mut Reader<'_>) -> Option<Self>;

    /// As TOML.
    fn shown(&self) -> Shown;

    /// What a schema says of it.
    fn schema() -> Pairs;
}

/// A value with its place; what is wrong with it is noted.
pub(super) fn sourced<V: Value>(
    written: Spanned<V::Written>,
    reader: &mut Reader<'_>,
) -> Option<Sourced<V>> {
    let origin = reader.origin(written.span().start);
    V::read(written, reader).map(|value| Sourced { value, origin })
}

fn string() -> Pairs {
    vec![("type", Text("string"))]
}

/// What is said to people is shown to them.
impl Value for String {
    type Written = Self;

    const ADDS_UP: bool = true;

    fn read(mut written: Spanned<Self>, _: &mut Reader<'_>) -> Option<Self> {
        written.disarm();
        Some(written.into_inner())
    }

    fn shown(&self) -> Shown {
        self.into()
    }

    fn schema() -> Pairs {
        string()
    }
}

impl<V: Named + DeserializeOwned + Debug> Value for V {
    type Written = Self;

    const ADDS_UP: bool = false;

    fn read(written: Spanned<Self>, _: &mut Reader<'_>) -> Option<Self> {
        Some(written.into_inner())
    }

    fn shown(&self) -> Shown {
        self.name().into()
    }

    fn schema() -> Pairs {
        one_of(Self::ALL.iter().map(|value| value.name()))
    }
}

/// A bundled one, or a file beside the configuration.
impl Value for GlossarySource {
    type Written = String;

    const ADDS_UP: bool = false;

    fn read(written: Spanned<String>, reader: &mut Reader<'_>) -> Option<Self> {
        let name = written.into_inner();
        let bundled = bundled::ALL.iter().find(|bundled| bundled.name == name);
        Some(match bundled {
            Some(bundled) => Self::Bundled(bundled.name),
            None => Self::File(reader.beside.join(name)),
        })
    }

    fn shown(&self) -> Shown {
        match self {
            Self::Bundled(name) => (*name).into(),
            Self::File(path) => slashed(path).into(),
            Self::Text { name, .. } => name.into(),
        }
    }

    fn schema() -> Pairs {
        string()
    }
}

impl Value for Pattern {
    type Written = String;

    const ADDS_UP: bool = true;

    fn read(written: Spanned<String>, reader: &mut Reader<'_>) -> Option<Self> {
        match Self::new(written.get_ref(), &reader.folder) {
            Ok(pattern) => Some(pattern),
            Err(error) => {
                let message = format!("this is no glob: {}", error.kind());
                reader.wrong(&written, message, "write it as in `docs/**/*.md`");
                None
            }
        }
    }

    fn shown(&self) -> Shown {
        (&self.text).into()
    }

    fn schema() -> Pairs {
        string()
    }
}

/// What a project changes about a rule, as it is written.
#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "expected \"off\", or a table with `severity` or `plain`"
)]
pub(super) enum WrittenChange {
    Off(Off),
    Set(Setting),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Off {
    Off,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Setting {
    severity: Option<Severity>,
    plain: Option<OneOrMany>,
}

impl Value for Change {
    type Written = WrittenChange;

    const ADDS_UP: bool = true;

    fn read(written: Spanned<WrittenChange>, _: &mut Reader<'_>) -> Option<Self> {
        Some(match written.into_inner() {
            WrittenChange::Off(Off::Off) => Self::Off,
            WrittenChange::Set(Setting {
                severity,
                mut plain,
            }) => {
                plain.disarm();
                let plain = plain.map(OneOrMany::into_vec);
                Self::Set { severity, plain }
            }
        })
    }

    fn shown(&self) -> Shown {
        let Self::Set { severity, plain } = self else {
            return "off".into();
        };
        let severity = severity.map(|severity| ("severity", severity.to_string().into()));
        let plain = plain
            .as_ref()
            .map(|words| ("plain", Shown::from_iter(words)));
        let settings: InlineTable = severity.into_iter().chain(plain).collect();
        settings.into()
    }

    fn schema() -> Pairs {
        refers("#/definitions/change")
    }
}

/// What `#/definitions/change` says.
pub(super) fn change() -> Pairs {
    let severities = ["error", "warning", "info"].into_iter();
    let plain = [string(), list_of(string())].map(Table);
    let setting = vec![
        ("type", Text("object")),
        ("additionalProperties", Flag(false)),
        (
            "properties",
            Table(vec![
                (
                    "severity",
                    described("Its severity here.", one_of(severities)),
                ),
                (
                    "plain",
                    described("Its plain words here.", vec![("anyOf", List(plain.into()))]),
                ),
            ]),
        ),
    ];
    let ways = [one_of(["off"].into_iter()), setting].map(Table);
    vec![("anyOf", List(ways.into()))]
}

/// A path as people write it in a configuration.
fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}
