//! The values that flags take, and what they stand for in the library.

use std::path::PathBuf;

use clap::ValueEnum;
use dejargon::config::FailOn;
use dejargon::document::Format;
use dejargon::format;
use dejargon::glossary::{PartOfSpeech, Status};
use dejargon::report::ReportFormat;
use dejargon::rewrite::How;

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum Reporter {
    /// The source line, why, and what to write instead
    #[default]
    Human,
    /// A finding a line
    Concise,
    /// One JSON object
    Json,
    /// A JSON object a finding, one a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions, and its job summary
    Github,
    /// GitLab's Code Quality
    Gitlab,
    /// JUnit's XML
    Junit,
    /// Checkstyle's XML
    Checkstyle,
    /// reviewdog's diagnostics
    Rdjson,
}

impl From<Reporter> for ReportFormat {
    fn from(reporter: Reporter) -> Self {
        match reporter {
            Reporter::Human => Self::Human,
            Reporter::Concise => Self::Concise,
            Reporter::Json => Self::Json,
            Reporter::Jsonl => Self::Jsonl,
            Reporter::Sarif => Self::Sarif,
            Reporter::Github => Self::Github,
            Reporter::Gitlab => Self::Gitlab,
            Reporter::Junit => Self::Junit,
            Reporter::Checkstyle => Self::Checkstyle,
            Reporter::Rdjson => Self::Rdjson,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum Threshold {
    Error,
    Warning,
    Info,
    Never,
}

impl From<Threshold> for FailOn {
    fn from(threshold: Threshold) -> Self {
        match threshold {
            Threshold::Error => Self::Error,
            Threshold::Warning => Self::Warning,
            Threshold::Info => Self::Info,
            Threshold::Never => Self::Never,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum HowFlag {
    /// Put plain words in its place
    Replace,
    /// Keep it, and explain it at its first use
    Explain,
    /// Keep it, and explain it in a footnote
    Footnote,
}

impl From<HowFlag> for How {
    fn from(how: HowFlag) -> Self {
        match how {
            HowFlag::Replace => Self::Replace,
            HowFlag::Explain => Self::Explain,
            HowFlag::Footnote => Self::Footnote,
        }
    }
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum PartOfSpeechFlag {
    Noun,
    Verb,
    Adjective,
    Adverb,
    ProperNoun,
    Phrase,
}

impl From<PartOfSpeechFlag> for PartOfSpeech {
    fn from(flag: PartOfSpeechFlag) -> Self {
        match flag {
            PartOfSpeechFlag::Noun => Self::Noun,
            PartOfSpeechFlag::Verb => Self::Verb,
            PartOfSpeechFlag::Adjective => Self::Adjective,
            PartOfSpeechFlag::Adverb => Self::Adverb,
            PartOfSpeechFlag::ProperNoun => Self::ProperNoun,
            PartOfSpeechFlag::Phrase => Self::Phrase,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum StatusFlag {
    Preferred,
    Admitted,
    Deprecated,
    Draft,
}

impl From<StatusFlag> for Status {
    fn from(flag: StatusFlag) -> Self {
        match flag {
            StatusFlag::Preferred => Self::Preferred,
            StatusFlag::Admitted => Self::Admitted,
            StatusFlag::Deprecated => Self::Deprecated,
            StatusFlag::Draft => Self::Draft,
        }
    }
}

pub(super) fn format_named(name: &str) -> Result<&'static dyn Format, String> {
    format::by_name(name).ok_or_else(|| {
        let known: Vec<&str> = format::names().collect();
        format!("known formats: {}", known.join(", "))
    })
}

pub(super) fn report_named(text: &str) -> Result<(Reporter, PathBuf), String> {
    let (format, file) = text
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or("it takes a format and a file, such as `sarif=jargon.sarif`")?;
    let reporter = Reporter::from_str(format, false).map_err(|_| {
        let known = Reporter::value_variants().iter();
        let known =
            known.filter_map(|known| Some(known.to_possible_value()?.get_name().to_owned()));
        format!("known formats: {}", known.collect::<Vec<_>>().join(", "))
    })?;
    Ok((reporter, PathBuf::from(file)))
}
