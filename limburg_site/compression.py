"""Compress what is text; files have their own compression and their byte ranges."""

from django.middleware.gzip import GZipMiddleware

COMPRESSIBLE = (
    "text/",
    "application/atom+xml",
    "application/xml",
    "application/json",
    "application/ld+json",
    "image/svg+xml",
)


class CompressTextMiddleware(GZipMiddleware):
    """Django's gzip (with its padding against BREACH), kept away from downloads and ranges."""

    def process_response(self, request, response):
        if response.streaming or not response.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        return super().process_response(request, response)
