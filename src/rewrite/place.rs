//! What a place says about rewriting there: its sentence and capitals, whose
//! words they are, whether they are a name, a compound, a mention.

use std::cell::OnceCell;

use crate::check::{Block, Checked, Occurrence};
use crate::document::{AreaKind, Part, Segment, SegmentKind};
use crate::english::casing::{
    Capitals, is_all_capitals, is_capitalized, is_shouted, is_title, is_title_of_work, words,
};
use crate::english::role::{self, Context};
use crate::english::sentence::{self, Gap, words_after, words_before};
use crate::finding::Held;
use crate::matcher::Match;
use crate::text::quotation;
use crate::text::span::Span;
use crate::text::spot::Spot;
use crate::text::word::{is_apostrophe, is_hyphen, is_word_char};

use super::anchors::LONGEST_TITLE;
use super::whole::Whole;
use crate::glossary::term::{PartOfSpeech, Rewrite};

/// Among how many occurrences before it the verb around a match is looked for.
const REACH: usize = 8;

/// How many words to either side tell whether a place is shouted.
const RUN: usize = 8;

/// A match in its block.
pub(super) struct Place<'d> {
    pub(super) part: &'d Part<'d>,
    pub(super) segment: &'d Segment,
    pub(super) text: &'d str,
    pub(super) matched: &'d Match<'d>,
    /// Its document.
    pub(super) whole: &'d Whole<'d>,
    /// Its block.
    pub(super) block: Block,
    /// Where that stands, in a document without lines.
    pub(super) spot: Option<&'d Spot>,
    /// The separable verb that it stands inside of: `loop the <match> in`.
    pub(super) outer: Option<Box<Self>>,
    /// All occurrences, and its number among them.
    occurrences: &'d [Occurrence<'d>],
    index: usize,
    shouted: OnceCell<bool>,
    capitals: OnceCell<Capitals>,
}

impl<'d> Place<'d> {
    /// The place of one of the occurrences of a document.
    pub(super) fn new(whole: &'d Whole<'_>, checked: &'d Checked<'_>, index: usize) -> Self {
        let occurrences = &checked.occurrences[..];
        let occurrence = &occurrences[index];
        let part = &whole.document.parts[occurrence.part()];
        let segment = &part.segments[occurrence.segment()];
        let same_block = |other: &Occurrence<'_>| other.block() == occurrence.block();
        let holds = |&other: &usize| {
            let (other, end) = (&occurrences[other], occurrence.matched.whole().end);
            let particle = other.matched.particle();
            same_block(other) && particle.is_some_and(|particle| particle.start >= end)
        };
        let outer = (0..index).rev().take(REACH).find(holds);
        Self {
            part,
            segment,
            text: part.text(segment),
            matched: &occurrence.matched,
            whole,
            block: occurrence.block(),
            spot: part.spot(occurrence.segment()),
            outer: outer.map(|outer| Box::new(Self::new(whole, checked, outer))),
            occurrences,
            index,
            shouted: OnceCell::new(),
            capitals: OnceCell::new(),
        }
    }

    /// The plain words for it in the English of its text.
    pub(super) fn plain(&self) -> &'d [String] {
        self.matched.entry.plain_in(self.whole.variety)
    }

    /// Whether a place of the block is in this match, or in another one that other words
    /// are to stand for.
    pub(super) fn is_rewritten(&self, at: usize) -> bool {
        let holds = |other: &Occurrence<'_>| {
            let matched = &other.matched;
            let mut spans = std::iter::once(matched.span()).chain(matched.particle());
            spans.any(|span| span.start <= at && at < span.end)
        };
        let is_near = |other: &&Occurrence<'_>| other.block() == self.block;
        let (before, behind) = self.occurrences.split_at(self.index);
        let before = before.iter().rev().take(REACH).filter(is_near);
        let behind = behind.iter().skip(1).take(REACH).filter(is_near);
        let replaced = |other: &&Occurrence<'_>| other.matched.entry.rewrite == Rewrite::Replace;
        holds(&self.occurrences[self.index]) || before.chain(behind).filter(replaced).any(holds)
    }

    /// The words of the match as a reader sees them.
    pub(super) fn spelled(&self) -> &'d str {
        &self.text[self.matched.whole().range()]
    }

    /// The form itself, without the object inside a separable verb.
    pub(super) fn form(&self) -> &'d str {
        &self.text[self.matched.span().range()]
    }

    pub(super) fn context(&self) -> Context<'d> {
        self.matched.context(self.text)
    }

    /// A stretch of the block as one of the part's prose.
    pub(super) fn in_prose(&self, span: Span) -> Span {
        span.shifted(self.segment.prose.start)
    }

    pub(super) fn starts_sentence(&self) -> bool {
        sentence::starts_sentence(self.text, self.matched.span().start)
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(
            self.segment.kind,
            SegmentKind::Heading(_) | SegmentKind::Title
        )
    }

    /// Somebody else's words: a block quotation, or five words or more in
    /// quotation marks.
    pub(super) fn is_quoted(&self) -> bool {
        let span = self.in_prose(self.matched.span());
        self.segment.quoted
            || self.part.is_in(self.segment, span, AreaKind::Quotation)
            || quotation::holds(self.text, self.matched.span())
    }

    /// Whether the place takes no other words.
    pub(super) fn is_fixed(&self) -> bool {
        let span = self.in_prose(self.matched.span());
        self.part.is_in(self.segment, span, AreaKind::Fixed)
    }

    /// Whether hyphens tie the match to other words.
    pub(super) fn is_in_compound(&self) -> bool {
        let whole = self.matched.whole();
        let mut before = self.text[..whole.start].chars().rev();
        let mut after = self.text[whole.end..].chars();
        let tied = |hyphen: Option<char>, word: Option<char>| {
            hyphen.is_some_and(is_hyphen) && word.is_some_and(is_word_char)
        };
        tied(before.next(), before.next()) || tied(after.next(), after.next())
    }

    /// Whether the full stop that the match ends with is that of the sentence, too.
    pub(super) fn ends_sentence(&self) -> Option<bool> {
        let end = self.matched.whole().end;
        if self.text[..end].ends_with('.') {
            sentence::ends_with_abbreviation(self.text, end)
        } else {
            Some(false)
        }
    }

    /// Why a rewrite here may be wrong, whatever its words are.
    pub(super) fn doubtful(&self) -> Option<Held> {
        let span = self.in_prose(self.matched.span());
        let linked = self.whole.anchors.hold(self.part, self.segment, span);
        if linked.is_some() {
            linked
        } else if self.matched.held.is_some() {
            self.matched.held
        } else if !self.matched.reading.decided || self.ends_sentence().is_none() {
            Some(Held::Undecided)
        } else if self.is_likely_name() {
            Some(Held::Name)
        } else {
            None
        }
    }

    /// Whether a heading with these words in place of the match would get the links of
    /// another one.
    pub(super) fn becomes_linked(&self, words: &str) -> Option<Held> {
        let whole = self.matched.whole();
        let (before, behind) = (&self.text[..whole.start], &self.text[whole.end..]);
        let text = || format!("{before}{words}{behind}");
        self.whole.anchors.hold_new(self.part, self.segment, text)
    }

    /// Whether the place is in the text of a link that reads like the title of a
    /// book or an article: in title case, and long.
    fn is_in_title_of_work(&self) -> bool {
        let span = self.in_prose(self.matched.span());
        let links = self.part.areas_at(self.segment, span, AreaKind::LinkText);
        let mut short = links.filter(|area| area.prose.len() <= LONGEST_TITLE);
        short.any(|area| {
            let title = &self.part.prose[area.prose.range()];
            let titled = words(self.form()).any(is_capitalized);
            titled && is_title_of_work(title)
        })
    }

    /// A first capital alone that the term itself has not, in mid-sentence; or a
    /// noun right beside a capitalised word there.
    fn is_likely_name(&self) -> bool {
        if self.is_in_title_of_work() {
            return true;
        }
        if self.is_heading() || self.is_shouted() {
            return false;
        }
        let own_capital = is_capitalized(&self.matched.entry.term) || self.is_initialism();
        if !own_capital
            && is_capitalized(self.form())
            && !is_all_capitals(self.form())
            && !self.may_begin()
        {
            return true;
        }
        let nominal = matches!(
            self.matched.entry.part_of_speech,
            PartOfSpeech::Noun | PartOfSpeech::ProperNoun
        );
        nominal && self.is_beside_capital()
    }

    /// Whether a capitalised word stands right beside; a term that is
    /// always written so is no part of a name.
    fn is_beside_capital(&self) -> bool {
        let Context { before, after, .. } = self.context();
        let at = self.matched.span();
        let [match_before, match_behind] = self.occurrences[self.index].touched;
        let behind = !match_behind
            && after.starts_with([' ', '\u{a0}'])
            && words_after(after)
                .next()
                .is_some_and(|word| word.gap == Gap::Space && is_name_part(word.text));
        let ahead = !match_before
            && before.ends_with([' ', '\u{a0}'])
            && words_before(before).next().is_some_and(|word| {
                let offset = before.rfind(word.text).unwrap_or_default();
                let start = at.start - before.len() + offset;
                word.gap == Gap::Space
                    && is_name_part(word.text)
                    && !sentence::starts_sentence(self.text, start)
                    && !self.text[..start].trim_end().ends_with(':')
            });
        behind || ahead
    }

    /// Whether a capital here says nothing: a sentence, a heading, or what
    /// follows a colon begins.
    fn may_begin(&self) -> bool {
        self.starts_sentence()
            || self.text[..self.matched.span().start]
                .trim_end()
                .ends_with(':')
    }

    /// Whether the form is written in capitals of its own (`API`, `SaaS`); `CAPEX`
    /// is `CapEx` all the same.
    pub(super) fn is_initialism(&self) -> bool {
        let initials = |spelling: &str| spelling.chars().filter(|c| c.is_uppercase()).count() >= 2;
        let begins = |spelling: &str| {
            let start = self.form().get(..spelling.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(spelling))
        };
        let entry = self.matched.entry;
        let mut spellings =
            std::iter::once(&*entry.term).chain(entry.aliases.iter().map(String::as_str));
        initials(self.form()) && spellings.any(|spelling| initials(spelling) && begins(spelling))
    }

    fn is_shouted(&self) -> bool {
        *self.shouted.get_or_init(|| {
            if !self.is_initialism() {
                return is_all_capitals(self.form());
            }
            self.is_in_shout()
        })
    }

    /// Whether the words around are shouted.
    pub(super) fn is_in_shout(&self) -> bool {
        let Context { before, after, .. } = self.context();
        let near = words_before(before)
            .take(RUN)
            .chain(words_after(after).take(RUN));
        is_shouted(near.map(|word| word.text))
    }

    /// The capitals that a replacement takes over from the match.
    pub(super) fn capitals(&self) -> Capitals {
        *self.capitals.get_or_init(|| self.find_capitals())
    }

    fn find_capitals(&self) -> Capitals {
        if self.is_shouted() {
            return Capitals::All;
        }
        let form_is_capitalized = is_capitalized(self.form());
        if !form_is_capitalized {
            return Capitals::Own;
        }
        let begins = self.starts_sentence();
        if self.is_heading() && self.is_title_case() || self.is_title_form() {
            return Capitals::Title { first: begins };
        }
        let carried = !self.is_initialism() && !is_capitalized(&self.matched.entry.term);
        if begins || carried {
            Capitals::Initial
        } else {
            Capitals::Own
        }
    }

    /// Whether the match is in title case by itself: `Customer Segment`.
    fn is_title_form(&self) -> bool {
        let own = self.is_initialism() || is_capitalized(&self.matched.entry.term);
        !own && is_title(words(self.form()).skip(1))
    }

    fn is_title_case(&self) -> bool {
        if self.text.len() > LONGEST_TITLE {
            return false;
        }
        let at = self.matched.span();
        let own = if self.is_initialism() {
            ""
        } else {
            self.form()
        };
        let first = words(self.text).next().unwrap_or_default();
        let own_begins = self.text[..at.start].trim().is_empty();
        let before =
            words(&self.text[..at.start]).skip(usize::from(!own_begins && !first.is_empty()));
        let own = words(own).skip(usize::from(own_begins));
        is_title(before.chain(own).chain(words(&self.text[at.end..])))
    }
}

/// Whether a word beside a match makes the two a likely name.
fn is_name_part(word: &str) -> bool {
    let possessive = word.ends_with(['s', 'S']) && word[..word.len() - 1].ends_with(is_apostrophe);
    word.starts_with(char::is_uppercase) && !possessive && !role::is_function_word(word)
}
