"""All addresses. The sections have fixed ones; what is left is for the pages of the CMS."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from documents.views import staff_file, staff_preview
from open_data.views import organization_file
from press.kit.views import press_kit
from press.staff import invitations

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
    path("beheer/bestand/<int:pk>/eerste-bladzijde.jpg", staff_preview, name="staff-preview"),
    path("beheer/stijlgids/", include("pages.style_guide.urls")),
    path("beheer/pers/<int:pk>/uitnodigingen/", admin.site.admin_view(invitations), name="press-invitations"),
    path("beheer/planning/", include("publication.scheduling.urls")),
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
    # Beside the page of an item its kit, which is made in a room that `news` does not know.
    path("nieuws/<slug:slug>/persmap.zip", press_kit, name="press-kit"),
    path("nieuws/", include("news.urls")),
    path("pers/", include("press.urls")),
    path("gemeenten/", include("pages.areas.urls")),
    path("geschiedenis/", include("pages.history.urls")),
    path("", include("pages.urls")),
    prefix_default_language=False,
)
