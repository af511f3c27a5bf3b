//! What the environments of LaTeX hold. Those that are not known to hold prose are left
//! alone, as are those that a document declares to be verbatim, whatever their name.

use rustc_hash::FxHashMap;

use super::super::lines::near;
use super::arguments::{group_length, options_length};

/// What an environment holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Environment {
    Prose,
    Quotation,
    /// Prose below titles in braces.
    Titled,
    /// Prose between formatting that is no paragraph's end.
    Table,
    /// A formula inside a sentence.
    Formula,
    /// Text as it stands, up to the first end of it.
    Verbatim,
    /// No prose that is known.
    Opaque,
}

/// What a document declares itself.
#[derive(Debug, Default)]
pub(super) struct Declared<'s> {
    names: FxHashMap<&'s str, Environment>,
    /// Signs that begin and end code in a line, as `\verb` makes them do.
    short_verbs: Vec<char>,
}

/// Commands that declare an environment, and what that holds.
#[rustfmt::skip]
const DECLARING: [(&str, Environment); 19] = [
    ("newtheorem", Environment::Prose),
    ("declaretheorem", Environment::Prose),
    ("newmdtheoremenv", Environment::Prose),
    ("newtcbtheorem", Environment::Prose),
    ("newtcolorbox", Environment::Prose),
    ("NewTColorBox", Environment::Prose),
    ("newmdenv", Environment::Prose),
    ("DefineVerbatimEnvironment", Environment::Verbatim),
    ("RecustomVerbatimEnvironment", Environment::Verbatim),
    ("lstnewenvironment", Environment::Verbatim),
    ("newtcblisting", Environment::Verbatim),
    ("renewtcblisting", Environment::Verbatim),
    ("NewTCBListing", Environment::Verbatim),
    ("RenewTCBListing", Environment::Verbatim),
    ("ProvideTCBListing", Environment::Verbatim),
    ("DeclareTCBListing", Environment::Verbatim),
    ("newverbatim", Environment::Verbatim),
    ("excludecomment", Environment::Verbatim),
    ("specialcomment", Environment::Verbatim),
];

/// Commands that make a sign begin and end code in a line.
const SHORTENING: [&str; 3] = ["MakeShortVerb", "DefineShortVerb", "lstMakeShortInline"];

impl<'s> Declared<'s> {
    /// What a source declares.
    pub(super) fn of(source: &'s str) -> Self {
        let mut declared = Self::default();
        for (at, _) in source.match_indices('\\') {
            let rest = &source[at + 1..];
            let length = rest.find(|c: char| !c.is_ascii_alphabetic());
            let (command, rest) = rest.split_at(length.unwrap_or(rest.len()));
            let rest = rest.strip_prefix('*').unwrap_or(rest);
            if command == "newminted" {
                declared.minted(rest);
            } else if SHORTENING.contains(&command) {
                let sign = rest[options_length(rest)..].trim_start_matches(['{', '\\']);
                declared.short_verbs.extend(sign.chars().next());
            } else if let Some((_, holds)) = DECLARING.iter().find(|(name, _)| *name == command) {
                let name = named(&rest[options_length(rest)..]);
                declared.names.extend(name.map(|name| (name, *holds)));
            }
        }
        declared
    }

    /// `\newminted[name]{language}`; without a name it is the language's, and `code`,
    /// which is known by its name.
    fn minted(&mut self, rest: &'s str) {
        let name = rest[..options_length(rest)].trim_matches(['[', ']', ' ']);
        if !name.is_empty() {
            self.names.insert(name, Environment::Verbatim);
        }
    }

    /// The environment of a name, without its star.
    pub(super) fn environment(&self, name: &str) -> Environment {
        let declared = self.names.get(name).copied();
        declared.unwrap_or_else(|| known(name))
    }

    /// Whether a sign begins and ends code.
    pub(super) fn is_short_verb(&self, sign: char) -> bool {
        self.short_verbs.contains(&sign)
    }
}

/// The name in the braces that a text starts with.
fn named(text: &str) -> Option<&str> {
    let name = &text[..group_length(near(text))];
    let name = name.trim_matches(['{', '}', ' ', '\\']);
    (!name.is_empty()).then_some(name)
}

/// The environment of a name that packages and classes have given.
fn known(name: &str) -> Environment {
    let folded = name.to_ascii_lowercase();
    if ["code", "listing", "verbatim"]
        .iter()
        .any(|word| folded.contains(word))
    {
        return Environment::Verbatim;
    }
    match name {
        "equation" | "align" | "gather" | "multline" | "eqnarray" | "math" | "displaymath"
        | "flalign" | "alignat" | "array" | "split" | "aligned" | "gathered" | "dmath" => {
            Environment::Formula
        }
        "quote" | "quotation" | "displayquote" | "verse" => Environment::Quotation,
        "tabular" | "tabularx" | "tabulary" | "longtable" | "supertabular" | "xtabular"
        | "tabu" | "longtabu" => Environment::Table,
        "frame" | "block" | "alertblock" | "exampleblock" => Environment::Titled,
        "minted" | "alltt" | "comment" | "filecontents" => Environment::Verbatim,
        name if is_prose(name) => Environment::Prose,
        _ => Environment::Opaque,
    }
}

/// Environments whose inside reads as text.
#[rustfmt::skip]
fn is_prose(name: &str) -> bool {
    matches!(
        name,
        // Pages and their parts.
        "document" | "abstract" | "appendix" | "appendices" | "titlepage" | "frontmatter" | "mainmatter"
        | "backmatter" | "landscape" | "letter" | "acknowledgements" | "acknowledgments" | "acknowledgement"
        | "acknowledgment" | "ack" | "dedication" | "preface" | "foreword" | "summary" | "executivesummary"
        | "subequations" | "refsection" | "refsegment" | "sloppypar" | "samepage"
        // Lists.
        | "itemize" | "enumerate" | "description" | "list" | "trivlist" | "compactitem" | "compactenum"
        | "compactdesc" | "asparaenum" | "asparaitem" | "inparaenum" | "inparaitem" | "tablenotes" | "outline" | "checklist" | "easylist" | "tasks" | "questions" | "parts"
        | "subparts" | "choices" | "checkboxes"
        // Floats, columns and boxes.
        | "figure" | "table" | "wrapfigure" | "wraptable" | "sidewaysfigure" | "sidewaystable" | "subfigure"
        | "subtable" | "marginfigure" | "margintable" | "threeparttable" | "floatrow" | "minipage" | "multicols"
        | "columns" | "column" | "paracol" | "adjustbox" | "adjustwidth" | "framed" | "shaded" | "snugshade"
        | "leftbar" | "mdframed" | "tcolorbox" | "fullwidth" | "overprint" | "onlyenv" | "uncoverenv"
        | "visibleenv" | "actionenv"
        // How text stands, and how it looks.
        | "center" | "centering" | "flushleft" | "flushright" | "raggedright" | "raggedleft" | "justify"
        | "spacing" | "singlespace" | "singlespacing" | "onehalfspace" | "onehalfspacing" | "doublespace"
        | "doublespacing" | "tiny" | "scriptsize" | "footnotesize" | "small" | "normalsize" | "large" | "Large"
        | "LARGE" | "huge" | "Huge" | "em" | "it" | "itshape" | "bf" | "bfseries" | "sffamily" | "rmfamily"
        | "scshape" | "slshape"
        // Statements.
        | "theorem" | "thm" | "lemma" | "proposition" | "prop" | "corollary" | "cor" | "conjecture" | "claim"
        | "fact" | "proof" | "definition" | "defn" | "axiom" | "property" | "remark" | "rem" | "remarks"
        | "note" | "notes" | "notation" | "example" | "examples" | "exercise" | "exercises" | "problem"
        | "question" | "answer" | "solution" | "hint" | "case" | "assumption" | "observation" | "discussion"
        | "conclusion" | "motivation" | "warning" | "tip" | "important" | "caution" | "info" | "highlights"
        | "keyword" | "keywords" | "IEEEkeywords" | "IEEEbiography" | "biography"
    )
}
