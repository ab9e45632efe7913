"""Asks for the second factor where a session needs it, twelve hours at a time."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from files.whole_requests import SAFE
from publication.staff_addresses import STAFF_PREFIX

from .acts import asks
from .confirmed import is_confirmed
from .devices import has_device
from .kept_forms import forget, keep, kept
from .steps import leading_to


class SecondFactorMiddleware:
    """Comes after OTPMiddleware, which tells of which device this session gave a code."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # For views of what staff see elsewhere (`publication.embargo.may_see_embargo`); asks nothing by itself.
        request.may_see_embargo = lambda: not lacks_step(request)
        response = self.get_response(request)
        # What was refused is not done, and waits on.
        if request.path_info.startswith(STAFF_PREFIX) and response.status_code < 400:
            forget(request)
        return response

    def process_view(self, request, view, args, kwargs):
        if not request.path_info.startswith(STAFF_PREFIX):
            return None  # readers: to know who is asking costs a query
        return question(request) if lacks_step(request) and asks(request) else None


def lacks_step(request):
    """Whether whoever is logged in as staff should confirm first, for what asks for it."""
    user = request.user
    if not user.is_authenticated or not user.is_staff or is_confirmed(request):
        return False
    return settings.SECOND_FACTOR_REQUIRED or has_device(user)


def question(request):
    """Instead of the answer: the step, or what leads to it. Nothing of what was sent is lost."""
    step = reverse("second-factor" if has_device(request.user) else "second-factor-setup")
    if not is_for_window(request):
        # A script of the CMS shows an answer that is no page as an error, in its words.
        words = _(
            "First confirm that it is you: open “Second step” in the administration (%(address)s), then try again."
        )
        return HttpResponse(words % {"address": step}, status=409, content_type="text/plain; charset=utf-8")
    token = "" if request.method in SAFE else keep(request, back(request))
    following = reverse("second-factor-go-on", args=(token,)) if token else back(request)
    if request.headers.get("Sec-Fetch-Dest") == "iframe":
        return in_frame(request, step, following, kept(request, token))
    return redirect(leading_to(step, following))


def is_for_window(request):
    """Whether the answer is shown as a page: to scripts and as a picture it isn't (Fetch Metadata)."""
    shown = request.headers.get("Sec-Fetch-Dest", "document")
    return shown in ("document", "iframe", "frame") and request.headers.get("X-Requested-With") != "XMLHttpRequest"


def in_frame(request, step, following, form):
    """The CMS opens forms in a frame, where the pages of the step are not shown: it opens in a window of its own, and
    what was sent goes on from the frame."""
    context = {"step": step, "following": following, "kept": form, "title": _("First confirm that it is you")}
    return render(request, "accounts/second_factor/in_frame.html", context)


def back(request):
    """Where the person goes on: to this screen; or, where something was sent, to the one with the button."""
    if request.method in SAFE:
        return request.get_full_path()
    came_from = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return reverse("admin:index")
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
