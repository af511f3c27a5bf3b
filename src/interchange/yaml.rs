//! YAML of other linters: lists of words with the lines that they stand on. Names
//! that stand for other parts of the file count as often as they are used, so that
//! a small file cannot grow without bounds.

use serde::de::DeserializeOwned;
use serde_saphyr::{Spanned, options::Options};

use super::{Refused, decode};

/// Reads a file.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8], what: &str) -> Result<T, Refused> {
    let text = decode::text(bytes)?;
    serde_saphyr::from_str_with_options(&text, Options::default()).map_err(|error| {
        let error = error.to_string();
        let reason = error.lines().next().unwrap_or_default();
        let reason = reason.trim_start_matches("error: ");
        Refused::new(format!("it is no {what}: {reason}"))
    })
}

/// The 1-based line of a value.
pub(super) fn line<T>(value: &Spanned<T>) -> usize {
    usize::try_from(value.referenced.line()).unwrap_or_default()
}
