"""The public addresses of each room, for search engines (sitemaps.org)."""

from cms.sitemaps import CMSSitemap
from django.contrib.sitemaps import Sitemap
from django.contrib.sites.models import Site
from django.urls import reverse

from documents.views import published_documents
from news.views import published_news
from organisations.areas import areas_with_a_page
from organisations.relations import published_bodies
from pages.addresses import is_claimed
from pages.themes import themes_in_use
from projects.views import published_projects
from regions.models import site_origin


class OwnOrigin(Sitemap):
    """Addresses with the origin of the site as it is configured, not as a client calls it."""

    def get_domain(self, site=None):
        return site_origin(Site.objects.get_current()).split("://")[1]

    def get_protocol(self, protocol=None):
        return site_origin(Site.objects.get_current()).split("://")[0]


class Sections(OwnOrigin):
    NAMES = (
        "organisations:list",
        "areas:list",
        "projects:list",
        "themes:list",
        "news:list",
        "press:room",
        "press:photos",
        "documents:list",
        "history:timeline",
        "data:index",
        "data:areas",
        "data:term-lists",
    )

    def items(self):
        return self.NAMES

    def location(self, item):
        return reverse(item)


class Contents(OwnOrigin):
    def __init__(self, published):
        super().__init__()
        self.published = published

    def items(self):
        return self.published(Site.objects.get_current())


class Pages(OwnOrigin, CMSSitemap):
    def items(self):
        """Not a page whose address a section has taken since: each address is named once."""
        return [url for url in super().items() if not is_claimed(url.path)]


SITEMAPS = {
    "pages": Pages,
    "sections": Sections,
    "organisations": Contents(published_bodies),
    "news": Contents(published_news),
    "documents": Contents(published_documents),
    "projects": Contents(published_projects),
    "themes": Contents(themes_in_use),
    "areas": Contents(areas_with_a_page),
}
