"""A PowerPoint file from a deck's data: real layouts, placeholders, table, notes, language and properties."""

from copy import deepcopy
from datetime import UTC, datetime

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

LANGUAGE = "nl-BE"
WIDTH, HEIGHT, MARGIN = Inches(13.333), Inches(7.5), Inches(0.9)
TITLE_SLIDE, TITLE_AND_CONTENT, TITLE_ONLY = 0, 1, 5
KEPT_LAYOUTS = {TITLE_SLIDE: "Titeldia", TITLE_AND_CONTENT: "Titel en tekst", TITLE_ONLY: "Alleen titel"}
INKS = {
    "dk1": "221A26", "lt1": "FCF6E9", "dk2": "733763", "lt2": "EFDAB4", "accent1": "733763", "accent2": "69713F",
    "accent3": "CDA6B8", "accent4": "F0BAB4", "accent5": "A35F8C", "accent6": "D2A565", "hlink": "733763",
    "folHlink": "733763",
}  # fmt: skip
FOOTERS = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}


def build(deck, pictures, path):
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    dress(presentation)
    for data in deck["slides"]:
        slide = MAKERS[data["kind"]](presentation, data, pictures)
        add_footer(slide, deck["example"])
        if "notes" in data:
            slide.notes_slide.notes_text_frame.text = data["notes"]
            say_language(slide.notes_slide._element)
        say_language(slide._element)
    describe(presentation, deck["title"])
    presentation.save(path)


def dress(presentation):
    """Turn python-pptx's plain 4:3 template into ours: inks, fonts, places, three layouts with Dutch names."""
    master = presentation.slide_master
    paint_theme(master.part.part_related_by(RT.THEME))
    layouts = list(presentation.slide_layouts)
    for index, layout in enumerate(layouts):
        if index in KEPT_LAYOUTS:
            layout.name = KEPT_LAYOUTS[index]
        else:
            presentation.slide_layouts.remove(layout)
    for holder in [master, *presentation.slide_layouts]:
        for shape in list(holder.placeholders):
            place(shape, title_slide=holder is layouts[TITLE_SLIDE])
        say_language(holder._element)
    background = master.background.fill
    background.solid()
    background.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    style = master._element.find(qn("p:txStyles"))
    for level in style.find(qn("p:titleStyle")):
        level.set("algn", "l")
        ink(level.find(qn("a:defRPr")), size=4400, name="tx2")
    for level in style.find(qn("p:bodyStyle")):
        level.find(qn("a:defRPr")).set("sz", "2600")


def ink(properties, size, name):
    properties.set("sz", str(size))
    properties.find(qn("a:solidFill")).find(qn("a:schemeClr")).set("val", name)


def paint_theme(part):
    theme = etree.fromstring(part.blob)
    for name, value in INKS.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        slot[:] = [etree.Element(qn("a:srgbClr"), val=value)]
    for role, font in (("majorFont", "Georgia"), ("minorFont", "Calibri")):
        theme.find(f".//{qn('a:' + role)}/{qn('a:latin')}").set("typeface", font)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def place(shape, title_slide):
    kind = shape.placeholder_format.type
    inner = WIDTH - 2 * MARGIN
    if kind == PP_PLACEHOLDER.DATE:
        shape._element.getparent().remove(shape._element)
    elif kind == PP_PLACEHOLDER.FOOTER:
        move(shape, MARGIN, Inches(6.95), Inches(10.5), Inches(0.4))
        small_print(shape, "l")
    elif kind == PP_PLACEHOLDER.SLIDE_NUMBER:
        move(shape, WIDTH - MARGIN - Inches(1), Inches(6.95), Inches(1), Inches(0.4))
        small_print(shape, "r")
    elif kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
        top, height = (Inches(3.9), Inches(1.2)) if title_slide else (Inches(0.6), Inches(1.1))
        move(shape, MARGIN, top, inner, height)
    elif kind == PP_PLACEHOLDER.SUBTITLE:
        move(shape, MARGIN, Inches(5.1), inner, Inches(1.5))
        for level in shape._element.iter(qn("a:lvl1pPr")):
            level.set("algn", "l")
            ink(level.find(qn("a:defRPr")), size=2600, name="tx1")
            for tint in list(level.iter(qn("a:tint"))):
                tint.getparent().remove(tint)
    else:
        move(shape, MARGIN, Inches(1.8), inner, Inches(4.9))


def move(shape, left, top, width, height):
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def small_print(shape, align):
    for level in shape._element.iter(qn("a:lvl1pPr")):
        level.set("algn", align)
        ink(level.find(qn("a:defRPr")), size=1500, name="tx1")
        for tint in list(level.iter(qn("a:tint"))):
            tint.getparent().remove(tint)


def title_slide(presentation, data, pictures):
    slide = new_slide(presentation, TITLE_SLIDE, data)
    slide.placeholders[1].text = "\n".join(data["lines"])
    picture = slide.shapes.add_picture(str(pictures / data["picture"]), 0, 0, width=WIDTH)
    surplus = 1 - Inches(3.75) / picture.height
    picture.crop_top, picture.crop_bottom, picture.height = surplus * 0.4, surplus * 0.6, Inches(3.75)
    picture.name = "Tekening"
    picture._element.nvPicPr.cNvPr.set("descr", data["alt"])
    return slide


def list_slide(presentation, data, pictures):
    slide = new_slide(presentation, TITLE_AND_CONTENT, data)
    frame = slide.placeholders[1].text_frame
    frame.text = "\n".join(data["lines"])
    for paragraph in frame.paragraphs:
        paragraph.space_after = Pt(8)
        if data["kind"] == "names":
            paragraph.runs[0].font.size = Pt(40)
            bullet(paragraph, 0, etree.Element(qn("a:buNone")))
        if data["kind"] == "steps":
            number = etree.Element(qn("a:buAutoNum"), type="arabicPeriod")
            bullet(paragraph, Inches(0.56), etree.Element(qn("a:buFont"), typeface="+mj-lt"), number)
    return slide


def bullet(paragraph, indent, *elements):
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    properties.extend(elements)


def table_slide(presentation, data, pictures):
    slide = new_slide(presentation, TITLE_ONLY, data)
    rows = [data["head"], *data["rows"]]
    frame = slide.shapes.add_table(len(rows), 2, MARGIN, Inches(1.9), WIDTH - 2 * MARGIN, Inches(0.72) * len(rows))
    frame.name = data["title"]
    table = frame.table
    table.first_col, table.horz_banding = True, False
    table.columns[0].width = Inches(3.4)
    table.columns[1].width = WIDTH - 2 * MARGIN - Inches(3.4)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            fill_cell(cell, text, head=cells is data["head"])
    return slide


def fill_cell(cell, text, head):
    cell.text = text
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2 if head else MSO_THEME_COLOR.BACKGROUND_1
    font = cell.text_frame.paragraphs[0].runs[0].font
    font.size = Pt(20 if head else 24)
    font.color.rgb = RGBColor.from_string(INKS["lt1" if head else "dk1"])


MAKERS = {"title": title_slide, "list": list_slide, "names": list_slide, "steps": list_slide, "table": table_slide}


def new_slide(presentation, index, data):
    layout = presentation.slide_layouts.get_by_name(KEPT_LAYOUTS[index])
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = data["title"]
    return slide


def add_footer(slide, text):
    """python-pptx leaves a layout's footer and number out of new slides: copy them."""
    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.type in FOOTERS:
            slide.shapes._spTree.append(deepcopy(shape._element))
    for shape in slide.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
            shape.text_frame.text = text


def say_language(element):
    for tag in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for properties in element.iter(qn(tag)):
            properties.set("lang", LANGUAGE)
    for run in [*element.iter(qn("a:r")), *element.iter(qn("a:fld"))]:
        if run.find(qn("a:rPr")) is None:
            run.insert(0, etree.Element(qn("a:rPr"), lang=LANGUAGE))


def describe(presentation, title):
    properties = presentation.core_properties
    properties.title, properties.author, properties.language = title, "Voorbeeld", LANGUAGE
    properties.subject = "Voorbeelddocument: de echte presentatie is nog niet beschikbaar."
    properties.last_modified_by = "Voorbeeld"
    properties.created = properties.modified = datetime(2026, 11, 22, tzinfo=UTC)
    package = presentation.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == RT.THUMBNAIL:
            package._rels.pop(key)
