"""What every template knows of the site that it is rendered for."""

from django.contrib.sites.shortcuts import get_current_site
from django.utils.functional import SimpleLazyObject

from .models import Region, site_origin


def region(request):
    """`region` (a Region, or None on a site that has none yet) and `origin` (scheme and host)."""
    site = get_current_site(request)
    return {
        "region": SimpleLazyObject(lambda: Region.objects.filter(site=site).first()),
        "origin": site_origin(site),
    }
