//! Packages that are damaged, locked, or meant to do harm: each is refused with a
//! reason, in bounded memory, and nothing is written. And whatever is changed about a
//! good one, reading it never breaks the program, nor does writing break the package.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::sync::LazyLock;

use dejargon::document::Format;
use dejargon::format;
use dejargon::input::{Input, InputError};
use dejargon::session::Session;
use dejargon::session::review::Marks;

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "support/office.rs"]
mod office;
#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use office::{docx, docx_with, odt_paragraph, packed, paragraph};

static SESSION: LazyLock<Session> = LazyLock::new(|| support::session(None));

fn opened(format: &str, bytes: &[u8]) -> Result<Input, InputError> {
    let format: &dyn Format = format::by_name(format).expect("the format exists");
    Input::from_bytes("a".to_owned(), bytes.to_vec(), format)
}

/// The same archive with a bit set in the flags of each file inside.
fn with_flag(package: &[u8], bit: u8) -> Vec<u8> {
    let mut bytes = package.to_vec();
    for (signature, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> = (0..bytes.len() - 4)
            .filter(|start| bytes[*start..].starts_with(signature))
            .collect();
        for start in places {
            bytes[start + at] |= bit;
        }
    }
    bytes
}

#[test]
fn what_cannot_be_read_is_refused_with_a_reason() {
    let good = docx(&paragraph(&["We leverage it."]));
    let zeros = vec![b' '; 64 * 1024 * 1024];
    let with_document = |xml: &str| {
        let types = office::inside(&good, "[Content_Types].xml");
        packed(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("word/document.xml", xml.as_bytes()),
        ])
    };
    let deep = "<a>".repeat(200_000);
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (b"We leverage it.".to_vec(), "is no Word document"),
        (b"".to_vec(), "is no Word document"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more".to_vec(),
            "password",
        ),
        (good[..good.len() / 2].to_vec(), "cut off or damaged"),
        (with_flag(&good, 1), "password"),
        (packed(&[("a.txt", b"a")]), "is no Word document"),
        (docx_with("", &[("../a.xml", b"<a/>")]), "points outside"),
        (docx_with("", &[("/a.xml", b"<a/>")]), "points outside"),
        (
            docx_with("", &[("WORD/document.xml", b"<a/>")]),
            "same name",
        ),
        (
            with_document(&String::from_utf8_lossy(&zeros)),
            "unpacks to more",
        ),
        (
            with_document("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"),
            "document type",
        ),
        (with_document("<a>&outside;</a>"), "unknown entity"),
        (with_document(&deep), "nested"),
        (with_document("<a><b></a>"), "well-formed"),
        (with_document("\u{1e}"), "well-formed"),
    ];
    for (bytes, reason) in cases {
        let error = opened("docx", &bytes).expect_err(reason);
        assert!(
            error.message.contains(reason),
            "{reason}: {}",
            error.message
        );
    }
    let odt = office::odt("");
    let unlocked = office::unpacked(&odt);
    let locked: Vec<(&str, &[u8])> = unlocked
        .iter()
        .map(|(name, bytes)| match name.as_str() {
            "META-INF/manifest.xml" => (&**name, &b"<m><encryption-data/></m>"[..]),
            name => (name, &bytes[..]),
        })
        .collect();
    for (format, bytes, reason) in [
        ("odt", packed(&locked), "password"),
        ("odt", good.clone(), "is no OpenDocument text"),
        ("docx", odt, "is no Word document"),
        ("pptx", good.clone(), "is no presentation"),
        ("xlsx", good.clone(), "is no workbook"),
    ] {
        let error = opened(format, &bytes).expect_err(reason);
        assert!(
            error.message.contains(reason),
            "{reason}: {}",
            error.message
        );
    }
    let error = opened("markdown", &good).expect_err("it is no Markdown");
    assert!(error.message.contains("zip archive"), "{}", error.message);
}

/// Numbers without an end, always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap_or(0)
    }
}

/// Bytes changed in a few places.
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.roll(4) {
        if bytes.is_empty() {
            break;
        }
        let at = dice.roll(bytes.len());
        match dice.roll(5) {
            0 => bytes[at] = u8::try_from(dice.roll(256)).unwrap_or(0),
            1 => bytes.truncate(at),
            2 => bytes.insert(at, b"<>/&;\"w:p"[dice.roll(9)]),
            3 => {
                let upto = (at + dice.roll(40)).min(bytes.len());
                bytes.drain(at..upto);
            }
            _ => {
                let upto = (at + dice.roll(200)).min(bytes.len());
                let again = bytes[at..upto].to_vec();
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

/// Reads and writes a document in every way; what is written has to be readable.
fn survives(format: &str, bytes: &[u8]) {
    let unbroken = |error: &InputError| {
        assert!(!error.message.contains("could not be read as"), "{error}");
    };
    let input = match opened(format, bytes) {
        Ok(input) => input,
        Err(error) => return unbroken(&error),
    };
    if let Err(error) = SESSION.check(&input) {
        unbroken(&error);
    }
    let review = |marks| {
        let reviewed = SESSION.review(&input, marks, "2026-01-01T00:00:00Z", |_| true);
        reviewed.map(|reviewed| reviewed.translation)
    };
    let written = [
        SESSION.translate(&input, |_| true),
        review(Marks::Changes),
        review(Marks::Comments),
    ];
    for written in written {
        match written {
            Ok(translation) => {
                opened(format, &translation.bytes).expect("what is written can be read");
            }
            Err(error) => unbroken(&error),
        }
    }
}

/// A good document of each kind.
fn good() -> [(&'static str, Vec<u8>); 4] {
    let body = [
        paragraph(&["We lev", "erage an API", " & spin the server up."]),
        "<w:p><w:ins w:id=\"1\" w:author=\"Ann\"><w:r><w:t>We utilize it</w:t></w:r></w:ins>\
         <w:del w:id=\"2\" w:author=\"Ann\"><w:r><w:delText>leverage</w:delText></w:r></w:del></w:p>"
            .to_owned(),
        "<w:p><w:hyperlink><w:r><w:t>the APIs</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>MVP</w:t>\
         <w:drawing><w:txbxContent><w:p><w:r><w:t>leverage</w:t></w:r></w:p></w:txbxContent>\
         </w:drawing></w:r></w:p>"
            .to_owned(),
    ];
    let text = [
        odt_paragraph(&["We lev", "erage an API", " &  spin the server up."]),
        "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>the\
         MVP</text:p></text:note-body></text:note><office:annotation><dc:creator>Ann</dc:creator>\
         <text:p>API</text:p></office:annotation></text:p>"
            .to_owned(),
    ];
    let slide = "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>We lev</a:t></a:r><a:r><a:t>erage</a:t></a:r>\
                 <a:br/><a:fld><a:t>1</a:t></a:fld></a:p>";
    let cells =
        "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>the MVP</t></is></c>";
    [
        ("docx", docx(&body.concat())),
        ("odt", office::odt(&text.concat())),
        ("pptx", office::pptx(slide)),
        (
            "xlsx",
            office::xlsx(cells, "<si><r><t>We </t></r><r><t>leverage</t></r></si>"),
        ),
    ]
}

/// The files inside are changed, so that what is changed is read.
#[test]
fn changed_xml_never_breaks_the_program_nor_the_package() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for (format, package) in good() {
        assert!(opened(format, &package).is_ok(), "{format}");
        let files = office::unpacked(&package);
        for _ in 0..150 {
            let changed = dice.roll(files.len());
            let files: Vec<(&str, Vec<u8>)> = files
                .iter()
                .enumerate()
                .map(|(number, (name, bytes))| {
                    let is_it = number == changed;
                    let bytes = if is_it {
                        mutated(bytes, &mut dice)
                    } else {
                        bytes.clone()
                    };
                    (name.as_str(), bytes)
                })
                .collect();
            let files: Vec<(&str, &[u8])> = files
                .iter()
                .map(|(name, bytes)| (*name, &bytes[..]))
                .collect();
            survives(format, &packed(&files));
        }
    }
}

#[test]
fn changed_archives_never_break_the_program() {
    let mut dice = Dice(0x0DDB_1A5E_5BAD_5EED);
    for (format, package) in good() {
        for _ in 0..150 {
            survives(format, &mutated(&package, &mut dice));
        }
    }
}

/// Text formats read anything; they may say that it is none.
#[test]
fn changed_text_never_breaks_the_program() {
    let mut dice = Dice(0x5EED_1234_ABCD_0001);
    let document = include_bytes!("../examples/release-note.md");
    for format in ["markdown", "text", "html", "commit-message"] {
        for _ in 0..40 {
            survives(format, &mutated(document, &mut dice));
        }
    }
}
