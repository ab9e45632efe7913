"""What was planned is what appears: a plan remembers of what it was made, and notices that it is another now."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from djangocms_versioning.exceptions import ConditionFailed

from .digest import digest_of
from .models import PublicationSchedule

Act, State = PublicationSchedule.Act, PublicationSchedule.State


def to_appear():
    return PublicationSchedule.objects.filter(act=Act.PUBLISH, state=State.PENDING)


@receiver(post_save, sender=PublicationSchedule)
def freeze(sender, instance, **kwargs):
    """Whoever makes a plan, by whatever way. After the row is there: what is planned itself counts as what appears."""
    content = instance.version and instance.version.content
    if content and instance.act == Act.PUBLISH and instance.state == State.PENDING and not instance.digest:
        instance.digest = digest_of(content)
        PublicationSchedule.objects.filter(pk=instance.pk).update(digest=instance.digest)


def freeze_older():
    """Plans that were made before they remembered anything."""
    for schedule in to_appear().filter(digest=""):
        freeze(PublicationSchedule, schedule)


def is_another_now(schedule):
    content = schedule.version and schedule.version.content
    return bool(content and schedule.digest) and digest_of(content) != schedule.digest


def refuse_what_changed(schedule):
    """Raise ConditionFailed with a sentence where something else would appear than what was planned."""
    if schedule.act == Act.PUBLISH and is_another_now(schedule):
        raise ConditionFailed(_("It was changed after it was planned. Look at it, and plan it again."))
