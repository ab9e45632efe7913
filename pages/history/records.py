"""Read the facts of a site out of the records of each room, with as many queries for one as for a thousand.

Nothing of another site shows: milestones and areas say on which sites they are, roles and projects are those of what
is published on this one.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.mergers import Mergers
from organisations.models import ChangeEvent, Membership, Milestone, Organization
from organisations.names import names_here, names_of
from pages.areas.sentences import story_of
from pages.wording import unlinked
from projects.models import Phase, ProjectContent

from .facts import OF_MILESTONES, Fact, Kind


def milestones(site):
    found = list(Milestone.objects.filter(sites=site).prefetch_related("organisations"))
    names = names_here({body.pk for milestone in found for body in milestone.organisations.all()}, site)
    return [
        Fact(
            milestone.date,
            OF_MILESTONES[milestone.kind],
            milestone.title,
            milestone.text,
            milestone.source,
            milestone.secondary,
            named(milestone.organisations.all(), names),
        )
        for milestone in found
    ]


def mergers(site):
    found = Mergers(site)
    return [
        Fact(
            merger.date,
            Kind.MERGER,
            story_of(merger, found, links=False),
            source=merger.source,
            links=found.named(merger.after),
        )
        for merger in found.all
    ]


def roles(site):
    """Who took a role that one person holds at a time, or was known in it, in the bodies of this site."""
    held = Membership.objects.filter(
        person__isnull=False, role__single_holder=True, body__in=Organization.objects.published(site)
    ).select_related("person", "role")
    held = [membership for membership in held if membership.start or membership.known_on]
    names = names_of({membership.body_id for membership in held}, site)
    return [role(membership, names[membership.body_id]) for membership in held]


def role(membership, body):
    words = {"person": membership.person.name, "role": membership.role.label, "body": body[0]}
    title = (
        _("%(person)s became %(role)s of %(body)s") if membership.start else _("%(person)s was %(role)s of %(body)s")
    )
    return Fact(
        membership.start or membership.known_on,
        Kind.ROLE,
        title % words,
        # What somebody was elsewhere stands on the page of the body, where its abbreviations are written out.
        "",
        membership.source,
        links=[body],
    )


def phases(site):
    """The steps of the projects that are published on this site."""
    contents = ProjectContent.everything.published(site)
    found = Phase.objects.filter(content__in=contents).select_related("content__project")
    return [phase_of(phase) for phase in found if phase.since]


def phase_of(phase):
    content = phase.content
    title = _("%(title)s: %(step)s") % {"title": content.title, "step": phase.get_step_display()}
    note = f"{phase.note.rstrip('.')}." if phase.note else ""
    links = [(content.title, content.get_absolute_url())]
    return Fact(phase.since, Kind.PROJECT, title, note, phase.source or content.source, links=links)


BECAME = {
    ChangeEvent.Kind.SUCCESSION: gettext_lazy("%(after)s followed %(before)s"),
    ChangeEvent.Kind.MERGER: gettext_lazy("%(before)s merged into %(after)s"),
    ChangeEvent.Kind.SPLIT: gettext_lazy("%(before)s was divided into %(after)s"),
    ChangeEvent.Kind.RENAMING: gettext_lazy("%(before)s got the name %(after)s"),
}


def changes_of_bodies(site):
    """What became of bodies of which one at least has its page here; who is published nowhere has no name."""
    dated = ChangeEvent.objects.exclude(date="").prefetch_related("originals", "results")
    found = [(change, list(change.originals.all()), list(change.results.all())) for change in dated]
    names = names_here({body.pk for change, before, after in found for body in before + after}, site)
    facts = [change_of_bodies(change, named(before, names), named(after, names)) for change, before, after in found]
    return [fact for fact in facts if fact]


def change_of_bodies(change, before, after):
    links = list(dict.fromkeys(before + after))
    if not before or not after or not any(url for name, url in links):
        return None
    title = BECAME[change.kind] % {"before": unlinked(before), "after": unlinked(after)}
    return Fact(change.date, Kind.BODY, title, change.description, change.source, links=links)


def named(bodies, names):
    """(name, address or None) of each of `bodies` that has a name."""
    return [names[body.pk] for body in bodies if body.pk in names]
