from django.contrib import admin

from publication.admin import (
    LIVE_FIELDSET,
    ContentAdmin,
    ContentInline,
    PublicationAdmin,
    StackedContentInline,
    shown_choice,
)
from publication.writing import WithText

from .models import Attachment, NewsContent, NewsItem, Quotation


class AttachmentInline(ContentInline):
    model = Attachment
    autocomplete_fields = ("document",)


class QuotationInline(StackedContentInline):
    model = Quotation


@admin.register(NewsItem)
class NewsItemAdmin(WithText, PublicationAdmin):
    content_model = NewsContent
    list_display = ("content__title", "kind", "content__date", "admin_list_actions")
    search_fields = ("slug", "content__title")
    inlines = (QuotationInline, AttachmentInline)
    kind = shown_choice("kind", NewsContent)
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
                )
            },
        ),
        LIVE_FIELDSET,
    )


admin.site.register(NewsContent, ContentAdmin)
