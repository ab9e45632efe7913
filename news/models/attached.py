"""What hangs on one version of a news item, and goes along into the next."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from filer.fields.image import FilerImageField

from documents.models import Document
from organisations.models import Organization

from .items import NewsContent


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


class Photo(models.Model):
    """A picture that goes with a news item, for the press. Whether a reader may have it is for the picture to say."""

    content = models.ForeignKey(NewsContent, on_delete=models.CASCADE, related_name="photos")
    picture = FilerImageField(verbose_name=_("picture"), on_delete=models.PROTECT, related_name="photo_of")
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints = [
            models.UniqueConstraint(
                fields=["content", "picture"],
                name="photo_once",
                violation_error_message=_("This picture is among the photos already."),
            )
        ]

    def __str__(self):
        return str(self.picture)

    def clean(self):
        lacks = self.picture_id and self.picture.lacks_for_press()
        if lacks:
            raise ValidationError({"picture": lacks})


class Quotation(models.Model):
    """Words that somebody really said; what was cut out is marked "[…]"."""

    content = models.ForeignKey(NewsContent, on_delete=models.CASCADE, related_name="quotations")
    text = models.TextField(_("quotation"), max_length=600, help_text=_("Word for word; mark what you cut with […]."))
    speaker = models.CharField(_("speaker"), max_length=120)
    role = models.CharField(
        _("function"), max_length=160, blank=True, help_text=_("As it was when these words were said.")
    )
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quotations",
        verbose_name=_("speaks for"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")

    def __str__(self):
        return f"{self.speaker}: {self.text[:40]}"
