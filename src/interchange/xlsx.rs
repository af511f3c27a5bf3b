//! XLSX, the workbook that people really send. The first sheet is the table; every
//! cell is written as text, so that none is a formula. A file is measured before
//! it is read: what unpacks to more than a glossary can be is refused.

use std::io::{self, Cursor, Read};

use calamine::{Data, DataRef, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::record::Wordlist;
use super::{Reading, Refused, grid};

/// How much a workbook may unpack to, in bytes.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// How many files may lie in it.
const MOST_FILES: usize = 4096;
/// How many rows and columns are read.
const MOST_ROWS: usize = 200_000;
const MOST_COLUMNS: usize = 512;
/// How wide a column is shown at most, in characters.
const WIDEST: f64 = 60.0;

/// Reads the first sheet.
///
/// # Errors
///
/// When it is no workbook, too large a one, or no column is called `term`.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    measure(bytes, MOST_BYTES)?;
    let broken = |error: calamine::XlsxError| {
        Refused::new(format!("it cannot be read as a workbook: {error}"))
    };
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = workbook.sheet_names();
    let Some(first) = names.first() else {
        return Err(Refused::new("the workbook has no sheet"));
    };
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut cells = workbook.worksheet_cells_reader(first).map_err(broken)?;
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let text = shown(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize + 1, column as usize);
        if row > MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Refused::new(format!(
                "row {row}, column {} is not empty: a glossary has at most {MOST_ROWS} rows and {MOST_COLUMNS} columns",
                column + 1
            )));
        }
        if rows.last().is_none_or(|(last, _)| *last != row) {
            rows.push((row, Vec::new()));
        }
        if let Some((_, row)) = rows.last_mut() {
            row.resize(row.len().max(column + 1), String::new());
            row[column] = text;
        }
    }
    rows.sort_by_key(|(row, _)| *row);
    let mut reading = grid::read(&rows)?;
    for name in names.iter().skip(1) {
        reading.losses.leave(format!("the sheet `{name}`"));
    }
    Ok(reading)
}

/// Unpacks everything once and keeps nothing: sizes that a file states may lie.
fn measure(bytes: &[u8], most: u64) -> Result<(), Refused> {
    let broken =
        |error: &dyn std::fmt::Display| Refused::new(format!("it is no workbook (XLSX): {error}"));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > MOST_FILES {
        return Err(Refused::new(format!(
            "it holds {} files, more than a workbook of words has",
            archive.len()
        )));
    }
    let mut left = most;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| broken(&error))?;
        let read = io::copy(&mut file.take(left + 1), &mut io::sink());
        let read = read.map_err(|error| broken(&error))?;
        left = left.checked_sub(read).ok_or_else(|| {
            Refused::new(format!(
                "it unpacks to more than {most} bytes; nothing of it was read"
            ))
        })?;
    }
    Ok(())
}

/// What a cell shows: a date as dates are written here, a whole number without a
/// point.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(date) => date.split('T').next().unwrap_or_default().to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::Empty => String::new(),
        other => Data::from(other.clone()).to_string(),
    }
}

/// Writes glossaries as a workbook of one sheet. The same glossaries make the same
/// bytes.
///
/// # Errors
///
/// When a cell holds more than a cell of Excel takes (32,767 characters).
pub fn write(lists: &[Wordlist]) -> Result<Vec<u8>, Refused> {
    let (columns, rows) = grid::write(lists);
    let mut workbook = Workbook::new();
    fill(&mut workbook, &columns, &rows)
        .and_then(|()| workbook.save_to_buffer())
        .map_err(|error| Refused::new(format!("a workbook cannot hold this: {error}")))
}

fn fill(
    workbook: &mut Workbook,
    columns: &[String],
    rows: &[Vec<String>],
) -> Result<(), XlsxError> {
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    let wrapped = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_num_format("@");
    let sheet = workbook.add_worksheet();
    sheet.set_name("Terms")?;
    sheet.set_freeze_panes(1, 1)?;
    for (column, name) in (0_u16..).zip(columns) {
        let cells = rows.iter().filter_map(|row| row.get(usize::from(column)));
        let lines = cells.chain([name]).flat_map(|cell| cell.lines());
        let widest = lines
            .map(|line| line.chars().count())
            .max()
            .unwrap_or_default();
        let widest = u16::try_from(widest).unwrap_or(u16::MAX);
        sheet.set_column_width(column, (f64::from(widest) + 2.0).min(WIDEST))?;
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (number, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            if !cell.is_empty() {
                sheet.write_string_with_format(number, column, cell, &wrapped)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workbook(fill: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut workbook = Workbook::new();
        fill(workbook.add_worksheet());
        fill(workbook.add_worksheet());
        workbook.save_to_buffer().expect("it can be written")
    }

    #[test]
    fn cells_of_all_kinds_are_texts() {
        let bytes = workbook(|sheet| {
            let date = ExcelDateTime::from_ymd(2030, 2, 28).expect("it is a date");
            let format = Format::new().set_num_format("dd.mm.yyyy");
            for (column, name) in (0..).zip(["term", "review-by", "separable", "note"]) {
                sheet.write_string(1, column, name).expect("there is room");
            }
            sheet.write_number(2, 0, 24.0).expect("there is room");
            sheet
                .write_datetime_with_format(2, 1, &date, &format)
                .expect("there is room");
            sheet.write_boolean(2, 2, true).expect("there is room");
            let formula = rust_xlsxwriter::Formula::new("=1+1").set_result("two");
            sheet.write_formula(2, 3, formula).expect("there is room");
        });
        let reading = read(&bytes).expect("it is a workbook");
        let row = &reading.lists[0].terms[0];
        assert_eq!(row.place, 3);
        assert_eq!(row.record.text("term"), Some("24"));
        assert_eq!(row.record.text("review-by"), Some("2030-02-28"));
        assert_eq!(row.record.get("separable"), Some(&true.into()));
        assert_eq!(row.record.text("note"), Some("two"));
        assert_eq!(reading.losses.left["the sheet `Sheet2`"], 1);
    }

    #[test]
    fn a_workbook_without_bounds_is_refused() {
        let far = workbook(|sheet| {
            sheet.write_string(0, 0, "term").expect("there is room");
            sheet
                .write_string(1_000_000, 16_000, "x")
                .expect("there is room");
        });
        let refused = read(&far).expect_err("it is too long");
        assert!(
            refused.to_string().starts_with("row 1000001, column 16001"),
            "{refused}"
        );
        assert!(measure(&far, 1000).is_err());
        assert!(measure(&far, 100_000).is_ok());
        for bytes in [&b""[..], b"PK\x03\x04", &far[..far.len() / 2]] {
            assert!(read(bytes).is_err());
        }
    }

    #[test]
    fn a_cell_that_is_too_long_is_said() {
        let text = format!(
            "[glossary]\nname = \"a\"\ntitle = \"A\"\n[[term]]\nterm = \"{}\"\n",
            "x".repeat(40_000)
        );
        let path = std::path::Path::new("a.toml");
        let list = Wordlist::parse(path, &text).expect("it is right");
        assert!(write(&[list]).is_err());
    }
}
