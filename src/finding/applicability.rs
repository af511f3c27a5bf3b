//! Whether the words of a finding are written by the program: always, where somebody asks
//! for it, or never, and for what reason.

/// Whether a fix is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Applicability {
    /// It is: the result is correct English that means the same.
    #[default]
    Safe,
    /// Only for those who ask for it, with `--unsafe` or by choosing it: it may be wrong.
    Unsafe(Held),
    /// It is not, so that there is none.
    Never(Held),
}

impl Applicability {
    /// Whether what speaks against a fix, if anything does, lets it be made.
    pub fn of(held: Option<Held>) -> Self {
        match held {
            None => Self::Safe,
            Some(held) if held.is_doubt() => Self::Unsafe(held),
            Some(held) => Self::Never(held),
        }
    }

    /// Whether the program makes it unasked.
    pub fn is_safe(self) -> bool {
        self == Self::Safe
    }

    /// What speaks against it.
    pub fn held(self) -> Option<Held> {
        match self {
            Self::Safe => None,
            Self::Unsafe(held) | Self::Never(held) => Some(held),
        }
    }
}

/// Why a finding is not rewritten by the program itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Held {
    /// The glossary knows no plain words.
    NoRewrite,
    /// The glossary has plain words, and forbids to write them unasked.
    Forbidden,
    /// No glossary knows the word.
    Unknown,
    /// One word, two meanings.
    FalseFriend,
    /// Several meanings, and nothing around says which is meant.
    Senses,
    /// The entry's author wants it left alone in such a place.
    Context,
    /// Somebody else's words.
    Quotation,
    /// Part of a hyphenated compound.
    Compound,
    /// The replacement would need markup to be invented.
    Markup,
    /// Its place takes no other words: a drawn table, a link's name, an encoded body.
    Fixed,
    /// A heading that a link points at.
    LinkedHeading,
    /// A heading in a project too large to look for links to it.
    UnknownLinks,
    /// A heading whose new words are the anchor of another one that a link points at.
    TakenAnchor,
    /// The text of a link that quotes a heading that stays.
    QuotedHeading,
    /// An attribute of a tag.
    Attribute,
    /// Explained in another place of the text.
    LaterUse,
    /// An explanation would tear the sentence apart here.
    NoRoom,
    /// It would everywhere that the term is used.
    NoRoomAtAll,
    /// It keeps its name in all of the document, since it has to somewhere.
    OneName,
    /// The words around do not say whether it is a noun or a verb, past or participle.
    Undecided,
    /// Capitals that make it a likely name.
    Name,
    /// Spoken of, not used: `the term API`.
    Mention,
    /// Before another noun, where the replacement does not fit.
    Modifier,
    /// Number or article would no longer agree.
    Agreement,
    /// The verb that hides there needs a sentence of its own.
    Recast,
    /// The plain words ask for other words around them: an object, another place.
    Frame,
    /// The plain word, or one of its family, stands in the sentence already.
    Repetition,
    /// The replacement is jargon itself.
    JargonInPlain,
    /// Another fix changes the same words.
    Overlap,
    /// What it writes, or the markup around it, would not be read as it is meant.
    Torn,
    /// Other words of its block would be rewritten then that are left now.
    Unsettled,
}

impl Held {
    /// Whether its words may be right all the same, so that a fix is made for those who ask.
    fn is_doubt(self) -> bool {
        matches!(
            self,
            Self::LinkedHeading
                | Self::UnknownLinks
                | Self::TakenAnchor
                | Self::QuotedHeading
                | Self::Context
                | Self::Frame
                | Self::Undecided
                | Self::Name
                | Self::Modifier
                | Self::Agreement
        )
    }

    /// Whether the plain words fit, and only the markup keeps the program from writing
    /// them.
    pub fn is_of_markup(self) -> bool {
        matches!(
            self,
            Self::Attribute | Self::Fixed | Self::Markup | Self::Torn
        )
    }

    /// The reason in a few words, to stand behind "not rewritten:".
    pub fn reason(self) -> &'static str {
        match self {
            Self::NoRewrite => "the glossary has no plain words to put in its place",
            Self::Forbidden => "the glossary leaves the choice of words to you",
            Self::Unknown => "no glossary says what it stands for",
            Self::Senses => "nothing around it says which of its meanings is meant",
            Self::Context => "its plain words do not fit in such a sentence",
            Self::FalseFriend => "it means different things to different readers",
            Self::Quotation => "these are somebody else's words",
            Self::Compound => "it is part of a compound",
            Self::Markup => "markup stands inside it",
            Self::Fixed => "the markup around it takes no other words",
            Self::LinkedHeading => "a link points at this heading",
            Self::UnknownLinks => "the project is too large to look for links to this heading",
            Self::TakenAnchor => "a link to another heading would lead to this one",
            Self::QuotedHeading => "it quotes a heading that stays as it is",
            Self::Attribute => "it stands in an attribute",
            Self::LaterUse => "the text explains it elsewhere",
            Self::NoRoom => "an explanation does not fit here",
            Self::NoRoomAtAll => {
                "an explanation fits nowhere; say once in a sentence of its own what it is"
            }
            Self::OneName => "it keeps its name elsewhere in the document",
            Self::Undecided => "the words around do not decide how it is used",
            Self::Name => "it is likely part of a name",
            Self::Mention => "the word itself is meant",
            Self::Modifier => "the replacement does not fit before a noun",
            Self::Agreement => "the sentence would no longer agree",
            Self::Recast => "the sentence has to be put in another way",
            Self::Frame => "its plain words ask for other words around them",
            Self::Repetition => "the plain word already stands in its sentence",
            Self::JargonInPlain => "its replacement is jargon, too",
            Self::Overlap => "another rewrite changes the same words",
            Self::Torn => "its replacement would be read as markup there",
            Self::Unsettled => "it would change how other words here are understood",
        }
    }
}
