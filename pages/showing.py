"""What the blocks on published pages, news, bodies and shared blocks show of the media library."""

from cms.models import PageContent, Placeholder
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from djangocms_alias.models import AliasContent, AliasPlugin

from pictures.showing import register_showing
from publication.models import Content

from .models import PictureBlock
from .nested_blocks import DEEPEST


@register_showing
def shown_by_a_block(key, site, at):
    return is_public(PictureBlock.objects.filter(picture=key).values("placeholder"), site, at)


def is_public(places, site, at, within=(), depth=0):
    """Whether readers of `site` meet what stands in one of `places`, which are keys of placeholders.

    Two queries, whatever stands there; `within`: the keys of the shared blocks that are being looked into, as one may
    stand in another and in itself, and is shown no deeper than DEEPEST.
    """
    stand = Placeholder.objects.filter(pk__in=places)
    direct = stand.filter(public_source(site, at)).exists()
    blocks = list(shared_blocks(stand, site).exclude(alias__in=within).values_list("alias", flat=True))
    if direct or not blocks or depth >= DEEPEST:
        return direct
    around = AliasPlugin.objects.filter(alias__in=blocks).values("placeholder")
    return is_public(around, site, at, [*within, *blocks], depth + 1)


def public_source(site, at):
    """A condition on placeholders: that they belong to a version that readers of `site` can see."""
    condition = belongs_to(pages_with_an_address(site))
    for model in apps.get_models():
        if issubclass(model, Content):
            condition |= belongs_to(model.everything.published(site, at))
    return condition


def belongs_to(contents):
    kind = ContentType.objects.get_for_model(contents.model)
    return Q(content_type=kind, object_id__in=contents.order_by().values("pk"))


def pages_with_an_address(site):
    """A published page below one that is not published can't be reached."""
    addresses = {"page__urls__page__site": site, "page__urls__path__isnull": False}
    return PageContent.objects.filter(page__urls__language=F("language"), **addresses)


def shared_blocks(places, site):
    """The published versions of shared blocks that `places` belong to and that are for `site`."""
    return AliasContent.objects.filter(is_for(site, "alias__"), placeholders__in=places)


def is_for(site, prefix=""):
    """A condition: a shared block without a site is for all sites."""
    return Q(**{f"{prefix}site": site}) | Q(**{f"{prefix}site": None})


def is_given_to(alias, site):
    """The same of one shared block."""
    return alias.site_id in (site.pk, None)
