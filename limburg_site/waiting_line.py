"""Who sends a password waits for a turn before the transaction begins: on SQLite that holds the one write lock."""

from django.urls import Resolver404, resolve

from accounts.lockout import attempted_from
from accounts.password_turns import turn
from files.turns import TooBusy

from .errors import too_busy

# The routes that look at a password, or keep a new one.
WITH_PASSWORD = {"admin:login", "admin:password_change", "password_reset_confirm", "accept_invitation"}


class PasswordTurnMiddleware:
    """Comes before everything that opens a transaction. What has to be read is read before: nobody waits for a slow
    sender.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not sends_password(request):
            return self.get_response(request)
        request.POST  # noqa: B018 - reads the form
        try:
            with turn(attempted_from(request)):
                return self.get_response(request)
        except TooBusy:
            return too_busy(request)


def sends_password(request):
    if request.method != "POST":
        return False
    try:
        return resolve(request.path_info).view_name in WITH_PASSWORD
    except Resolver404:
        return False
