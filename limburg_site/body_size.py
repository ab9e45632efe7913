"""How much may be sent: what is longer is refused before a byte of it is read, or written to the disk.

A form needs little. Files come from staff, whose session is looked up for that: a cookie that somebody made up is none.
"""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user

from files.whole_bodies import is_endless

from . import errors
from .bad_input import SESSION_COOKIE

WITHOUT_SESSION = 64 * 1024


class BodySizeMiddleware:
    """Outermost but for the headers: nothing before it reads the request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        length = announced(request)
        if is_endless(request) or (length > WITHOUT_SESSION and length > allowed(request)):
            return errors.too_large(request, settings.UPLOAD_MAX_BYTES)
        return self.get_response(request)


def announced(request):
    length = request.META.get("CONTENT_LENGTH") or ""
    return int(length) if length.isascii() and length.isdecimal() else 0


def allowed(request):
    """A file, and what the form around it may hold (as the proxy allows: docs/operations.md)."""
    return settings.UPLOAD_MAX_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE if is_staff(request) else WITHOUT_SESSION


def is_staff(request):
    """Whether somebody with an active account logged in with this session. Comes before `request.session` is there."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if not SESSION_COOKIE.fullmatch(key):
        return False
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    user = get_user(request)
    del request.session
    return user.is_active and user.is_staff
