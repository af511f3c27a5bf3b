//! What stands behind a key of `dejargon.toml`: how it is read, what becomes of it when
//! another place says something else, how it is shown, and what a schema says of it. A
//! value holds instead of those below it; of lists and tables `Value` says whether they do.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::reader::Reader;
use super::shown::Shown;
use super::sourced::Sourced;
use super::value::{Value, sourced};
use crate::glossary::json_schema::{Json, Pairs, Table, Text, list_of};

/// What a key holds.
pub(super) trait Key: Sized {
    /// The same as it is written.
    type Written: DeserializeOwned + Default;
    /// What one place says of it.
    type Said: Debug + Default;

    fn read(written: Self::Written, reader: &mut Reader<'_>) -> Self::Said;

    /// Puts what one place says over what holds.
    fn update(&mut self, said: &Self::Said);

    fn show(&self, key: &str, shown: &mut Shown);

    /// What a schema says of it, with what holds where nobody says anything.
    fn schema(default: Option<&Self>) -> Pairs;
}

impl<V: Value> Key for Sourced<V> {
    type Written = Option<Spanned<V::Written>>;
    type Said = Option<Self>;

    fn read(written: Self::Written, reader: &mut Reader<'_>) -> Self::Said {
        written.and_then(|written| sourced(written, reader))
    }

    fn update(&mut self, said: &Self::Said) {
        if let Some(said) = said {
            self.clone_from(said);
        }
    }

    fn show(&self, key: &str, shown: &mut Shown) {
        shown.line(&format!("{key} = {}", self.value.shown()), &self.origin);
    }

    fn schema(default: Option<&Self>) -> Pairs {
        let mut schema = V::schema();
        let default = default.map(|default| default.shown());
        let default = default.as_ref().and_then(|default| default.as_str());
        schema.extend(default.map(|text| ("default", Json::Owned(text.to_owned()))));
        schema
    }
}

impl<V: Value> Key for Vec<Sourced<V>> {
    type Written = Option<Vec<Spanned<V::Written>>>;
    type Said = Option<Self>;

    fn read(written: Self::Written, reader: &mut Reader<'_>) -> Self::Said {
        let read = |written: Vec<_>| {
            let values = written.into_iter();
            values.filter_map(|value| sourced(value, reader)).collect()
        };
        written.map(read)
    }

    fn update(&mut self, said: &Self::Said) {
        if let Some(said) = said {
            if !V::ADDS_UP {
                self.clear();
            }
            self.extend_from_slice(said);
        }
    }

    fn show(&self, key: &str, shown: &mut Shown) {
        shown.list(key, self);
    }

    fn schema(_: Option<&Self>) -> Pairs {
        list_of(V::schema())
    }
}

/// A list that means something else when it is not there.
impl<V: Value> Key for Option<Vec<Sourced<V>>> {
    type Written = <Vec<Sourced<V>> as Key>::Written;
    type Said = Self;

    fn read(written: Self::Written, reader: &mut Reader<'_>) -> Self::Said {
        <Vec<Sourced<V>>>::read(written, reader)
    }

    fn update(&mut self, said: &Self::Said) {
        if said.is_some() {
            self.clone_from(said);
        }
    }

    fn show(&self, key: &str, shown: &mut Shown) {
        if let Some(list) = self {
            list.show(key, shown);
        }
    }

    fn schema(_: Option<&Self>) -> Pairs {
        list_of(V::schema())
    }
}

impl<V: Value> Key for BTreeMap<String, Sourced<V>> {
    type Written = BTreeMap<String, Spanned<V::Written>>;
    type Said = Self;

    fn read(written: Self::Written, reader: &mut Reader<'_>) -> Self::Said {
        let values = written.into_iter();
        let read = |(name, value)| Some((name, sourced(value, reader)?));
        values.filter_map(read).collect()
    }

    fn update(&mut self, said: &Self::Said) {
        let said = said.iter();
        self.extend(said.map(|(name, value)| (name.clone(), value.clone())));
    }

    fn show(&self, key: &str, shown: &mut Shown) {
        shown.table(key, self);
    }

    fn schema(_: Option<&Self>) -> Pairs {
        vec![
            ("type", Text("object")),
            ("additionalProperties", Table(V::schema())),
        ]
    }
}
