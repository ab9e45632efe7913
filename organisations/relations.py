"""How a body hangs together with others, read from the side of the body whose page it is."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import ChangeEvent, Known, Membership, Organization, OrganizationContent, Relation
from .names import full_names_of, names_here
from .period_words import on_date, period_in_words


@dataclass(frozen=True)
class Reading:
    """One link as a sentence: `label`, then the name of the other body, which leads to `url` where it has a page."""

    label: str
    name: str
    url: str | None
    period: str
    source: str
    past: bool = False
    full_name: str = ""


@dataclass(frozen=True)
class Link:
    """What a Reading is made of, before the names are looked up."""

    label: str
    other: int
    period: str
    source: str
    past: bool = False

    def reading(self, names, full_names):
        name, url = names[self.other]
        return Reading(self.label, name, url, self.period, self.source, self.past, full_names.get(self.other, ""))


def readings(organization, site):
    """Relations, seats elsewhere and changes of `organization` as a list of Reading: what is past comes last.

    Bodies without a public name are left out, and so are those of other sites alone. Seven queries at most.
    """
    today = timezone.localdate()
    links = [*relations(organization, today), *seats_elsewhere(organization, today), *changes(organization)]
    others = {link.other for link in links}
    names, full_names = names_here(others, site), full_names_of(others)
    found = dict.fromkeys(link.reading(names, full_names) for link in links if link.other in names)
    return sorted(found, key=lambda reading: reading.past)


def relations(organization, day):
    of_it = Relation.objects.filter(Q(subject=organization) | Q(object=organization)).select_related("type")
    for relation in of_it.order_by("type__name", "start", "pk"):
        from_here = relation.subject_id == organization.pk
        yield Link(
            relation.type.name if from_here else relation.type.inverse_name,
            relation.object_id if from_here else relation.subject_id,
            *when_and_source(relation, day),
        )


def seats_elsewhere(organization, day):
    """Where the body sits itself, alone or with others."""
    held = Membership.objects.filter(Q(member=organization) | Q(shared_with=organization)).distinct()
    for membership in held.order_by("start", "known_on", "pk"):
        label = _("sits in")
        if membership.seats:
            seats = ngettext("%(count)s seat", "%(count)s seats", membership.seats) % {"count": membership.seats}
            label = _("sits with %(seats)s in") % {"seats": seats}
        yield Link(label, membership.body_id, *when_and_source(membership, day))


def when_and_source(record, day):
    """Period, source and whether it is over."""
    is_over = bool(record.end) and record.known_about(day) is Known.NO
    return (period_in_words(record, day) if record.since else "", record.source, is_over)


def changes(organization):
    """What the body follows and what followed it; who goes on under its own name does not follow itself."""
    sides = [Prefetch(name, queryset=Organization._base_manager.only("pk")) for name in ("originals", "results")]
    events = ChangeEvent.objects.filter(Q(originals=organization) | Q(results=organization)).distinct()
    for event in events.prefetch_related(*sides):
        before, after = ({body.pk for body in side.all()} for side in (event.originals, event.results))
        when = on_date(event.date) if event.date else ""
        for label, here, there in ((_("follows"), after, before), (_("is followed by"), before, after)):
            if organization.pk in here:
                for other in sorted(there - {organization.pk}):
                    yield Link(label, other, when, event.source)


def published_bodies(site, at=None):
    """The published contents of all bodies on `site`, in the order of their names."""
    contents = OrganizationContent.everything.published(site, at).select_related("organization")
    return contents.order_by("kind", "name")
