//! What the commands and environments of LaTeX do with text.

use crate::document::{AreaKind, SegmentKind};

/// What a command does with what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Begin,
    End,
    /// Verbatim between two signs.
    Verb,
    /// Its argument is read on with the text around.
    Wrap,
    /// The same, as an area.
    Area(AreaKind),
    /// An address, and the text of a link.
    Linked,
    /// A name, and what it is the name of.
    Named,
    /// Its argument is a block of its own.
    Block(SegmentKind),
    /// Its argument is a block of its own inside another one.
    Aside,
    /// A block ends.
    Break,
    /// An item begins, whose options are the name of what it defines.
    Item,
    /// It changes how text looks, and has no argument.
    Switch,
    /// What stands behind it in its group is code.
    Typewriter,
    /// What stands behind it in its group is in the language that it names.
    Language,
    /// A definition: a name, parameters, and what it stands for.
    Definition,
    /// What it begins is switched off.
    Never,
    /// It compares what stands behind it, of which `0` begins what is switched off.
    Compare,
    /// It stands for a text.
    Text(&'static str),
    /// No prose, with all of its arguments.
    Opaque,
}

/// The command of a name.
pub(super) fn of(name: &str) -> Command {
    match name {
        "begin" => Command::Begin,
        "end" => Command::End,
        "verb" | "lstinline" | "mint" | "mintinline" | "Verb" | "spverb" => Command::Verb,
        "tt" | "ttfamily" => Command::Typewriter,
        "selectlanguage" => Command::Language,
        "def" | "gdef" | "edef" | "xdef" => Command::Definition,
        "iffalse" => Command::Never,
        "if" => Command::Compare,
        "emph" | "textbf" | "textit" | "textsc" | "textsf" | "textrm" | "textsl" | "textup"
        | "textmd" | "textnormal" | "underline" | "uline" | "mbox" | "fbox" | "text" | "alert"
        | "hl" | "so" | "centerline" => Command::Wrap,
        "enquote" => Command::Area(AreaKind::Quotation),
        "href" => Command::Linked,
        "hypertarget" => Command::Named,
        "part" | "chapter" | "addchap" => Command::Block(SegmentKind::Heading(1)),
        "section" | "addsec" | "frametitle" => Command::Block(SegmentKind::Heading(2)),
        "subsection" | "framesubtitle" => Command::Block(SegmentKind::Heading(3)),
        "subsubsection" => Command::Block(SegmentKind::Heading(4)),
        "paragraph" | "minisec" => Command::Block(SegmentKind::Heading(5)),
        "subparagraph" => Command::Block(SegmentKind::Heading(6)),
        "title" | "subtitle" => Command::Block(SegmentKind::Title),
        "caption" | "captionof" => Command::Block(SegmentKind::Caption),
        "footnote" | "footnotetext" | "thanks" | "marginpar" | "marginnote" | "sidenote" => {
            Command::Aside
        }
        "item" => Command::Item,
        "par" | "newpage" | "clearpage" | "cleardoublepage" | "maketitle" | "tableofcontents"
        | "appendix" | "hline" | "toprule" | "midrule" | "bottomrule" | "bigskip" | "medskip"
        | "smallskip" | "newline" | "linebreak" | "pagebreak" | "tabularnewline" => Command::Break,
        "centering" | "noindent" | "small" | "large" | "Large" | "LARGE" | "huge" | "Huge"
        | "tiny" | "scriptsize" | "footnotesize" | "normalsize" | "bfseries" | "itshape" | "em"
        | "bf" | "it" | "rm" | "sf" | "sc" | "sffamily" | "rmfamily" | "mdseries" | "upshape"
        | "scshape" | "slshape" | "normalfont" | "raggedright" | "raggedleft" | "sloppy"
        | "left" | "right" | "protect" | "frenchspacing" => Command::Switch,
        "ldots" | "dots" | "textellipsis" => Command::Text("…"),
        "textendash" => Command::Text("–"),
        "textemdash" => Command::Text("—"),
        "textquoteright" => Command::Text("’"),
        "textquotedblleft" => Command::Text("“"),
        "textquotedblright" => Command::Text("”"),
        "ss" => Command::Text("ß"),
        "textbackslash" => Command::Text("\\"),
        "textasciitilde" => Command::Text("~"),
        "textasciicircum" => Command::Text("^"),
        "quad" | "qquad" | "space" | "enspace" | "thinspace" => Command::Text(" "),
        _ => Command::Opaque,
    }
}
