"""Relations, read from the side of the body whose page it is."""

from dataclasses import dataclass

from .models import OrganizationContent, Relation


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


def published_bodies(site, at=None):
    """The published contents of all bodies on `site`, in the order of their names."""
    contents = OrganizationContent.everything.published(site, at).select_related("organization")
    return contents.order_by("kind", "name")
