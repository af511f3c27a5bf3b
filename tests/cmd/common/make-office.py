#!/usr/bin/env python3
"""Makes the small office documents that tests of the command line read, and the one in
examples/, always the same bytes: python3 tests/cmd/common/make-office.py"""

import pathlib
import zipfile

CMD = pathlib.Path(__file__).resolve().parent.parent
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPC = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pack(path, files):
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files:
            entry = zipfile.ZipInfo(name, (2026, 11, 23, 12, 0, 0))
            stored = name == "mimetype"
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)


def types(overrides):
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{KIND}.{kind}+xml"/>'
        for name, kind in overrides
    )
    return (
        f'{XML}<Types xmlns="{OPC}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def relations(targets):
    parts = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{OPC}/relationships">{parts}</Relationships>'


def paragraph(*runs, style=None):
    def run(text):
        bold = "<w:rPr><w:b/></w:rPr>" if text.startswith("*") else ""
        text = text.strip("*")
        return f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>'

    name = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{name}{''.join(map(run, runs))}</w:p>"


def docx(body, header):
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in [("Heading1", "heading 1"), ("Quote", "Quote")]
    )
    section = (
        f'<w:sectPr xmlns:r="{RELATION}"><w:headerReference w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    word = "wordprocessingml"
    return [
        (
            "[Content_Types].xml",
            types(
                [
                    ("word/document.xml", f"{word}.document.main"),
                    ("word/header1.xml", f"{word}.header"),
                    ("word/styles.xml", f"{word}.styles"),
                ]
            ),
        ),
        ("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
        (
            "word/_rels/document.xml.rels",
            relations([("styles", "styles.xml"), ("header", "header1.xml")]),
        ),
        ("word/document.xml", f"{XML}<w:document {W}><w:body>{body}{section}</w:body></w:document>"),
        ("word/header1.xml", f"{XML}<w:hdr {W}>{header}</w:hdr>"),
        ("word/styles.xml", f"{XML}<w:styles {W}>{styles}</w:styles>"),
    ]


ODF = "urn:oasis:names:tc:opendocument:xmlns"


def odt(body):
    kind = "application/vnd.oasis.opendocument.text"
    names = " ".join(
        f'xmlns:{prefix}="{ODF}:{name}:1.0"'
        for prefix, name in [("office", "office"), ("text", "text"), ("style", "style")]
    )
    manifest = (
        f'{XML}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    content = (
        f'{XML}<office:document-content {names} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'office:version="1.3"><office:body><office:text>{body}</office:text></office:body>'
        "</office:document-content>"
    )
    return [("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)]


def pptx(text):
    names = (
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{RELATION}"'
    )
    kind = "presentationml"
    return [
        (
            "[Content_Types].xml",
            types(
                [
                    ("ppt/presentation.xml", f"{kind}.presentation.main"),
                    ("ppt/slides/slide1.xml", f"{kind}.slide"),
                ]
            ),
        ),
        ("_rels/.rels", relations([("officeDocument", "ppt/presentation.xml")])),
        ("ppt/_rels/presentation.xml.rels", relations([("slide", "slides/slide1.xml")])),
        (
            "ppt/presentation.xml",
            f'{XML}<p:presentation {names}><p:sldIdLst><p:sldId id="256" r:id="rId1"/>'
            "</p:sldIdLst></p:presentation>",
        ),
        (
            "ppt/slides/slide1.xml",
            f"{XML}<p:sld {names}><p:cSld><p:spTree><p:sp><p:txBody><a:bodyPr/>"
            f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>",
        ),
    ]


def xlsx(cells):
    names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kind = "spreadsheetml"
    rows = "".join(
        f'<row><c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for cell, text in cells
    )
    return [
        (
            "[Content_Types].xml",
            types(
                [
                    ("xl/workbook.xml", f"{kind}.sheet.main"),
                    ("xl/worksheets/sheet1.xml", f"{kind}.worksheet"),
                ]
            ),
        ),
        ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
        ("xl/_rels/workbook.xml.rels", relations([("worksheet", "worksheets/sheet1.xml")])),
        (
            "xl/workbook.xml",
            f'{XML}<workbook {names} xmlns:r="{RELATION}"><sheets><sheet name="Plan" '
            'sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
        (
            "xl/worksheets/sheet1.xml",
            f"{XML}<worksheet {names}><sheetData>{rows}</sheetData></worksheet>",
        ),
    ]


REPORT = docx(
    paragraph("Leveraging the API", style="Heading1")
    + paragraph("We lev", "*eraged", " an API &amp; shipped the MVP.")
    + paragraph("It was leveraged before, said somebody.", style="Quote"),
    paragraph("The MVP at a glance"),
)
EXAMPLE = docx(
    paragraph("Leveraging the Cloud in Q3", style="Heading1")
    + paragraph(
        "Last quarter we ", "*leveraged", " the new API to spin up test systems in minutes, "
        "and the pipeline is green again."
    )
    + paragraph("An MVP of the dashboard is live. Please circle back by Friday.")
    + paragraph("We move fast, said the vendor, and we leverage synergies.", style="Quote"),
    paragraph("Status report: draft"),
)


for folder in ["office.in", "office-write.in"]:
    pack(CMD / folder / "report.docx", REPORT)
pack(CMD.parent.parent / "examples" / "report.docx", EXAMPLE)
kinds = CMD / "office-kinds.in"
pack(kinds / "notes.odt", odt("<text:h>Leveraging it</text:h><text:p>The <text:span>MV</text:span>P.</text:p>"))
pack(kinds / "slides.pptx", pptx("We leverage the MVP"))
pack(kinds / "plan.xlsx", xlsx([("B7", "We leverage it"), ("B8", "12")]))
(kinds / "~$notes.docx").write_bytes(b"Ann")
