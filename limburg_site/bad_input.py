"""Refuse what no reader's browser sends, before it costs anything: a Dutch page with 400, 404 or 405, never a 500.

Sources: RFC 9110 (methods, 9; Allow, 10.2.1), RFC 3986 (addresses), RFC 6265 (cookies).
"""

import errno
import logging
import re
from importlib import import_module
from urllib.parse import unquote_to_bytes, urlsplit

from cms.utils.conf import get_cms_setting
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import DisallowedHost, ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.http import HttpResponse

from files.whole_bodies import came_whole
from files.whole_requests import WholeRequestsMiddleware
from publication.staff_addresses import STAFF_PREFIX

from . import errors
from .own_code import frames_of_ours, is_ours

logger = logging.getLogger(__name__)

STAFF_INPUT_ERRORS = (OverflowError, DataError, ObjectDoesNotExist, LookupError, ValueError)
# What the CMS's own endpoints raise besides for a field that is missing or means nothing. Of ours they are faults.
CMS_INPUT_ERRORS = (AssertionError, AttributeError, RuntimeError, TypeError, ValidationError)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
READING = ("GET", "HEAD", "OPTIONS")
# Public addresses (whole paths) to which a form may be posted: the click that opens a personal link.
POSTED_TO = re.compile(r"/pers/embargo/[A-Za-z0-9]+/")

LONGEST_QUERY = 2_000  # bytes; below /beheer/ only gunicorn's limit for a whole request line holds
SESSION_COOKIE = re.compile(r"[a-z0-9]{32}")

PERSIST = get_cms_setting("CMS_TOOLBAR_URL__PERSIST")
EDITORS_PARAMETERS = {
    PERSIST,
    get_cms_setting("CMS_TOOLBAR_URL__ENABLE"),
    get_cms_setting("CMS_TOOLBAR_URL__DISABLE"),
    "cms_path",
}
EDITING = "/cms/placeholder/object/"


class BadInputMiddleware:
    """Before everything that reads the request: what passes is safe for the session, the CMS and the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        refused = refusal(request)
        if refused:
            return refused
        drop_impossible_session(request)
        drop_unreadable_cms_path(request)
        forget_editors_parameters(request)
        return self.get_response(request)

    def process_exception(self, request, exception):
        return answer_to(request, exception)


class WholeOrRefusedMiddleware(WholeRequestsMiddleware):
    """What is sent is stored wholly or not at all; what cannot be read is refused. Django asks no
    `process_exception` here, as the view runs within `process_view`."""

    def process_view(self, request, view, args, kwargs):
        if request.method == "POST" and not came_whole(request):
            return errors.bad_request(request)
        try:
            return super().process_view(request, view, args, kwargs)
        except Exception as exception:
            answer = answer_to(request, exception)
            if answer is None:
                raise
            return answer


def answer_to(request, exception):
    """The page for an error that the client's own words led to, or a full disk; None for one that may be ours.

    A number that no database can hold names nothing. Screens of packages, the CMS's above all, take what they are
    sent for keys, numbers and fields: those errors are answered with 400, and logged. Where code of ours had a part
    in it, it is a fault of ours: ours asks before it believes.
    """
    is_for_staff = request.path_info.startswith(STAFF_PREFIX)
    if is_for_staff and isinstance(exception, OSError) and exception.errno in NO_ROOM:
        logger.error("No room on the disk: %s %s", request.method, request.path, exc_info=exception)
        return errors.no_room(request)
    if not came_from_packages_alone(request, exception):
        return None
    if is_for_staff and (isinstance(exception, STAFF_INPUT_ERRORS) or is_fault_of_cms(request, exception)):
        logger.error("Refused as bad input: %s %s", request.method, request.path, exc_info=exception)
        return errors.bad_request(request, exception)
    if isinstance(exception, (OverflowError, DataError)):
        return errors.page_not_found(request, exception)
    return None


def came_from_packages_alone(request, exception):
    """Whether a view of a package answers here and no code of ours was asked on the way to the error.

    The frame that raises tells nothing: our own `objects.get()` raises in Django's.
    """
    match = request.resolver_match
    return match is not None and not is_ours(match.func) and not frames_of_ours(exception)


def is_fault_of_cms(request, exception):
    """Whether a view of the CMS itself answers here; its decorators leave it the name of its module."""
    return isinstance(exception, CMS_INPUT_ERRORS) and request.resolver_match.func.__module__.startswith("cms.")


def refusal(request):
    """The answer to a request that goes no further; None for one that does."""
    path, allow = request.path_info, allowed_methods(request.path_info)
    if not has_known_host(request) or "\0" in path or not has_readable_query(request):
        return errors.bad_request(request)
    # No address here has an empty segment, and a redirect to `//name/` would lead to another host.
    if "//" in path:
        return errors.page_not_found(request)
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": ", ".join(allow)})
    if request.method not in allow:
        return errors.method_not_allowed(request, allow)
    return None


def allowed_methods(path):
    if path.startswith(STAFF_PREFIX) or POSTED_TO.fullmatch(path):
        return (*READING, "POST")
    return READING


def has_known_host(request):
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True


def has_readable_query(request):
    """Whether the query is UTF-8 without NUL (which PostgreSQL refuses), and of a length that a person may need."""
    query = request.META.get("QUERY_STRING", "").encode("iso-8859-1")  # as WSGI has it (PEP 3333)
    if len(query) > LONGEST_QUERY and not request.path_info.startswith(STAFF_PREFIX):
        return False
    words = unquote_to_bytes(query)
    try:
        words.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in words


def drop_unreadable_cms_path(request):
    """Forget where an editor says to be if that is no address: the CMS takes it apart without asking."""
    try:
        urlsplit(request.GET.get("cms_path", ""))
    except ValueError:
        request.GET = request.GET.copy()
        del request.GET["cms_path"]


def drop_impossible_session(request):
    """Forget a session cookie that we can't have set; one with NUL would be an error in PostgreSQL."""
    if not SESSION_COOKIE.fullmatch(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")):
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)


def forget_editors_parameters(request):
    """Take from the query what the CMS reads for its editors, where it comes from who is not logged in.

    `ToolbarMiddleware` writes the toolbar's state into a session for whoever asks: by `?toolbar_on`, by
    `?toolbar_off` and at each address of the editor; with `persist` off it doesn't. `?cms_path=http://[` is a
    ValueError in `CMSToolbar`.
    """
    mentioned = EDITORS_PARAMETERS & request.GET.keys()
    if (mentioned or EDITING in request.path_info) and not is_logged_in(request):
        query = request.GET.copy()
        for name in mentioned:
            del query[name]
        query[PERSIST] = "false"
        request.GET = query


def is_logged_in(request):
    """Whether the session belongs to somebody; a query where there is a cookie. Comes before `request.session`."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    return bool(key) and SESSION_KEY in import_module(settings.SESSION_ENGINE).SessionStore(key)
