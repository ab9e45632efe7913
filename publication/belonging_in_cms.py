"""To which sites belong pages of the CMS, versions, and blocks wherever they stand."""

from cms.models import CMSPlugin, PageContent, Placeholder
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from djangocms_versioning.models import Version

from .belonging import belongs, having, nowhere, register_belonging, through
from .registered import versioned
from .scheduling.models import PublicationSchedule


@register_belonging(PageContent)
def by_its_page(model, sites):
    return through(model, ["page"], sites)


@register_belonging(Version, Placeholder)
def by_their_content(model, sites):
    """A place in the clipboard of a person belongs to no site."""
    condition = nowhere()
    for kind_of_content in versioned():
        content = kind_of_content.content_model
        kind = ContentType.objects.get_for_model(content)
        condition |= Q(content_type=kind, object_id__in=having(content, belongs(content, sites)).values("pk"))
    return condition


@register_belonging(CMSPlugin)
def by_its_place(model, sites):
    return Q(placeholder__in=having(Placeholder, belongs(Placeholder, sites)).values("pk"))


@register_belonging(PublicationSchedule)
def by_its_version(model, sites):
    return through(model, ["version"], sites)
