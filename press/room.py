"""What a journalist finds in public: the press room and its photos."""

from django.contrib.sites.shortcuts import get_current_site
from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.models import DocumentType
from documents.views import published_documents
from news.models import NewsContent
from news.photos import published_photos
from news.views import published_news

from .facts import portraits

SHOWN = 5
PHOTOS = 24


def published_releases(site, at=None):
    """The releases that readers of `site` may see, newest first."""
    return published_news(site, at).filter(kind=NewsContent.Kind.PRESS_RELEASE)


def press_room(request):
    site = get_current_site(request)
    documents = published_documents(site).filter(type=DocumentType.PRESS_RELEASE)
    context = {
        "releases": published_releases(site)[:SHOWN],
        "documents": documents[:SHOWN],
        "portraits": portraits(site, timezone.localdate()),
        "has_photos": published_photos(site).exists(),
        "breadcrumbs": [(_("Press"), reverse("press:room"))],
    }
    return TemplateResponse(request, "press/room.html", context)


def photo_library(request, page=None):
    """The first page has one address alone, as in every list."""
    pages = Paginator(published_photos(get_current_site(request)), PHOTOS)
    if page is not None and not 1 < page <= pages.num_pages:
        raise Http404
    crumbs = [(_("Press"), reverse("press:room")), (_("Photos"), reverse("press:photos"))]
    shown = pages.page(page or 1)
    context = {"listing": {"page": shown} | neighbours(shown), "breadcrumbs": crumbs}
    return TemplateResponse(request, "press/photos.html", context)


def neighbours(page):
    """The addresses of the pages beside `page`, as the pager asks for them."""
    return {
        "previous_path": page.has_previous() and photos_path(page.number - 1),
        "next_path": page.has_next() and photos_path(page.number + 1),
    }


def photos_path(number):
    return reverse("press:photos", args=(number,) if number > 1 else ())
