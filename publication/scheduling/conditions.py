"""What an act of a plan needs: asked where it is planned, where it is planned again, and at its minute."""

from django.utils import timezone

from .models import PublicationSchedule


def check(act, version, user, moment=None):
    """Raise ConditionFailed with a sentence if `user` may not do it, or something is missing at `moment` (or now)."""
    if act == PublicationSchedule.Act.PUBLISH:
        version.planned_for = moment and max(moment, timezone.now())
        version.check_publish(user)
    else:
        version.check_unpublish(user)
