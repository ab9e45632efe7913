"""Asks for the second factor at the first act of a session that needs it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from limburg_site.security import STAFF_PREFIX

from .acts import asks, makes_public
from .devices import has_device
from .embargoes import shows_embargo
from .steps import leading_to


class SecondFactorMiddleware:
    """Comes after OTPMiddleware, which tells whether this session is verified."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path_info.startswith(STAFF_PREFIX):
            return None  # readers: to know who is asking costs a query
        if not request.user.is_authenticated or not request.user.is_staff or request.user.is_verified():
            return None
        registered = has_device(request.user)
        if not registered and not settings.SECOND_FACTOR_REQUIRED:
            return None
        if not (asks(request) and makes_public(request.user)) and not shows_embargo(request.resolver_match, view):
            return None
        # A script of the CMS shows an answer that is no page as an error, in its words.
        if request.headers.get("Sec-Fetch-Dest") == "empty":
            return HttpResponse(
                _("First confirm that it is you: open “Second step” in the administration."), status=409
            )
        step = reverse("second-factor" if registered else "second-factor-setup")
        return redirect(leading_to(step, way_back(request)))


def way_back(request):
    """Where the person goes on: to this screen; or, where something was sent, to the one with the button."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    came_from = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return reverse("admin:index")
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
