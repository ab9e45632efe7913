"""What the blocks on published pages, news, bodies and shared blocks show of the media library."""

from django.contrib.contenttypes.models import ContentType
from djangocms_alias.models import AliasContent
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version

from pictures.showing import register_showing
from publication.models import Content

from .models import PictureBlock


@register_showing
def shown_by_a_block(picture, site, at):
    return any(is_public(place, site, at) for place in places_of(PictureBlock.objects.filter(picture=picture)))


def places_of(blocks):
    return {block.placeholder for block in blocks.select_related("placeholder") if block.placeholder}


def is_public(placeholder, site, at=None, within=frozenset()):
    """Whether readers of `site` meet what stands in `placeholder`; `within` are the shared blocks that led here."""
    if not placeholder.content_type_id:
        return False
    published = Version.objects.filter(
        state=PUBLISHED, content_type=placeholder.content_type_id, object_id=placeholder.object_id
    )
    if not published.exists():
        return False
    model = ContentType.objects.get_for_id(placeholder.content_type_id).model_class()
    if issubclass(model, Content):
        return model.everything.published(site, at).filter(pk=placeholder.object_id).exists()
    if model is AliasContent:
        return is_shown_on_a_page(placeholder.source.alias, site, at, within)
    return placeholder.source.page.site_id == site.pk


def is_shown_on_a_page(alias, site, at, within):
    """Whether a shared block that is `site`'s, or everybody's, stands somewhere where its readers come."""
    if alias in within or not is_given_to(alias, site):
        return False
    return any(is_public(place, site, at, within | {alias}) for place in places_of(alias.cms_plugins.all()))


def is_given_to(alias, site):
    """A shared block without a site is for all sites."""
    return alias.site_id in (site.pk, None)
