"""What was planned is what appears: a plan remembers of what it was made, and notices that it is another now."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.exceptions import ConditionFailed

from .digest import digest_of, made_by_these_rules, rules
from .models import PublicationSchedule

Act, State = PublicationSchedule.Act, PublicationSchedule.State
ANOTHER_NOW = _("It was changed after it was planned. Look at it, and plan it again.")


@receiver(post_save, sender=PublicationSchedule)
def freeze(sender, instance, **kwargs):
    """Whoever makes a plan, by whatever way. After the row is there: what is planned itself counts as what appears."""
    content = instance.version and instance.version.content
    if content and instance.act == Act.PUBLISH and instance.state == State.PENDING and not instance.digest:
        remember(instance)


def remember(schedule):
    """What `schedule` stands for now; unless somebody planned it again meanwhile."""
    former, schedule.digest = schedule.digest, digest_now(schedule)
    PublicationSchedule.objects.filter(pk=schedule.pk, digest=former).update(digest=schedule.digest)


def freeze_older():
    """Plans that were made before they remembered anything, or that an older release made: its digests tell nothing
    by the rules of this one."""
    older = PublicationSchedule.objects.to_appear().exclude(digest__startswith=rules())
    for schedule in older.select_related("version"):
        remember(schedule)


def digest_now(schedule):
    """Of what would appear by it now; empty where that is gone."""
    content = schedule.version and schedule.version.content
    return digest_of(content) if content else ""


def is_another_now(schedule):
    now = made_by_these_rules(schedule.digest) and digest_now(schedule)
    return bool(now) and now != schedule.digest


def refuse_what_changed(schedule):
    """Raise ConditionFailed with a sentence where something else would appear than what was planned."""
    if schedule.act == Act.PUBLISH and is_another_now(schedule):
        raise ConditionFailed(str(ANOTHER_NOW))
