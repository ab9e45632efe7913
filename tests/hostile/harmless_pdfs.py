"""Pdfs as people make them, which are to be taken: with links, forms, bookmarks, comments and tags."""

from pathlib import Path

from django.conf import settings

from .acting_pdfs import amended, annotation, form, link, of_catalog, of_page, saved
from .pdfs import opening, stream

PRINTED = Path(settings.BASE_DIR, "pages/demonstration/files/persbericht-lires.pdf")
ELEMENT = b"<</Type/StructElem/S/Figure/P 4 0 R/A[<</O/Layout/BBox[0 0 9 9]>>]/Alt(Heide)>>"
TAGS = b"/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R"

KINDS = [
    ("link to the web", lambda: link(b"<</S/URI/URI(https://example.org/?a=1&b=2)>>")),
    ("link by mail", lambda: link(b"<</Type/Action/S/URI/URI(mailto:iemand@example.org)>>")),
    ("link without its scheme", lambda: link(b"<</S/URI/URI(www.example.org)>>")),
    ("link within the file", lambda: link(b"<</S/GoTo/D[3 0 R/XYZ 0 0 0]>>")),
    ("link to the next page", lambda: link(b"<</S/Named/N/NextPage>>")),
    ("opens at a place", lambda: opening(b"[3 0 R/Fit]")),
    ("opens with an action", lambda: opening(b"<</S/GoTo/D[3 0 R/Fit]>>")),
    ("base of its links", lambda: of_catalog(b"/URI<</Base(https://example.org/)>>")),
    ("form", lambda: form(b"/NeedAppearances true", b"/V(Iemand)/DA(/Helv 0 Tf)")),
    ("comment", lambda: annotation(b"/Subtype/Text/Contents(Een opmerking over JavaScript)")),
    ("marks", lambda: annotation(b"/Subtype/Highlight/QuadPoints[0 0 9 0 0 9 9 9]")),
    ("tags", lambda: of_catalog(TAGS, b"<</Type/StructTreeRoot/K 5 0 R>>", ELEMENT)),
    ("group of a page", lambda: of_page(b"/Group<</S/Transparency/CS/DeviceRGB>>/Trans<</S/Dissolve>>")),
    ("labels of pages", lambda: of_catalog(b"/PageLabels<</Nums[0<</S/r>>]>>")),
    ("no files in its list", lambda: of_catalog(b"/Names<</EmbeddedFiles<</Names[]>>>>")),
    ("words about actions", lambda: of_page(b"/Contents 4 0 R", stream(b"", b"(/JavaScript /Launch) Tj"))),
    ("amended", lambda: amended(b"[3 0 R/Fit]")),
    ("saved for the web", lambda: saved(lambda file: None, linearize=True)),
    ("objects in streams", lambda: saved(lambda file: None)),
    ("printed by a browser, with tags", PRINTED.read_bytes),
]
