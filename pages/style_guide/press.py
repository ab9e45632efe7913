"""What the press meets, and what became of an item or a document since."""

import datetime
from types import SimpleNamespace as Specimen

from django.utils import timezone
from django.utils.translation import gettext as _

from . import specimens
from .specimens import SpecimenPicture, State
from .words import LONG_LEAD, LONG_TEXT, LONG_TITLE, LONG_WORD


def components():
    photo = Specimen(picture=for_the_press())
    return {
        "embargo": [State(_("one"), {"until": datetime.datetime(2030, 1, 7, 10, tzinfo=datetime.UTC)})],
        "correction": [
            State(_("one"), {"correction": correction()}),
            State(_("many"), {"correction": correction(changes=[change(), change()])}),
        ],
        "kit": [State(_("one"), {"kit": Specimen(address="#", count=6, size=12_000_000)})],
        "photo": [State(_("one"), {"shown_picture": for_the_press(), "number": 1})],
        "photos": [State(_("many"), {"photos": [photo, photo]})],
        "press-contact": [State(_("one"), {})],
        "press-notes": [State(_("one"), {"content": notes(), "bodies": []})],
        "press-portrait": [State(_("many"), {"portrait": portrait()})],
        "outline": [
            State(_("one"), {"file": outlined(), "language": "nl"}),
            State(_("many"), {"file": outlined("pptx", pages=3, cut=True), "language": "nl"}),
        ],
        "first-page": [State(_("one"), {"file": first_page(), "document": specimens.document()})],
        "former-files": [State(_("many"), {"former": [former(2), former(1, note="")]})],
    }


def extremes():
    photo = Specimen(picture=for_the_press(default_caption=LONG_TEXT, who_and_where=LONG_WORD, credit=LONG_TITLE))
    return {
        "correction": [
            State(_("too much"), {"correction": correction(LONG_LEAD, LONG_WORD, [change(LONG_TITLE)] * 5)})
        ],
        "photos": [State(_("many"), {"photos": [photo] * 12})],
        "press-notes": [State(_("too much"), {"content": notes(f"{LONG_WORD}\n\n{LONG_LEAD}"), "bodies": []})],
        "press-portrait": [State(_("too much"), {"portrait": portrait(LONG_LEAD, LONG_WORD, 12)})],
        "outline": [
            State(_("too much"), {"file": outlined(title=LONG_TITLE, text=LONG_WORD, pages=6), "language": "nl"})
        ],
        "former-files": [State(_("many"), {"former": [former(n, LONG_TITLE, LONG_TEXT) for n in range(12, 0, -1)]})],
    }


def for_the_press(**fields):
    said = {
        "default_caption": "Een voorbeeld van een bijschrift.",
        "who_and_where": "Wie en waar: een voorbeeld.",
        "made_on": datetime.date(2017, 2, 6),
        "permission_from": "Voorbeeldkrant",
        "reusable": False,
    }
    return SpecimenPicture(**said | fields)


def correction(wrong="Een voorbeeld van een fout.", right="Een voorbeeld van wat juist is.", changes=()):
    return Specimen(
        get_kind_display=_("Correction"),
        date=timezone.localdate(),
        wrong=wrong,
        right=right,
        changes=Specimen(all=list(changes)),
    )


def change(reason="Een voorbeeld van een reden."):
    return Specimen(at=timezone.now(), reason=reason, right="Een voorbeeld van vroeger.")


def notes(text="Een voorbeeld van een noot."):
    return Specimen(notes_to_editors=text, date=timezone.localdate())


def portrait(text="Een voorbeeld van een alinea.", value="Een feit", lines=2):
    line = Specimen(label="Voorbeeld", value=value, source="voorbeeldbron")
    return Specimen(content=specimens.body(), boilerplate=text, lines=[line] * lines)


def outlined(extension="pdf", title="", text="Een voorbeeld van een alinea.", pages=1, cut=False):
    found = [Specimen(number=number, title=title, text=[text]) for number in range(1, pages + 1)]
    outline = Specimen(bookmarks=[], pages=found, cut=cut)
    return Specimen(format=extension, get_format_display=extension, outline=outline)


def first_page():
    shown = SpecimenPicture("staand", 640, 960)
    return Specimen(get_preview_url=shown.address(640, "jpg"), preview_width=320, preview_height=480)


def former(number, title="Voorbeeld van een document", note="Een voorbeeld van een wijziging."):
    return Specimen(
        get_absolute_url="#",
        title=title,
        number=number,
        get_format_display="pdf",
        size=120_000,
        replaced_at=timezone.localdate(),
        change_note=note,
        checksum="0" * 64,
    )
