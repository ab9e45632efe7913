"""The table of projects: one row each."""

from django.utils.translation import gettext_lazy as _

from .register_tables import Row
from .tables import Column, Table, several


def partner_names(row):
    return several(row.register.name(partner.organization_id) for partner in row.register.partners(row.record))


def area_names(row):
    return several(participation.area.name for participation in row.register.participations(row.record))


def phases(row):
    return several(str(phase.get_step_display()) for phase in row.record.phases.all())


PROJECTS = Table(
    (
        Column("uri", _("The lasting address."), lambda row: row.register.addresses.project(row.record.project)),
        Column("naam", _("The name."), lambda row: row.record.title),
        Column("volledige_naam", _("The name in full."), lambda row: row.record.full_name),
        Column("doel", _("What it is for."), lambda row: row.record.aim),
        Column("regio", _("Where it works."), lambda row: row.record.region),
        Column("organisaties", _("The organisations in the project."), partner_names),
        Column("gemeenten", _("The municipalities that are known to take part."), area_names),
        Column("aantal_gemeenten", _("How many municipalities take part."), lambda row: row.record.participant_count),
        Column("eu_steun", _("Whether the European Union pays a part."), lambda row: yes_no(row.record.eu_support)),
        Column("financier", _("Who pays."), lambda row: row.record.funder),
        Column("programma", _("The programme that pays."), lambda row: row.record.programme),
        Column("nummer", _("The number that the funder gave."), lambda row: row.record.number),
        Column("fasen", _("How far it was, in order of time."), phases),
        Column("van", _("First day, month or year; empty where it is not known."), lambda row: row.record.start),
        Column("tot", _("Last day, month or year; empty where it is not known."), lambda row: row.record.end),
        Column("bron", _("Who says so."), lambda row: row.record.source),
    )
)


def yes_no(value):
    return "ja" if value else "nee"


def projects_table(register):
    return PROJECTS.written(Row(register, content) for content in register.projects)
