"""The texts of a body, in versions."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from organisations.models import ContactPoint, ExternalLink, Organization, OrganizationContent, StatusPeriod
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
        (_("Who sits at the table"), {"fields": ("seats_and_relations",)}),
    )
    readonly_fields = ("seats_and_relations",)

    @admin.display(description=_("Seats and relations"))
    def seats_and_relations(self, organization):
        """They have no drafts: they stand on a screen of their own, so that nobody takes them for part of the text."""
        if not organization.pk:
            return _("After you have saved the organisation.")
        address = reverse("admin:organisations_seating_change", args=(organization.pk,))
        return format_html('<a href="{}">{}</a>', address, _("See and change seats and relations"))


admin.site.register(OrganizationContent, ContentAdmin)
