"""What one site publishes of bodies and their links, loaded in a fixed number of queries.

A body has a page here or only a name. Records belong to a table that has a page: who sits in a body of another
site is that site's to publish. Relations and changes are given where each body in them has a page.
"""

from collections import defaultdict

from django.db.models import Q
from django.utils.functional import cached_property

from organisations.models import (
    Bench,
    ChangeEvent,
    Classification,
    Membership,
    OrganizationContent,
    Participation,
    Relation,
)
from organisations.names import names_of

from .addresses import Addresses


class Register:
    """All of a site, or with `organization` what concerns that body."""

    def __init__(self, site, organization=None):
        self.site, self.organization = site, organization
        self.addresses = Addresses(site)

    @cached_property
    def published(self):
        """Content of each body with a page here, by the key of the body."""
        contents = OrganizationContent.everything.published(self.site).select_related("organization")
        return {content.organization_id: content for content in contents}

    @cached_property
    def bodies(self):
        """The contents that this register describes, with all that hangs on them, in the order of their slugs."""
        contents = OrganizationContent.everything.published(self.site).select_related("organization", "classification")
        if self.organization:
            contents = contents.filter(organization=self.organization)
        contents = contents.prefetch_related("themes", "areas__sites", "statuses")
        return list(contents.order_by("organization__slug"))

    @cached_property
    def benches(self):
        benches = Bench.objects.filter(organization__in=self.published).select_related("kind")
        if self.organization:
            benches = benches.filter(organization=self.organization)
        return list(benches.order_by("organization__slug", "position", "pk"))

    @cached_property
    def memberships(self):
        """Seats at the tables of this site, and for one body also the seats that it holds at others."""
        found = Membership.objects.filter(body__in=self.published).select_related("person", "role", "bench__kind")
        if self.organization:
            here = self.organization
            held = Q(member=here) | Q(shared_with=here) | Q(delegated_by=here)
            found = found.filter(Q(pk__in=Membership.objects.filter(held).values("pk")) | Q(body=here))
        return list(found.order_by("body__slug", "position", "pk"))

    @cached_property
    def sharers(self):
        """The key of a membership → the keys of the bodies that share its seats. Keys alone: names are known."""
        through = Membership.shared_with.through.objects.filter(membership__in=[seat.pk for seat in self.memberships])
        sharers = defaultdict(list)
        for membership, organization in through.order_by("organization").values_list("membership", "organization"):
            sharers[membership].append(organization)
        return sharers

    @cached_property
    def relations(self):
        found = Relation.objects.filter(subject__in=self.published, object__in=self.published).select_related("type")
        if self.organization:
            found = found.filter(Q(subject=self.organization) | Q(object=self.organization))
        return list(found.order_by("subject__slug", "type__slug", "pk"))

    @cached_property
    def changes(self):
        """Changes of which all bodies have a page here."""
        found = ChangeEvent.objects.filter(Q(originals__in=self.published) | Q(results__in=self.published))
        if self.organization:
            here = Q(originals=self.organization) | Q(results=self.organization)
            found = found.filter(pk__in=ChangeEvent.objects.filter(here).values("pk"))
        found = found.distinct().prefetch_related("originals", "results").order_by("date", "pk")
        return [change for change in found if self._has_pages(change)]

    def _has_pages(self, change):
        return all(body.pk in self.published for body in (*change.originals.all(), *change.results.all()))

    @cached_property
    def participations(self):
        found = Participation.objects.filter(organization__in=self.published, area__sites=self.site)
        if self.organization:
            found = found.filter(organization=self.organization)
        return list(found.select_related("area").order_by("organization__slug", "area__slug", "pk"))

    @cached_property
    def names(self):
        """The key of each body that is mentioned → (name, path of its page or None)."""
        mentioned = set(self.published)
        for membership in self.memberships:
            mentioned |= {membership.member_id, membership.delegated_by_id}
        mentioned.update(*self.sharers.values())
        return names_of(mentioned - {None}, self.site)

    def name(self, organization_id):
        """What a body is called, or nothing where it is published nowhere."""
        return self.names[organization_id][0] if organization_id in self.names else ""

    def areas_of(self, content):
        return [area for area in content.areas.all() if self.site in area.sites.all()]

    def holders(self, membership):
        """The keys of the bodies that hold the seats together, without those that are published nowhere."""
        ids = [membership.member_id, *self.sharers[membership.pk]]
        return [pk for pk in ids if pk in self.names]

    def shows(self, membership):
        """Whether anything can be said of it: a person, a named body, or that it is vacant."""
        return bool(membership.person_id or self.holders(membership) or membership.member_id is None)

    @cached_property
    def seats(self):
        return [membership for membership in self.memberships if self.shows(membership)]

    @cached_property
    def classes(self):
        """The class of ORG for each sort of organisation: its own, or that of the nearest broader sort."""
        sorts = {sort.pk: sort for sort in Classification.objects.all()}
        return {pk: _class_of(sort, sorts) for pk, sort in sorts.items()}


def _class_of(sort, sorts):
    seen = set()
    while sort and sort.pk not in seen:
        if sort.org_class:
            return sort.org_class
        seen.add(sort.pk)
        sort = sorts.get(sort.broader_id)
    return ""
