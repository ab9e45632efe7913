"""The words of the field that staff can extend."""

from django.contrib import admin

from organisations.models import BenchKind, Classification, RelationType, Role, Theme
from publication.seen import SeesOthers

from .live import LIVE_AT_ONCE, LiveAdmin


class TermAdmin(LiveAdmin):
    list_display = ("label", "definition", "position")
    search_fields = ("label", "definition")
    prepopulated_fields = {"slug": ("label",)}


@admin.register(Classification)
class ClassificationAdmin(TermAdmin):
    list_display = ("label", "broader", "definition", "position")
    list_select_related = ("broader",)
    autocomplete_fields = ("broader",)


@admin.register(Role)
class RoleAdmin(TermAdmin):
    list_display = ("label", "single_holder", "takes_seat", "position")
    list_filter = ("single_holder", "takes_seat")


admin.site.register(BenchKind, TermAdmin)
admin.site.register(Theme, TermAdmin)


@admin.register(RelationType)
class RelationTypeAdmin(SeesOthers, admin.ModelAdmin):
    list_display = ("name", "inverse_name", "hierarchical")
    search_fields = ("name", "inverse_name")
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = ((None, {"fields": ("name", "inverse_name", "slug", "hierarchical"), "description": LIVE_AT_ONCE}),)
