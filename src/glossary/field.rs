//! What a field of a glossary is, whoever asks: its key, what it holds, what it means.
//! The tables of `schema` declare each field once; readers, JSON Schema, exchange
//! formats and the tests go by these declarations.

/// What stands behind a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A string.
    Text,
    /// A string, or a list of them.
    Words,
    /// A list of strings that means nothing when it is empty.
    List,
    /// A list of strings that means something when it is empty, too.
    Names,
    /// A string of one line.
    Line,
    /// One of a few words.
    Choice,
    /// A part of speech, which people call by many names.
    PartOfSpeech,
    /// Yes or no; no is the default.
    Flag,
    /// A date of TOML.
    Date,
    /// A table from inflections to their forms.
    Forms,
    /// A table from audiences to what they understand.
    Meanings,
    /// A list of tables with `before`, `after`, `sentence`.
    Contexts,
    /// A list of tables with `text` and `becomes`.
    Examples,
}

/// What a field is for. Fields of one part stand together where an entry is written
/// anew, the parts in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is looked for.
    Found,
    /// What is written instead.
    Written,
    /// What is said of it.
    Explained,
    /// When which of it is done.
    Decided,
    /// What those want to know who look after it.
    Kept,
    /// How it is tried.
    Tried,
}

/// A field of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its key in TOML.
    pub name: &'static str,
    /// What it is for.
    pub part: Part,
    /// What stands behind the key.
    pub shape: Shape,
    /// What it means.
    pub meaning: &'static str,
    /// Whether it has to be there.
    pub is_required: bool,
    /// A regular expression that each of its texts matches.
    pub pattern: Option<&'static str>,
    /// The words that it may be, where there are few.
    pub choices: &'static [&'static str],
    /// The text that holds where it is not there, if that is one.
    pub default: Option<&'static str>,
}

impl Field {
    pub(super) const fn new(
        name: &'static str,
        meaning: &'static str,
        part: Part,
        shape: Shape,
    ) -> Self {
        Self {
            name,
            part,
            shape,
            meaning,
            is_required: false,
            pattern: None,
            choices: &[],
            default: None,
        }
    }

    pub(super) const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    pub(super) const fn matching(self, pattern: &'static str) -> Self {
        Self {
            pattern: Some(pattern),
            ..self
        }
    }

    pub(super) const fn one_of(self, choices: &'static [&'static str]) -> Self {
        Self { choices, ..self }
    }

    pub(super) const fn or(self, default: &'static str) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }
}

/// Fields in the order in which they are written: by part, and in each as declared.
pub const fn in_order<const N: usize>(declared: &[Field]) -> [Field; N] {
    let mut sorted = [declared[0]; N];
    let mut count = 0;
    let mut part = 0;
    while part <= Part::Tried as usize {
        let mut index = 0;
        while index < N {
            if declared[index].part as usize == part {
                sorted[count] = declared[index];
                count += 1;
            }
            index += 1;
        }
        part += 1;
    }
    sorted
}
