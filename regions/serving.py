"""Which site this process serves.

The variable SITE names a region; Django and the CMS want the primary key of a site in `settings.SITE_ID`. Settings
are read before there is a database, so that the name is looked up when a process starts to serve
(limburg_site/wsgi.py).
"""

from django.conf import settings
from django.contrib.sites.models import Site
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from .models import Region


class UnknownRegion(ImproperlyConfigured):
    """SITE names no region; the sentence names those that there are."""


def served_site():
    """The Site of this process, or None where SITE is empty and SITE_ID names none. Raises UnknownRegion."""
    if not settings.SITE:
        return Site.objects.filter(pk=settings.SITE_ID).first()
    region = Region.objects.filter(slug=settings.SITE).select_related("site").first()
    if region is None:
        known = ", ".join(Region.objects.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise UnknownRegion(f"SITE names no region: {settings.SITE!r}. Known are: {known}.")
    return region.site


def serve_named_region():
    """Let this process serve the site that SITE names; without a name SITE_ID holds, and nothing is asked."""
    if settings.SITE:
        settings.SITE_ID = served_site().pk
        # The threads that serve have connections of their own.
        connection.close()


def has_regions():
    """Whether the database is set up and knows a region."""
    return Region._meta.db_table in connection.introspection.table_names() and Region.objects.exists()
