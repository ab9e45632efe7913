"""Requests that never become a request: what gunicorn can't read, and what makes Django fail before any middleware.

Sources: RFC 9112 (HTTP/1.1), RFC 9110, 8.3 (Content-Type), PEP 3333 (WSGI).
"""

import re

from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from gunicorn import util

from . import errors
from .security import AudiencePolicyMiddleware, SecurityHeadersMiddleware

BOUNDARY = re.compile(r';\s*boundary=("[^"]*"|[^;\s]+)', re.IGNORECASE)

gunicorns_write_error = util.write_error


def with_plain_content_type(application):
    """Hand `application` the media type and the boundary of a body, and no other parameter.

    `WSGIRequest.__init__` of Django 5.2 fails on `charset=hex` (LookupError), on `charset=utf-8` with more fields in
    the query than allowed (TooManyFieldsSent) and on `x*=unknown''y` (LookupError): outside its own error handling,
    so that the answer is gunicorn's bare 500. Forms are UTF-8 here, whatever a charset says.
    """

    def plain(environ, start_response):
        kind, *parameters = environ.get("CONTENT_TYPE", "").partition(";")
        boundary = BOUNDARY.search("".join(parameters))
        environ["CONTENT_TYPE"] = f"{kind.strip()}; boundary={boundary[1]}" if boundary else kind.strip()
        return application(environ, start_response)

    return plain


def write_error(sock, status, reason, message):
    """In the place of `gunicorn.util.write_error`: the site's own page and headers for what gunicorn refuses."""
    try:
        util.write_nonblock(sock, unreadable(status, reason))
    except Exception:
        gunicorns_write_error(sock, status, reason, "")


def unreadable(status, reason):
    """The bytes of an answer to a request that has no path, no method and no headers that one can rely on."""
    problem = errors.SERVER_ERROR if status == 500 else errors.BAD_REQUEST
    answer = SecurityHeadersMiddleware(CSPMiddleware(AudiencePolicyMiddleware(lambda _: errors.on_its_own(problem))))
    response = answer(HttpRequest())
    lines = [f"HTTP/1.1 {status} {reason}", "Connection: close", f"Content-Length: {len(response.content)}"]
    lines += [f"{name}: {value}" for name, value in response.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + response.content
