"""A news item, and what one version of it says."""

from cms.models.fields import PlaceholderRelationField
from cms.utils.placeholder import get_placeholder_from_slot
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version
from filer.fields.image import FilerImageField

from documents.models import DocumentContent
from organisations.models import Organization, Theme
from pictures.places import pictures_in
from projects.models import Project
from publication.embargo import Embargoed
from publication.models import Content, Grouper


class NewsItem(Embargoed, Grouper):
    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def get_absolute_url(self):
        return reverse("news:detail", args=(self.slug,))


class NewsContent(Content):
    GROUPER = "news_item"
    CHILDREN = ("attachments", "quotations", "photos")

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
    place = models.CharField(
        _("place"),
        max_length=80,
        blank=True,
        help_text=_("For a press release: where it is sent from, e.g. “Hasselt”."),
    )
    notes_to_editors = models.TextField(
        _("notes to editors"),
        max_length=2000,
        blank=True,
        help_text=_("For journalists, at the foot of a press release."),
    )
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

    def pictures(self):
        """The pictures of this version: at its head, in its text and among its photos."""
        return pictures_in(self, with_shared=False)

    def left_behind(self):
        """Versions of attached documents that are drafts and that no plan brings out: the item would go without."""
        drafts = DocumentContent.everything.filter(document__attached_to__content=self, versions__state=DRAFT)
        versions = [Version.objects.get_for_content(draft) for draft in drafts]
        return [version for version in versions if not version.schedules.pending().exists()]

    @property
    def is_release(self):
        return self.kind == self.Kind.PRESS_RELEASE

    @property
    def dateline(self):
        """ "Hasselt, 6 februari 2017"; the date alone where no place is known."""
        return ", ".join(filter(None, (self.place, date_format(self.date, "j F Y"))))

    @property
    def is_of_an_earlier_year(self):
        return self.date.year < timezone.localdate().year

    def clean(self):
        if self.picture and not self.picture.complete:
            raise ValidationError(
                {"picture": _("Describe this picture in the media library first, or mark it as decorative.")}
            )
