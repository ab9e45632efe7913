from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.translation import gettext as _

from documents.formats import Format
from news.feeds import NewsFeed
from news.views import attachments
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
        return published_releases(site)[:20]

    def item_enclosures(self, content):
        site = Site.objects.get_current()
        files = [file for document in attachments(content, site) for file in document.files.all()]
        return [
            Enclosure(site_origin(site) + file.get_absolute_url(), str(file.size), Format(file.format).media_type)
            for file in files
            if not file.erased
        ]
