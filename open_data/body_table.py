"""One body as a table: a row for each thing that is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from .register_tables import BODIES, Row, holder
from .tables import DATED, Column, Table


@dataclass(frozen=True)
class NoPeriod:
    """Of what is said without a date."""

    start: str = ""
    end: str = ""
    known_on: str = ""
    source: str = ""


@dataclass(frozen=True)
class Fact:
    subject: str
    value: object
    remark: str = ""
    period: object = field(default_factory=NoPeriod)


FACTS = Table(
    (
        Column("onderdeel", _("What the row is about."), lambda fact: fact.subject),
        Column("waarde", _("What is said."), lambda fact: fact.value),
        Column("toelichting", _("What has to be added."), lambda fact: fact.remark),
        *DATED,
    )
)


def body_table(register):
    content = register.bodies[0]
    return FACTS.written(
        [
            *properties(register, content),
            *(Fact("status", p.get_status_display(), p.note, p) for p in content.statuses.all()),
            *(
                Fact("geleding", bench, f"zetels: {bench.seats}" if bench.seats else "", bench)
                for bench in register.benches
            ),
            *seats(register),
            *relations(register),
            *(Fact("deelname", p.area.name, period=p) for p in register.participations),
        ]
    )


def properties(register, content) -> Iterator[Fact]:
    row = Row(register, content)
    for column in BODIES.columns:
        value = column.value(row)
        if value:
            yield Fact(column.name, value)


def seats(register):
    """Who sits here, and where this body itself sits."""
    for membership in register.seats:
        here = membership.body_id == register.organization.pk
        table = register.published[membership.body_id].name
        subject = str(membership.role or "lid") if here else f"zetelt in {table}"
        remark = [str(part) for part in (membership.bench, membership.function) if part]
        if membership.seats is not None:
            remark.append(f"zetels: {membership.seats}")
        remark.append(membership.get_state_display())
        yield Fact(subject, holder(Row(register, membership)), ", ".join(remark), membership)


def relations(register):
    for relation in register.relations:
        from_here = relation.subject_id == register.organization.pk
        label = relation.type.name if from_here else relation.type.inverse_name
        other = relation.object_id if from_here else relation.subject_id
        yield Fact(label, register.name(other), period=relation)
