"""The public addresses of each room, for search engines (sitemaps.org)."""

from cms.sitemaps import CMSSitemap
from django.contrib.sitemaps import Sitemap
from django.contrib.sites.models import Site
from django.urls import reverse

from documents.views import published_documents
from news.views import published_news
from organisations.areas import areas_with_a_page
from organisations.relations import published_bodies
from regions.models import site_origin


class OwnOrigin(Sitemap):
    """Addresses with the origin of the site as it is configured, not as a client calls it."""

    def get_domain(self, site=None):
        return site_origin(Site.objects.get_current()).split("://")[1]

    def get_protocol(self, protocol=None):
        return site_origin(Site.objects.get_current()).split("://")[0]


class Sections(OwnOrigin):
    def items(self):
        return ["organisations:list", "news:list", "documents:list", "areas:list", "history:timeline"]

    def location(self, item):
        return reverse(item)


class Contents(OwnOrigin):
    def __init__(self, published):
        super().__init__()
        self.published = published

    def items(self):
        return self.published(Site.objects.get_current())


class Pages(OwnOrigin, CMSSitemap):
    pass


SITEMAPS = {
    "pages": Pages,
    "sections": Sections,
    "organisations": Contents(published_bodies),
    "news": Contents(published_news),
    "documents": Contents(published_documents),
    "areas": Contents(areas_with_a_page),
}
