//! The keys of `dejargon.toml`. Each is declared here and nowhere else: its name, what
//! it means, what it holds, what holds where nobody says anything, and whether an
//! override may say it. The reader, what comes over what, `config show` and the JSON
//! Schema follow.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use toml::Spanned;

use super::globs::Pattern;
use super::key::Key;
use super::reader::Reader;
use super::shown::Shown;
use super::sourced::Sourced;
use super::{FailOn, GlossarySource, Treatment};
use crate::glossary::bundled;
use crate::glossary::json_schema::{Pairs, described};
use crate::glossary::layers::Change;
use crate::glossary::term::PUBLIC;

/// Declares the keys. `#[serde(skip)]` takes one out of overrides.
macro_rules! options {
    ($(
        $key:literal, $meaning:literal,
        $(#[$in_overrides:meta])*
        $field:ident: $type:ty = $default:expr;
    )*) => {
        /// What holds for a document.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Config {
            $(
                #[doc = $meaning]
                pub $field: $type,
            )*
            /// The configuration file that this comes from.
            pub file: Option<PathBuf>,
        }

        impl Default for Config {
            fn default() -> Self {
                Self {
                    $($field: $default,)*
                    file: None,
                }
            }
        }

        /// The keys of a file.
        pub(super) const KEYS: &[&str] = &["extend", $($key,)* "overrides"];

        /// A file as it is written.
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct File {
            pub(super) extend: Option<Spanned<String>>,
            $(
                #[serde(rename = $key)]
                $field: <$type as Key>::Written,
            )*
            pub(super) overrides: Vec<Override>,
        }

        /// What holds for some of the documents, as it is written.
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Override {
            pub(super) paths: Vec<Spanned<String>>,
            $(
                $(#[$in_overrides])*
                #[serde(rename = $key, default)]
                $field: <$type as Key>::Written,
            )*
        }

        /// What one place says, absent where it says nothing.
        #[derive(Debug, Default)]
        pub(super) struct Options {
            $(pub(super) $field: <$type as Key>::Said,)*
        }

        impl Options {
            pub(super) fn of_file(file: File, reader: &mut Reader<'_>) -> Self {
                Self { $($field: <$type>::read(file.$field, reader),)* }
            }

            pub(super) fn of_override(some: Override, reader: &mut Reader<'_>) -> Self {
                Self { $($field: <$type>::read(some.$field, reader),)* }
            }
        }

        impl Config {
            /// Puts what one place says over what holds.
            pub(super) fn update(&mut self, said: &Options) {
                $(self.$field.update(&said.$field);)*
            }

            /// Every value, a key each.
            pub(super) fn show(&self, shown: &mut Shown) {
                $(self.$field.show($key, shown);)*
            }

            /// What a schema says of the keys of a file.
            pub(super) fn keys_of_files() -> Pairs {
                let default = Self::default();
                vec![$(
                    ($key, described($meaning, <$type>::schema(Some(&default.$field)))),
                )*]
            }

            /// What a schema says of the keys of an override.
            pub(super) fn keys_of_overrides() -> Pairs {
                let keys: [(&[&str], _, _); _] = [$(
                    (
                        &[$(stringify!($in_overrides)),*],
                        $key,
                        described($meaning, <$type>::schema(None)),
                    ),
                )*];
                let keys = keys.into_iter().filter(|(skipped, ..)| skipped.is_empty());
                keys.map(|(_, key, schema)| (key, schema)).collect()
            }
        }
    };
}

options! {
    "audience", "Who reads: public, it, business, or any name that a glossary uses.",
    audience: Sourced<String> = PUBLIC.to_owned().into();

    "glossaries", "The whole list of glossaries, later ones on top: bundled ones (it, business, plain), and files beside this one.",
    #[serde(skip)]
    glossaries: Vec<Sourced<GlossarySource>> = bundled::ALL.iter().map(|bundled| GlossarySource::Bundled(bundled.name).into()).collect();

    "fail-on", "From which severity on check fails.",
    fail_on: Sourced<FailOn> = FailOn::Warning.into();

    "quotations", "Whether somebody else's words are only flagged, or rewritten, too.",
    quotations: Sourced<Treatment> = Treatment::Flag.into();

    "headings", "Whether headings are only flagged, or rewritten, too.",
    headings: Sourced<Treatment> = Treatment::Rewrite.into();

    "include", "Globs of the files of a folder that are read.",
    #[serde(skip)]
    include: Option<Vec<Sourced<Pattern>>> = None;

    "exclude", "Globs of those that are not.",
    #[serde(skip)]
    exclude: Vec<Sourced<Pattern>> = Vec::new();

    "allow", "Words that the readers know, in every form.",
    allow: Vec<Sourced<String>> = Vec::new();

    "terms", "Single rules, as a report names them: off, or with another severity or other plain words.",
    terms: BTreeMap<String, Sourced<Change>> = BTreeMap::new();
}
