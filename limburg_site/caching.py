"""How long what a reader gets may be kept. Views state the exceptions: files, pictures, errors."""

from django.conf import settings

from publication.preview import guest_of
from publication.staff_addresses import STAFF_PREFIX


class ReaderCacheMiddleware:
    """Pages for readers may be kept, and are asked for again each time; an unchanged one costs a 304.

    With its own page cache off the CMS forbids to keep anything at all, which costs readers the way back.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        page = response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")
        if page and not self.is_personal(request):
            response["Cache-Control"] = "no-cache"
            del response["Expires"]
        return response

    def is_personal(self, request):
        is_staff = settings.SESSION_COOKIE_NAME in request.COOKIES or request.path_info.startswith(STAFF_PREFIX)
        return is_staff or guest_of(request) is not None
