"""Pdfs that do something by themselves, or carry something, in the places where it is hard to see."""

import io
import zlib

import pikepdf

from tests.factories import printed_pdf_bytes

from .pdfs import CATALOG, PAGE, opening, pdf, stream

SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
HIDDEN = b"9 0 " + SCRIPT
PROGRAM = b"MZ\x90\0" + bytes(200)
FILE = b"<</Type/Filespec/F(setup.exe)/UF(setup.exe)/EF<</F 5 0 R>>>>"


def of_page(entries, *more):
    return pdf(*more, page=PAGE[:-2] + entries + b">>")


def of_catalog(entries, *more, **options):
    return pdf(*more, catalog=CATALOG[:-2] + entries + b">>", **options)


def annotation(entries, *more):
    return of_page(b"/Annots[<</Type/Annot/Rect[0 0 9 9]%s>>]" % entries, *more)


def link(action):
    return annotation(b"/Subtype/Link/A" + action)


def packed(dictionary=b"/Filter/FlateDecode", data=None, *more, objects=HIDDEN):
    """An action in a stream of objects that no table names."""
    compressed = zlib.compress(objects) if data is None else data
    return pdf(stream(b"/Type/ObjStm/N 1/First 4" + dictionary, compressed), *more)


def padded():
    return packed(b"/Filter/FlateDecode" + b" " * 5000 + b"/X(" + b"x" * 5000 + b")")


def twice_packed():
    return packed(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(zlib.compress(HIDDEN)))


def indirect_filter():
    return packed(b"/Filter 5 0 R", None, b"/FlateDecode")


def ascii_packed():
    return packed(b"/Filter[/ASCIIHexDecode/FlateDecode]", zlib.compress(HIDDEN).hex().encode() + b">")


def named_in_the_table():
    """As a program writes it: the action lies in a stream of objects, to which a compressed table points."""
    return saved(lambda file: setattr(file.Root, "OpenAction", file.make_indirect(pikepdf.Object.parse(SCRIPT))))


def saved(change, **options):
    """A printed page after `change(pdf)`, with its objects in streams."""
    with pikepdf.open(io.BytesIO(printed_pdf_bytes("Een bladzijde"))) as file:
        change(file)
        result = io.BytesIO()
        file.save(result, object_stream_mode=pikepdf.ObjectStreamMode.generate, **options)
    return result.getvalue()


def amend(data, catalog):
    """`data` with another catalogue behind its end (7.5.6)."""
    at, previous = len(data), int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    body = b"1 0 obj\n%s\nendobj\n" % catalog
    table = b"xref\n1 1\n%010d 00000 n \ntrailer\n<</Size 4/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return data + body + table % (at, previous, at + len(body))


def amended(action=SCRIPT):
    return amend(pdf(), CATALOG[:-2] + b"/OpenAction%s>>" % action)


def amended_back():
    return amend(amended(), CATALOG)


def often_amended(times=40):
    data = pdf()
    for _ in range(times):
        data += b"startxref\n9\n%%EOF\n"
    return data


def without_table(entries=b"/OpenAction" + SCRIPT):
    data = of_catalog(entries)
    return data[: data.index(b"xref\n")] + b"trailer\n<</Root 1 0 R>>\n"


def embedded(name=b"setup.exe", data=PROGRAM):
    names = b"/Names<</EmbeddedFiles<</Names[(%s)4 0 R]>>>>" % name
    return of_catalog(names, FILE.replace(b"setup.exe", name), stream(b"/Type/EmbeddedFile", data))


def attached():
    return annotation(b"/Subtype/FileAttachment/FS 4 0 R", FILE, stream(b"/Type/EmbeddedFile", PROGRAM))


def associated():
    return of_catalog(b"/AF[4 0 R]", FILE, stream(b"/Type/EmbeddedFile", PROGRAM))


def form(entries, field=b""):
    fields = b"/AcroForm<</Fields[4 0 R]%s>>" % entries
    return of_catalog(fields, b"<</FT/Tx/T(naam)/Type/Annot/Subtype/Widget/Rect[0 0 9 9]%s>>" % field)


def script_of_a_name():
    return of_catalog(b"/Names<</JavaScript<</Names[(x)4 0 R]>>>>", SCRIPT)


def chained():
    steps = b"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/GoTo/D[3 0 R/Fit]/Next 4 0 R>>]>>"
    return of_catalog(steps, b"<</S/Launch/F(cmd.exe)>>")


KINDS = [
    ("object stream: escaped filter", lambda: packed(b"/F#69lter/FlateDecode")),
    ("object stream: escaped value", lambda: packed(b"/Filter/Fl#61teDecode")),
    ("object stream: escaped type", lambda: packed().replace(b"/Type/ObjStm", b"/T#79pe/Obj#53tm")),
    ("object stream: padding", padded),
    ("object stream: indirect filter", indirect_filter),
    ("object stream: two filters", twice_packed),
    ("object stream: hexadecimal", ascii_packed),
    ("object stream: not compressed", lambda: packed(b"", HIDDEN)),
    ("object stream: unknown filter", lambda: packed(b"/Filter/Onbekend")),
    ("object stream: in the table", named_in_the_table),
    ("action: escaped value", lambda: opening(b"<</#53/Java#53cript/J#53(x)>>")),
    ("action: indirect value", lambda: of_catalog(b"/OpenAction<</S 4 0 R/F(x)>>", b"/Launch")),
    ("action: in a name tree", script_of_a_name),
    ("action: of a page", lambda: of_page(b"/AA<</O%s>>" % SCRIPT)),
    ("action: of the file", lambda: of_catalog(b"/AA<</WC%s>>" % SCRIPT)),
    ("action: of a field", lambda: form(b"", b"/AA<</C%s>>" % SCRIPT)),
    (
        "action: of a bookmark",
        lambda: of_catalog(b"/Outlines<</First 4 0 R/Last 4 0 R>>", b"<</Title(x)/A%s>>" % SCRIPT),
    ),
    ("action: script in a stream", lambda: of_catalog(b"/OpenAction<</S/JavaScript/JS 4 0 R>>", stream(b"", b"x"))),
    ("action: after others", chained),
    ("action: added later", amended),
    ("action: taken away later", amended_back),
    ("action: without a table", without_table),
    ("action: unknown", lambda: opening(b"<</S/Nieuw/X(1)>>")),
    ("action: rendition", lambda: link(b"<</S/Rendition/OP 0/R<</S/MR/C<</S/MCD/D(x.mp4)>>>>>>")),
    ("action: rendition with a script", lambda: link(b"<</S/Rendition/JS(app.alert\\(1\\))>>")),
    ("action: other file", lambda: link(b"<</S/GoToR/F(ander.pdf)/D[0/Fit]>>")),
    (
        "action: network path",
        lambda: link(b"<</S/GoToR/F<</Type/Filespec/F(\\\\\\\\server\\\\deel\\\\x.pdf)>>/D[0/Fit]>>"),
    ),
    ("action: file in another", lambda: link(b"<</S/GoToE/F(\\\\\\\\server\\\\deel\\\\x.pdf)/T<</R/C/N(x)>>>>")),
    ("action: menu command", lambda: link(b"<</S/Named/N/SaveAs>>")),
    ("action: three dimensions", lambda: link(b"<</S/GoTo3DView/TA 3 0 R/V 0>>")),
    ("action: launch with parameters", lambda: link(b"<</S/Launch/Win<</F(cmd.exe)/P(/c calc)>>>>")),
    ("link: file", lambda: link(b"<</S/URI/URI(file:///c:/windows/system32/calc.exe)>>")),
    ("link: script", lambda: link(b"<</S/URI/URI(javascript:alert\\(1\\))>>")),
    ("link: script with a tab", lambda: link(b"<</S/URI/URI( java\\tscript:alert\\(1\\))>>")),
    ("link: network path", lambda: link(b"<</S/URI/URI(\\\\\\\\server\\\\deel)>>")),
    ("link: as UTF-16", lambda: link(b"<</S/URI/URI<FEFF00660069006C0065003A002F002F0078>>>")),
    ("link: base of all", lambda: of_catalog(b"/URI<</Base(file://server/)>>")),
    ("form: XFA", lambda: form(b"/XFA(<x>)")),
    ("form: XFA in parts", lambda: form(b"/X#46A[(template)4 0 R]")),
    ("embedded file: program", embedded),
    ("embedded file: web page", lambda: embedded(b"x.html", b"<script>alert(1)</script>")),
    ("embedded file: pdf", lambda: embedded(b"x.pdf", opening(SCRIPT))),
    ("embedded file: on a page", attached),
    ("embedded file: associated", associated),
    ("embedded file: compressed", lambda: saved(lambda file: file.attachments.__setitem__("setup.exe", PROGRAM))),
    ("media: film", lambda: annotation(b"/Subtype/Movie/Movie<</F(x.avi)>>")),
    ("media: screen", lambda: annotation(b"/Subtype/Screen")),
    ("media: sound", lambda: annotation(b"/Subtype/Sound/Sound 4 0 R", stream(b"/R 8000", b"x"))),
    ("media: three dimensions", lambda: annotation(b"/Subtype/3D/3DD 4 0 R", stream(b"/Subtype/U3D", b"x"))),
    ("media: rich", lambda: annotation(b"/Subtype/RichMedia/RichMediaContent<</Assets<<>>>>")),
    ("media: unknown mark", lambda: annotation(b"/Subtype/Nieuw")),
    ("outside: bytes of a stream", lambda: pdf(stream(b"/F(\\\\\\\\server\\\\x)", b""))),
    ("outside: drawing of another file", lambda: pdf(stream(b"/Subtype/Form/Ref<</F(x.pdf)/Page 0>>", b""))),
    ("outside: picture of another file", lambda: pdf(stream(b"/Subtype/Image/OPI<</2.0<</F(x.tif)>>>>", b""))),
    ("postscript", lambda: pdf(stream(b"/Type/XObject/Subtype/PS", b"(x) run"))),
    ("amended without end", often_amended),
]
