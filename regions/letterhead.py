"""What a mail says of the site that writes it."""

from django.contrib.sites.models import Site

from .models import site_origin


def site_name(site):
    region = getattr(site, "region", None)
    return region.name if region else site.name


def written_by(site):
    """The words about `site`, or this one where it is None. The origin comes from the settings or the database, never
    from a request."""
    names = site or Site.objects.get_current()
    return {"site": site, "site_name": site_name(names), "origin": site_origin(names)}
