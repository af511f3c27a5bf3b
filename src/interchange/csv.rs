//! CSV as spreadsheets save and open it: commas, semicolons or tabs, quotes around
//! cells with line ends in them. What is written has commas and a byte order mark,
//! without which Excel takes letters with accents for two.

use super::record::Wordlist;
use super::{Reading, Refused, Remark, decode, grid};

const OPEN: &str = "a quotation mark is not closed, or not doubled inside a cell";

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Reads a table. Rows are counted as spreadsheets count them, but for empty lines.
///
/// # Errors
///
/// When it is no text, or no column is called `term`.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    let text = decode::text(bytes)?;
    // Excel's own way to say how cells are separated.
    let (delimiter, text) = match text.strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter, b'\r', b'\n', ..]) => (Some(*delimiter), &text["sep=;\r\n".len()..]),
        Some([delimiter, b'\n', ..]) => (Some(*delimiter), &text["sep=;\n".len()..]),
        _ => (None, text.as_str()),
    };
    let delimiter = delimiter.unwrap_or_else(|| likely_delimiter(text));
    let mut rows = Vec::new();
    let mut starts = Vec::new();
    for (place, row) in (1..).zip(reader(text, delimiter).records()) {
        let row = row.map_err(|error| Refused::new(format!("row {place}: {error}")))?;
        starts.push(row.position().map_or(0, csv::Position::byte));
        rows.push((place, row.iter().map(str::to_owned).collect()));
    }
    let start_of = |place: usize| {
        let start = starts
            .get(place)
            .and_then(|start| usize::try_from(*start).ok());
        start.unwrap_or(text.len())
    };
    let is_open = |place: &usize| {
        leaves_a_quotation_open(&text[start_of(place - 1)..start_of(*place)], delimiter)
    };
    let open: Vec<usize> = (1..=rows.len()).filter(is_open).collect();
    if open.first() == Some(&1) {
        return Err(Refused::new(format!("row 1: {OPEN}")));
    }
    rows.retain(|(place, _)| !open.contains(place));
    let mut reading = grid::read(&rows)?;
    let remarks = open.into_iter().map(|place| Remark::new(place, OPEN));
    reading.losses.unreadable.extend(remarks);
    reading.losses.unreadable.sort_by_key(|remark| remark.place);
    Ok(reading)
}

/// Whether a quotation mark at the start of a cell is not closed, so that rows behind
/// it are taken for its text: up to the end, or up to a mark that ends no cell.
fn leaves_a_quotation_open(row: &str, delimiter: u8) -> bool {
    let mut rest = row.trim_start_matches(['\r', '\n']).as_bytes();
    let ends = |byte: u8| byte == delimiter || byte == b'\r' || byte == b'\n';
    loop {
        if let Some(quoted) = rest.strip_prefix(b"\"") {
            let Some(length) = closing(quoted) else {
                return true;
            };
            rest = &quoted[length + 1..];
            let ends_cell = rest.first().is_none_or(|byte| ends(*byte));
            if !ends_cell && quoted[..length].contains(&b'\n') {
                return true;
            }
        }
        match rest.iter().position(|byte| *byte == delimiter) {
            Some(at) => rest = &rest[at + 1..],
            None => return false,
        }
    }
}

/// Where the quotation mark stands that is not doubled.
fn closing(quoted: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr::memchr(b'"', &quoted[at..])?;
        if quoted.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// The delimiter that makes most sense of the first row.
fn likely_delimiter(text: &str) -> u8 {
    let known = |delimiter: u8| {
        let first = reader(text, delimiter).into_records().next();
        let names: Vec<String> = match first {
            Some(Ok(row)) => row.iter().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        (grid::known_columns(&names), names.len())
    };
    let best = DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| known(*delimiter));
    best.unwrap_or(b',')
}

/// Writes glossaries as a table.
///
/// # Errors
///
/// When a cell cannot be written, which memory alone can cause.
pub fn write(lists: &[Wordlist]) -> Result<Vec<u8>, Refused> {
    let (columns, rows) = grid::write(lists);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in std::iter::once(&columns).chain(&rows) {
        writer
            .write_record(row)
            .map_err(|error| Refused::new(error.to_string()))?;
    }
    writer
        .into_inner()
        .map_err(|error| Refused::new(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_separate_cells_in_their_ways() {
        let texts = [
            "term,plain\r\nleverage,use\r\n",
            "Term;Plain;Definition\nleverage;use;\n",
            "\u{feff}TERM\tPLAIN\nleverage\tuse",
            "sep=;\r\nplain;term\r\nuse;leverage\r\n",
            "sep=|\nplain|term\nuse|leverage\n",
            "\"plain\",\"term\"\n\"use\",\"leverage\"",
        ];
        for text in texts {
            let reading = read(text.as_bytes()).expect("it is a table");
            let record = &reading.lists[0].terms[0].record;
            assert_eq!(record.text("term"), Some("leverage"), "{text}");
            assert_eq!(record.text("plain"), Some("use"), "{text}");
        }
    }

    #[test]
    fn an_open_quotation_mark_is_an_error() {
        let table: [(&str, &[usize], &[&str]); 4] = [
            ("term,plain\na,b\n\"c,d\ne,f\n", &[3], &["a"]),
            ("term,plain\n\"a,b\n\"c\",d\ne,f\n", &[2], &["e"]),
            ("term,plain\n\"a \"\"b\"\"\",\"c\nd\"\n", &[], &["a \"b\""]),
            ("term,plain\n5\" disk,\"a\" b\n", &[], &["5\" disk"]),
        ];
        for (text, broken, terms) in table {
            let reading = read(text.as_bytes()).expect("it is a table");
            let places: Vec<usize> = reading.losses.unreadable.iter().map(|r| r.place).collect();
            assert_eq!(places, broken, "{text}");
            let rows = reading.lists.iter().flat_map(|list| &list.terms);
            let read: Vec<Option<&str>> = rows.map(|row| row.record.text("term")).collect();
            let terms: Vec<Option<&str>> = terms.iter().copied().map(Some).collect();
            assert_eq!(read, terms, "{text}");
        }
    }

    #[test]
    fn a_cell_may_have_lines() {
        let text = "term;definition\n\"a \"\"b\"\"\";\"one\r\ntwo; three\"\nc;d\n";
        let reading = read(text.as_bytes()).expect("it is a table");
        let terms = &reading.lists[0].terms;
        assert_eq!(terms[0].record.text("term"), Some("a \"b\""));
        assert_eq!(terms[0].record.text("definition"), Some("one\ntwo; three"));
        assert_eq!(
            (terms[1].place, terms[1].record.text("term")),
            (3, Some("c"))
        );
    }

    #[test]
    fn nothing_is_no_table() {
        for text in ["", "\n\n", ";;;\n"] {
            assert!(read(text.as_bytes()).is_err(), "{text:?}");
        }
    }
}
