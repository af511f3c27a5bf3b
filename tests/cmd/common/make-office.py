#!/usr/bin/env python3
"""Makes the small office documents that tests of the command line read, always the
same bytes: python3 tests/cmd/common/make-office.py"""

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


REPORT = docx(
    paragraph("Leveraging the API", style="Heading1")
    + paragraph("We lev", "*eraged", " an API &amp; shipped the MVP.")
    + paragraph("It was leveraged before, said somebody.", style="Quote"),
    paragraph("The MVP at a glance"),
)


for folder in ["office.in", "office-write.in"]:
    pack(CMD / folder / "report.docx", REPORT)
