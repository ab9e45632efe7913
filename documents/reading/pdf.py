"""A pdf: pages, bookmarks, text and the look of the first page (pypdfium2)."""

import pypdfium2
import pypdfium2.raw

from files.limits import report

from .pdf_rules import refuse_what_acts
from .picture import HEIGHT, WIDTH, report_picture
from .refusals import Refusal
from .words import LONGEST_TITLE, Outline, clean, paragraphs

MOST_BOOKMARKS = 300
DEEPEST_BOOKMARK = 4


def read(file, extension):
    with opened(file) as pdf:
        if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(pdf) != -1:
            raise Refusal("protected")
        refuse_what_acts(file)
        if not len(pdf):
            raise Refusal("broken")
        report(pages=len(pdf))
        outline = text_of(pdf)
        if outline.says_something():
            report(outline=outline.facts)
        report_picture(first_page(pdf))


def opened(file):
    try:
        return pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        protected = getattr(error, "err_code", None) in (
            pypdfium2.raw.FPDF_ERR_PASSWORD,
            pypdfium2.raw.FPDF_ERR_SECURITY,
        )
        raise Refusal("protected" if protected else "broken") from error


def text_of(pdf):
    outline = Outline(bookmarks(pdf))
    for number in range(1, len(pdf) + 1):
        if not outline.add(number, "", lines_of(pdf, number)):
            break
    return outline


def lines_of(pdf, number):
    """The paragraphs of a page; none for a page that cannot be read, while others can."""
    try:
        page = pdf[number - 1]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    lines = paragraphs(textpage.get_text_bounded(errors="ignore"))
    textpage.close()
    page.close()
    return lines


def bookmarks(pdf):
    found = []
    for bookmark in pdf.get_toc(max_depth=DEEPEST_BOOKMARK):
        destination = bookmark.get_dest()
        index = destination.get_index() if destination else None
        title = clean(bookmark.get_title())[:LONGEST_TITLE]
        if title:
            found.append({"level": bookmark.level, "title": title, "page": None if index is None else index + 1})
        if len(found) == MOST_BOOKMARKS:
            break
    return found


def first_page(pdf):
    page = pdf[0]
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), HEIGHT / max(height, 1))
    return page.render(scale=scale, may_draw_forms=False).to_pil()
