"""Relations, read from the side of the body whose page it is."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from .models import OrganizationContent, Relation


@dataclass(frozen=True)
class Link:
    """One relation between two bodies of a group, each its published content."""

    subject: OrganizationContent
    label: str
    object: OrganizationContent


@dataclass(frozen=True)
class Reading:
    """One relation as a sentence: `label`, then `other` (the published content of the other body)."""

    label: str
    other: OrganizationContent
    relation: Relation


def readings(organization, site, at=None):
    """The relations of `organization` to bodies that are public on `site`, as a list of Reading. Two queries."""
    relations = (
        Relation.objects.filter(subject=organization) | Relation.objects.filter(object=organization)
    ).select_related("type")
    relations = list(relations.order_by("type__name", "start", "pk"))
    others = {r.object_id if r.subject_id == organization.pk else r.subject_id for r in relations}
    contents = OrganizationContent.everything.published(site, at).filter(organization__in=others)
    public = {content.organization_id: content for content in contents.select_related("organization")}
    return [reading for reading in (_read(r, organization, public) for r in relations) if reading]


def _read(relation, organization, public):
    from_here = relation.subject_id == organization.pk
    other = public.get(relation.object_id if from_here else relation.subject_id)
    label = relation.type.name if from_here else relation.type.inverse_name
    return other and Reading(label, other, relation)


def relations_among(bodies):
    """The relations of today between `bodies`, published contents, as a list of Link. One query."""
    public = {body.organization_id: body for body in bodies}
    today = timezone.localdate()
    relations = Relation.objects.filter(
        Q(start__isnull=True) | Q(start__lte=today),
        Q(end__isnull=True) | Q(end__gte=today),
        subject__in=public,
        object__in=public,
    ).select_related("type")
    relations = relations.order_by("type__name", "pk")
    return [Link(public[r.subject_id], r.type.name, public[r.object_id]) for r in relations]


def published_bodies(site, at=None):
    """The published contents of all bodies on `site`, in the order of their names."""
    contents = OrganizationContent.everything.published(site, at).select_related("organization")
    return contents.order_by("kind", "name")
