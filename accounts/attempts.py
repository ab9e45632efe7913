"""Guesses that are spread: over many accounts from one address, or over many addresses for one account."""

from datetime import timedelta

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.db.models import Sum
from django.utils import timezone

from .known_devices import is_known
from .lockout import attempted_from, attempted_name

# In an hour. Of one account from one address it is five (AXES_FAILURE_LIMIT).
FROM_ONE_ADDRESS = 30
FOR_ONE_ACCOUNT = 30


class AttemptsHandler(AxesDatabaseHandler):
    """A stranger who guesses from everywhere locks nobody out: who logged in with this browser before goes on, and so
    does who chooses a new password by the link in a mail.
    """

    def is_locked(self, request, credentials=None):
        if super().is_locked(request, credentials):
            return True
        request.guesses_are_spread = too_many(request, credentials)
        return request.guesses_are_spread


def too_many(request, credentials):
    name, address = attempted_name(request, credentials), attempted_from(request)
    if is_known(request, name):
        return False
    return failures(ip_address=address) >= FROM_ONE_ADDRESS or failures(username=name) >= FOR_ONE_ACCOUNT


def failures(**of_whom):
    recent = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - timedelta(hours=1), **of_whom)
    return recent.aggregate(Sum("failures_since_start"))["failures_since_start__sum"] or 0
