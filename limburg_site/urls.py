"""All addresses. The sections have fixed ones; what is left is for the pages of the CMS."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from documents.views import staff_file
from open_data.views import organization_file
from pages.style_guide import style_guide

from . import well_known
from .sitemaps import SITEMAPS

handler400 = "limburg_site.errors.bad_request"
handler403 = "limburg_site.errors.permission_denied"
handler404 = "limburg_site.errors.page_not_found"
handler500 = "limburg_site.errors.server_error"

urlpatterns = [
    path("favicon.ico", well_known.favicon, name="favicon"),
    path("robots.txt", well_known.robots, name="robots"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("beelden/", include("pictures.urls")),
    path("beheer/bestand/<int:pk>/", staff_file, name="staff-file"),
    path("beheer/stijlgids/", style_guide, name="style-guide"),
    path("beheer/", include("accounts.urls")),
    # Originals and thumbnails of the media library, under /beheer/ as well: the paths come from FILER_STORAGES.
    path("", include("filer.server.urls")),
    path("beheer/nieuw/", include("cms.wizards.urls")),
    path("beheer/", admin.site.urls),
]

urlpatterns += i18n_patterns(
    path("organisaties/", include("organisations.urls")),
    # Beside the page of a body the same as data, which is made in a room that `organisations` does not know.
    path("organisaties/<slug:slug>.<slug:extension>", organization_file, name="organisation-data"),
    path("data/", include("open_data.urls")),
    path("documenten/", include("documents.urls")),
    path("projecten/", include("projects.urls")),
    path("themas/", include("pages.theme_urls")),
    path("nieuws/", include("news.urls")),
    path("gemeenten/", include("pages.areas.urls")),
    path("geschiedenis/", include("pages.history.urls")),
    path("", include("pages.urls")),
    prefix_default_language=False,
)
