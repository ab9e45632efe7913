"""What the blocks on published pages, news, bodies and shared blocks show of the media library."""

from django.contrib.contenttypes.models import ContentType
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version

from pictures.showing import register_showing
from publication.models import Content

from .models import PictureBlock


@register_showing
def shown_by_a_block(picture, site, at):
    blocks = PictureBlock.objects.filter(picture=picture).select_related("placeholder")
    placeholders = {block.placeholder for block in blocks if block.placeholder}
    return any(is_public(placeholder, site, at) for placeholder in placeholders)


def is_public(placeholder, site, at=None):
    """Whether readers of `site` meet what stands in `placeholder`."""
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
    source = placeholder.source
    owner = getattr(source, "page", None) or getattr(source, "alias", None)
    return getattr(owner, "site_id", None) in (site.pk, None)
