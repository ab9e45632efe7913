"""How heavy a page is on a small phone: bytes over the wire (headers included) and requests, never seconds."""

from dataclasses import dataclass
from urllib.parse import urlsplit

# 1 kB = 1,000 bytes. The first view fits in what a server sends before it waits for an answer: ten packets (RFC 6928).
FIRST_VIEW_BYTES, FIRST_VIEW_REQUESTS = 14_000, 3
WHOLE_PAGE_BYTES = 200_000

# Two device pixels a CSS pixel: with one, a page would get pictures that no phone in use is content with.
SMALL_PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True}
LOAD_EVERY_PICTURE = """() => Promise.all([...document.images].map(image => {
    image.loading = "eager";
    return image.decode();
}))"""


@dataclass(frozen=True)
class Weight:
    """`first_*`: everything that is not a picture of the content; `whole`: the page scrolled to its end."""

    first_view: int
    first_requests: int
    whole: int

    @property
    def problems(self):
        """A phrase for each budget that is broken."""
        found = []
        if self.first_view > FIRST_VIEW_BYTES:
            found.append(f"first view {kilobytes(self.first_view)} kB")
        if self.first_requests > FIRST_VIEW_REQUESTS:
            found.append(f"{self.first_requests} requests before the first picture")
        if self.whole > WHOLE_PAGE_BYTES:
            found.append(f"whole page {kilobytes(self.whole)} kB")
        return found


def weigh(browser, site, screen):
    """The Weight of an Address or a Situation of `site`, for who comes for the first time."""
    context = browser.new_context(**SMALL_PHONE, locale="nl-BE", ignore_https_errors=True)
    try:
        page, requests = context.new_page(), []
        page.on("request", lambda request: requests.append(request))
        # What leads to a situation must not have fetched for it what a page of its own would have to.
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        screen.open(page, site)
        page.evaluate(LOAD_EVERY_PICTURE)
        return weight_of(since_the_last_document(requests, page.main_frame))
    finally:
        context.close()


def since_the_last_document(requests, frame):
    pages = [n for n, request in enumerate(requests) if request.is_navigation_request() and request.frame == frame]
    return requests[pages[-1] :]


def weight_of(requests):
    """Without the icon of the tab (a request of kind "other"): Chromium asks for it when the page is done, or not."""
    requests = [request for request in requests if request.resource_type != "other"]
    first = [transferred(request) for request in requests if not is_picture_of_content(request)]
    return Weight(sum(first), len(first), sum(map(transferred, requests)))


def is_picture_of_content(request):
    """A logo is a static file: it belongs to the first view."""
    return request.resource_type == "image" and not urlsplit(request.url).path.startswith("/static/")


def transferred(request):
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def kilobytes(count):
    return f"{count / 1000:.1f}"
