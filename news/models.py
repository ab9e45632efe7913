"""News: what happened, when, with whom, and the documents that belong to it."""

from cms.models.fields import PlaceholderRelationField
from cms.utils.placeholder import get_placeholder_from_slot
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from filer.fields.image import FilerImageField

from documents.models import Document
from organisations.models import Organization, Theme
from projects.models import Project
from publication.models import Content, Grouper


class NewsItem(Grouper):
    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def get_absolute_url(self):
        return reverse("news:detail", args=(self.slug,))


class NewsContent(Content):
    GROUPER = "news_item"
    CHILDREN = ("attachments", "quotations")

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        PRESS_RELEASE = "press_release", _("Press release")
        RETROSPECTIVE = "retrospective", _("Retrospective")

    news_item = models.ForeignKey(NewsItem, on_delete=models.CASCADE, related_name="contents")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    title = models.CharField(_("title"), max_length=200)
    date = models.DateField(_("date"), default=timezone.localdate)
    lead = models.TextField(_("lead"), max_length=600, help_text=_("The news in two or three sentences."))
    picture = FilerImageField(
        verbose_name=_("picture"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    picture_caption = models.CharField(_("caption"), max_length=300, blank=True)
    organisations = models.ManyToManyField(Organization, verbose_name=_("organisations"), blank=True)
    projects = models.ManyToManyField(Project, verbose_name=_("projects"), blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    placeholders = PlaceholderRelationField()

    class Meta:
        ordering = ["-date", "-pk"]
        verbose_name = _("text of a news item")
        verbose_name_plural = _("texts of news items")
        permissions = [("publish_newscontent", _("Can publish news"))]

    @cached_property
    def body(self):
        return get_placeholder_from_slot(self.placeholders, "body")

    def get_template(self):
        return "news/detail.html"

    @property
    def is_of_an_earlier_year(self):
        return self.date.year < timezone.localdate().year

    def clean(self):
        if self.picture and not self.picture.complete:
            raise ValidationError(
                {"picture": _("Describe this picture in the media library first, or mark it as decorative.")}
            )


class Attachment(models.Model):
    """A document that goes with a news item. Whether a reader may have it is for the document to say."""

    content = models.ForeignKey(NewsContent, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="attached_to", verbose_name=_("document")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints = [
            models.UniqueConstraint(
                fields=["content", "document"],
                name="attached_once",
                violation_error_message=_("This document is attached already."),
            )
        ]

    def __str__(self):
        return str(self.document)


class Quotation(models.Model):
    """Words that somebody really said; what was cut out is marked "[…]"."""

    content = models.ForeignKey(NewsContent, on_delete=models.CASCADE, related_name="quotations")
    text = models.TextField(_("quotation"), max_length=600, help_text=_("Word for word; mark what you cut with […]."))
    speaker = models.CharField(_("speaker"), max_length=120)
    role = models.CharField(_("function"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")

    def __str__(self):
        return f"{self.speaker}: {self.text[:40]}"
