//! `dejargon explain --why`: what becomes of each word of a sentence that a glossary has,
//! by which entry, in which role, and for what reason. Whoever mends a wrong rewrite
//! starts here.

use std::io::Write;

use anyhow::Context;
use colored::Colorize;
use dejargon::check::{Occurrence, occurrences};
use dejargon::english::inflect::Inflection;
use dejargon::finding::{Applicability, Finding};
use dejargon::format;
use dejargon::glossary::context::Surroundings;
use dejargon::glossary::term::Entry;
use dejargon::input::Input;
use dejargon::matcher::{Match, ReadingPlace};
use dejargon::session::Session;
use dejargon::text::sanitize::sanitize;
use dejargon::text::span::Span;

use super::field;

/// What is said of one sentence.
struct Told<'s> {
    session: &'s Session,
    audience: &'s str,
    text: &'s str,
    findings: Vec<Finding>,
}

/// Says of each term in a sentence what becomes of it. Whether there is one.
pub(super) fn write(
    out: &mut impl Write,
    session: &Session,
    audience: &str,
    sentence: &str,
) -> anyhow::Result<bool> {
    let input = Input::from_bytes(
        "the sentence".to_owned(),
        sentence.into(),
        format::default(),
    )?;
    let text = input.text();
    let document = input.format.read(&text);
    let found = occurrences(&document, session.matcher());
    let told = Told {
        session,
        audience,
        text: &text,
        findings: session.check(&input)?,
    };
    let write = |out: &mut _| -> std::io::Result<()> {
        for occurrence in &found {
            told.write_match(out, occurrence)?;
        }
        Ok(())
    };
    write(out).context("the explanation could not be written")?;
    Ok(!found.is_empty())
}

impl Told<'_> {
    fn write_match(
        &self,
        out: &mut impl Write,
        occurrence: &Occurrence<'_>,
    ) -> std::io::Result<()> {
        let matched = &occurrence.matched;
        let entry = matched.entry;
        let spelled = sanitize(&self.text[occurrence.source().range()]).into_owned();
        let finding = self
            .findings
            .iter()
            .find(|finding| finding.location.span == occurrence.source());
        writeln!(out, "{}  {}", spelled.bold(), entry.rule.dimmed())?;
        field(out, "sense", &sense(entry))?;
        for other in matched.other_senses() {
            field(out, "or", &sense(other))?;
        }
        self.write_others(out, matched, occurrence.source())?;
        field(out, "role", &role(matched))?;
        field(out, "becomes", &self.outcome(entry, finding))?;
        writeln!(out)
    }

    /// The entries that have the same form and are not meant.
    fn write_others(
        &self,
        out: &mut impl Write,
        matched: &Match<'_>,
        source: Span,
    ) -> std::io::Result<()> {
        let around = Surroundings {
            text: self.text,
            at: source,
            sentence: Span::new(0, self.text.len()),
        };
        for other in self
            .session
            .matcher()
            .entries_of(&self.text[source.range()])
        {
            let is_named = |entry: &Entry| entry.rule == other.rule;
            if is_named(matched.entry) || matched.other_senses().iter().any(|sense| is_named(sense))
            {
                continue;
            }
            let reason = if !other.about.is_empty() {
                format!("the text is not about {}", other.about.join(" or "))
            } else if !other.is_meant(around) {
                "its `only-when` does not hold".to_owned()
            } else if !other.fits(around) {
                "its `never-when` holds".to_owned()
            } else {
                "the words around rule it out, or the other one goes first".to_owned()
            };
            field(out, "passed over", &format!("{}: {reason}", other.rule))?;
        }
        Ok(())
    }

    /// What is written, or why nothing is.
    fn outcome(&self, entry: &Entry, finding: Option<&Finding>) -> String {
        let Some(finding) = finding else {
            return if entry.is_known_to(self.audience) {
                format!("what it is: the audience `{}` knows it", self.audience)
            } else {
                "what it is: the sentence explains it itself".to_owned()
            };
        };
        let words = finding.suggestions.first().map_or("", String::as_str);
        let unsafe_writes = match finding.applicability {
            Applicability::Safe if finding.fix.is_some() => return format!("\"{words}\""),
            Applicability::Unsafe(_) => "; --unsafe writes it",
            Applicability::Safe | Applicability::Never(_) => "",
        };
        let reason = finding.held().map_or(String::new(), |held| {
            let offer = format!(" (it would be \"{words}\"{unsafe_writes})");
            let offer = if words.is_empty() { "" } else { &offer };
            format!(": {}{offer}", held.reason())
        });
        format!("what it is{reason}")
    }
}

/// What an entry means, in a few words.
fn sense(entry: &Entry) -> String {
    let meaning = entry.definition.as_deref().or(entry.expansion.as_deref());
    let plain = entry.plain.first().map(String::as_str);
    let meaning = meaning.or(plain).unwrap_or("no meaning is given");
    format!(
        "{}, {}: {meaning}",
        entry.term,
        entry.part_of_speech.title()
    )
}

/// How a match is used, and whether that is sure.
fn role(matched: &Match<'_>) -> String {
    let reading = matched.reading;
    let mut role = matched.entry.part_of_speech.title().to_owned();
    match reading.inflection {
        Some(Inflection::Base) => {}
        Some(inflection) => role = format!("{role}, {}", name(inflection)),
        None => {
            let all = Inflection::ALL.into_iter();
            let all = all.filter(|&inflection| reading.inflections.has(inflection));
            let all: Vec<&str> = all.map(name).collect();
            role = format!("{role}, {}", all.join(" or "));
        }
    }
    match reading.place {
        ReadingPlace::Own => {}
        ReadingPlace::Modifier => role.push_str(", before a noun"),
        ReadingPlace::Perhaps => role.push_str(", perhaps before a noun"),
    }
    if !reading.decided {
        role.push_str("; the words around do not decide it");
    }
    role
}

fn name(inflection: Inflection) -> &'static str {
    match inflection {
        Inflection::Base => "base form",
        Inflection::ThirdPerson => "third person",
        Inflection::Past => "past",
        Inflection::PastParticiple => "past participle",
        Inflection::PresentParticiple => "-ing form",
        Inflection::Plural => "plural",
        Inflection::Comparative => "comparative",
        Inflection::Superlative => "superlative",
    }
}
