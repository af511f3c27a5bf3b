//! An entry with another term: its id, what names it in `see-also`, the spellings that
//! it has, and its examples follow.

use toml_edit::{Array, Value};

use super::examples::Forms;
use super::{Revision, absent, finished, opened, quoted, wanted};
use crate::glossary::layout::{Field, Layout, Piece, slug_of};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::term::Entry;
use crate::text::edit::Edit;
use crate::text::fold::fold;
use crate::text::span::Span;

/// What an entry is to be called.
#[derive(Clone, Debug, Default)]
pub struct Renaming {
    /// Its term from now on.
    pub term: String,
    /// Its rule stays what it is.
    pub keep_id: bool,
    /// The old term is still found, as an alias.
    pub keep_alias: bool,
}

/// A file in which the entry of an id has another term.
///
/// # Errors
///
/// What is wrong with the file, or would be.
pub fn renamed(source: SourceFile<'_>, id: &str, to: &Renaming) -> Result<Revision, Vec<Problem>> {
    let (layout, glossary) = opened(source)?;
    let name = &glossary.name;
    let piece = wanted(&layout, source, id)?;
    let Some(term) = piece.field("term") else {
        return Err(vec![absent(source, id)]);
    };
    let has_id = piece.field("id").is_some();
    let new_id = if has_id || to.keep_id {
        id.to_owned()
    } else {
        slug_of(&to.term)
    };
    let mut edits = vec![Edit::new(term.written, quoted(&to.term))];
    let mut more = Vec::new();
    if to.keep_id && !has_id && slug_of(&to.term) != id {
        more.push(format!("id = {}", quoted(id)));
    }
    aliases(&layout, piece, to, &mut edits, &mut more);
    let behind = Span::new(term.span.end, term.span.end);
    let is_ended = layout.at(term.span).ends_with('\n');
    let lines: String = more
        .iter()
        .map(|line| {
            if is_ended {
                format!("{line}\n")
            } else {
                format!("\n{line}")
            }
        })
        .collect();
    edits.push(Edit::new(behind, lines));
    let other_senses = layout
        .entries
        .iter()
        .any(|other| other.id != id && fold(&other.term) == fold(&piece.term));
    let names = Names {
        term: (!other_senses).then(|| fold(&piece.term)),
        id: (new_id != id).then(|| id.to_owned()),
        rule: format!("{name}/{id}"),
        new_term: &to.term,
        new_id: &new_id,
        new_rule: format!("{name}/{new_id}"),
    };
    for entry in &layout.entries {
        edits.extend(
            entry
                .field("see-also")
                .and_then(|field| names.in_list(&layout, field)),
        );
    }
    let mut entries = glossary.entries.iter();
    let entry = entries.find(|entry| *entry.rule == names.rule);
    let class = entry.and_then(Entry::word_class);
    if let Some(field) = piece.field("examples") {
        let forms = Forms::of(&piece.term, &to.term, class);
        let text = layout.at(field.assignment);
        edits.extend(
            forms
                .in_field(text)
                .map(|text| Edit::new(field.assignment, text)),
        );
    }
    let mut revision = finished(source, &edits, names.new_rule, piece.span.start)?;
    if let Some(field) = piece.field("inflections") {
        revision.left.push(format!(
            "`inflections` still has the forms of `{}`: {}",
            piece.term,
            layout.at(field.assignment).trim()
        ));
    }
    Ok(revision)
}

/// The new term is no alias any more, and the old one is, if somebody wants it.
fn aliases(
    layout: &Layout<'_>,
    piece: &Piece,
    to: &Renaming,
    edits: &mut Vec<Edit>,
    more: &mut Vec<String>,
) {
    let old = to.keep_alias.then_some(&piece.term);
    let Some((field, mut list)) = list(layout, piece.field("aliases")) else {
        more.extend(old.map(|old| format!("aliases = [{}]", quoted(old))));
        return;
    };
    let same = |value: &Value| {
        value
            .as_str()
            .is_some_and(|alias| fold(alias) == fold(&to.term))
    };
    let before = list.to_string();
    let first = list
        .get(0)
        .and_then(|first| first.decor().prefix().cloned());
    list.retain(|alias| !same(alias));
    if let (Some(prefix), Some(first)) = (first, list.get_mut(0)) {
        first.decor_mut().set_prefix(prefix);
    }
    if let Some(old) = old {
        list.push(old);
    }
    if list.is_empty() {
        edits.push(Edit::new(field.span, layout.at(field.comments)));
    } else if list.to_string() != before {
        edits.push(Edit::new(field.written, list.to_string()));
    }
}

/// A list of texts with its layout.
fn list<'f>(layout: &Layout<'_>, field: Option<&'f Field>) -> Option<(&'f Field, Array)> {
    let field = field?;
    match layout.at(field.written).parse().ok()? {
        Value::Array(list) => Some((field, list)),
        _ => None,
    }
}

/// By what an entry was named, and by what it is.
struct Names<'n> {
    /// Folded; absent where another entry still has it.
    term: Option<String>,
    id: Option<String>,
    rule: String,
    new_term: &'n str,
    new_id: &'n str,
    new_rule: String,
}

impl Names<'_> {
    fn of(&self, name: &str) -> Option<&str> {
        if name == self.rule {
            Some(&self.new_rule)
        } else if self.term.as_deref() == Some(&*fold(name)) {
            Some(self.new_term)
        } else if self.id.as_deref() == Some(name) {
            Some(self.new_id)
        } else {
            None
        }
    }

    fn in_list(&self, layout: &Layout<'_>, field: &Field) -> Option<Edit> {
        let (field, mut list) = list(layout, Some(field))?;
        let before = list.to_string();
        for value in list.iter_mut() {
            let new = value.as_str().and_then(|name| self.of(name));
            if let Some(new) = new.map(str::to_owned) {
                let decor = value.decor().clone();
                *value = Value::from(new);
                *value.decor_mut() = decor;
            }
        }
        let after = list.to_string();
        (after != before).then(|| Edit::new(field.written, after))
    }
}
