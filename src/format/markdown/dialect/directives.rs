//! What the bodies of directives are: `{note}` of `MyST`, `:::` of Docusaurus, `VitePress`
//! and Pandoc. What is not known is code.

use super::super::super::templates::names_code;

/// What a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// Blocks of prose, and what stands behind the name is their title.
    Prose,
    /// Blocks of prose, and what stands behind the name is a name, too.
    Named,
    /// Terms, each with its meaning indented below.
    Terms,
    /// No prose.
    Code,
}

/// `MyST`'s directives whose bodies are prose, and what they are called with.
#[rustfmt::skip]
const PROSE: [&str; 50] = [
    "admonition", "aside", "attention", "axiom", "button-link", "card", "card-carousel", "caution", "conjecture",
    "corollary", "criterion", "danger", "definition", "deprecated", "details", "dropdown", "error", "example",
    "exercise", "grid-item-card", "hint", "important", "info", "lemma", "list-table", "margin", "note", "observation",
    "proof", "property", "proposition", "question", "remark", "rubric", "seealso", "sidebar", "solution", "success",
    "tab", "tab-item", "theorem", "tip", "todo", "topic", "versionadded", "versionchanged", "versionremoved",
    "warning", "bug", "abstract",
];
const NAMED: [&str; 16] = [
    "centered",
    "class",
    "compound",
    "container",
    "div",
    "figure",
    "figure-md",
    "grid",
    "grid-item",
    "highlights",
    "hlist",
    "only",
    "tab-set",
    "tabs",
    "subfigure",
    "table",
];

/// The body of `{name}`.
pub(super) fn of_directive(name: &str) -> Body {
    // Extensions part their own names by a colon: `sd:card`.
    let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
    if PROSE.contains(&name.as_str()) {
        Body::Prose
    } else if NAMED.contains(&name.as_str()) {
        Body::Named
    } else if name == "glossary" {
        Body::Terms
    } else {
        Body::Code
    }
}

/// The body of `::: name`: prose, whatever it is called, unless the name says code.
pub(super) fn of_container(name: &str) -> Body {
    if names_code(name) {
        Body::Code
    } else {
        Body::Prose
    }
}
