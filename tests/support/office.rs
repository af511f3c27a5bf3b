//! Small office documents, packed by the tests themselves, and what is inside those
//! that the program writes.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Word's namespace.
pub(crate) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

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
