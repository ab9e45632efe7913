"""What became another thing than was planned though nobody was asked: by a command, or by two people at once.

Each minute looks for it, so that the planner hears of it at once and no colleague is asked about it.
"""

import logging

from django.db import OperationalError, transaction
from django.utils import timezone

from .due import lock
from .freezing import ANOTHER_NOW, freeze_older, is_another_now
from .lapsing import tell
from .models import PublicationSchedule

logger = logging.getLogger(__name__)


def end_stale():
    """Those whose moment is still to come: at its minute a plan fails by itself. Returns the plans that ended."""
    freeze_older()
    plans = waiting().select_related("version").prefetch_related("version__content")
    return [ended for plan in plans if is_another_now(plan) for ended in end(plan.pk)]


def waiting():
    return PublicationSchedule.objects.to_appear().filter(moment__gt=timezone.now())


def end(key):
    """With what goes out together with it. Asked again once they are ours: it may be planned again meanwhile."""
    try:
        with transaction.atomic():
            plans = lock(waiting(), key)
            if not any(is_another_now(plan) for plan in plans):
                return []
            for plan in plans:
                plan.end(
                    PublicationSchedule.State.ENDED,
                    timezone.now(),
                    str(ANOTHER_NOW),
                )
                tell(plan, plan.scheduled_by, None, again=False)
    except OperationalError:
        # A deadlock or a lost connection: the next minute looks again.
        logger.exception("Schedule %s was not ended, and is looked at again", key)
        return []
    return plans
