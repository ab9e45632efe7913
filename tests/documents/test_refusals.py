"""What keeps a file out is named in a sentence, as the file itself names it."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from documents.formats import inspect
from tests.hostile import acting_pdfs, parts

CASES = [
    ("x.pdf", acting_pdfs.padded, "In het bestand zit een script (JavaScript)."),
    ("x.pdf", lambda: acting_pdfs.form(b"/XFA(<x>)"), "In het bestand zit een script (XFA)."),
    ("x.pdf", acting_pdfs.chained, "Het bestand doet zelf iets wanneer iemand het opent of erop klikt (Launch)."),
    ("x.pdf", acting_pdfs.embedded, "In het bestand zit een ander bestand: “setup.exe”."),
    ("x.pdf", lambda: acting_pdfs.annotation(b"/Subtype/Movie"), "anders dat afspeelt (Movie)."),
    ("x.pdf", lambda: acting_pdfs.link(b"<</S/URI/URI(file:///x)>>"), "Het bestand verwijst naar “file:///x”."),
    ("x.pdf", acting_pdfs.often_amended, "Het bestand bewaart 40 vroegere toestanden van zichzelf."),
    ("x.docx", lambda: parts.docx(**{"word/setup.exe": b"MZ"}), "wat we niet aanvaarden: “word/setup.exe”."),
    ("x.docx", lambda: parts.field("DDEAUTO x y"), "Het bestand haalt iets van elders op: “DDEAUTO x y”."),
]


@pytest.mark.parametrize(("name", "make", "sentence"), CASES, ids=[sentence for *_, sentence in CASES])
def test_a_refusal_names_what_was_found(name, make, sentence):
    with pytest.raises(ValidationError) as refusal:
        inspect(ContentFile(make(), name=name))

    assert sentence in " ".join(refusal.value.messages)
