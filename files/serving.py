"""Hand out one file over HTTP: conditional requests, ranges and HEAD (RFC 9110)."""

import re
from http import HTTPStatus
from urllib.parse import quote
from wsgiref.headers import Headers

from django.http import Http404
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import NotARegularFileError, Response, SlicedFile, StaticFile

BYTE_RANGE = re.compile(r"bytes=(?P<first>[0-9]*)-(?P<last>[0-9]*)", re.ASCII | re.IGNORECASE)


class RangedFile(StaticFile):
    """WhiteNoise's file, which refuses `bytes=0-0` and takes `bytes=-0` for everything (RFC 9110, 14.1.2)."""

    def get_response(self, method, request_headers):
        if not self.honours_range(method, request_headers):
            request_headers = {key: value for key, value in request_headers.items() if key != "HTTP_RANGE"}
        return super().get_response(method, request_headers)

    def honours_range(self, method, request_headers):
        """Only for GET (14.2), and not where `If-Range` may name other bytes: parts of two would be joined (13.1.5).

        A file and its compressed forms have one ETag here.
        """
        known = request_headers.get("HTTP_IF_RANGE")
        return method == "GET" and (known is None or (known == self.etag and len(self.alternatives) == 1))

    def get_range_response(self, range_header, base_headers, file_handle):
        """The part that was asked for; WhiteNoise answers with the whole file after a ValueError."""
        headers = dict(base_headers)
        size = int(headers["Content-Length"])
        first, last = self.get_byte_range(range_header, size)
        if first > last:
            return self.get_range_not_satisfiable_response(file_handle, size)
        headers |= {"Content-Range": f"bytes {first}-{last}/{size}", "Content-Length": str(last - first + 1)}
        part = file_handle and SlicedFile(file_handle, first, last)
        return Response(HTTPStatus.PARTIAL_CONTENT, headers.items(), part)

    def get_byte_range(self, range_header, size):
        """First and last byte; the first is beyond the last where there is nothing to hand out.

        Raises ValueError for what need not be understood: several ranges, a range that ends before it starts,
        other units, and any range of an empty file, which has no first byte to name.
        """
        found = BYTE_RANGE.fullmatch(range_header.strip())
        if not found or not any(found.groups()) or not size:
            raise ValueError(range_header)
        first, last = (int(number) if number else None for number in found.groups())
        if first is None:
            return max(size - last, 0), size - 1
        if last is not None and last < first:
            raise ValueError(range_header)
        return first, size - 1 if last is None else min(last, size - 1)


# What the collection of static files notes for itself: it tells which packages are in use.
NOTES = re.compile(r"(staticfiles\.json|sources\.sha256)(\.gz|\.br)?")


class StaticFilesMiddleware(WhiteNoiseMiddleware):
    def add_file_to_dictionary(self, url, path, stat_cache=None):
        if not NOTES.fullmatch(url.removeprefix(self.static_prefix)):
            super().add_file_to_dictionary(url, path, stat_cache)

    def get_static_file(self, path, url, stat_cache=None):
        """As WhiteNoise does, with our own kind of file."""
        headers = Headers([])
        self.add_mime_headers(headers, path, url)
        self.add_cache_headers(headers, path, url)
        compressed = {"gzip": f"{path}.gz", "br": f"{path}.br"}
        return RangedFile(path, headers.items(), stat_cache=stat_cache, encodings=compressed)


def serve_file(request, path, *, content_type, etag, cache_control, download_name=""):
    """Answer with the bytes of `path`; raises Http404 where it is not on disk.

    `etag` is the file's checksum (hexadecimal); `download_name` proposes a name for saving, without it the
    browser shows the file in place.
    """
    headers = [
        ("Content-Type", content_type),
        ("Cache-Control", cache_control),
        ("ETag", f'"{etag}"'),
        ("Accept-Ranges", "bytes"),
    ]
    if download_name:
        headers.append(("Content-Disposition", f"attachment; filename*=UTF-8''{quote(download_name)}"))
    try:
        return WhiteNoiseMiddleware.serve(RangedFile(str(path), headers), request)
    except NotARegularFileError:
        raise Http404("file is missing") from None
