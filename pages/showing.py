"""What the blocks on published pages, news, bodies and shared blocks show of the media library."""

from cms.models import PageContent, Placeholder
from djangocms_alias.models import AliasContent
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version

from pictures.showing import register_showing
from publication.models import Content

from .models import PictureBlock
from .nested_blocks import DEEPEST


@register_showing
def shown_by_a_block(picture, site, at):
    blocks = PictureBlock.objects.filter(picture=picture).select_related("placeholder")
    return any(is_public(place, site, at) for place in {block.placeholder for block in blocks if block.placeholder})


def is_public(placeholder, site, at=None, within=frozenset()):
    """Whether readers of `site` meet what stands in `placeholder`.

    `within`: the keys of the shared blocks that are being looked into, as one may stand in another and in itself.
    """
    source = published_source(placeholder)
    if isinstance(source, Content):
        return type(source).everything.published(site, at).filter(pk=source.pk).exists()
    if isinstance(source, AliasContent):
        return stands_somewhere(source.alias, site, at, within)
    return isinstance(source, PageContent) and has_address(source, site)


def published_source(placeholder):
    """The content that `placeholder` belongs to, if that version is published."""
    published = Version.objects.filter(
        state=PUBLISHED, content_type=placeholder.content_type_id, object_id=placeholder.object_id
    )
    return placeholder.source if placeholder.content_type_id and published.exists() else None


def stands_somewhere(alias, site, at, within):
    """Whether a shared block was put in a place that readers of `site` meet."""
    if alias.pk in within or len(within) >= DEEPEST or not is_given_to(alias, site):
        return False
    places = Placeholder.objects.filter(pk__in=alias.cms_plugins.values("placeholder"))
    return any(is_public(place, site, at, within | {alias.pk}) for place in places)


def is_given_to(alias, site):
    """A shared block without a site is for all sites."""
    return alias.site_id in (site.pk, None)


def has_address(content, site):
    """A published page below one that is not published can't be reached."""
    return content.page.urls.filter(page__site=site, language=content.language, path__isnull=False).exists()
