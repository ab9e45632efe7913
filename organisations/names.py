"""What a body is called on a page, and whether the name leads anywhere."""

from django.db.models import Exists, OuterRef, Q
from djangocms_versioning.constants import PUBLISHED

from .models import OrganizationContent


def full_names_of(organization_ids):
    """Mapping of the key of a body to what its abbreviation stands for, where that is known. One query."""
    known = OrganizationContent.everything.filter(organization__in=organization_ids, versions__state=PUBLISHED)
    return dict(known.exclude(full_name="").values_list("organization", "full_name"))


def names_of(organization_ids, site):
    """Mapping of the key of a body to (name, address of its page or None). One query.

    A body that is published somewhere has a name everywhere; its page is public on its own sites alone. One that
    is published nowhere is not in the mapping.
    """
    return named(OrganizationContent.everything.filter(organization__in=organization_ids), site)


def names_here(organization_ids, site):
    """As `names_of`, without the bodies of other sites alone: what concerns them is theirs to tell. One query.

    Who sits at a table of this site is named there whatever its sites: there `names_of` is right.
    """
    here_or_nowhere = Q(organization__sites=site) | Q(organization__sites__isnull=True)
    return named(OrganizationContent.everything.filter(here_or_nowhere, organization__in=organization_ids), site)


def named(contents, site):
    here = OrganizationContent.everything.published(site).filter(organization=OuterRef("organization"))
    known = contents.filter(versions__state=PUBLISHED).select_related("organization").annotate(has_page=Exists(here))
    return {
        content.organization_id: (content.name, content.get_absolute_url() if content.has_page else None)
        for content in known
    }
