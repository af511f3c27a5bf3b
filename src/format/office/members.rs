//! The source that a package reads as: its members one behind the other, each under
//! its name. The signs between them cannot occur in XML, so that the source says by
//! itself where a member starts.

use std::fmt::Write as _;

use crate::text::span::Span;

/// Stands before the name of a member.
const NAME: char = '\u{1e}';

/// Stands before its text.
const TEXT: char = '\u{1f}';

/// A member of a package, in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member<'t> {
    /// Its path in the package.
    pub(super) name: &'t str,
    /// Where its text is in the source.
    pub(super) span: Span,
}

/// The members of a source, in its order.
pub(super) fn members(source: &str) -> Vec<Member<'_>> {
    let mut members = Vec::new();
    let mut at = 0;
    for section in source.split(NAME) {
        let end = at + section.len();
        if let Some((name, text)) = section.split_once(TEXT) {
            members.push(Member {
                name,
                span: Span::new(end - text.len(), end),
            });
        }
        at = end + NAME.len_utf8();
    }
    members
}

/// Adds a member to a source. Whether it can be one.
pub(super) fn add(source: &mut String, name: &str, text: &str) -> bool {
    let separable = !name.contains([NAME, TEXT]) && !text.contains([NAME, TEXT]);
    if separable {
        // Writing to a string cannot fail.
        let _ = write!(source, "{NAME}{name}{TEXT}{text}");
    }
    separable
}

/// The member of that name.
pub(super) fn member<'t>(source: &'t str, name: &str) -> Option<Member<'t>> {
    members(source)
        .into_iter()
        .find(|member| member.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_where_they_were_put() {
        let mut source = String::new();
        assert!(add(&mut source, "a/b.xml", "<b/>"));
        assert!(add(&mut source, "c.xml", ""));
        assert!(!add(&mut source, "d.xml", "\u{1e}"));
        let found: Vec<(&str, &str)> = members(&source)
            .iter()
            .map(|member| (member.name, &source[member.span.range()]))
            .collect();
        assert_eq!(found, [("a/b.xml", "<b/>"), ("c.xml", "")]);
        assert_eq!(member(&source, "e.xml"), None);
    }
}
