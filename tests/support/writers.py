"""Makes documents with python-docx and python-pptx, and reads such documents back, one
paragraph a line: writers.py make FOLDER | read FILE"""

import sys

LINES = [
    "Leveraging Our Learnings",
    "We leverage our APIs & utilize an MVP.",
    "We will spin the server up and circle back on the deliverables.",
    "It was deprecated in May.",
]


def make_docx(path):
    import docx

    document = docx.Document()
    document.add_heading(LINES[0], 1)
    paragraph = document.add_paragraph("We lev")
    paragraph.add_run("erage").bold = True
    paragraph.add_run(" our APIs & utilize an ")
    paragraph.add_run("MVP").italic = True
    paragraph.add_run(".")
    document.add_paragraph(LINES[2], style="List Bullet")
    document.add_paragraph(LINES[3])
    document.save(path)


def make_pptx(path):
    import pptx

    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = LINES[0]
    frame = slide.placeholders[1].text_frame
    frame.text = LINES[1]
    for line in LINES[2:]:
        paragraph = frame.add_paragraph()
        for word in line.split(" "):
            run = paragraph.add_run()
            run.text = word if word == line.split(" ")[-1] else word + " "
    presentation.save(path)


def read(path):
    if path.endswith(".docx"):
        import docx

        return [paragraph.text for paragraph in docx.Document(path).paragraphs]
    import pptx

    slides = pptx.Presentation(path).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    return [p.text for shape in shapes for p in shape.text_frame.paragraphs]


if sys.argv[1] == "make":
    make_docx(sys.argv[2] + "/made.docx")
    make_pptx(sys.argv[2] + "/made.pptx")
else:
    print("\n".join(read(sys.argv[2])))
