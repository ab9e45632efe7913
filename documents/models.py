"""Documents: what a reader can download, with its own state and its own window of time."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import PUBLISHED

from organisations.models import Organization, Theme
from publication.choices import Licence, ReadingLanguage
from publication.embargo import Embargoed
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


class Document(Embargoed, Grouper):
    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def get_absolute_url(self):
        return reverse("documents:detail", args=(self.slug,))

    def public_paths(self):
        files = [reverse("documents:file", args=(self.slug, self.slug, extension)) for extension in Format.values]
        previews = [reverse("documents:preview", args=(self.slug, extension)) for extension in Format.values]
        former = [file.get_absolute_url(self.slug) for file in self.former_files.all()]
        return [*super().public_paths(), *files, *previews, *former]


class DocumentContent(Content):
    GROUPER = "document"
    CHILDREN = ("files",)
    NOT_COPIED = ("change_note",)

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
    change_note = models.TextField(
        _("what changed"),
        max_length=600,
        blank=True,
        help_text=_("Needed when you replace a file that readers have: they read this beside the former file."),
    )

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
        if not self.files.exists():
            return _("Add a file first: a document without a file cannot be published.")
        published = DocumentContent.everything.filter(document=self.document, versions__state=PUBLISHED).first()
        if published and self.replaces(published) and not self.change_note.strip():
            return _("You replace a file that readers have. Write first what changed.")
        return ""

    def replaces(self, former):
        """The files of the version `former` that this one has no longer."""
        present = set(self.files.values_list("format", "checksum"))
        return [file for file in former.files.all() if (file.format, file.checksum) not in present]

    def has_text(self):
        """Whether its page has the text of a file; for versions from `published_documents`, without a query."""
        return any(file.readable for file in self.files.all())

    def first_page(self):
        """The file whose first page is shown: the pdf's, as it looks like paper; a program's own picture else."""
        files = [file for file in self.files.all() if file.preview]
        return min(files, key=lambda file: file.format != Format.PDF, default=None)

    @classmethod
    def visible_at(cls, at):
        """No embargo, and the window of a document: from its start (included) until its end (not included)."""
        started = models.Q(visible_from__isnull=True) | models.Q(visible_from__lte=at)
        return (
            super().visible_at(at) & started & (models.Q(visible_until__isnull=True) | models.Q(visible_until__gt=at))
        )


def storage_name(instance, filename):
    """Files lie under their checksum: a new file never overwrites an old one, and a name tells nothing."""
    return f"documents/{instance.checksum[:2]}/{instance.checksum}.{instance.format}"


class DocumentFileQuerySet(models.QuerySet):
    def for_lists(self):
        """Without the text, which can be long, and with whether there is one."""
        readable = models.ExpressionWrapper(models.Q(outline__isnull=False), output_field=models.BooleanField())
        return self.defer("outline").annotate(readable=readable)


def preview_name(instance, filename):
    return f"document-previews/{instance.checksum[:2]}/{instance.checksum}.jpg"


class Erasable(models.Model):
    """A file whose bytes can be erased for good (`erasure/`): its row stays, to say so."""

    class Meta:
        abstract = True

    @property
    def erased(self):
        return not self.file


class DocumentFile(Erasable):
    """One format of a version of a document. Versions with the same file share its bytes on disk."""

    # Found in the file by itself, perhaps later: its checksum says which file it is.
    NOT_FROZEN = ("was_read", "outline", "preview", "preview_width", "preview_height")

    content = models.ForeignKey(DocumentContent, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(_("file"), upload_to=storage_name, max_length=200)
    format = models.CharField(_("format"), max_length=10, choices=Format, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    pages = models.PositiveIntegerField(_("pages or slides"), null=True, editable=False)
    checksum = models.CharField(_("checksum (SHA-256)"), max_length=64, editable=False)
    # What `documents/reading` found; `was_read` also where that was nothing.
    was_read = models.BooleanField(default=False, editable=False)
    outline = models.JSONField(null=True, editable=False)
    preview = models.FileField(upload_to=preview_name, max_length=200, blank=True, editable=False)
    preview_width = models.PositiveSmallIntegerField(null=True, editable=False)
    preview_height = models.PositiveSmallIntegerField(null=True, editable=False)

    objects = DocumentFileQuerySet.as_manager()

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

    def get_preview_url(self):
        return reverse("documents:preview", args=(self.content.document.slug, self.format))

    def get_staff_preview_url(self):
        return reverse("staff-preview", args=(self.pk,))

    def get_staff_url(self):
        """Of these very bytes, whatever the state of their version."""
        return reverse("staff-file", args=(self.pk,))


class FormerFile(Erasable):
    """A file that readers had until another took its place; its bytes are those of the former version."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="former_files", editable=False)
    number = models.PositiveIntegerField(_("version"), editable=False)
    title = models.CharField(_("title"), max_length=200, editable=False)
    file = models.FileField(_("file"), upload_to=storage_name, max_length=200, editable=False)
    format = models.CharField(_("format"), max_length=10, choices=Format, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    pages = models.PositiveIntegerField(_("pages or slides"), null=True, editable=False)
    checksum = models.CharField(_("checksum (SHA-256)"), max_length=64, editable=False)
    replaced_at = models.DateTimeField(_("replaced on"), auto_now_add=True)
    change_note = models.TextField(_("what changed"), max_length=600, blank=True)
    withdrawn = models.BooleanField(
        _("no longer shown"),
        default=False,
        help_text=_("Readers cannot get this former file any more. A change is live at once."),
    )

    class Meta:
        ordering = ["-number", "format"]
        verbose_name = _("former file")
        verbose_name_plural = _("former files")
        constraints = [
            models.UniqueConstraint(fields=["document", "number", "format"], name="one_former_file_per_format")
        ]

    def __str__(self):
        return f"{self.title}, v{self.number} ({self.get_format_display()})"

    def get_absolute_url(self, slug=None):
        slug = slug or self.document.slug
        return reverse("documents:former-file", args=(slug, self.number, slug, self.format))
