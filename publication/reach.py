"""What reaches readers without another decision: all that is published, and all that is planned to be.

On whatever site, and behind whatever embargo or window: who may not publish changes nothing of it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version

from .scheduling.models import PublicationSchedule

PLANNED = Q(schedules__in=PublicationSchedule.objects.to_appear())


def versions_of(contents):
    """The versions whose content is a row of this query set."""
    kind = ContentType.objects.get_for_model(contents.model)
    return Version.objects.filter(content_type=kind, object_id__in=contents.order_by().values("pk"))


def version_of(content):
    return versions_of(type(content)._base_manager.filter(pk=content.pk)).first()


def is_published(contents):
    return versions_of(contents).filter(state=PUBLISHED).exists()


def reaches_readers(contents):
    """Whether a version of these is public, or will be by itself."""
    return versions_of(contents).filter(Q(state=PUBLISHED) | PLANNED).exists()
