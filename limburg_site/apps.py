from django.apps import AppConfig
from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class LimburgSiteConfig(AppConfig):
    name = "limburg_site"

    def ready(self):
        from . import checks, large_numbers  # noqa: F401 - the checks register themselves

        large_numbers.register()
        admin.site.site_header = admin.site.site_title = _("Administration")
        admin.site.index_title = _("What do you want to work on?")
        restrict_rich_text()


def restrict_rich_text():
    """Editors choose what a text says; how it looks is for the stylesheet (and for the content security policy)."""
    from djangocms_text.html import cms_parser

    cms_parser.ALLOWED_ATTRIBUTES["*"] = cms_parser.ALLOWED_ATTRIBUTES.get("*", set()) - {"style", "class"}
    cms_parser.ALLOWED_TAGS -= {"img", "iframe", "script", "style", "font", "center"}
