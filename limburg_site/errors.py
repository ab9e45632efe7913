"""The pages that say what went wrong, in plain Dutch, with ways on.

A page within the site needs the database and every middleware. Where these fail, or would cost more than anybody
gets from it, the same words stand on a page that needs nothing.
"""

import logging

from django.conf import settings
from django.http import HttpResponse
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from publication.staff_addresses import STAFF_PREFIX

from .kept_errors import give_number

logger = logging.getLogger(__name__)


class Problem:
    """What a page says: its status, its heading and its sentences."""

    def __init__(self, status, title, *sentences):
        self.status, self.title, self.sentences = status, title, sentences


BAD_REQUEST = Problem(
    400,
    _("We can't read this request"),
    _("The address or the form that your browser sent has a mistake in it, or is too long."),
    _("Check the address, or choose one of the pages below."),
)
PERMISSION_DENIED = Problem(
    403,
    _("You may not see this page"),
    _("This page is only for people with the right account."),
    _("Do you work on this site? Then ask an administrator for access."),
)
CSRF_FAILURE = Problem(
    403,
    _("The form was not sent"),
    _("We could not check that this form comes from you. That is why nothing was saved."),
    _("Go back, reload the page and send the form again. Your browser has to allow cookies for this."),
)
NOT_FOUND = Problem(
    404,
    _("We can't find this page"),
    _("The page does not exist, or no longer does. There may also be a typing mistake in the address."),
    _("Check the address, or choose one of the pages below."),
)
METHOD_NOT_ALLOWED = Problem(
    405,
    _("You can only read this page"),
    _("Your browser sent something to an address that accepts nothing."),
    _("Choose one of the pages below."),
)
SERVER_ERROR = Problem(
    500,
    _("Something went wrong on our side"),
    _("This is not your fault. We keep a record of every error."),
    _("Try again in a few minutes."),
)
TOO_BUSY = Problem(
    503,
    _("Too many people log in at this moment"),
    _("To check a password takes a while, and others were before you."),
    _("Wait a few seconds and send the form again."),
)
TOO_LARGE = (
    _("This is too large"),
    _("Your form was larger than this site accepts. Nothing of it was saved."),
    _("Go back in your browser: what you filled in is still there. Choose files of at most %(size)s together."),
    _("Did you log in long ago? Then log in again first, in another tab."),
)
NO_ROOM = Problem(
    507,
    _("There is no room for this file"),
    _("The disk of the site is full. Nothing of your form was saved."),
    _("Tell an administrator. Send the form again when there is room."),
)

# Only when even the page that needs nothing can't be made, for instance without its template.
LAST_RESORT = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>{0}</title><h1>{0}</h1><p>{1}</p>'
UNKNOWN_PROBLEM = ("Er ging iets mis", "Probeer het over enkele minuten opnieuw.")


def bad_request(request, exception=None):
    return on_its_own(BAD_REQUEST)


def permission_denied(request, exception=None):
    return within_site(request, PERMISSION_DENIED)


def csrf_failure(request, reason=""):
    return within_site(request, CSRF_FAILURE)


def page_not_found(request, exception=None):
    return within_site(request, NOT_FOUND)


def method_not_allowed(request, allow):
    """`allow`: the methods that the address does answer, which a 405 has to name (RFC 9110, 15.5.6)."""
    response = on_its_own(METHOD_NOT_ALLOWED)
    response["Allow"] = ", ".join(allow)
    return response


def server_error(request):
    return on_its_own(SERVER_ERROR, number=give_number(request))


def too_large(request, most):
    """`most`: how many bytes staff may send."""
    title, said, way_on, session = TOO_LARGE
    return on_its_own(Problem(413, title, said, way_on % {"size": filesizeformat(most)}, session))


def too_busy(request):
    response = on_its_own(TOO_BUSY)
    response["Retry-After"] = "5"
    return response


def no_room(request):
    return on_its_own(NO_ROOM)


def within_site(request, problem):
    """A page with the menu and the imprint of the site, where that can be had and somebody looks at it."""
    if came_early(request) or asks_for_file(request) or request.path_info.startswith(STAFF_PREFIX):
        return on_its_own(problem)
    try:
        return answer(problem, render_to_string("errors/within_site.html", words(problem), request))
    except Exception:
        logger.exception("The page for status %s can't be made within the site", problem.status)
        return on_its_own(problem)


def came_early(request):
    """Whether the request was refused before the middleware on which the site's templates rely."""
    return not (hasattr(request, "user") and hasattr(request, "toolbar"))


def asks_for_file(request):
    """Whether a program asks, not a person: no page has such an address, or it has it with a slash at its end."""
    return request.path_info.startswith(settings.STATIC_URL) or not request.path_info.endswith("/")


def on_its_own(problem, number=""):
    """A page without database, session, menu or context processor; `number` finds the error in the log."""
    context = words(problem) | {"css": static("css/plain.css"), "number": number}
    try:
        return answer(problem, render_to_string("errors/on_its_own.html", context))
    except Exception:
        logger.exception("The page for status %s can't be made on its own", problem.status)
        return answer(problem, LAST_RESORT.format(*UNKNOWN_PROBLEM))


def words(problem):
    ways = (
        (_("Home"), reverse("pages-root")),
        (_("Organisations"), reverse("organisations:list")),
        (_("News"), reverse("news:list")),
        (_("Documents"), reverse("documents:list")),
        (_("Contact"), "/contact/"),
    )
    return {"problem": problem, "ways": ways}


def answer(problem, html):
    response = HttpResponse(html, status=problem.status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
