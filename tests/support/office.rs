//! Small office documents, packed by the tests themselves, and what is inside those
//! that the program writes.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::io::{Cursor, Read, Write};

use dejargon::document::Format;
use dejargon::finding::Applicability;
use dejargon::format;
use dejargon::input::Input;
use dejargon::session::Session;
use dejargon::session::review::Marks;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Word's namespace.
pub(crate) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// When reviews are made.
pub(crate) const DATE: &str = "2026-11-23T12:00:00Z";

pub(crate) fn named(name: &str) -> &'static dyn Format {
    format::by_name(name).expect("the format exists")
}

/// The document in a file of that format.
pub(crate) fn document(format: &str, bytes: &[u8]) -> Input {
    let read = Input::from_bytes(format!("a.{format}"), bytes.to_vec(), named(format));
    read.expect("it is read")
}

pub(crate) fn reviewed_as(session: &Session, input: &Input, marks: Marks) -> Vec<u8> {
    let review = session.review(input, marks, DATE, Applicability::is_safe);
    review.expect("it is reviewed").translation.bytes
}

/// A zip archive of these files, in this order.
pub(crate) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let method = match *name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer
            .start_file(*name, options)
            .expect("a file can be added");
        writer.write_all(bytes).expect("a file can be written");
    }
    writer
        .finish()
        .expect("an archive can be closed")
        .into_inner()
}

/// A Word document of these paragraphs, as XML.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// The same with other files in it.
pub(crate) fn docx_with(body: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
        <Override PartName=\"/word/document.xml\" ContentType=\"application/\
        vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    const RELATIONS: &str = "<Relationships \
        xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:document xmlns:w=\"{WORD}\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ];
    files.extend(others);
    packed(&files)
}

/// A paragraph of these runs; every other one is bold.
pub(crate) fn paragraph(runs: &[&str]) -> String {
    let runs: Vec<String> = runs
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let format = if number % 2 == 1 {
                "<w:rPr><w:b/></w:rPr>"
            } else {
                ""
            };
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!("<w:r>{format}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
        })
        .collect();
    format!("<w:p>{}</w:p>", runs.concat())
}

/// A file inside a package, as text.
pub(crate) fn inside(package: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("it is an archive");
    let mut file = archive.by_name(name).expect("it has the file");
    let mut text = String::new();
    file.read_to_string(&mut text).expect("the file is text");
    text
}

/// Every file of a package with its bytes as they are packed, in order.
pub(crate) fn packed_files(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("it is an archive");
    let names = 0..archive.len();
    names
        .map(|index| {
            let mut file = archive.by_index_raw(index).expect("it has the file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("the file can be read");
            (
                file.name().expect("the file has a name").into_owned(),
                bytes,
            )
        })
        .collect()
}

/// The paragraphs of a Word document as a reader sees them who accepts every tracked
/// change, or rejects it.
pub(crate) fn paragraphs(package: &[u8], accept: bool) -> Vec<String> {
    let xml = inside(package, "word/document.xml");
    let tree = roxmltree::Document::parse(&xml).expect("it is XML");
    let gone = if accept { "del" } else { "ins" };
    let texts = if accept { ["t", "t"] } else { ["t", "delText"] };
    let paragraphs = tree
        .descendants()
        .filter(|node| node.has_tag_name((WORD, "p")));
    paragraphs
        .map(|paragraph| {
            let nodes = paragraph.descendants().filter(|node| {
                texts.contains(&node.tag_name().name())
                    && !node
                        .ancestors()
                        .any(|outer| outer.has_tag_name((WORD, gone)))
            });
            nodes.filter_map(|node| node.text()).collect()
        })
        .collect()
}

/// Every file of a package with its bytes, in order.
pub(crate) fn unpacked(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("it is an archive");
    let names = 0..archive.len();
    names
        .map(|index| {
            let mut file = archive.by_index(index).expect("it has the file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("the file can be read");
            (
                file.name().expect("the file has a name").into_owned(),
                bytes,
            )
        })
        .collect()
}

/// An `OpenDocument` text of these paragraphs, as XML.
pub(crate) fn odt(body: &str) -> Vec<u8> {
    let space = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <office:document-content xmlns:office=\"{space}:office:1.0\" \
         xmlns:text=\"{space}:text:1.0\" xmlns:style=\"{space}:style:1.0\" \
         xmlns:fo=\"{space}:xsl-fo-compatible:1.0\" xmlns:draw=\"{space}:drawing:1.0\" \
         xmlns:table=\"{space}:table:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         office:version=\"1.3\"><office:automatic-styles>\
         <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties \
         fo:font-weight=\"bold\"/></style:style></office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.text";
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"{space}:manifest:1.0\" manifest:version=\"1.3\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
         </manifest:manifest>"
    );
    packed(&[
        ("mimetype", kind.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

/// A paragraph of an `OpenDocument` text; every other stretch is bold.
pub(crate) fn odt_paragraph(runs: &[&str]) -> String {
    let runs: Vec<String> = runs
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            if number % 2 == 1 {
                format!("<text:span text:style-name=\"T1\">{text}</text:span>")
            } else {
                text
            }
        })
        .collect();
    format!(
        "<text:p text:style-name=\"Standard\">{}</text:p>",
        runs.concat()
    )
}

/// A package of the Open Packaging family: its main file with that kind, and others.
fn opc(main: (&str, &str, &str), others: &[(&str, &str)]) -> Vec<u8> {
    let (name, kind, text) = main;
    let types = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}.main+xml\"/></Types>"
    );
    let mut files = vec![
        ("[Content_Types].xml", types.as_bytes()),
        (name, text.as_bytes()),
    ];
    files.extend(others.iter().map(|(name, text)| (*name, text.as_bytes())));
    packed(&files)
}

/// A table of relationships: id, last word of the type, target.
fn relations(all: &[(&str, &str, &str)]) -> String {
    let all: Vec<String> = all
        .iter()
        .map(|(id, kind, target)| {
            format!(
                "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/\
                 2006/relationships/{kind}\" Target=\"{target}\"/>"
            )
        })
        .collect();
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    format!(
        "<Relationships xmlns=\"{space}\">{}</Relationships>",
        all.concat()
    )
}

const OFFICE: &str = "http://schemas.openxmlformats.org";

/// A presentation whose second slide in the package is shown first; `body` is the text
/// of that one, and the other has notes.
pub(crate) fn pptx(body: &str) -> Vec<u8> {
    let spaces = format!(
        "xmlns:p=\"{OFFICE}/presentationml/2006/main\" xmlns:a=\"{OFFICE}/drawingml/2006/main\" \
         xmlns:r=\"{OFFICE}/officeDocument/2006/relationships\""
    );
    let presentation = format!(
        "<p:presentation {spaces}><p:sldIdLst><p:sldId id=\"256\" r:id=\"r2\"/>\
         <p:sldId id=\"257\" r:id=\"r1\"/></p:sldIdLst></p:presentation>"
    );
    let slide = |shapes: &str| {
        format!("<p:sld {spaces}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>")
    };
    let title = "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:txBody>\
                 <a:p><a:r><a:t>Leveraging It</a:t></a:r></a:p></p:txBody></p:sp>";
    let shown_first = slide(&format!("<p:sp><p:txBody>{body}</p:txBody></p:sp>"));
    let notes = format!(
        "<p:notes {spaces}><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>Say: we utilize it.\
         </a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:notes>"
    );
    let related = relations(&[
        ("r1", "slide", "slides/slide1.xml"),
        ("r2", "slide", "slides/slide2.xml"),
    ]);
    let related_notes = relations(&[("r1", "notesSlide", "../notesSlides/notesSlide1.xml")]);
    opc(
        (
            "ppt/presentation.xml",
            "presentationml.presentation",
            &presentation,
        ),
        &[
            ("ppt/_rels/presentation.xml.rels", &related),
            ("ppt/slides/slide1.xml", &slide(title)),
            ("ppt/slides/_rels/slide1.xml.rels", &related_notes),
            ("ppt/slides/slide2.xml", &shown_first),
            ("ppt/notesSlides/notesSlide1.xml", &notes),
        ],
    )
}

/// A workbook of one sheet, `Plan`, with these cells, as XML, and these shared texts.
pub(crate) fn xlsx(cells: &str, shared: &str) -> Vec<u8> {
    let space = format!("xmlns=\"{OFFICE}/spreadsheetml/2006/main\"");
    let workbook = format!(
        "<workbook {space} xmlns:r=\"{OFFICE}/officeDocument/2006/relationships\"><sheets>\
         <sheet name=\"Plan\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let related = relations(&[
        ("r1", "worksheet", "worksheets/sheet1.xml"),
        ("r2", "sharedStrings", "sharedStrings.xml"),
    ]);
    opc(
        ("xl/workbook.xml", "spreadsheetml.sheet", &workbook),
        &[
            ("xl/_rels/workbook.xml.rels", &related),
            (
                "xl/worksheets/sheet1.xml",
                &format!(
                    "<worksheet {space}><sheetData><row>{cells}</row></sheetData></worksheet>"
                ),
            ),
            (
                "xl/sharedStrings.xml",
                &format!("<sst {space}>{shared}</sst>"),
            ),
        ],
    )
}

/// The paragraphs of an `OpenDocument` text as a reader sees them who rejects every
/// tracked change.
pub(crate) fn odt_rejected(package: &[u8]) -> Vec<String> {
    const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    let xml = inside(package, "content.xml");
    let tree = roxmltree::Document::parse(&xml).expect("it is XML");
    let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.has_tag_name((TEXT, name));
    // What was deleted, by the name of the change.
    let deleted = |id: &str| -> String {
        let regions = tree
            .descendants()
            .filter(|node| named(node, "changed-region"));
        let region = regions.filter(|node| node.attribute((TEXT, "id")) == Some(id));
        let paragraphs = region
            .flat_map(|node| node.descendants())
            .filter(|node| named(node, "p"));
        let inside = paragraphs.flat_map(|node| node.descendants());
        inside
            .filter_map(|node| {
                if named(&node, "s") {
                    Some(" ")
                } else {
                    node.text().filter(|_| node.is_text())
                }
            })
            .collect()
    };
    let paragraphs = tree.descendants().filter(|node| {
        let outer = |node: roxmltree::Node<'_, '_>| {
            named(&node, "tracked-changes") || node.tag_name().name() == "annotation"
        };
        named(node, "p") && !node.ancestors().any(outer)
    });
    paragraphs
        .map(|paragraph| {
            let mut text = String::new();
            let mut inserting = false;
            for node in paragraph.descendants() {
                if node
                    .ancestors()
                    .any(|node| node.tag_name().name() == "annotation")
                {
                } else if named(&node, "change-start") {
                    inserting = true;
                } else if named(&node, "change-end") {
                    inserting = false;
                } else if named(&node, "change") {
                    text.push_str(&deleted(
                        node.attribute((TEXT, "change-id")).unwrap_or_default(),
                    ));
                } else if node.is_text() && !inserting {
                    text.push_str(node.text().unwrap_or_default());
                }
            }
            text
        })
        .collect()
}
