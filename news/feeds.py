from django.contrib.sites.models import Site
from django.contrib.sites.shortcuts import get_current_site
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from publication.dates import at_noon
from publication.xml_text import xml_text
from regions.models import Region, site_origin

from .changes import WHAT_CHANGED, last_change
from .views import published_news


class AtomFeed(Atom1Feed):
    """Answers whatever stands in a row: a character that XML can't hold would be an error for every reader."""

    def __init__(self, title, *args, author_name=None, **kwargs):
        super().__init__(xml_text(title), *args, author_name=author_name and xml_text(author_name), **kwargs)

    def add_item(self, title, link, description, **kwargs):
        super().add_item(xml_text(title), link, xml_text(description), **kwargs)


class NewsFeed(Feed):
    """The newest items as Atom (RFC 4287); absolute addresses come from the site, not from the request."""

    feed_type = AtomFeed

    def get_object(self, request):
        return get_current_site(request)

    def author_name(self, site):
        """Atom asks for an author of the feed or of each entry."""
        return str(Region.objects.filter(site=site).first() or site.name)

    def title(self, site):
        return _("News of %(region)s") % {"region": self.author_name(site)}

    def link(self, site):
        return site_origin(site) + reverse("news:list")

    def feed_url(self, site):
        return site_origin(site) + reverse("news:feed")

    def items(self, site):
        return published_news(site).prefetch_related(*WHAT_CHANGED)[:20]

    def item_title(self, content):
        return content.title

    def item_description(self, content):
        return content.lead

    def item_link(self, content):
        return site_origin(Site.objects.get_current()) + content.get_absolute_url()

    def item_updateddate(self, content):
        """Each entry needs one (RFC 4287, 4.1.2)."""
        return last_change(content)

    def item_pubdate(self, content):
        return at_noon(content.date)
