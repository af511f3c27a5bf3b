//! gettext catalogs: the translations into English. Strings over several lines read as
//! one text; placeholders are objects. `msgid` is never touched, nor is an entry that
//! is fuzzy or obsolete, nor a catalog of another language or of none.

use super::lines::{Line, braces, lines, near};
use crate::document::{Action, Directive, Document, Draft, Format, Markup, Part, SegmentKind};
use crate::text::language;
use crate::text::span::Span;

/// The gettext format.
#[derive(Debug)]
pub(super) struct Po;

impl Format for Po {
    fn name(&self) -> &'static str {
        "po"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["po"]
    }

    fn markup(&self) -> Markup {
        Markup::Quoted
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut reader = Reader {
            source,
            part: Part::new(source, Markup::Quoted),
            draft: Draft::default(),
            field: Field::Other,
            strings: Vec::new(),
            names: Vec::new(),
            fuzzy: false,
            is_header: false,
            pending: 0,
        };
        let lines = lines(source);
        match declared(&lines).and_then(language::is_english) {
            Some(true) => {
                for line in lines {
                    reader.line(line);
                }
                reader.flush();
            }
            Some(false) => reader.part.leave(),
            None => {}
        }
        Document::of(reader.part)
    }
}

/// The language that a catalog's header says it is in.
fn declared<'s>(lines: &[Line<'s>]) -> Option<&'s str> {
    let said = lines.iter().find_map(|line| {
        let mut marks = ["\"Language:", "\\nLanguage:"].into_iter();
        marks.find_map(|mark| Some(line.text.split_once(mark)?.1))
    });
    said?.split(['\\', '"']).next()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Translation,
    Other,
}

struct Reader<'s> {
    source: &'s str,
    part: Part<'s>,
    draft: Draft,
    field: Field,
    /// Where the strings of the translation stand, without their marks.
    strings: Vec<Span>,
    /// Placeholders of the `msgid`, as only that shows them to be.
    names: Vec<&'s str>,
    fuzzy: bool,
    /// Whether the entry has an empty `msgid`.
    is_header: bool,
    /// How many of the last directives speak of the entry that comes next.
    pending: usize,
}

impl Reader<'_> {
    fn line(&mut self, line: Line<'_>) {
        let text = line.trimmed();
        if let Some(comment) = text.strip_prefix('#') {
            self.flush();
            self.comment(comment, line);
            return;
        }
        if text.starts_with('"') {
            self.string(line);
            return;
        }
        self.flush();
        if text.starts_with("msgstr") {
            self.field = Field::Translation;
            self.string(line);
        } else if text.starts_with("msgid") {
            self.field = Field::Id;
            if !text.starts_with("msgid_plural") {
                self.names.clear();
            }
            self.is_header = !text.starts_with("msgid_plural");
            self.string(line);
        } else if text.starts_with("msgctxt") {
            self.field = Field::Other;
        } else {
            self.end_of_entry();
        }
    }

    fn comment(&mut self, comment: &str, line: Line<'_>) {
        if self.field == Field::Translation {
            self.end_of_entry();
        }
        if let Some(flags) = comment.strip_prefix(',') {
            self.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if let Some(directive) = Directive::parse(comment, line.span) {
            let next = directive.action == Action::IgnoreNextLine;
            self.pending += usize::from(next);
            self.part.directives.push(directive);
        }
    }

    fn string(&mut self, line: Line<'_>) {
        let Some(open) = line.text.find('"') else {
            return;
        };
        let text = line.text.trim_end();
        let close = text.rfind('"').filter(|close| *close > open);
        let span = Span::new(open + 1, close.unwrap_or(text.len()));
        match self.field {
            Field::Id => {
                self.is_header &= span.is_empty();
                let source = self.source;
                let id = &source[span.shifted(line.span.start).range()];
                self.names.extend(names(id));
            }
            Field::Translation => self.strings.push(span.shifted(line.span.start)),
            Field::Other => {}
        }
    }

    fn end_of_entry(&mut self) {
        self.fuzzy = false;
        self.is_header = false;
        self.field = Field::Other;
        self.pending = 0;
    }

    /// Ends the string that was read so far.
    fn flush(&mut self) {
        let strings = std::mem::take(&mut self.strings);
        let (Some(first), Some(last)) = (strings.first(), strings.last()) else {
            return;
        };
        if self.fuzzy || self.is_header {
            return;
        }
        let reach = Span::new(first.start, last.end);
        let from = self.part.directives.len() - self.pending.min(self.part.directives.len());
        for directive in &mut self.part.directives[from..] {
            if directive.action == Action::IgnoreNextLine {
                let start = directive.reach.map_or(reach.start, |before| before.start);
                directive.reach = Some(Span::new(start, reach.end));
            }
        }
        let mut at = first.start;
        for (index, string) in strings.iter().enumerate() {
            let next = strings.get(index + 1);
            self.text(Span::new(at.max(string.start), string.end), next);
            at = 0;
            // A space at the start of the next line belongs to the break before it.
            if let Some(next) = next
                && !self.source[string.range()].ends_with([' ', 'n'])
                && self.source[next.range()].starts_with(' ')
            {
                self.line_break(string.end, next.start + 1);
                at = next.start + 1;
            }
        }
        self.part.push(&mut self.draft, SegmentKind::Text, false);
    }

    /// A break between two lines of a string that reads as the space beside it.
    fn line_break(&mut self, start: usize, next: usize) {
        self.draft
            .soft_break(self.source, Span::new(start, start + 1), next);
    }

    /// A line of a string; the next one goes on with it.
    fn text(&mut self, span: Span, next: Option<&Span>) {
        let mut end = span.end;
        let breaks = next.filter(|_| self.source[span.range()].ends_with(' '));
        if breaks.is_some() {
            end -= 1;
        }
        let mut at = span.start;
        while at < end {
            let rest = &self.source[at..end];
            let plain = rest.find(SIGNS).unwrap_or(rest.len());
            if plain > 0 {
                let span = Span::new(at, at + plain);
                self.draft.verbatim(self.source, span);
                at += plain;
                continue;
            }
            at += self.sign(rest, at);
        }
        if let Some(next) = breaks {
            self.line_break(end, next.start);
        }
    }

    /// The length of the placeholder of the `msgid` that a text begins with; 0 for none.
    fn name(&self, rest: &str) -> usize {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let here = self.names.iter().filter(|name| {
            let behind = rest.strip_prefix(**name);
            behind.is_some_and(|behind| name.ends_with(']') || !behind.starts_with(is_part))
        });
        here.map(|name| name.len()).max().unwrap_or(0)
    }

    /// An escape, a placeholder or a tag, and how long it is.
    fn sign(&mut self, rest: &str, at: usize) -> usize {
        let span = |length: usize| Span::new(at, at + length);
        if let Some(escaped) = rest.strip_prefix('\\') {
            let length = 1 + escaped.chars().next().map_or(0, char::len_utf8);
            match escaped.as_bytes().first() {
                Some(b'n') => self.draft.hard_break(span(length)),
                Some(b't') => self.draft.sign("\t", span(length)),
                Some(b'"') => self.draft.decoded("\"", span(length)),
                Some(b'\\') => self.draft.decoded("\\", span(length)),
                _ => self.draft.object(span(length)),
            }
            return length;
        }
        let tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let length = match rest.as_bytes()[0] {
            b'%' => placeholder(rest),
            b'{' => braces(rest),
            b'&' => entity(rest).max(self.name(rest)),
            _ if rest.starts_with(NAMING) => self.name(rest),
            _ if tag => near(rest).find('>').map_or(0, |end| end + 1),
            _ => 0,
        };
        match length {
            0 => {
                self.draft.verbatim(self.source, span(1));
                1
            }
            // A tag is markup between words.
            length if rest.starts_with('<') => length,
            length => {
                self.draft.object(span(length));
                length
            }
        }
    }
}

/// Signs that begin more than text: escapes, placeholders, tags.
const SIGNS: [char; 11] = ['\\', '%', '{', '<', '&', '[', ':', '@', '!', '#', '$'];

/// Signs that begin a placeholder, if the `msgid` has it, too.
const NAMING: [char; 7] = ['&', '[', ':', '@', '!', '#', '$'];

/// What of a `msgid` can be the name of a placeholder: `[link]`, `:count`, `@user`, `$var`.
fn names(id: &str) -> impl Iterator<Item = &str> {
    id.match_indices(NAMING).filter_map(|(at, sign)| {
        let rest = &id[at..];
        let apart = !id[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':');
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
        let behind = &rest[sign.len()..];
        let name = &behind[..behind.find(|c| !is_part(c)).unwrap_or(behind.len())];
        let end = sign.len() + name.trim_end_matches(['.', '-']).len();
        let is_name = name.contains(char::is_alphabetic);
        if sign == "[" {
            let closes = rest[end..].starts_with(']');
            return (is_name && closes).then(|| &rest[..=end]);
        }
        (is_name && apart).then(|| &rest[..end])
    })
}

/// The length of `&name;`; 0 for a mere sign.
fn entity(text: &str) -> usize {
    let name = text[1..].strip_prefix('#').unwrap_or(&text[1..]);
    let length = name.find(|c: char| !c.is_ascii_alphanumeric());
    let length = length.filter(|length| *length > 0 && name[*length..].starts_with(';'));
    length.map_or(0, |length| text.len() - name.len() + length + 1)
}

/// The length of `%s`, `%(name)d`, `%1$s`, `%-10.2f`, `%{name}`, `%%`; 0 for a mere sign.
fn placeholder(text: &str) -> usize {
    let rest = &text[1..];
    if rest.starts_with('%') {
        return 2;
    }
    if rest.starts_with('{') {
        return rest.find('}').map_or(0, |end| end + 2);
    }
    let named = if rest.starts_with('(') {
        rest.find(')').map_or(0, |end| end + 1)
    } else {
        0
    };
    let behind = rest[named..].trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '$' | '-' | '+' | '#' | '.' | '*' | '\'')
    });
    let sized = behind.trim_start_matches(['l', 'h', 'z', 'j', 'q']);
    match sized.chars().next() {
        Some(c) if c.is_ascii_alphabetic() || c == '@' => text.len() - sized.len() + 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::texts;
    use super::*;

    const HEADER: &str = "msgid \"\"\nmsgstr \"\"\n\"Language: en_US\\n\"\n\n";

    #[test]
    fn translations_are_prose() {
        let table = [
            ("#. API\nmsgid \"API\"\nmsgstr \"An API\"\n", vec!["An API"]),
            (
                "msgid \"x\"\nmsgstr \"\"\n\"a single source \"\n\"of truth\\n\"\n\"b\"\n",
                vec!["a single source of truth\nb"],
            ),
            ("msgid \"x\"\nmsgstr \"a\"\n\" b\"\n", vec!["a b"]),
            (
                "msgid \"x\"\nmsgid_plural \"y\"\nmsgstr[0] \"%d API\"\nmsgstr[1] \"%(n)s {count, plural, one {API}} APIs\"\n",
                vec!["\u{fffc} API", "\u{fffc} \u{fffc} APIs"],
            ),
            (
                "msgid \"[b]:n x[/b] @user a:b\"\nmsgstr \"[b]c[/b] :n, a: [d] @user &nbsp; @u\"\n",
                vec!["\u{fffc}c\u{fffc} \u{fffc}, a: [d] \u{fffc} \u{fffc} @u"],
            ),
            (
                "#, fuzzy\nmsgid \"x\"\nmsgstr \"API\"\n\nmsgid \"y\"\nmsgstr \"b\"\n",
                vec!["b"],
            ),
            ("#~ msgid \"x\"\n#~ msgstr \"API\"\n", vec![]),
            (
                "msgid \"x\"\nmsgstr \"\\\"a\\\" <b>c</b> 100% d\"\n",
                vec!["\"a\" c 100% d"],
            ),
        ];
        for (source, expected) in table {
            assert_eq!(
                texts(&Po, &format!("{HEADER}{source}")),
                expected,
                "{source}"
            );
        }
    }

    #[test]
    fn other_languages_are_left_alone() {
        let entry = "msgid \"x\"\nmsgstr \"API\"\n";
        assert_eq!(texts(&Po, entry), [""; 0]);
        assert_eq!(texts(&Po, &HEADER.replace("en_US", "de")), [""; 0]);
        assert_eq!(
            texts(&Po, &format!("{}{entry}", HEADER.replace("en_US", "eng"))),
            [""; 0]
        );
    }
}
