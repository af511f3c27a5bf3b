//! What a service knows a finding by from run to run: a hash of its rule, its file
//! and its sentence, and which one of several alike it is. Lines that move and
//! paragraphs that are laid out anew change nothing, as in a baseline; the hash is
//! written here since it must never change.

use std::borrow::Cow;

use super::model::FileReport;
use crate::baseline::{Mark, marks_of_lines};

/// The fingerprints of a file's findings. Where nobody made marks, as for a glossary,
/// which has no sentences, the lines of the findings count.
pub(super) fn fingerprints(file: &FileReport) -> impl Iterator<Item = String> {
    let marks = if file.marks.is_empty() {
        Cow::Owned(marks_of_lines(&file.source, &file.findings))
    } else {
        Cow::Borrowed(&file.marks[..])
    };
    (0..marks.len()).map(move |number| fingerprint(&file.path, &marks[number]))
}

fn fingerprint(path: &str, mark: &Mark) -> String {
    let (sentence, occurrence) = (mark.key.sentence.to_string(), mark.occurrence.to_string());
    let hash = hash(&[&mark.key.rule, path, &sentence, &occurrence]);
    format!("{hash:032x}")
}

/// FNV-1a of 128 bits over fields, each with its end.
fn hash(fields: &[&str]) -> u128 {
    const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let ended = |field: &&str| field.bytes().chain([0]).collect::<Vec<u8>>();
    fields.iter().flat_map(ended).fold(START, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(PRIME)
    })
}
