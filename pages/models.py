"""What editors put on a page: the plugins' own data."""

from cms.models import CMSPlugin
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from filer.fields.image import FilerImageField

from news.models import NewsItem
from organisations.models import Organization
from publication.web_addresses import WebAddressField


class Block(CMSPlugin):
    """A plugin that may carry a heading of its own."""

    heading = models.CharField(_("heading"), max_length=120, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.heading


class QuoteBlock(CMSPlugin):
    text = models.TextField(_("quotation"), max_length=600, help_text=_("Word for word; mark what you cut with […]."))
    speaker = models.CharField(_("speaker"), max_length=120)
    role = models.CharField(_("function"), max_length=160, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("quotation")

    def __str__(self):
        return self.speaker


class PictureBlock(CMSPlugin):
    picture = FilerImageField(verbose_name=_("picture"), on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("caption"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("picture")

    def __str__(self):
        return str(self.picture)

    def clean(self):
        if self.picture_id and not self.picture.complete:
            raise ValidationError(
                {"picture": _("Describe this picture in the media library first, or mark it as decorative.")}
            )


class FeaturedBlock(Block):
    news_item = models.ForeignKey(NewsItem, on_delete=models.PROTECT, related_name="+", verbose_name=_("news item"))

    class Meta:
        verbose_name = _("in the spotlight")


class BodiesBlock(Block):
    organisations = models.ManyToManyField(
        Organization,
        verbose_name=_("organisations"),
        blank=True,
        related_name="+",
        help_text=_("Nothing chosen: all organisations of this site."),
    )

    class Meta:
        verbose_name = _("organisations")

    def copy_relations(self, original):
        self.organisations.set(original.organisations.all())


class ListBlock(Block):
    """The newest of something, perhaps of one body."""

    count = models.PositiveSmallIntegerField(
        _("how many"), default=3, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    organisation = models.ForeignKey(
        Organization,
        verbose_name=_("only of this organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True


class LatestNewsBlock(ListBlock):
    class Meta:
        verbose_name = _("latest news")


class DocumentsBlock(ListBlock):
    class Meta:
        verbose_name = _("documents")


class ContactBlock(Block):
    organisation = models.ForeignKey(
        Organization, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("contact")


class RowsBlock(Block):
    """A block with rows of its own, which are copied with it."""

    class Meta:
        abstract = True

    def copy_relations(self, original):
        for row in original.rows.all():
            row.pk = None
            row._state.adding = True
            row.block = self
            row.save()


class Row(models.Model):
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


class LinksBlock(RowsBlock):
    class Meta:
        verbose_name = _("external links")


class LinkRow(Row):
    block = models.ForeignKey(LinksBlock, on_delete=models.CASCADE, related_name="rows")
    name = models.CharField(_("name"), max_length=120)
    url = WebAddressField(_("address"), blank=True, help_text=_("Leave empty where the address is not known."))

    class Meta(Row.Meta):
        verbose_name = _("external link")
        verbose_name_plural = _("external links")

    def __str__(self):
        return self.name


class FactsBlock(RowsBlock):
    class Meta:
        verbose_name = _("facts")


class FactRow(Row):
    block = models.ForeignKey(FactsBlock, on_delete=models.CASCADE, related_name="rows")
    label = models.CharField(_("what"), max_length=120)
    value = models.CharField(_("fact"), max_length=300)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta(Row.Meta):
        verbose_name = _("fact")
        verbose_name_plural = _("facts")

    def __str__(self):
        return self.label
