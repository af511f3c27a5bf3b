//! What a service knows a finding by from run to run: a hash of its rule, its file
//! and the text of its lines, and which one of several alike it is. Lines that move
//! change nothing; the hash is written here since it must never change.

use std::collections::HashMap;

use super::model::FileReport;
use crate::finding::Finding;
use crate::text::position::lines_around;

/// How many bytes of a very long line count, to either side of the finding.
const CROP: usize = 200;

/// The fingerprints of findings in one file, in their order.
pub(super) fn fingerprints(file: &FileReport, findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<u128, usize> = HashMap::new();
    let fingerprint = |finding: &Finding| {
        let text = match &finding.block {
            Some(block) => block.text.split_whitespace().collect::<Vec<_>>().join(" "),
            None => surroundings(&file.source, finding),
        };
        let alike = hash(&[&finding.rule, &file.path, &text]);
        let number = seen.entry(alike).or_default();
        *number += 1;
        let own = hash(&[&format!("{alike:032x}"), &number.to_string()]);
        format!("{own:032x}")
    };
    findings.iter().map(fingerprint).collect()
}

/// The lines of a finding, with single spaces.
fn surroundings(source: &str, finding: &Finding) -> String {
    let span = finding.location.span;
    let near = source.ceil_char_boundary(span.start.saturating_sub(CROP))
        ..source.floor_char_boundary(span.end + CROP);
    let text = &source[near.clone()];
    let lines = lines_around(text, span.start - near.start, span.end - near.start);
    let words: Vec<&str> = text[lines].split_whitespace().collect();
    words.join(" ")
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
