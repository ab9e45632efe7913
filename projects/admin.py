from django.contrib import admin

from publication.admin import LIVE_FIELDSET, ContentAdmin, ContentInline, PublicationAdmin
from publication.writing import WithText

from .models import Partner, Phase, Project, ProjectContent, ProjectParticipation


class PhaseInline(ContentInline):
    model = Phase


class PartnerInline(ContentInline):
    model = Partner
    autocomplete_fields = ("organization",)


class ProjectParticipationInline(ContentInline):
    model = ProjectParticipation


@admin.register(Project)
class ProjectAdmin(WithText, PublicationAdmin):
    content_model = ProjectContent
    list_display = ("content__title", "content__number", "admin_list_actions")
    search_fields = ("slug", "content__title", "content__full_name", "content__number")
    inlines = (PhaseInline, PartnerInline, ProjectParticipationInline)
    prepopulated_fields = {"slug": ("content__title",)}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("content__title", "content__full_name"),
                    "content__aim",
                    ("content__region", "content__areas"),
                    ("content__start", "content__end"),
                    ("content__funder", "content__eu_support"),
                    ("content__programme", "content__number"),
                    "content__participant_count",
                    "content__themes",
                    "content__documents",
                    "content__source",
                    "text",
                )
            },
        ),
        LIVE_FIELDSET,
    )


admin.site.register(ProjectContent, ContentAdmin)
