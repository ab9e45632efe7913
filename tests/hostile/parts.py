"""Office files with one part, relation, type, field or formula more; and such as their programs make them."""

import io
import zipfile
from pathlib import Path

from django.conf import settings
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from tests.factories import image_bytes, pptx_bytes

from .packages import RELATIONS, edited, external, with_part

PROGRAM = b"MZ\x90\0" + bytes(200)
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "application/vnd.openxmlformats-officedocument."
DECK = Path(settings.BASE_DIR, "pages/demonstration/files/presentatie-lires.pptx")
RELATION = '<Relationship Id="rId{number}" Type="{type}" Target="{target}"{mode}/>'


def package(main, content_type, body, *relations, **parts):
    """The least that is a file of Word or Excel: the part `main` with `body`, and what is related to it."""
    folder, _, name = main.rpartition("/")
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    types = f'<Override PartName="/{main}" ContentType="{OFFICE}{content_type}"/>'
    types += "".join(f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in DEFAULTS)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>',
        )
        archive.writestr("_rels/.rels", start.format(relation(1, "officeDocument", main)))
        archive.writestr(main, body)
        archive.writestr(f"{folder}/_rels/{name}.rels", start.format("".join(relations)))
        for part, data in parts.items():
            archive.writestr(part, data)
    return result.getvalue()


DEFAULTS = [("xml", "application/xml"), ("png", "image/png")]
DEFAULTS.append(("rels", "application/vnd.openxmlformats-package.relationships+xml"))


def relation(number, kind, target, external=False):
    mode = ' TargetMode="External"' if external else ""
    return RELATION.format(number=number, type=f"{RELATIONS}/{kind}", target=target, mode=mode)


def docx(*relations, text="", **parts):
    body = f'<w:document xmlns:w="{MAIN}"><w:body><w:p>{text}</w:p></w:body></w:document>'
    return package("word/document.xml", "wordprocessingml.document.main+xml", body, *relations, **parts)


def xlsx(*relations, formula="", **parts):
    body = f'<workbook xmlns="{SHEET}"><sheets/></workbook>'
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData><row><c><f>{formula}</f></c></row></sheetData></worksheet>'
    sheets = relation(2, "worksheet", "worksheets/sheet1.xml")
    parts = {"xl/worksheets/sheet1.xml": sheet} | parts
    return package("xl/workbook.xml", "spreadsheetml.sheet.main+xml", body, sheets, *relations, **parts)


def field(*pieces, around=""):
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return docx(text=around + sign.format("begin") + runs + sign.format("end"))


def related(kind, target, part=None, data=PROGRAM):
    """A slide with a relation to a part of its own."""
    more = relation(99, kind, target)
    deck = edited("ppt/slides/_rels/slide1.xml.rels", b"</Relationships>", f"{more}</Relationships>".encode())
    return added(deck, part, data) if part else deck


def added(deck, name, data):
    result = io.BytesIO(deck)
    with zipfile.ZipFile(result, "a") as archive:
        archive.writestr(name, data)
    return result.getvalue()


def clicked(action):
    act = f'<a:hlinkClick xmlns:a="x" action="{action}"/></p:sld>'
    return edited("ppt/slides/slide1.xml", b"</p:sld>", act.encode())


def typed(content_type):
    more = f'<Override PartName="/ppt/x.xml" ContentType="{content_type}"/></Types>'
    return edited("[Content_Types].xml", b"</Types>", more.encode())


def drawing(attributes):
    xml = f'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape {attributes}/><br></xml>'
    return with_part("ppt/drawings/vmlDrawing1.vml", xml)


def svg(inside):
    return with_part("ppt/media/image9.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>')


def within(data, name="Microsoft_Excel_Sheet1.xlsx"):
    return related("package", f"../embeddings/{name}", f"ppt/embeddings/{name}", data)


def deep(levels=3):
    data = xlsx()
    for _ in range(levels):
        data = xlsx(**{"xl/embeddings/x.xlsx": data})
    return data


def charted():
    """A slide with a chart, whose figures lie in a workbook."""
    deck, figures, result = Presentation(), CategoryChartData(), io.BytesIO()
    figures.categories = ["2016", "2017"]
    figures.add_series("Banen", (1, 2))
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 999999, 999999, figures)
    deck.save(result)
    return result.getvalue()


HOSTILE = [
    (
        "object of another program",
        "x.pptx",
        lambda: related("oleObject", "../embeddings/oleObject1.bin", "ppt/embeddings/oleObject1.bin"),
    ),
    (
        "object without a relation",
        "x.pptx",
        lambda: with_part("ppt/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0" + bytes(99)),
    ),
    ("program", "x.pptx", lambda: with_part("ppt/setup.exe", PROGRAM)),
    ("program in capitals", "x.pptx", lambda: with_part("ppt/SETUP.EXE", PROGRAM)),
    ("program called a picture", "x.pptx", lambda: with_part("ppt/media/image9.png", PROGRAM)),
    ("program called a font", "x.pptx", lambda: with_part("ppt/fonts/font1.fntdata", PROGRAM)),
    ("program called a printer", "x.xlsx", lambda: xlsx(**{"xl/printerSettings/printerSettings1.bin": PROGRAM})),
    ("program called a workbook", "x.pptx", lambda: within(PROGRAM)),
    ("script", "x.pptx", lambda: with_part("ppt/x.js", b"alert(1)")),
    ("shortcut", "x.docx", lambda: docx(**{"word/embeddings/x.lnk": b"L\0\0\0"})),
    ("web page", "x.docx", lambda: docx(relation(9, "aFChunk", "x.html"), **{"word/x.html": b"<script>"})),
    ("name that leads out", "x.pptx", lambda: with_part("ppt/../../x.xml", b"<x/>")),
    ("name from the root", "x.pptx", lambda: with_part("/etc/x.xml", b"<x/>")),
    ("name of Windows", "x.pptx", lambda: with_part("ppt\\x.xml", b"<x/>").replace(b"ppt/x.xml", b"ppt\\x.xml")),
    ("no kind", "x.pptx", lambda: with_part("ppt/zonder", b"x")),
    ("one name twice", "x.pptx", lambda: with_part("PPT/presentation.xml", b"<x/>")),
    ("workbook with macros", "x.pptx", lambda: within(xlsx(**{"xl/vbaProject.bin": PROGRAM}))),
    ("workbook that fetches", "x.pptx", lambda: within(xlsx(relation(9, "externalLink", "externalLinks/x.xml")))),
    ("workbook of another kind", "x.pptx", lambda: within(xlsx(), "x.xlsb")),
    ("workbooks in workbooks", "x.xlsx", deep),
    ("control", "x.pptx", lambda: related("control", "../activeX/activeX1.xml", "ppt/activeX/activeX1.xml", b"<x/>")),
    (
        "ribbon",
        "x.docx",
        lambda: docx(
            RELATION.format(
                number=9,
                type="http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
                target="customUI.xml",
                mode="",
            )
        ),
    ),
    ("add-in", "x.docx", lambda: docx(relation(9, "webextensiontaskpanes", "x.xml"))),
    ("unknown relation", "x.pptx", lambda: related("nieuw", "../x.xml", "ppt/x.xml", b"<x/>")),
    (
        "template from elsewhere",
        "x.docx",
        lambda: docx(relation(9, "attachedTemplate", "https://example.org/x.dotm", True)),
    ),
    ("picture from elsewhere", "x.docx", lambda: docx(relation(9, "image", "\\\\server\\x.png", True))),
    (
        "data from elsewhere",
        "x.xlsx",
        lambda: xlsx(relation(9, "connections", "connections.xml"), **{"xl/connections.xml": "<x/>"}),
    ),
    ("other workbook", "x.xlsx", lambda: xlsx(relation(9, "externalLinkPath", "file:///x.xlsx", True))),
    ("link to a program", "x.pptx", lambda: external("hyperlink", "file:///c:/windows/system32/calc.exe")),
    ("link with a hidden character", "x.pptx", lambda: external("hyperlink", "java&#9;script:alert(1)")),
    ("type with macros", "x.pptx", lambda: typed("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")),
    ("type of an object", "x.pptx", lambda: typed(f"{OFFICE}oleObject")),
    ("type of a program", "x.pptx", lambda: typed("application/x-msdownload")),
    ("click that starts a program", "x.pptx", lambda: clicked("ppaction://program")),
    ("click with an escaped colon", "x.pptx", lambda: clicked("ppaction&#58;//macro?name=x")),
    ("click of an unknown kind", "x.pptx", lambda: clicked("ppaction://nieuw")),
    ("field that starts a program", "x.docx", lambda: field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')),
    ("field in pieces", "x.docx", lambda: field("DD", "EAU", "TO x y")),
    (
        "field in another",
        "x.docx",
        lambda: field(
            "DDE x y",
            around='<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1 = 1 </w:instrText></w:r>',
        ),
    ),
    (
        "field in an attribute",
        "x.docx",
        lambda: docx(text='<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://example.org/x.png&quot; "/>'),
    ),
    ("field with a link to a file", "x.docx", lambda: field('HYPERLINK "\\\\server\\x"'.replace("\\\\", "file:////"))),
    ("formula that fetches", "x.xlsx", lambda: xlsx(formula="_xlfn.WEBSERVICE(&quot;http://example.org/&quot;)")),
    ("formula that starts a program", "x.xlsx", lambda: xlsx(formula="cmd|'/c calc'!A0")),
    ("drawing from elsewhere", "x.pptx", lambda: drawing('src="\\\\server\\x.png"')),
    ("drawing with a link to a file", "x.pptx", lambda: drawing('href="file:///c:/x.exe"')),
    ("svg with a script", "x.pptx", lambda: svg("<script>alert(1)</script>")),
    ("svg with an event", "x.pptx", lambda: svg('<rect onload="alert(1)"/>')),
    ("svg from elsewhere", "x.pptx", lambda: svg('<image href="https://example.org/x.png"/>')),
]
HARMLESS = [
    ("slides of ours", "x.pptx", DECK.read_bytes),
    ("least text", "x.docx", docx),
    ("least workbook", "x.xlsx", xlsx),
    (
        "text with links and pictures",
        "x.docx",
        lambda: docx(
            relation(8, "hyperlink", "https://example.org/", True),
            relation(9, "image", "media/image1.png"),
            **{"word/media/image1.png": image_bytes()},
        ),
    ),
    ("text with fields", "x.docx", lambda: field(' TOC \\o "1-3" ')),
    ("text with a link in a field", "x.docx", lambda: field(' HYPERLINK "https://example.org/" ')),
    ("text with a link within", "x.docx", lambda: field(' HYPERLINK \\l "plaats" ')),
    ("workbook with a sum", "x.xlsx", lambda: xlsx(formula="SUM(A1:A9)")),
    (
        "workbook with the settings of a printer",
        "x.xlsx",
        lambda: xlsx(
            relation(9, "printerSettings", "printerSettings/printerSettings1.bin"),
            **{"xl/printerSettings/printerSettings1.bin": bytes(99)},
        ),
    ),
    ("chart with its figures", "x.pptx", charted),
    ("click on another slide", "x.pptx", lambda: clicked("ppaction://hlinksldjump")),
    ("link by mail", "x.pptx", lambda: external("hyperlink", "mailto:iemand@example.org")),
    ("drawing in an older language", "x.pptx", lambda: drawing('href="https://example.org/"')),
    ("picture of lines", "x.pptx", lambda: svg("<rect/>")),
    ("slides of a library", "x.pptx", lambda: pptx_bytes(3)),
]
