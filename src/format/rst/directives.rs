//! What each directive of reStructuredText and Sphinx does with the lines below it.

/// How a directive's argument and body are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Directive {
    /// Both are prose.
    Prose,
    /// The body is; the argument is a name, a path, a signature.
    Body,
    /// The argument begins with a version, prose follows.
    Version,
    /// Both are somebody else's words.
    Quotation,
    /// The argument is a heading of its own, the body prose.
    Headed,
    /// The argument is a caption, the body prose.
    Captioned,
    /// The argument is a caption, the body a table of values between commas.
    Values,
    /// The body has terms, each above what it means.
    Glossary,
    /// Neither is prose.
    Opaque,
}

/// The directive of a name, with or without its domain (`py:function`).
pub(super) fn of(name: &str) -> Directive {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "note" | "warning" | "tip" | "hint" | "important" | "attention" | "caution" | "danger"
        | "error" | "seealso" | "todo" | "centered" => Directive::Prose,
        "admonition" | "topic" | "sidebar" | "rubric" | "dropdown" | "card" | "tab-item"
        | "tab" | "grid-item-card" | "collapse" | "details" | "contents-title" => Directive::Headed,
        "table" | "list-table" => Directive::Captioned,
        "csv-table" => Directive::Values,
        "glossary" => Directive::Glossary,
        "versionadded" | "versionchanged" | "deprecated" | "versionremoved" => Directive::Version,
        "epigraph" | "pull-quote" | "highlights" => Directive::Quotation,
        "figure" | "container" | "compound" | "class" | "only" | "ifconfig" | "role" | "tabs"
        | "group-tab" | "tab-set" | "grid" | "grid-item" | "hlist" | "margin" | "aside"
        | "function" | "method" | "classmethod" | "staticmethod" | "attribute" | "data"
        | "exception" | "module" | "property" | "decorator" | "option" | "cmdoption" | "envvar"
        | "describe" | "object" | "program" | "confval" | "event" | "setting" | "macro"
        | "type" | "struct" | "enum" | "member" | "var" | "variable" | "namespace" => {
            Directive::Body
        }
        _ if name.contains(':') => Directive::Body,
        _ => Directive::Opaque,
    }
}
