"""What a body is called on a page, and whether the name leads anywhere."""

from djangocms_versioning.constants import PUBLISHED

from .models import OrganizationContent


def full_names_of(organization_ids):
    """Mapping of the key of a body to what its abbreviation stands for, where that is known. One query."""
    known = OrganizationContent.everything.filter(organization__in=organization_ids, versions__state=PUBLISHED)
    return dict(known.exclude(full_name="").values_list("organization", "full_name"))


def names_of(organization_ids, site):
    """Mapping of the key of a body to (name, address of its page or None). Two queries.

    A body that is published somewhere has a name everywhere; its page is public on its own sites alone. One that
    is published nowhere is not in the mapping.
    """
    known = OrganizationContent.everything.filter(organization__in=organization_ids, versions__state=PUBLISHED)
    known = known.select_related("organization")
    here = OrganizationContent.everything.published(site).filter(organization__in=organization_ids)
    public = set(here.values_list("organization", flat=True))
    return {
        content.organization_id: (
            content.name,
            content.get_absolute_url() if content.organization_id in public else None,
        )
        for content in known
    }
