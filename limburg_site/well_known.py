"""Small files for machines at fixed addresses."""

import datetime

from django.conf import settings
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from regions.icons import icon_address
from regions.models import Region, site_origin


def favicon(request):
    """Where programs look that read no HTML. The icon's own address changes with its drawing: not for good."""
    region = Region.objects.filter(site=get_current_site(request)).first()
    response = redirect(icon_address("favicon-32.png", region))
    response["Cache-Control"] = "public, max-age=86400"
    return response


def robots(request):
    """RFC 9309: everything but the staff's part may be read."""
    origin = site_origin(get_current_site(request))
    lines = ["User-agent: *", "Disallow: /beheer/", f"Sitemap: {origin}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security(request):
    """RFC 9116: whom to tell of a weakness. Without a known address it points to the contact page."""
    site = get_current_site(request)
    origin = site_origin(site)
    region = Region.objects.filter(site=site).first()
    mail = f"mailto:{region.email}" if region and region.email else f"{origin}/contact/"
    expires = timezone.now().replace(microsecond=0, second=0) + datetime.timedelta(days=180)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT or mail}",
        f"Expires: {expires.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {origin}{reverse('security')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
