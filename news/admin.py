from django.contrib import admin

from publication.admin import (
    LIVE_FIELDS,
    LIVE_FIELDSET,
    ContentAdmin,
    ContentInline,
    PublicationAdmin,
    StackedContentInline,
    shown_choice,
)
from publication.writing import WithText

from . import corrections_admin  # noqa: F401 - registers its screen
from .embargo_admin import WithEmbargo
from .models import Attachment, NewsContent, NewsItem, Photo, Quotation


class AttachmentInline(ContentInline):
    model = Attachment
    autocomplete_fields = ("document",)


class PhotoInline(ContentInline):
    model = Photo


class QuotationInline(StackedContentInline):
    model = Quotation
    autocomplete_fields = ("organization",)


@admin.register(NewsItem)
class NewsItemAdmin(WithEmbargo, WithText, PublicationAdmin):
    content_model = NewsContent
    list_display = ("content__title", "kind", "content__date", "admin_list_actions")
    search_fields = ("slug", "content__title")
    inlines = (QuotationInline, AttachmentInline, PhotoInline)
    kind = shown_choice("kind", NewsContent)
    readonly_fields = ("embargo",)
    prepopulated_fields = {"slug": ("content__title",)}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "content__title",
                    ("content__kind", "content__date"),
                    "content__lead",
                    "text",
                    "content__picture",
                    "content__picture_caption",
                    "content__organisations",
                    "content__projects",
                    "content__themes",
                    "content__source",
                    "content__place",
                    "content__notes_to_editors",
                )
            },
        ),
        (LIVE_FIELDSET[0], {"fields": (*LIVE_FIELDS, "embargo")}),
    )


admin.site.register(NewsContent, ContentAdmin)
