"""An Office file (ECMA-376): a zip of XML, judged before it is opened; slides are read with python-pptx."""

import zipfile

from pptx import Presentation
from pptx.exc import PythonPptxError

from files.limits import report

from .package import judge, thumbnail
from .picture import report_thumbnail
from .refusals import Refusal
from .words import Outline, clean

ERRORS = (PythonPptxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, SyntaxError, OSError)


def read(file, extension):
    try:
        with zipfile.ZipFile(file) as archive:
            judge(archive, file.seek(0, 2))
            picture = thumbnail(archive)
        slides = list(Presentation(file).slides) if extension == "pptx" else None
    except (*ERRORS, NotImplementedError, RuntimeError, EOFError) as error:
        raise Refusal("protected" if isinstance(error, RuntimeError) else "broken") from error
    report(pages=None if slides is None else len(slides))
    if slides:
        report_slides(slides)
        if picture:
            report_thumbnail(picture)


def report_slides(slides):
    outline = Outline()
    for number, slide in enumerate(slides, 1):
        title = slide.shapes.title
        others = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
        if not outline.add(number, title.text_frame.text if title else "", lines_of(others)):
            break
    if outline.says_something():
        report(outline=outline.facts)


def lines_of(shapes):
    """The paragraphs on a slide, tables row by row, in the order of the file."""
    lines = []
    for shape in shapes:
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            lines += lines_of(shape.shapes)
        elif shape.has_text_frame:
            lines += [clean(paragraph.text) for paragraph in shape.text_frame.paragraphs]
        elif getattr(shape, "has_table", False):
            lines += [" – ".join(clean(cell.text) for cell in row.cells) for row in shape.table.rows]
    return [line for line in lines if line]
