//! Whether a place names its word instead of using it: the label on a button, a name that
//! the text introduces, the long form of an abbreviation, a placeholder, what a program
//! says in the code right below. Other words would name nothing there.

use super::place::Place;
use crate::document::{AreaKind, Piece, PieceKind, Segment};
use crate::english::abbreviation::looks_abbreviated;
use crate::english::casing::{is_all_capitals, words};
use crate::english::initials::{end_of_long_form, start_of_long_form};
use crate::english::role::{self, Context};
use crate::english::sentence::{Gap, Word, words_after, words_before};
use crate::text::quotation;
use crate::text::span::Span;
use crate::text::word::has_word;

/// What has a name that stands on a screen or in a document.
#[rustfmt::skip]
const LABELED: &[&str] = &[
    "button", "checkbox", "command", "dialog", "feature", "field", "heading", "icon", "label", "link", "menu",
    "message", "option", "page", "panel", "screen", "section", "setting", "tab", "toggle",
];

/// What can stand between such a word and the name behind it.
#[rustfmt::skip]
const LABELING: &[&str] = &[
    "called", "labeled", "labelled", "marked", "named", "reads", "says", "titled",
];

/// More words than these are no label.
const LONGEST_LABEL: usize = 4;

/// How far from a place marks and the brackets with its abbreviation stand, in bytes.
const NEAR: usize = 80;

/// How much of the code below a block is looked at, in bytes.
const LOOK: usize = 2_000;

/// How many words beside a match are looked for in the code below.
const LONGEST_SAYING: usize = 3;

/// How many bytes the longest placeholder or tag has.
const LONGEST_TAG: usize = 300;

impl Place<'_> {
    /// Whether the word itself is meant.
    pub(super) fn is_named(&self) -> bool {
        let span = self.in_prose(self.matched.span());
        self.part.is_in(self.segment, span, AreaKind::Term)
            || role::is_mention(self.context())
            || self.is_before_abbreviation()
            || self.is_behind_abbreviation()
            || self.is_label()
            || self.is_placeholder()
            || self.is_in_code_below()
    }

    /// `virtual machine (VM)`, `pull request ("pr" for short)`: other words would not fit
    /// the letters.
    fn is_before_abbreviation(&self) -> bool {
        let end = self.matched.whole().end;
        let near = &self.text[end..self.text.floor_char_boundary(end + NEAR)];
        let Some(open) = near.find(['(', '[', '（']) else {
            return false;
        };
        let inside = &near[open..];
        let inside = inside.split([')', ']', '）']).next().unwrap_or_default();
        let before = &self.text[..end + open];
        let spells =
            |short: &str| start_of_long_form(before, short).is_some_and(|start| start < end);
        let mut within = words(inside);
        let first = within.next().unwrap_or_default();
        let is_alone = matches!(within.next(), None | Some("for"));
        let is_next = near[..open]
            .trim_matches(|c: char| !c.is_alphanumeric())
            .is_empty();
        is_next && is_all_capitals(first.trim_end_matches('s'))
            || words(inside)
                .take(LONGEST_LABEL)
                .any(|word| looks_abbreviated(word) && spells(word))
            || is_next && is_alone && spells(&first.to_uppercase())
    }

    /// `SOW ("statement of work")`, `SOW stands for statement of work`.
    fn is_behind_abbreviation(&self) -> bool {
        let whole = self.matched.whole();
        let spelled = |short: &str| {
            let end = end_of_long_form(&self.text[whole.start..], short);
            end.is_some_and(|end| whole.start + end >= whole.end)
        };
        let mut before = words_before(self.context().before).take(LONGEST_LABEL);
        before.any(|word| looks_abbreviated(word.text) && spelled(word.text))
    }

    /// `the "Late deliverables" section`, `the setting **Terminate at night**`.
    fn is_label(&self) -> bool {
        let whole = self.matched.whole();
        let in_marks = quotation::marked(self.text, whole);
        let stretches = [in_marks, self.emphasized(whole)];
        stretches.into_iter().flatten().any(|stretch| {
            let label = &self.text[stretch.range()];
            let is_short = label.split_whitespace().count() <= LONGEST_LABEL;
            let (before, after) = (&self.text[..stretch.start], &self.text[stretch.end..]);
            is_short && (is_labeled_before(before) || is_labeled_behind(after))
        })
    }

    /// The stretch of the block around a match that markup sets off, if it is short.
    fn emphasized(&self, at: Span) -> Option<Span> {
        let from = self.text.ceil_char_boundary(at.start.saturating_sub(NEAR));
        let upto = self.text.floor_char_boundary(at.end + NEAR);
        let near = self.in_prose(Span::new(from, upto));
        let prose = self.in_prose(at);
        let pieces: Vec<Piece> = self.part.pieces(self.segment, near).collect();
        let source = &self.part.source;
        let begins = |index: usize| match index.checked_sub(1) {
            Some(before) => pieces[before].source.end < pieces[index].source.start,
            None => from == 0 && is_marked(source[..pieces[0].source.start].chars().next_back()),
        };
        let ends = |index: usize| match pieces.get(index + 1) {
            Some(behind) => pieces[index].source.end < behind.source.start,
            None => {
                let behind = source[pieces[index].source.end..].chars().next();
                upto == self.text.len() && is_marked(behind)
            }
        };
        let first = pieces.partition_point(|piece| piece.prose.end <= prose.start);
        let start = (0..pieces.len().min(first + 1))
            .rev()
            .find(|&index| begins(index))?;
        let end = (first..pieces.len()).find(|&index| ends(index))?;
        let stretch = pieces.get(start..=end)?;
        let is_words = stretch.iter().all(|piece| piece.kind != PieceKind::Object);
        let (from, upto) = (stretch.first()?.prose.start, stretch.last()?.prose.end);
        let shift = self.segment.prose.start;
        (is_words && prose.end <= upto).then(|| Span::new(from - shift, upto - shift))
    }

    /// `send DELIVERABLE` beside options, or where code has it, too.
    fn is_placeholder(&self) -> bool {
        let form = self.form();
        if self.is_in_angle_brackets() {
            return true;
        }
        if !is_all_capitals(form) || self.is_initialism() || self.is_in_shout() {
            return false;
        }
        let whole = self.matched.whole();
        let before = self.text[..whole.start].trim_end();
        let after = self.text[whole.end..].trim_start();
        let option = before.split_whitespace().next_back();
        before.ends_with(['<', '|', '[', '{'])
            || after.starts_with(['>', '|', ']', '}'])
            || option.is_some_and(|option| option.starts_with('-') && option.len() > 1)
            || self
                .whole
                .unread(self.block.0)
                .seen(self.part)
                .any(|code| has_word(code, form))
    }

    /// `<the repository>`, and what looks like a tag.
    fn is_in_angle_brackets(&self) -> bool {
        let whole = self.matched.whole();
        let from = whole.start.saturating_sub(LONGEST_TAG);
        let before = &self.text[self.text.ceil_char_boundary(from)..whole.start];
        let after = &self.text[whole.end..];
        let after = &after[..after.floor_char_boundary(LONGEST_TAG)];
        let signs = ['<', '>'];
        let (Some(open), Some(close)) = (before.rfind(signs), after.find(signs)) else {
            return false;
        };
        let stands_close = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '"' | '\'');
        let start = whole.start - before.len() + open;
        let inside = &self.text[start + 1..whole.end + close];
        before[open..].starts_with('<')
            && after[close..].starts_with('>')
            && inside.starts_with(stands_close)
            && inside.ends_with(stands_close)
    }

    /// Whether the code right below its block has the words, too, with one beside them: a
    /// program says so.
    fn is_in_code_below(&self) -> bool {
        let form = self.form().to_lowercase();
        let near = |code: &str| code[..code.floor_char_boundary(LOOK)].to_lowercase();
        let (part, number) = self.block;
        let source_of = |segment: &Segment| self.part.source_span(segment, segment.prose);
        let next = self.part.segments.get(number + 1);
        let upto = next.map_or(self.part.source.len(), |next| source_of(next).start);
        let gap = self.part.source.get(source_of(self.segment).end..upto);
        // Nearly all blocks have nothing below them.
        if gap.is_some_and(|gap| !near(gap).contains(&form)) {
            return false;
        }
        let Context { before, after, .. } = self.context();
        let before = said_beside(words_before(before), |said| said.iter().rev().collect());
        let after = said_beside(words_after(after), |said| said.iter().collect());
        let before = before.iter().map(|said| format!("{said} {form}"));
        let after = after.iter().map(|said| format!("{form} {said}"));
        let phrases: Vec<String> = before.chain(after).collect();
        let sentence = self.text[self.matched.sentence().range()].to_lowercase();
        let is_announced = self.text.trim_end().ends_with(':');
        let mut below = self.whole.unread(part).below(self.part, self.segment);
        below.any(|code| {
            let code = near(code);
            let whole = code.trim();
            let is_phrase = is_announced || whole.contains(char::is_whitespace);
            let is_said_whole = is_phrase && has_word(whole, &form) && has_word(&sentence, whole);
            is_said_whole || phrases.iter().any(|phrase| has_word(&code, phrase))
        })
    }
}

/// What stands beside a match, up to a word that says something of its own, and the
/// shorter stretches of two words or more, in small letters and the order that `ordered`
/// gives.
fn said_beside<'t>(
    words: impl Iterator<Item = Word<'t>>,
    ordered: impl Fn(&[String]) -> Vec<&String>,
) -> Vec<String> {
    let (mut said, mut stretches) = (Vec::new(), Vec::new());
    for word in words.take(LONGEST_SAYING) {
        if word.gap != Gap::Space {
            break;
        }
        let is_telling = !role::is_function_word(word.text);
        said.push(word.text.to_lowercase());
        if is_telling || said.len() > 1 {
            let stretch: Vec<&str> = ordered(&said).into_iter().map(String::as_str).collect();
            stretches.push(stretch.join(" "));
        }
        if is_telling {
            break;
        }
    }
    stretches
}

/// Whether what stands beside a block is markup.
fn is_marked(beside: Option<char>) -> bool {
    beside.is_some_and(|c| !c.is_whitespace())
}

/// Whether a text ends with a word for what has a label: `the button labeled`.
fn is_labeled_before(text: &str) -> bool {
    let mut before = words_before(text).take(2);
    let is_next = |gap: Gap| matches!(gap, Gap::Space | Gap::Quote);
    let near = before.next().filter(|word| is_next(word.gap));
    near.is_some_and(|near| {
        is_one_of(LABELED, near.text)
            || is_one_of(LABELING, near.text)
                && before
                    .next()
                    .is_some_and(|word| is_one_of(LABELED, word.text))
    })
}

/// Whether a text begins with a word for what has a label.
fn is_labeled_behind(text: &str) -> bool {
    let next = words_after(text).next();
    next.is_some_and(|word| {
        matches!(word.gap, Gap::Space | Gap::Quote) && is_one_of(LABELED, word.text)
    })
}

/// Whether a word is one of a list, or several of it.
fn is_one_of(list: &[&str], word: &str) -> bool {
    let word = word.to_lowercase();
    list.contains(&&*word)
        || word
            .strip_suffix('s')
            .is_some_and(|one| list.contains(&one))
}
