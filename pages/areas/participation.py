"""Where a municipality takes part, as far as a source names it, and what no source says."""

from dataclasses import dataclass

from organisations.models import Area, OrganizationContent, Participation, Period
from organisations.names import names_here
from projects.models import ProjectContent, ProjectParticipation


@dataclass(frozen=True)
class TakingPart:
    """That `area` (a former municipality, maybe) takes part in what has this name and, where public, this address."""

    name: str
    url: str | None
    area: Area
    record: Period


def in_bodies(areas, site):
    """Participations of `areas` in bodies that this site may name, in the order of time."""
    records = list(Participation.objects.filter(area__in=areas).select_related("area").order_by("start", "pk"))
    names = names_here({record.organization_id for record in records}, site)
    return [
        TakingPart(*names[record.organization_id], record.area, record)
        for record in records
        if record.organization_id in names
    ]


def in_projects(areas, site):
    """Participations of `areas` in the projects that are published on `site`."""
    records = ProjectParticipation.objects.filter(
        area__in=areas, content__in=ProjectContent.everything.published(site)
    ).select_related("area", "content__project")
    return [
        TakingPart(record.content.title, record.content.get_absolute_url(), record.area, record)
        for record in records.order_by("start", "pk")
    ]


def unnamed(areas, site):
    """Projects of `site` with more participants than are known by name, of which none is among `areas`."""
    projects = ProjectContent.everything.published(site).filter(participant_count__isnull=False)
    projects = projects.select_related("project").prefetch_related("participations")
    keys = {area.pk for area in areas}
    return [project for project in projects if is_open(project, keys)]


def is_open(project, areas):
    known = {participation.area_id for participation in project.participations.all()}
    return len(known) < project.participant_count and not known & areas


def working_for(areas, site):
    """The bodies of `site` that say to work for one of `areas`."""
    contents = OrganizationContent.everything.published(site).filter(areas__in=areas)
    return contents.select_related("organization").order_by("name").distinct()
