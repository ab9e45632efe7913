"""Facts of the timeline that no other record holds."""

from django.contrib import admin

from organisations.models import Milestone

from .live import LiveAdmin


@admin.register(Milestone)
class MilestoneAdmin(LiveAdmin):
    list_display = ("date", "title", "kind", "source", "secondary")
    list_display_links = ("title",)
    list_filter = ("kind", "secondary", "sites")
    search_fields = ("date", "title", "text", "source")
    autocomplete_fields = ("organisations",)
    fieldsets = (
        (None, {"fields": (("date", "kind"), "title", "text", ("source", "secondary"), "organisations")}),
        (None, {"fields": ("sites",)}),
    )
