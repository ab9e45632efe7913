"""Tables of areas and of terms."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from . import vocabulary
from .concepts import SCHEMES
from .register_tables import Row
from .tables import DATED, Column, Table, several

AREAS = Table(
    (
        Column("uri", _("The lasting address."), lambda row: row.register.addresses.area(row.record)),
        Column("naam", _("The name."), lambda row: row.record.name),
        Column("soort", _("What kind of area it is."), lambda row: row.record.get_kind_display()),
        Column("ligt_in", _("The larger areas."), lambda row: several(row.register.wholes[row.record.pk])),
        Column(
            "ontstaan_uit", _("The areas before the merger."), lambda row: several(row.register.before[row.record.pk])
        ),
        *DATED,
    )
)


def areas_table(register):
    return AREAS.written(Row(register, area) for area in register.areas)


@dataclass(frozen=True)
class TermRow:
    address: str
    scheme: str
    concept: object


TERMS = Table(
    (
        Column("uri", _("The lasting address."), lambda row: row.address),
        Column("lijst", _("The list that the term is in."), lambda row: row.scheme),
        Column("naam", _("The name."), lambda row: row.concept.label),
        Column("betekenis", _("The meaning."), lambda row: row.concept.definition),
        Column("ruimer", _("The broader term."), lambda row: row.concept.broader),
    )
)


def terms_table(addresses):
    return TERMS.written(
        TermRow(addresses.term(scheme.slug, concept.slug), scheme.title, concept)
        for scheme in (*SCHEMES.values(), *vocabulary.SCHEMES)
        for concept in scheme.concepts()
    )
