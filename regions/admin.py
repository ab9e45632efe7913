from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publication.seen import SeesOthers

from .models import Region


@admin.register(Region)
class RegionAdmin(SeesOthers, admin.ModelAdmin):
    list_display = ("name", "site", "accent", "legal_name")
    fieldsets = (
        (
            None,
            {
                "fields": ("site", "slug", "name", "tagline", ("accent", "drawing"), "data_licence"),
                "description": _("This has no drafts: what you save is live at once, on every page of the site."),
            },
        ),
        (
            Region._meta.verbose_name,
            {
                "fields": (
                    *("legal_name", "seat", "enterprise_number", "court", "email", "telephone"),
                    *("controller", "complaints"),
                )
            },
        ),
    )
