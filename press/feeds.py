from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.translation import gettext as _

from documents.formats import Format
from news.changes import WHAT_CHANGED
from news.feeds import NewsFeed
from news.views import attachments_of_each
from regions.models import site_origin

from .room import published_releases


class ReleaseFeed(NewsFeed):
    """The newest releases, each with the files that go with it (RFC 4287, 4.2.7.2: enclosure)."""

    def title(self, site):
        return _("Press releases of %(region)s") % {"region": self.author_name(site)}

    def link(self, site):
        return site_origin(site) + reverse("press:room")

    def feed_url(self, site):
        return site_origin(site) + reverse("press:feed")

    def items(self, site):
        releases = list(published_releases(site).prefetch_related(*WHAT_CHANGED)[:20])
        documents = attachments_of_each(releases, site)
        for content in releases:
            content.enclosed = [file for document in documents[content.pk] for file in document.files.all()]
        return releases

    def item_enclosures(self, content):
        origin = site_origin(Site.objects.get_current())
        return [
            Enclosure(origin + file.get_absolute_url(), str(file.size), Format(file.format).media_type)
            for file in content.enclosed
            if not file.erased
        ]
