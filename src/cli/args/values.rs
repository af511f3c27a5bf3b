//! The values that flags take, and what they stand for in the library.

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use dejargon::document::Format;
use dejargon::format;
use dejargon::report::ReportFormat;
use dejargon::text::named::Named;

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// How entries are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum ListFormat {
    /// A table for people
    Table,
    /// A header row, and all fields of an entry a row
    Csv,
    /// A JSON array of entries
    Json,
}

/// How two versions of a glossary are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum Versions {
    /// The fields that differ, as TOML
    #[default]
    Human,
    /// One JSON object
    Json,
}

/// What a JSON Schema describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum Schema {
    /// A glossary
    #[default]
    Glossary,
    /// dejargon.toml
    Config,
}

/// What a flag takes that names a value of the library.
pub(super) fn one_of<T: Named + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let names = T::ALL.iter().map(|value| {
        let name = PossibleValue::new(value.name());
        match value.about() {
            Some(about) => name.help(about),
            None => name,
        }
    });
    PossibleValuesParser::new(names)
        .try_map(|name| T::by_name(&name).ok_or("it is none of these names"))
}

pub(super) fn format_named(name: &str) -> Result<&'static dyn Format, String> {
    format::by_name(name).ok_or_else(|| {
        let known: Vec<&str> = format::names().collect();
        format!("known formats: {}", known.join(", "))
    })
}

pub(super) fn report_named(text: &str) -> Result<(&'static dyn ReportFormat, PathBuf), String> {
    let (format, file) = text
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or("it takes a format and a file, such as `sarif=jargon.sarif`")?;
    let format = Named::by_name(format).ok_or_else(|| {
        let known = <&dyn ReportFormat>::ALL.iter();
        let known: Vec<&str> = known.map(|known| Named::name(*known)).collect();
        format!("known formats: {}", known.join(", "))
    })?;
    Ok((format, PathBuf::from(file)))
}
