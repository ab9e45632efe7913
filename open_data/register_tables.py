"""Tables of all bodies: one row for a body, a seat or a relation."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .tables import DATED, Column, Table, several


@dataclass(frozen=True)
class Row:
    """A record with the register that knows its names and addresses."""

    register: object
    record: object

    @property
    def period(self):
        return self.record


BODIES = Table(
    (
        Column("uri", _("The lasting address."), lambda row: row.register.addresses.body(row.record.organization)),
        Column("naam", _("The name."), lambda row: row.record.name),
        Column("volledige_naam", _("The name in full."), lambda row: row.record.full_name),
        Column("afkorting", _("The abbreviation."), lambda row: row.record.abbreviation),
        Column("aard", _("Organisation, organ or working group."), lambda row: row.record.get_kind_display()),
        Column("soort", _("What sort of organisation it is."), lambda row: row.record.classification or ""),
        Column("rechtsvorm", _("The legal form."), lambda row: row.record.legal_form),
        Column("ondernemingsnummer", _("The enterprise number."), lambda row: row.record.enterprise_number),
        Column("rechtspersonenregister", _("The court where it is registered."), lambda row: row.record.court),
        Column("samenvatting", _("What it is and does."), lambda row: row.record.summary),
        Column("themas", _("Its themes."), lambda row: several(theme.label for theme in row.record.themes.all())),
        Column(
            "gebieden", _("Where it works."), lambda row: several(a.name for a in row.register.areas_of(row.record))
        ),
        Column("pagina", _("Its page."), lambda row: row.register.addresses.page(row.record.get_absolute_url())),
    )
)


def table_of(row):
    return row.register.published[row.record.body_id]


def holder(row):
    """The person, or the bodies that hold the seats together; nobody where the seat is vacant."""
    if row.record.person:
        return row.record.person.name
    return several(row.register.name(pk) for pk in row.register.holders(row.record))


def membership_address(row):
    return row.register.addresses.record(table_of(row).organization, "lidmaatschap", row.record.pk)


MEMBERSHIPS = Table(
    (
        Column("uri", _("The lasting address."), membership_address),
        Column("organisatie", _("The table at which the seat is."), lambda row: table_of(row).name),
        Column("lid", _("The person or the organisation; empty where the seat is vacant."), holder),
        Column("rol", _("The role of the person."), lambda row: row.record.role or ""),
        Column("functie_elders", _("The function of the person elsewhere."), lambda row: row.record.function),
        Column(
            "afgevaardigd_door",
            _("The organisation that the person speaks for."),
            lambda row: row.register.name(row.record.delegated_by_id),
        ),
        Column("geleding", _("The side of the table."), lambda row: row.record.bench or ""),
        Column("zetels", _("How many seats."), lambda row: row.record.seats),
        Column("bezetting", _("Whether the seat is taken."), lambda row: row.record.get_state_display()),
        *DATED,
    )
)


def relation_address(row):
    subject = row.register.published[row.record.subject_id].organization
    return row.register.addresses.record(subject, "relatie", row.record.pk)


RELATIONS = Table(
    (
        Column("uri", _("The lasting address."), relation_address),
        Column("organisatie", _("The first organisation."), lambda row: row.register.name(row.record.subject_id)),
        Column("relatie", _("What it is to the other."), lambda row: row.record.type.name),
        Column("andere_organisatie", _("The other organisation."), lambda row: row.register.name(row.record.object_id)),
        Column("omgekeerd", _("The same, read from the other."), lambda row: row.record.type.inverse_name),
        *DATED,
    )
)


def bodies_table(register):
    return BODIES.written(Row(register, content) for content in register.bodies)


def memberships_table(register):
    return MEMBERSHIPS.written(Row(register, membership) for membership in register.seats)


def relations_table(register):
    return RELATIONS.written(Row(register, relation) for relation in register.relations)
