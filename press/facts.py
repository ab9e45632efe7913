"""What journalists ask about each body: read from the register, and from facts of its own where that holds none."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisations.composition import compositions
from organisations.models import OrganizationContent, Status
from organisations.relations import published_bodies

from .models import Boilerplate, Fact


@dataclass(frozen=True)
class Line:
    label: str
    value: str
    source: str = ""


@dataclass(frozen=True)
class Portrait:
    """A body for the press: its text in force and what is known of it; `content` is the published version."""

    content: OrganizationContent
    boilerplate: str
    lines: list[Line]


def portraits(site, day):
    """The bodies of `site` that say something to the press, as known on `day` (a date)."""
    texts = dict(Boilerplate.objects.on(day).values_list("organization", "text"))
    facts = {}
    for fact in Fact.objects.filter(known_on__lte=day.isoformat()):
        facts.setdefault(fact.organization_id, []).append(fact)
    telling = published_bodies(site).filter(organization__in={*texts, *facts}).prefetch_related("statuses")
    bodies = {body.organization_id: body for body in telling}
    tables = compositions(list(bodies), site, day)
    return [
        Portrait(body, texts.get(pk, ""), lines(body, tables[pk], facts.get(pk, []))) for pk, body in bodies.items()
    ]


def lines(body, table, facts):
    own = [Line(fact.label, f"{fact.value} ({fact.known_on.in_words})", fact.source) for fact in facts]
    return [*of_the_text(body), *seats(table), *people(table), *own]


def of_the_text(body):
    founded = min((p.start for p in body.statuses.all() if p.start and p.status == Status.ACTIVE), default=None)
    known = (
        (_("Full name"), body.full_name),
        (_("Kind"), capfirst(body.get_kind_display())),
        (_("Legal form"), body.legal_form),
        (_("Enterprise number"), body.enterprise_number),
        (_("Active since"), founded and founded.in_words),
    )
    return [Line(label, str(value)) for label, value in known if value]


def seats(table):
    """Of all benches together, with the part of each; nothing where the number of one is not known."""
    if table.seats is None:
        return []
    parts = ", ".join(f"{side.name} {side.seats}" for side in table.benches)
    total = ngettext("%(n)s seat", "%(n)s seats", table.seats) % {"n": table.seats}
    return [Line(_("Seats"), f"{total}: {parts}", table.common_source)]


def people(table):
    """Who has each role; where one person should and nobody is known, that is said."""
    return [line for part in table.parts for line in of_a_role(part)]


def of_a_role(part):
    label = capfirst(part.role)
    named = [person for person in part.people if person.name]
    if not named:
        return [Line(label, _("not known"))]
    return [Line(label, sitting_in_words(person), person.source) for person in named]


def sitting_in_words(person):
    period = f" ({person.period})" if person.period else ""
    return ", ".join(filter(None, (person.name, person.function))) + period
