"""What happens to a plan when its version changes by another way."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _
from djangocms_versioning.constants import (
    OPERATION_ARCHIVE,
    OPERATION_PUBLISH,
    OPERATION_UNPUBLISH,
)
from djangocms_versioning.models import Version
from djangocms_versioning.signals import post_version_operation

from .models import PublicationSchedule

Act, State = PublicationSchedule.Act, PublicationSchedule.State


def pending(version):
    return PublicationSchedule.objects.pending().filter(version=version)


def overtake(schedules, note):
    for schedule in schedules:
        schedule.end(State.ENDED, timezone.now(), note)


@receiver(post_version_operation)
def follow(sender, operation, obj, **kwargs):
    if operation == OPERATION_ARCHIVE:
        overtake(pending(obj), _("The version was archived before."))
    elif operation == OPERATION_PUBLISH:
        overtake(pending(obj).filter(act=Act.PUBLISH), _("The version was published by hand before."))
        for former in kwargs.get("unpublished") or ():
            hand_over(former, obj)
    elif operation == OPERATION_UNPUBLISH and not kwargs.get("to_be_published"):
        overtake(pending(obj), _("The version was withdrawn by hand before."))


def hand_over(former, version):
    """What had to disappear disappears, also when a newer version replaced it; unless that has a plan of its own."""
    if pending(version).filter(act=Act.UNPUBLISH).exists():
        overtake(pending(former), _("A newer version has a moment of its own."))
    else:
        pending(former).update(version=version)


@receiver(pre_delete)
def end_with_version(sender, instance, **kwargs):
    # Versions are deleted as a proxy of each kind of content.
    if isinstance(instance, Version):
        overtake(pending(instance.pk), _("The version was deleted before."))
