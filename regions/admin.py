from django.contrib import admin

from .models import Region


@admin.register(Region)
class RegionAdmin(admin.ModelAdmin):
    list_display = ("name", "site", "accent", "legal_name")
    fieldsets = (
        (None, {"fields": ("site", "slug", "name", "tagline", ("accent", "drawing"), "data_licence")}),
        (
            Region._meta.verbose_name,
            {"fields": ("legal_name", "seat", "enterprise_number", "court", "email", "telephone")},
        ),
    )
