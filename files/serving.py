"""Hand out one file over HTTP: conditional requests, ranges and HEAD (RFC 9110)."""

from http import HTTPStatus
from urllib.parse import quote

from django.http import Http404
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import NotARegularFileError, Response, SlicedFile, StaticFile


class RangedFile(StaticFile):
    """WhiteNoise's file, which refuses `bytes=0-0`: a range of one byte is valid (RFC 9110, 14.1.2)."""

    def get_response(self, method, request_headers):
        """Leave a range out where `If-Range` names another file than ours: parts of two would be joined (13.1.5)."""
        if request_headers.get("HTTP_IF_RANGE", self.etag) != self.etag:
            request_headers = {key: value for key, value in request_headers.items() if key != "HTTP_RANGE"}
        return super().get_response(method, request_headers)

    def get_range_response(self, range_header, base_headers, file_handle):
        headers = dict(base_headers)
        size = int(headers["Content-Length"])
        first, last = self.get_byte_range(range_header, size)
        if first > last:
            return self.get_range_not_satisfiable_response(file_handle, size)
        headers |= {"Content-Range": f"bytes {first}-{last}/{size}", "Content-Length": str(last - first + 1)}
        part = file_handle and SlicedFile(file_handle, first, last)
        return Response(HTTPStatus.PARTIAL_CONTENT, headers.items(), part)


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
