//! How each kind of file is read. A new format is a file here and a line in the
//! registry; the rest of the program knows only the trait.

use std::path::Path;

use crate::document::Format;

mod asciidoc;
mod comments;
mod commit;
mod drawn;
mod html;
mod latex;
mod lines;
mod machine;
mod mail;
mod markdown;
mod office;
mod org;
mod own;
mod plain;
mod po;
mod rst;
mod templates;

/// Every format, the default first.
const FORMATS: [&dyn Format; 16] = [
    &markdown::Markdown,
    &plain::Plain,
    &html::Html,
    &rst::Rst,
    &asciidoc::AsciiDoc,
    &latex::Latex,
    &org::Org,
    &markdown::Mdx,
    &po::Po,
    &mail::Mail,
    &comments::Comments,
    &commit::CommitMessage,
    &office::Docx,
    &office::Odt,
    &office::Pptx,
    &office::Xlsx,
];

/// What standard input is read as: plain prose is valid Markdown.
pub fn default() -> &'static dyn Format {
    FORMATS[0]
}

/// The format of a name that `--as` takes.
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.name() == name)
}

/// The names that `--as` takes.
pub fn names() -> impl Iterator<Item = &'static str> {
    FORMATS.into_iter().map(Format::name)
}

/// The names of the formats that folders are searched for.
pub fn searched() -> impl Iterator<Item = &'static str> {
    let has_files = |format: &&dyn Format| !format.extensions().is_empty();
    FORMATS.into_iter().filter(has_files).map(Format::name)
}

/// The format that a file's name asks for. `~$notes.docx` is no document: Word writes
/// such a file beside one that is open. Nor is `robots.txt`.
pub fn by_extension(path: &Path) -> Option<&'static dyn Format> {
    let is_beside = path.file_name()?.as_encoded_bytes().starts_with(b"~$");
    if is_beside || machine::by_name(path).is_some() {
        return None;
    }
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS
        .into_iter()
        .find(|format| format.extensions().contains(&extension.as_str()))
}

/// How a file is read that somebody named: by its extension, without one as the
/// default, with one that says nothing as plain text. Of programs the comments are read.
pub fn of_path(path: &Path) -> &'static dyn Format {
    match by_extension(path) {
        Some(format) => format,
        None if path.extension().is_none() => default(),
        None => comments::of_program(path).unwrap_or(&plain::Plain),
    }
}

/// How a file is read: as `format`, if one is asked for.
///
/// # Errors
///
/// Why it cannot be read so, to stand behind its name.
pub fn of_file(
    path: &Path,
    format: Option<&'static dyn Format>,
) -> Result<&'static dyn Format, String> {
    let format = format.unwrap_or_else(|| of_path(path));
    Ok(format.of_file(Some(path))?.unwrap_or(format))
}

/// Files in which people point at documents, though programs read them: notebooks, and
/// what says where the pages of a site stand.
const POINTING: [&str; 9] = [
    "_quarto.yml",
    "_toc.yml",
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "mkdocs.yaml",
    "mkdocs.yml",
    "sidebars.js",
    "sidebars.json",
    "sidebars.ts",
];

/// Whether a file can have links to documents.
pub fn may_link(path: &Path) -> bool {
    points(path) || by_extension(path).is_some_and(|format| format.package().is_none())
}

/// Whether a file that is no document points at some.
pub fn points(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    POINTING.iter().any(|known| name == *known)
        || path.extension().is_some_and(|ending| ending == "ipynb")
}

/// Whether programs read a file, as far as its name tells: code, data, settings.
pub fn is_for_machines(path: &Path) -> bool {
    comments::of_program(path).is_some() || is_left_alone(path)
}

/// Whether a file is not even read when its kind is asked for: data, settings, licenses.
pub fn is_left_alone(path: &Path) -> bool {
    what_by_name(path).is_some()
}

/// What a file is by its name, if it is left alone; of programs the comments are read.
fn what_by_name(path: &Path) -> Option<&'static str> {
    machine::by_name(path).filter(|_| comments::of_program(path).is_none())
}

/// Whether a file of a folder is read: as `format`, if one is asked for.
pub fn is_read(path: &Path, format: Option<&dyn Format>) -> bool {
    match format.map(|format| format.of_file(Some(path))) {
        Some(Ok(Some(_))) => true,
        Some(Err(_)) => false,
        Some(Ok(None)) | None => by_extension(path).is_some(),
    }
}

/// How a file is read whose bytes tell more than its name: one of this program's own as
/// one without prose.
///
/// # Errors
///
/// Why it is not read unless somebody says how: programs read it, or nobody may change
/// it. To stand behind its name.
pub fn of_bytes(path: &Path, bytes: &[u8]) -> Result<Option<&'static dyn Format>, String> {
    if own::is_own(path, bytes) {
        return Ok(Some(&own::Own));
    }
    let told = by_extension(path).filter(|format| format.name() != plain::Plain.name());
    let told = told.or_else(|| comments::of_program(path));
    let by_content = || machine::by_content(told, bytes);
    let Some(what) = what_by_name(path).or_else(by_content) else {
        return Ok(None);
    };
    let how = match comments::of_code(path) {
        Some(_) => "`--as comments` reads its comments, `--as text` all of it",
        None => "to read it all the same, say how: `--as text`",
    };
    Err(format!("is {what}, and left alone; {how}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::SegmentKind;

    #[test]
    fn headings_know_their_level() {
        let table: [(&str, &str, &[u8]); 6] = [
            ("markdown", "# a\n\nb\n=\n\n### c\n\nd\n-\n", &[1, 1, 3, 2]),
            ("html", "<h1>a</h1><h4>b</h4>", &[1, 4]),
            (
                "rst",
                "====\nabcd\n====\n\nefgh\n====\n\nijkl\n----\n\nmnop\n====\n",
                &[1, 2, 3, 2],
            ),
            ("asciidoc", "= abc\n\n=== def\n\nghi\n---\n", &[1, 3, 2]),
            ("org", "* a\n*** b\n", &[1, 3]),
            ("latex", "\\section{a}\\subsection{b}", &[2, 3]),
        ];
        for (name, source, expected) in table {
            let format = by_name(name);
            let document = format.map(|format| format.read(source)).unwrap_or_default();
            let segments = document.parts.iter().flat_map(|part| &part.segments);
            let levels: Vec<u8> = segments
                .filter_map(|segment| match segment.kind {
                    SegmentKind::Heading(level) => Some(level),
                    _ => None,
                })
                .collect();
            assert_eq!(levels, expected, "{name}");
        }
    }
}
