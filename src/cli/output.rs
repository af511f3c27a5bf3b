//! `translate --output`: the file that a rewritten document goes to. It is of the kind
//! that the document is; a name that says otherwise would make a file that no program
//! opens.

use std::ffi::OsString;
use std::path::Path;

use anyhow::bail;
use dejargon::document::Format;
use dejargon::format;
use dejargon::input::{Input, InputError, shown};
use dejargon::rewrite::How;

use super::args::Translate;
use super::write;

/// Writes a document to another file, or to its own.
pub(super) fn put(
    output: &Path,
    input: &Input,
    path: Option<&Path>,
    bytes: &[u8],
) -> anyhow::Result<()> {
    let is_own = path.is_some_and(|path| match (path.canonicalize(), output.canonicalize()) {
        (Ok(path), Ok(output)) => path == output,
        _ => false,
    });
    if is_own {
        return write::update(output, Some(input.original()), bytes);
    }
    write::replace(output, bytes)
}

/// Refuses a name for a document that is read in `format` from `path`, or from standard
/// input, if the name says that it is of another kind.
pub(super) fn fits(output: &Path, path: Option<&Path>, format: &dyn Format) -> anyhow::Result<()> {
    if !contradicts(output, path, format) {
        return Ok(());
    }
    let remedy = match path.and_then(ending) {
        Some(ending) => format!("choose a name that ends in .{}", ending.display()),
        None => "choose another name, or say with --as what it is".to_owned(),
    };
    bail!(
        "{} is the name of another kind of file than {}, and nothing is converted; {remedy}",
        shown(output),
        format.name(),
    )
}

fn contradicts(output: &Path, path: Option<&Path>, format: &dyn Format) -> bool {
    let wanted = ending(output);
    if wanted.is_none() || wanted == path.and_then(ending) {
        return false;
    }
    let named = format::of_path(output);
    let same = named.name() == format.name();
    let is_text = |format: &dyn Format| format.reads_by_paragraph();
    match (format.package(), named.package()) {
        // Any text may be called one, and plain prose is valid Markdown.
        (None, None) => {
            let is_default = named.name() == format::default().name();
            !(same || is_text(named) || (is_text(format) && is_default))
        }
        (None, Some(_)) => true,
        (Some(_), None) => format::by_extension(output).is_some(),
        // Programs tell `docx` and `docm` apart by what is inside.
        (Some(_), Some(_)) => {
            !same || path.is_some_and(|path| format::by_extension(path).is_some())
        }
    }
}

fn ending(path: &Path) -> Option<OsString> {
    path.extension().map(std::ffi::OsStr::to_ascii_lowercase)
}

/// Whether a document can have the footnotes that were asked for.
pub(super) fn takes_footnotes(args: &Translate, input: &Input) -> Result<(), InputError> {
    if args.how == Some(How::Footnote) && !input.format.markup().takes_footnotes() {
        return Err(InputError {
            path: input.name.clone(),
            message: format!(
                "{} has no footnotes; use --how explain",
                input.format.name()
            ),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_another_kind_is_refused() {
        let table = [
            ("report.odt", "x.docx", false),
            ("report.docx", "x.odt", false),
            ("report.docx", "x.docm", false),
            ("report.docx", "x.md", false),
            ("report.docx", "x.txt", false),
            ("report.docx", "X.DOCX", true),
            ("report.docx", "x.bak", true),
            ("report.docx", "x", true),
            ("deck.pptx", "x.pdf.docx", false),
            ("notes.md", "x.docx", false),
            ("notes.md", "x.html", false),
            ("notes.md", "x.rst", false),
            ("notes.md", "x.py", false),
            ("notes.md", "x.markdown", true),
            ("notes.md", "x.txt", true),
            ("notes.md", "x.new", true),
            ("notes.txt", "x.md", true),
            ("notes.txt", "x.html", false),
            ("page.html", "x.htm", true),
            ("page.html", "x.md", false),
            ("README", "x.md", true),
            ("README", "x.odt", false),
        ];
        for (source, output, expected) in table {
            let source = Path::new(source);
            let format = format::of_path(source);
            let fits = fits(Path::new(output), Some(source), format);
            assert_eq!(fits.is_ok(), expected, "{} {output}", source.display());
        }
    }

    #[test]
    fn standard_input_has_the_kind_that_was_asked_for() {
        let table = [
            ("docx", "x.docx", true),
            ("docx", "x.docm", true),
            ("docx", "x.odt", false),
            ("html", "x.html", true),
            ("markdown", "x.html", false),
            ("text", "x.txt", true),
        ];
        for (name, output, expected) in table {
            let format = format::by_name(name).expect("a format");
            let fits = fits(Path::new(output), None, format);
            assert_eq!(fits.is_ok(), expected, "{name} {output}");
        }
    }
}
