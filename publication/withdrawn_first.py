"""What readers see is withdrawn first, and deleted then: by no screen, no list and not with what it stands below."""

from django.contrib.contenttypes.models import ContentType
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version


def is_published(contents):
    """Whether any of these rows of a content model is a published version."""
    kind = ContentType.objects.get_for_model(contents.model)
    published = Version.objects.filter(content_type=kind, state=PUBLISHED, object_id__in=contents.values("pk"))
    return published.exists()


class WithdrawnFirst:
    """Mixin for an administration: `contents_of(obj)` are the rows of the versions that would go with `obj`.

    Django asks for each thing that a deletion takes along, whichever screen or list it began on.
    """

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or not is_published(self.contents_of(obj)))
