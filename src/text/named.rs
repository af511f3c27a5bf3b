//! Values that people choose by name: on the command line, in a configuration, in a
//! glossary. Their type says the names, and whoever reads, lists or completes them asks it.

/// A type whose values have names.
pub trait Named: Copy + 'static {
    /// All values, in the order in which they are listed.
    const ALL: &'static [Self];

    /// How it is written.
    fn name(self) -> &'static str;

    /// What it stands for, where the name does not say it.
    fn about(self) -> Option<&'static str> {
        None
    }

    /// The value of a name.
    fn by_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|value| value.name() == name)
    }
}
