//! Where a document uses its terms outside of its sentences: in code, in addresses, in
//! paths. There a word has other bounds than in prose: `sandbox_id`, `openSandbox`,
//! `pull-request.md`.

use aho_corasick::AhoCorasick;

use crate::check::Occurrence;
use crate::document::{AreaKind, Document, Part, Standing, Unread};
use crate::english::role;
use crate::glossary::term::{Case, Entry};
use crate::text::address::{Addresses, joined_by_slashes};
use crate::text::span::Span;
use crate::text::word::is_word_space;

/// What can stand between the words of a term in code, besides spaces.
const SEPARATORS: [char; 6] = ['-', '_', '.', '/', '+', '\n'];

/// A form of a term.
struct Form {
    /// The number of its entry.
    entry: usize,
    /// Its words, small if capitals say nothing.
    words: Vec<String>,
    case: Case,
}

/// For each of the entries where the document first uses it outside of its sentences: the
/// part, and the place in its source.
pub(super) fn uses(
    document: &Document<'_>,
    occurrences: &[Occurrence<'_>],
    entries: &[&Entry],
) -> Vec<Option<(usize, Span)>> {
    let mut found = vec![None; entries.len()];
    let forms = forms(entries);
    let Ok(firsts) = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(forms.iter().map(|form| &form.words[0]))
    else {
        return found;
    };
    for (number, part) in document.parts.iter().enumerate() {
        let mut unread = None;
        let of_part = |occurrence: &&Occurrence<'_>| occurrence.part() == number;
        let terms: Vec<Span> = occurrences
            .iter()
            .filter(of_part)
            .map(Occurrence::source)
            .collect();
        for hit in firsts.find_overlapping_iter(&*part.source) {
            let form = &forms[hit.pattern().as_usize()];
            let is_term = |at: Span| {
                let next = terms.partition_point(|term| term.end <= at.start);
                terms.get(next).is_some_and(|term| term.overlaps(at))
            };
            if found[form.entry].is_none()
                && let Some(at) = form.ends(&part.source, hit.start())
                && !is_term(at)
                && is_outside(unread.get_or_insert_with(|| Unread::of(part)), part, at)
            {
                found[form.entry] = Some((number, at));
            }
        }
    }
    found
}

fn forms(entries: &[&Entry]) -> Vec<Form> {
    let mut forms = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let whole = entry.forms().iter().filter(|form| form.particle.is_none());
        forms.extend(whole.map(|form| {
            let spelling = match form.case {
                Case::Any => form.spelling.to_lowercase(),
                Case::Exact => form.spelling.clone(),
            };
            let words = spelling.split(|c: char| !c.is_alphanumeric());
            let words = words.filter(|word| !word.is_empty());
            Form {
                entry: number,
                words: words.map(str::to_owned).collect(),
                case: form.case,
            }
        }));
    }
    forms.retain(|form| !form.words.is_empty());
    forms
}

impl Form {
    /// Where it stands in code from `start` on, if it does.
    fn ends(&self, source: &str, start: usize) -> Option<Span> {
        let mut end = start;
        for (index, word) in self.words.iter().enumerate() {
            if index > 0 {
                end += source.get(end..)?.chars().next().map_or(0, |c| {
                    if SEPARATORS.contains(&c) || is_word_space(c) {
                        c.len_utf8()
                    } else {
                        0
                    }
                });
            }
            let written = source.get(end..end + word.len())?;
            if !self.reads(word, written) {
                return None;
            }
            end += word.len();
        }
        let at = Span::new(start, end);
        is_whole(source, at).then_some(at)
    }

    /// Whether a word is written so. An abbreviation is small in paths and names, unless
    /// it would be another word there: `it`, `us`.
    fn reads(&self, word: &str, written: &str) -> bool {
        match self.case {
            Case::Any => written.to_lowercase() == word,
            Case::Exact => {
                let small = word.to_lowercase();
                written == word || written == small && !role::is_function_word(&small)
            }
        }
    }
}

/// Whether no letter goes on at its ends, but for a capital that begins a word:
/// `openSandbox`.
fn is_whole(source: &str, at: Span) -> bool {
    let word = &source[at.range()];
    let begins = |c: char| !c.is_alphabetic() || c.is_lowercase() && is_hump(word);
    let ends =
        |c: char| !c.is_alphabetic() || c.is_uppercase() && !word.ends_with(char::is_uppercase);
    source[..at.start].chars().next_back().is_none_or(begins)
        && source[at.end..].chars().next().is_none_or(ends)
}

fn is_hump(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a place of the source is code, an address or a path.
fn is_outside(unread: &Unread, part: &Part<'_>, at: Span) -> bool {
    match unread.standing(part, at) {
        Standing::Seen => true,
        Standing::Hidden => false,
        Standing::Prose(number, span) => {
            let segment = &part.segments[number];
            let text = part.text(segment);
            let prose = span.shifted(segment.prose.start);
            part.is_in(segment, prose, AreaKind::Opaque)
                || Addresses::default().hold(text, span)
                || joined_by_slashes(text, span).next().is_some()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::format;
    use crate::glossary::parse;
    use crate::matcher::Matcher;

    /// The terms that a document has outside of its sentences.
    fn outside(format: &dyn Format, source: &str) -> Vec<String> {
        let glossary = "[glossary]\nname = \"x\"\ntitle = \"X\"\nlanguage = \"en\"\n\
             [[term]]\nterm = \"sandbox\"\npart-of-speech = \"noun\"\nplain = \"p\"\n\
             [[term]]\nterm = \"pull request\"\npart-of-speech = \"noun\"\nplain = \"p\"\n\
             [[term]]\nterm = \"API\"\npart-of-speech = \"noun\"\nplain = \"p\"\n\
             [[term]]\nterm = \"IT\"\npart-of-speech = \"noun\"\nplain = \"p\"\n";
        let mut layers = crate::glossary::layers::Layers::default();
        layers.push(parse("x.toml".as_ref(), glossary).expect("the glossary is valid"));
        let matcher = Matcher::new(layers).expect("the terms fit");
        let document = format.read(source);
        let occurrences = crate::check::occurrences(&document, &matcher);
        let terms = ["sandbox", "pull request", "API", "IT"];
        let entries: Vec<&Entry> = terms
            .iter()
            .flat_map(|term| matcher.entries_of(term))
            .collect();
        let found = uses(&document, &occurrences, &entries);
        let found = terms.iter().zip(found).filter(|(_, found)| found.is_some());
        found.map(|(term, _)| (*term).to_owned()).collect()
    }

    #[test]
    fn code_addresses_and_paths_use_terms() {
        for (name, source, expected) in [
            ("markdown", "Set `sandbox = 1`.", "sandbox"),
            ("markdown", "Call `openSandbox()`.", "sandbox"),
            ("markdown", "Call `SANDBOX_ID`, `sandboxes`.", "sandbox"),
            ("markdown", "```\npull-request: 1\n```\n", "pull request"),
            ("markdown", "```\nPullRequest x;\n```\n", "pull request"),
            ("markdown", "    pull_requests\n", "pull request"),
            ("markdown", "See [it](a/sandbox.md).", "sandbox"),
            ("markdown", "See <https://x.example/api/>.", "API"),
            ("markdown", "See https://x.example/sandbox now.", "sandbox"),
            ("markdown", "It lies in /srv/sandbox/a.", "sandbox"),
            ("markdown", "It lies in srv/sandbox/.", "sandbox"),
            ("text", "It lies in /srv/sandbox/a.", "sandbox"),
            ("html", "<p>See <code>sandbox</code>.", "sandbox"),
            ("html", "<p>See <a href=\"/sandbox\">it</a>.", "sandbox"),
            ("rst", "See ``sandbox``.\n", "sandbox"),
            ("rst", "So::\n\n    sandbox --all\n", "sandbox"),
            ("asciidoc", "See `sandbox`.\n", "sandbox"),
            ("latex", "See \\texttt{sandbox}.\n", "sandbox"),
            ("org", "See =sandbox=.\n", "sandbox"),
        ] {
            let format = format::by_name(name).expect("the format exists");
            assert_eq!(outside(format, source), [expected], "{name}: {source}");
        }
    }

    #[test]
    fn sentences_and_tags_are_no_code() {
        for (name, source) in [
            ("markdown", "The sandbox is *sandbox*-based, a sandbox/API."),
            ("markdown", "`if it is` the IT of [IT](x.md)"),
            ("markdown", "`sandboxed` and `unpullrequests`"),
            (
                "markdown",
                "<div class=\"sandbox\">It</div>\n\n<!-- sandbox -->\n",
            ),
            (
                "html",
                "<p class=\"sandbox\" id=sandbox>It</p><style>.sandbox {}</style>",
            ),
        ] {
            let format = format::by_name(name).expect("the format exists");
            assert!(outside(format, source).is_empty(), "{name}: {source}");
        }
    }
}
