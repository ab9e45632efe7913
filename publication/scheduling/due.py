"""Carry out what is due, each thing in a transaction of its own."""

import logging

from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from . import conditions
from .freezing import freeze_older, refuse_what_changed
from .models import PublicationSchedule

logger = logging.getLogger(__name__)
Act, State = PublicationSchedule.Act, PublicationSchedule.State

# Sent with `schedule` after a failure is recorded: who can reach people tells them.
schedule_failed = Signal()


def carry_out_due():
    """Everything whose moment has come, the earliest first. Returns the schedules that this process dealt with."""
    freeze_older()
    now, tried, results = timezone.now(), [], []
    while key := next_due(now, tried):
        tried.append(key)
        results.extend(carry_out(key, now))
    return results


def due(now):
    return PublicationSchedule.objects.pending().filter(moment__lte=now)


def next_due(now, tried):
    return due(now).exclude(pk__in=tried).values_list("pk", flat=True).first()


def carry_out(key, now):
    """The schedule `key`, with what goes out together with it, when they are over.

    Nothing if another process has them, or if the database could not do it now.
    """
    try:
        with transaction.atomic():
            schedules = lock(due(now), key)
            if schedules:
                attempt(schedules)
    except OperationalError:
        # A deadlock or a lost connection: it stays planned, and the next minute tries again.
        logger.exception("Schedule %s was not carried out, and is tried again", key)
        return []
    for schedule in schedules:
        if schedule.state == State.FAILED:
            tell(schedule)
    return schedules


def lock(plans, key):
    """The one of `plans` with `key`, and what goes out with it; none where another process has them.

    Of a group always the same one first, so that two processes never wait for each other in a circle.
    """
    schedule = plans.filter(pk=key).first()
    first = schedule and schedule.together().order_by("pk").first()
    if not first or not lock_row(first):
        return []
    return list(first.together().select_for_update(of=("self",)))


def lock_row(first):
    pending = PublicationSchedule.objects.pending().filter(pk=first.pk)
    return list(pending.select_for_update(skip_locked=True, of=("self",)))


def attempt(schedules):
    current = None
    try:
        with transaction.atomic():
            for current in schedules:
                act(current)
    except (ConditionFailed, ValidationError) as problem:
        sentences = problem.messages if isinstance(problem, ValidationError) else [str(problem)]
        fail(schedules, current, " ".join(sentences))
    except OperationalError:
        raise
    except Exception:
        logger.exception("Schedule %s failed", current.pk)
        fail(
            schedules, current, _("Something went wrong that the site did not expect. The log of the server says more.")
        )
    else:
        for schedule in schedules:
            schedule.end(State.DONE, timezone.now())


def fail(schedules, culprit, reason):
    """All of them: what goes out together does so or not at all."""
    for schedule in schedules:
        named = reason if schedule == culprit else f"“{culprit}”: {reason}"
        schedule.end(State.FAILED, timezone.now(), named)


def missing(schedules):
    """What would keep `schedules` from being carried out now, as sentences; a dry run that changes nothing."""
    for schedule in schedules:
        try:
            check(schedule, schedule.version)
        except ConditionFailed as problem:
            yield f"“{schedule}”: {problem}"


def check(schedule, version):
    """Raise ConditionFailed with a sentence if its person may not do it now, or something is missing."""
    user = schedule.scheduled_by
    if user is None or not user.is_active or not user.is_staff:
        raise ConditionFailed(_("The person who planned this has no active account any more."))
    refuse_what_changed(schedule)
    conditions.check(schedule.act, version, user, schedule.moment)


def act(schedule):
    """Publish or unpublish as the person who planned it, with the rights that they have now."""
    # Two acts on one version, in two processes: the second waits for the first.
    version = Version.objects.select_for_update(of=("self",)).get(pk=schedule.version_id)
    check(schedule, version)
    if schedule.act == Act.PUBLISH:
        version.publish(schedule.scheduled_by)
    else:
        version.unpublish(schedule.scheduled_by)


def tell(schedule):
    """A failure to tell does not stop the others either."""
    for receiver, result in schedule_failed.send_robust(PublicationSchedule, schedule=schedule):
        if isinstance(result, Exception):
            logger.error("%s could not tell of schedule %s", receiver, schedule.pk, exc_info=result)
