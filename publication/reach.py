"""What reaches readers without another decision: all that is published, and all that is planned to be.

On whatever site, and behind whatever embargo or window: who may not publish changes nothing of it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version

from .scheduling.models import PublicationSchedule

PLANNED = Q(schedules__state=PublicationSchedule.State.PENDING, schedules__act=PublicationSchedule.Act.PUBLISH)


def reaches_readers(*contents):
    """Whether one of `contents`, which are versions of one kind, is public, or will be by itself."""
    if not contents:
        return False
    kind = ContentType.objects.get_for_model(contents[0])
    versions = Version.objects.filter(content_type=kind, object_id__in=[content.pk for content in contents])
    return versions.filter(Q(state=PUBLISHED) | PLANNED).exists()
