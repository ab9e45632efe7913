from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from organisations.models import (
    ContactPoint,
    ExternalLink,
    Organization,
    OrganizationContent,
    Relation,
    RelationType,
    StatusPeriod,
)
from publication.admin import (
    LIVE_FIELDSET,
    ContentAdmin,
    ContentInline,
    PublicationAdmin,
    StackedContentInline,
    shown_choice,
)
from publication.writing import WithText


class StatusPeriodInline(ContentInline):
    model = StatusPeriod


class ContactPointInline(StackedContentInline):
    model = ContactPoint


class ExternalLinkInline(ContentInline):
    model = ExternalLink


@admin.register(Organization)
class OrganizationAdmin(WithText, PublicationAdmin):
    content_model = OrganizationContent
    list_display = ("content__name", "kind", "admin_list_actions")
    search_fields = ("slug", "content__name", "content__full_name")
    inlines = (StatusPeriodInline, ContactPointInline, ExternalLinkInline)
    prepopulated_fields = {"slug": ("content__name",)}
    kind = shown_choice("kind", OrganizationContent)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "content__name",
                    ("content__abbreviation", "content__full_name"),
                    ("content__kind", "content__classification"),
                    ("content__legal_form", "content__enterprise_number", "content__court"),
                    "content__summary",
                    "content__themes",
                    "content__areas",
                    "text",
                )
            },
        ),
        LIVE_FIELDSET,
    )


@admin.register(RelationType)
class RelationTypeAdmin(admin.ModelAdmin):
    list_display = ("name", "inverse_name", "hierarchical")
    search_fields = ("name", "inverse_name")
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "inverse_name", "slug", "hierarchical"),
                "description": _(
                    "This has no drafts: what you save is live at once, on the pages of all bodies that have one."
                ),
            },
        ),
    )


@admin.register(Relation)
class RelationAdmin(admin.ModelAdmin):
    list_display = ("subject", "type", "object", "start", "end", "source")
    list_filter = ("type",)
    list_select_related = ("type",)
    autocomplete_fields = ("subject", "object")
    fieldsets = (
        (
            None,
            {
                "fields": ("subject", "type", "object", ("start", "end", "known_on"), "source"),
                "description": _("A relation has no drafts: what you save is live at once, on the pages of both."),
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("subject", "object")


admin.site.register(OrganizationContent, ContentAdmin)
from . import areas, milestones  # noqa: E402, F401 - they register themselves
