//! Dictionaries of codespell: `word->fix` a line. Several fixes, or a reason behind
//! the last comma, say that a person decides: such entries are flagged only.

use super::record::{Record, Row, Wordlist};
use super::swap::Swap;
use super::{Losses, Reading, Refused, Remark, decode};

/// Reads a dictionary.
///
/// # Errors
///
/// When it is no text, or no line has an arrow.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    let text = decode::text(bytes)?;
    if !text.contains("->") {
        return Err(Refused::new("no line of it says `word->fix`"));
    }
    let mut list = Wordlist::default();
    let mut losses = Losses::default();
    for (place, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match line
            .split_once("->")
            .map(|(word, fixes)| entry(word, fixes))
        {
            Some(Ok(record)) => list.terms.push(Row { place, record }),
            Some(Err(reason)) => losses.untranslatable.push(Remark::new(place, reason)),
            None => losses
                .unreadable
                .push(Remark::new(place, "it says no `word->fix`")),
        }
    }
    Ok(Reading {
        lists: vec![list],
        unit: "line",
        losses,
    })
}

fn entry(word: &str, fixes: &str) -> Result<Record, String> {
    let fixes = fixes.trim();
    let (fixes, reason) = match fixes.rsplit_once(',') {
        Some((fixes, reason)) => (fixes, Some(reason.trim())),
        None => (fixes, None),
    };
    let plain: Vec<String> = fixes
        .split(',')
        .map(|fix| fix.trim().to_owned())
        .filter(|fix| !fix.is_empty())
        .collect();
    let swap = Swap {
        spellings: vec![word.trim().to_owned()],
        plain,
        exact: false,
    };
    let mut record = swap.record()?;
    if let Some(reason) = reason {
        record.say("rewrite", "never");
        if !reason.is_empty() {
            record.say("note", reason);
        }
    }
    Ok(record)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_entries() {
        let text = "# words\nteh->the\nabbout->about, abbot,\nclas->class, disabled in code\n\nnonsense\npre-fix->pre fix\n";
        let reading = read(text.as_bytes()).expect("it is a dictionary");
        let terms = &reading.lists[0].terms;
        assert_eq!(terms[0].record.text("plain"), Some("the"));
        assert_eq!(terms[0].record.text("rewrite"), None);
        assert_eq!(terms[1].record.words("plain"), ["about", "abbot"]);
        assert_eq!(terms[1].record.text("rewrite"), Some("never"));
        assert_eq!(terms[2].record.text("note"), Some("disabled in code"));
        assert_eq!(terms[2].place, 4);
        assert_eq!(reading.losses.unreadable[0].place, 6);
        assert_eq!(reading.losses.untranslatable[0].place, 7);
        assert!(read(b"hello\n").is_err());
    }
}
