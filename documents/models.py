"""Documents: what a reader can download, with its own state and its own window of time."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisations.models import Organization, Theme
from publication.choices import Licence, ReadingLanguage
from publication.models import Content, Grouper

from .formats import Format


class DocumentType(models.TextChoices):
    """The kinds of documents of the field; the values stand in addresses."""

    ADVICE = "advies", _("advice")
    POSITION = "standpunt", _("position")
    MEMORANDUM = "memorandum", _("memorandum")
    PACT = "streekpact", _("regional pact")
    SUMMARY = "samenvatting", _("summary")
    YEAR_PROGRAMME = "jaarprogramma", _("year programme")
    ANNUAL_REPORT = "jaarverslag", _("annual report")
    PRESS_RELEASE = "persbericht", _("press release")
    PRESENTATION = "presentatie", _("presentation")
    MINUTES = "verslag", _("minutes")
    AGENDA = "agenda", _("agenda")
    MEMBERS = "ledenlijst", _("list of members")
    RULES = "huishoudelijk-reglement", _("rules of procedure")
    STATUTES = "statuten", _("statutes")
    STUDY = "studie", _("study")
    EVALUATION = "evaluatie", _("evaluation")
    AGREEMENT = "samenwerkingsovereenkomst", _("cooperation agreement")
    NEWSLETTER = "nieuwsbrief", _("newsletter")
    PROJECT_SHEET = "projectfiche", _("project sheet")


class Document(Grouper):
    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def get_absolute_url(self):
        return reverse("documents:detail", args=(self.slug,))

    def public_paths(self):
        files = [reverse("documents:file", args=(self.slug, self.slug, extension)) for extension in Format.values]
        return [*super().public_paths(), *files]


class DocumentContent(Content):
    GROUPER = "document"
    CHILDREN = ("files",)

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="contents")
    title = models.CharField(_("title"), max_length=200)
    type = models.CharField(_("type"), max_length=40, choices=DocumentType)
    date = models.DateField(_("date"))
    organisations = models.ManyToManyField(Organization, verbose_name=_("organisations"), blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=ReadingLanguage, default=ReadingLanguage.DUTCH)
    summary = models.TextField(_("summary"), max_length=600, blank=True)
    contributors = models.CharField(
        _("contributors"), max_length=300, blank=True, help_text=_("Who contributed, with their function.")
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=60, choices=Licence, default=Licence.ALL_RIGHTS)
    visible_from = models.DateTimeField(_("visible from"), null=True, blank=True)
    visible_until = models.DateTimeField(_("visible until"), null=True, blank=True)

    class Meta:
        ordering = ["-date", "title"]
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")
        permissions = [("publish_documentcontent", _("Can publish documents"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(visible_from__isnull=True)
                | models.Q(visible_until__isnull=True)
                | models.Q(visible_until__gt=models.F("visible_from")),
                name="document_window_ends_after_start",
                violation_error_message=_("“Visible until” must be later than “visible from”."),
            )
        ]

    def get_template(self):
        """Asked by the CMS for the places of blocks: there are none."""
        return "documents/detail.html"

    def lacks(self):
        return "" if self.files.exists() else _("Add a file first: a document without a file cannot be published.")

    @classmethod
    def visible_at(cls, at):
        """The window of a document: from its start (included) until its end (not included)."""
        started = models.Q(visible_from__isnull=True) | models.Q(visible_from__lte=at)
        return started & (models.Q(visible_until__isnull=True) | models.Q(visible_until__gt=at))


def storage_name(instance, filename):
    """Files lie under their checksum: a new file never overwrites an old one, and a name tells nothing."""
    return f"documents/{instance.checksum[:2]}/{instance.checksum}.{instance.format}"


class DocumentFile(models.Model):
    """One format of a version of a document. Versions with the same file share its bytes on disk."""

    content = models.ForeignKey(DocumentContent, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(_("file"), upload_to=storage_name, max_length=200)
    format = models.CharField(_("format"), max_length=10, choices=Format, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    pages = models.PositiveIntegerField(_("pages or slides"), null=True, editable=False)
    checksum = models.CharField(_("checksum (SHA-256)"), max_length=64, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [
            models.UniqueConstraint(
                fields=["content", "format"],
                name="one_file_per_format",
                violation_error_message=_("A document has one file of each format at the most."),
            )
        ]

    def __str__(self):
        return f"{self.content} ({self.get_format_display()})"

    def get_absolute_url(self):
        """Without a version or checksum: the address stays when the file is replaced."""
        slug = self.content.document.slug
        return reverse("documents:file", args=(slug, slug, self.format))

    def get_staff_url(self):
        """Of these very bytes, whatever the state of their version."""
        return reverse("staff-file", args=(self.pk,))
