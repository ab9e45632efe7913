"""Stand-ins for what readers see of news, documents, bodies and projects: with an ordinary value for each field."""

import datetime
from dataclasses import dataclass
from types import SimpleNamespace as Specimen

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.dating import PartialDate
from pages.history.facts import Fact
from pages.history.facts import Kind as FactKind
from publication.choices import Licence

from .words import LONG_LEAD, LONG_TEXT, LONG_TITLE, LONG_WORD


@dataclass(frozen=True)
class State:
    name: str
    context: dict


@dataclass(frozen=True)
class SpecimenPicture:
    """A picture of the demonstration, cut to a shape of `pictures.SHAPES`."""

    shape: str = "liggend"
    width: int = 1280
    height: int = 840
    alt: str = "Voorbeeld van een beeld: paarse heide"
    credit: str = "Voorbeeld"
    reusable: bool = True
    is_under_embargo: bool = False
    default_caption: str = ""
    who_and_where: str = ""
    made_on: datetime.date | None = None
    permission_from: str = ""
    get_licence_display: str = Licence.CC_BY.label

    def address(self, width, extension):
        return reverse("style-guide-picture", args=(self.shape, width, extension))


def portrait(**fields):
    return SpecimenPicture("staand", 640, 960, **fields)


def news(title="Voorbeeld van een bericht", lead="Een voorbeeld van een inleiding.", year=None, **fields):
    date = datetime.date(year, 2, 6) if year else timezone.localdate()
    return Specimen(
        title=title,
        lead=lead,
        date=date,
        get_absolute_url="#",
        get_kind_display=_("News"),
        is_of_an_earlier_year=bool(year),
        **fields,
    )


def file(extension="pdf", size=120_000, pages=2):
    return Specimen(get_absolute_url="#", get_format_display=extension, format=extension, size=size, pages=pages)


def document(title="Voorbeeld van een document", files=(), contributors=""):
    return Specimen(
        title=title,
        date=timezone.localdate(),
        get_absolute_url="#",
        get_type_display=_("advice"),
        contributors=contributors,
        files=Specimen(all=list(files)),
    )


def long_document(files=()):
    return document(f"{LONG_WORD} {LONG_TITLE}"[:200], files, contributors=LONG_TEXT)


def body(short="VBD", full="Voorbeeld van een Dienst", summary="Een voorbeeld van een samenvatting.", **fields):
    blank = {"classification": "", "legal_form": "", "status_note": "", "kind": "organ", "organization_id": 0}
    return Specimen(
        abbreviation=short,
        full_name=full,
        name=f"{short} Limburg",
        summary=summary,
        get_absolute_url="#",
        get_kind_display="overlegorgaan",
        get_status_display="actief",
        **(blank | fields),
    )


def long_body():
    long = {"classification": LONG_WORD, "legal_form": LONG_TITLE, "status_note": LONG_TEXT}
    return body(LONG_WORD, LONG_TITLE, LONG_LEAD, **long)


def project(title="Voorbeeld van een project", aim="Een voorbeeld van een doel.", **fields):
    blank = dict.fromkeys(("full_name", "region", "funder", "programme", "number", "end", "participant_count"), "")
    phase = fields.pop("latest_phase", None)
    return Specimen(
        title=title,
        aim=aim,
        start=PartialDate("2017"),
        get_absolute_url="#",
        latest_phase=phase,
        **(blank | {"eu_support": False} | fields),
    )


def long_project():
    names = ("full_name", "region", "funder", "programme", "number")
    return project(
        f"{LONG_WORD} {LONG_TITLE}"[:200],
        LONG_LEAD,
        eu_support=True,
        participant_count=44,
        latest_phase=phase(LONG_TEXT),
        **dict.fromkeys(names, f"{LONG_WORD} Voorbeeld"),
    )


def phase(note="", source="voorbeeldbron", date="2017-02"):
    fields = {"start": PartialDate(date), "end": "", "note": note, "source": source}
    return Specimen(get_step_display="uitvoering", **fields)


def quotation(text="Een voorbeeld van een citaat.", speaker="Voorbeeld", role="functie", source=""):
    return Specimen(text=text, speaker=speaker, role=role, source=source)


def fact(label="Voorbeeld", value="Een feit", source="voorbeeldbron"):
    return Specimen(label=label, value=value, source=source)


def contact(label="Voorbeeld", **fields):
    blank = dict.fromkeys(("name", "email", "telephone", "address"), "")
    return Specimen(label=label, **(blank | fields))


def fact_of_history(title="Voorbeeld van een feit", text="", date="2017-02", links=(), **fields):
    names = [(name, "#") for name in links]
    return Fact(PartialDate(date), FactKind.EVENT, title, text, "voorbeeldbron", links=names, **fields)


def timeline(*facts):
    return Specimen(years=[("2017", facts)] if facts else [])


def pager(number, total):
    page = Specimen(number=number, paginator=Specimen(num_pages=total))
    previous, following = ("#" if number > 1 else None), ("#" if number < total else None)
    return Specimen(page=page, previous_path=previous, next_path=following)


def filters(*labels, current=0, title="Voorbeeld"):
    choices = [Specimen(label=label, url="#", current=n == current) for n, label in enumerate(labels)]
    return Specimen(filters=[(title, choices)])


def theme(label="voorbeeld", definition=""):
    return Specimen(label=label, slug="voorbeeld", definition=definition, get_absolute_url="#")


def crumbs(*titles):
    return [(title, "#") for title in titles]
