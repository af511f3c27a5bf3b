//! Sentences with a term that has another name now: each form of the old one becomes
//! the same form of the new one, whole words only.

use toml_edit::visit_mut::{VisitMut, visit_table_like_kv_mut};
use toml_edit::{DocumentMut, Item, KeyMut, Value};

use crate::english::inflect::{Inflection, WordClass, inflect};
use crate::text::word::is_word_char;

/// The forms of a term, each with that of the term in its place, the longest first.
pub(super) struct Forms(Vec<(String, String)>);

impl Forms {
    pub(super) fn of(before: &str, after: &str, class: Option<WordClass>) -> Self {
        let mut pairs = vec![(before.to_owned(), after.to_owned())];
        if let Some(class) = class {
            for &inflection in Inflection::of(class) {
                let new = inflect(after, class, inflection);
                let Some(new) = new.first() else { continue };
                let old = inflect(before, class, inflection);
                pairs.extend(old.into_iter().map(|old| (old, new.clone())));
            }
        }
        let capitalized: Vec<(String, String)> = pairs
            .iter()
            .map(|(old, new)| (capitalized(old), capitalized(new)))
            .collect();
        pairs.extend(capitalized);
        pairs.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
        Self(pairs)
    }

    fn replaced(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut in_word = false;
        while let Some(next) = rest.chars().next() {
            let found = self.0.iter().find_map(|(old, new)| {
                let behind = rest.strip_prefix(old.as_str())?;
                let ends = !behind.starts_with(is_word_char);
                (!in_word && ends).then_some((new, behind))
            });
            match found {
                Some((new, behind)) => {
                    out.push_str(new);
                    rest = behind;
                    in_word = true;
                }
                None => {
                    out.push(next);
                    in_word = is_word_char(next);
                    rest = &rest[next.len_utf8()..];
                }
            }
        }
        out
    }

    /// The field `examples` with other sentences, or `None` where none has the term.
    pub(super) fn in_field(&self, assignment: &str) -> Option<String> {
        let mut document: DocumentMut = assignment.parse().ok()?;
        let mut sentences = Sentences {
            forms: self,
            changed: false,
        };
        sentences.visit_document_mut(&mut document);
        sentences.changed.then(|| {
            let text = document.to_string();
            let ended = assignment.ends_with('\n');
            if ended {
                text
            } else {
                text.trim_end().to_owned()
            }
        })
    }
}

fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

struct Sentences<'f> {
    forms: &'f Forms,
    changed: bool,
}

impl VisitMut for Sentences<'_> {
    fn visit_table_like_kv_mut(&mut self, key: KeyMut<'_>, node: &mut Item) {
        if let Item::Value(Value::String(text)) = node
            && (&*key == "text" || &*key == "becomes")
        {
            let replaced = self.forms.replaced(text.value());
            if replaced != *text.value() {
                let decor = text.decor().clone();
                let mut value = Value::from(replaced);
                *value.decor_mut() = decor;
                *node = Item::Value(value);
                self.changed = true;
            }
        }
        visit_table_like_kv_mut(self, key, node);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_become_the_same_forms() {
        let forms = Forms::of("yeet", "throw away", Some(WordClass::Verb));
        for (text, expected) in [
            ("We yeeted it.", "We threw away it."),
            ("Yeeting it", "Throwing away it"),
            (
                "a yeetish thing, my yeets",
                "a yeetish thing, my throws away",
            ),
        ] {
            assert_eq!(forms.replaced(text), expected);
        }
    }

    #[test]
    fn the_layout_of_examples_stays() {
        let forms = Forms::of("text", "prose", Some(WordClass::Noun));
        let field = "examples = [\n  { text = \"Texts, a text.\", becomes = 'Words' }, # one\n]";
        let expected =
            "examples = [\n  { text = \"Proses, a prose.\", becomes = 'Words' }, # one\n]";
        assert_eq!(forms.in_field(field).as_deref(), Some(expected));
        let tables = "[[term.examples]]\ntext = \"My text.\" # one\n";
        let expected = "[[term.examples]]\ntext = \"My prose.\" # one\n";
        assert_eq!(forms.in_field(tables).as_deref(), Some(expected));
        assert_eq!(forms.in_field("examples = []"), None);
    }
}
