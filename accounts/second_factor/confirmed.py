"""Who has confirmed, and for how long: twelve hours at most, however long the session lasts."""

import time

from django_otp import login

HOURS = 12
MOMENT = "second_factor_at"


def is_confirmed(request):
    """Whether the person of this session gave a code within the last twelve hours."""
    given = request.session.get(MOMENT, 0) if request.user.is_verified() else 0
    return 0 <= time.time() - given < HOURS * 3600


def confirm(request, device):
    """This session is the person's own from now on; the key that it had before is worth nothing any more."""
    login(request, device)
    request.session[MOMENT] = int(time.time())
    request.session.cycle_key()
