"""A request whose sender went away half-way is no request: what came of it must not pass for the whole form.

Nor is one without an announced length that does not come to its end: it is counted while it is read.
"""

from io import BytesIO

LONGEST_UNANNOUNCED = 64 * 1024
ENDLESS = "files.endless_body"


class WholeBody:
    """`wsgi.input` that knows afterwards whether the connection was cut before the announced end (PEP 3333).

    The server gives no bytes in both cases, and Django takes the fields that came for the form, without the file. It
    clears its passing files away at such an end, and would not after an exception.
    """

    def __init__(self, stream, length):
        self.stream, self.left, self.was_cut = stream, length, False

    def read(self, size=-1):
        return self.counted(self.stream.read(size), size)

    def readline(self, size=-1):
        return self.counted(self.stream.readline(size), size)

    def counted(self, data, size):
        self.left -= len(data)
        self.was_cut = self.was_cut or (not data and size != 0 and self.left > 0)
        return data


def whole_bodies(application):
    """WSGI middleware: lets `came_whole` tell of each request whether its body did."""

    def wrapped(environ, start_response):
        length = environ.get("CONTENT_LENGTH") or ""
        if not length and "HTTP_TRANSFER_ENCODING" in environ:
            read_unannounced(environ)
        elif length.isdecimal():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
        return application(environ, start_response)

    return wrapped


def read_unannounced(environ):
    """Give a body that comes in chunks (RFC 9112, 7.1) its length: Django reads none without. Browsers send no such."""
    read, left = [], LONGEST_UNANNOUNCED + 1
    while left and (part := environ["wsgi.input"].read(left)):
        read.append(part)
        left -= len(part)
    body = b"".join(read)
    environ["wsgi.input"], environ["CONTENT_LENGTH"] = BytesIO(body), str(len(body))
    environ[ENDLESS] = not left


def is_endless(request):
    """Whether more came than anything without a length may hold."""
    return request.META.get(ENDLESS, False)


def came_whole(request):
    """Whether all that the sender announced has come; reads the form, if nobody has yet."""
    request.POST  # noqa: B018
    return not getattr(request.META.get("wsgi.input"), "was_cut", False)
