"""Every component with its states, rendered by the partials that readers get; for staff, at /beheer/stijlgids/.

The specimens are made here and stored nowhere. Each is marked as an example.
"""

import datetime
from dataclasses import dataclass
from types import SimpleNamespace as Specimen

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.models import User
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.forms import ForgottenPasswordForm
from accounts.letters import invitation, password_link
from organisations.dating import PartialDate
from organisations.relations import Reading
from pages.history.facts import Fact
from pages.history.facts import Kind as FactKind

LONG_WORD = "Arbeidsmarktbeleidsondersteuningsmaatregelenoverleg"
LONG_TEXT = f"{LONG_WORD} " + "Een voorbeeld van een zin die veel langer is dan gewenst. " * 6


@dataclass(frozen=True)
class State:
    name: str
    context: dict


def news(title="Voorbeeld van een bericht", lead="Een voorbeeld van een inleiding.", year=None):
    date = datetime.date(year, 2, 6) if year else timezone.localdate()
    return Specimen(
        title=title,
        lead=lead,
        date=date,
        get_absolute_url="#",
        get_kind_display=_("News"),
        is_of_an_earlier_year=bool(year),
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


def body(short="VBD", full="Voorbeeld van een Dienst", summary="Een voorbeeld van een samenvatting."):
    return Specimen(abbreviation=short, full_name=full, name=f"{short} Limburg", summary=summary, get_absolute_url="#")


def quotation(text="Een voorbeeld van een citaat.", speaker="Voorbeeld", role="functie", source=""):
    return Specimen(text=text, speaker=speaker, role=role, source=source)


def fact(label="Voorbeeld", value="Een feit", source="voorbeeldbron"):
    return Specimen(label=label, value=value, source=source)


def contact(**fields):
    blank = dict.fromkeys(("name", "email", "telephone", "address"), "")
    return Specimen(label="Voorbeeld", **(blank | fields))


def reading(label="ondersteunt", name="Voorbeeld Limburg", source=""):
    return Reading(label, name, "#", "sinds 2017, einde niet bekend", source)


def fact_of_history(title="Voorbeeld van een feit", text="", date="2017-02", links=(), **fields):
    names = [(name, "#") for name in links]
    return Fact(PartialDate(date), FactKind.EVENT, title, text, "voorbeeldbron", links=names, **fields)


def timeline(*facts):
    return Specimen(years=[("2017", facts)] if facts else [])


def pager(number, total):
    page = Specimen(number=number, paginator=Specimen(num_pages=total))
    previous, following = ("#" if number > 1 else None), ("#" if number < total else None)
    return Specimen(page=page, previous_path=previous, next_path=following)


def filters(count):
    choices = [Specimen(label=f"Voorbeeld {n}", url="#", current=n == 1) for n in range(1, count + 1)]
    return Specimen(filters=[("Voorbeeld", choices)] if count else [], title_parts=["Voorbeeld 1"])


def components():
    """Names of partials with their states: nothing, one, many, too much."""
    files = [file(), file("pptx", 4_300_000, 24)]
    long_document = document(LONG_TEXT, [file("docx", 49_000_000, None)], contributors=LONG_TEXT)
    everyone = contact(name="Voorbeeld", email="voorbeeld@example.org", telephone="011 00 00 00", address="Plein 1")
    links = [Specimen(name="Voorbeeld", url="https://example.org/"), Specimen(name=LONG_WORD, url="")]
    return {
        "news-item": [
            State(_("one"), {"item": news()}),
            State(_("of an earlier year"), {"item": news(year=2017)}),
            State(_("too much"), {"item": news(LONG_TEXT, LONG_TEXT * 2)}),
        ],
        "document-item": [
            State(_("without a file"), {"document": document()}),
            State(_("many"), {"document": document(files=files)}),
            State(_("too much"), {"document": long_document}),
        ],
        "attachments": [
            State(_("one"), {"attachments": [document(files=files[:1])]}),
            State(_("many"), {"attachments": [document(files=files, contributors="Voorbeeld"), long_document]}),
        ],
        "body-item": [
            State(_("one"), {"body": body()}),
            State(_("too much"), {"body": body(LONG_WORD, LONG_TEXT, LONG_TEXT)}),
        ],
        "quotation": [
            State(_("one"), {"quotation": quotation()}),
            State(_("too much"), {"quotation": quotation(LONG_TEXT, LONG_WORD, LONG_TEXT, LONG_TEXT)}),
        ],
        "facts": [
            State(_("one"), {"facts": [fact()], "instance": Specimen(heading="Voorbeeld")}),
            State(_("too much"), {"facts": [fact(LONG_WORD, LONG_TEXT, LONG_TEXT), fact()]}),
        ],
        "external-links": [State(_("many"), {"links": links, "heading": "Voorbeeld"})],
        "contact-points": [
            State(_("nothing"), {"contact_points": []}),
            State(_("many"), {"contact_points": [everyone, contact(name=LONG_WORD)]}),
        ],
        "relations": [
            State(_("one"), {"readings": [reading()]}),
            State(_("many"), {"readings": [reading(), reading("wordt ondersteund door", LONG_WORD, LONG_TEXT)]}),
        ],
        "timeline": [
            State(_("nothing"), {"listing": timeline()}),
            State(_("one"), {"listing": timeline(fact_of_history(links=["Voorbeeld Limburg"]))}),
            State(
                _("too much"),
                {"listing": timeline(fact_of_history(LONG_TEXT, LONG_TEXT, links=[LONG_WORD] * 4, secondary=True))},
            ),
        ],
        "filters": [State(_("many"), {"listing": filters(12)})],
        "pager": [State(_("many"), {"listing": pager(2, 40)})],
    }


def forms():
    """Fields as they come, and as they come back."""
    wrong = ForgottenPasswordForm({"email": "voorbeeld"})
    return {
        "form-field": [
            State(_("one"), {"field": ForgottenPasswordForm(auto_id="example_%s")["email"]}),
            State(_("wrong"), {"field": wrong["email"]}),
        ],
        "error-summary": [State(_("one"), {"form": wrong})],
    }


def letters():
    """The mails to staff, to somebody who does not exist."""
    account = User(pk=0, username="voorbeeld@example.org", email="voorbeeld@example.org", first_name="Voorbeeld")
    return [invitation(account, inviter=account), password_link(account)]


@staff_member_required
def style_guide(request):
    context = {"components": components() | forms(), "letters": letters()}
    return TemplateResponse(request, "pages/style_guide.html", context)
