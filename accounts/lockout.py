"""What django-axes asks of us: who tries, from where, and what they are told after too many wrong passwords."""

from hashlib import blake2b
from ipaddress import ip_interface

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from axes.utils import reset
from django.db import connection
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .client_address import client_address
from .names import canonical
from .signed_out import for_everybody

NAME_LENGTH = AccessAttempt._meta.get_field("username").max_length


def attempted_name(request, credentials=None):
    """The name that attempts are counted by: every spelling of it counts as one."""
    name = (credentials or request.POST).get("username") or ""
    return canonical(name)[:NAME_LENGTH]


def attempted_from(request):
    """The address that attempts are counted by. Who has IPv6 has a whole /64 of addresses: they count as one."""
    address = client_address(request)
    if address and ":" in address:
        return str(ip_interface(f"{address}/64").network.network_address)
    return address


def wait_for_turn(request, credentials):
    """Hold the attempts for an account from an address in a line, each until the end of its transaction.

    Without this, guesses that come at once all find the same count. The login is one transaction
    (files/whole_requests.py); SQLite takes its one write lock at its start.
    """
    if connection.vendor != "postgresql":
        return
    key = f"{attempted_name(request, credentials)}\n{attempted_from(request)}".encode(errors="backslashreplace")
    turn = int.from_bytes(blake2b(key, digest_size=8).digest(), signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn])


def locked_out(request, original_response=None, credentials=None):
    """The answer to anybody who is locked out; it does not tell whether the account exists."""
    seconds = int(get_cool_off(request).total_seconds())
    context = {
        "title": _("Too many wrong passwords"),
        "description": _("You have to wait before you can log in, or choose a new password."),
        "minutes": seconds // 60,
        "spread": getattr(request, "guesses_are_spread", False),
        "forgotten_url": reverse("admin_password_reset"),
    }
    response = render(request, "accounts/locked_out.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return for_everybody(response)


def lift(user):
    """Forget the wrong passwords for the account of `user`; return whether there were any."""
    return reset(username=attempted_name(None, {"username": user.get_username()})) > 0
