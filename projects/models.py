"""Projects: what is to be reached, by whom, with whose money, and how far it is."""

from cms.models.fields import PlaceholderRelationField
from cms.utils.placeholder import get_placeholder_from_slot
from django.db import models
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from organisations.dating import PartialDateField
from organisations.models import Area, Organization, Period, Theme
from organisations.models.dated import ENDS_BEFORE_START, dated_constraints
from publication.models import Content, Grouper


class Project(Grouper):
    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def get_absolute_url(self):
        return reverse("projects:detail", args=(self.slug,))


class ProjectContent(Content):
    GROUPER = "project"
    CHILDREN = ("phases", "partners", "participations")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="contents")
    title = models.CharField(_("title"), max_length=200)
    full_name = models.CharField(_("full name"), max_length=200, blank=True)
    aim = models.TextField(_("aim"), max_length=600, help_text=_("What it is for, in two or three sentences."))
    region = models.CharField(_("region"), max_length=120, blank=True)
    areas = models.ManyToManyField(Area, verbose_name=_("areas"), blank=True)
    start = PartialDateField(_("from"), help_text=_("A day, a month (05/2017) or a year. Empty: not known."))
    end = PartialDateField(_("until and with"))
    eu_support = models.BooleanField(_("supported by the European Union"), default=False)
    funder = models.CharField(_("funded by"), max_length=160, blank=True)
    programme = models.CharField(_("programme or call"), max_length=160, blank=True)
    number = models.CharField(_("number of the project"), max_length=40, blank=True)
    participant_count = models.PositiveSmallIntegerField(
        _("number of municipalities"), null=True, blank=True, help_text=_("Also where their names are not known.")
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    documents = models.ManyToManyField(Document, verbose_name=_("documents"), blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    placeholders = PlaceholderRelationField()

    class Meta:
        ordering = ["-start", "title"]
        verbose_name = _("text of a project")
        verbose_name_plural = _("texts of projects")
        permissions = [("publish_projectcontent", _("Can publish projects"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end="") | models.Q(end__gte=Left("start", Length("end"))),
                name="project_ends_after_start",
                violation_error_message=ENDS_BEFORE_START,
            )
        ]

    @cached_property
    def body(self):
        return get_placeholder_from_slot(self.placeholders, "body")

    def get_template(self):
        return "projects/detail.html"

    @property
    def latest_phase(self):
        """The last phase that had begun by today, or None: what lies ahead is a plan, not a phase reached."""
        begun = [phase for phase in self.phases.all() if phase.since and phase.since.first_day <= timezone.localdate()]
        return max(begun, key=lambda phase: phase.since, default=None)


class Phase(Period):
    """How far the project, or the decision on it, was (Bestuursdecreet, art. II.11)."""

    class Step(models.TextChoices):
        PREPARED = "prepared", _("in preparation")
        FILED = "filed", _("filed")
        APPROVED = "approved", _("approved")
        RUNNING = "running", _("running")
        FINISHED = "finished", _("finished")
        EVALUATED = "evaluated", _("evaluated")

    content = models.ForeignKey(ProjectContent, on_delete=models.CASCADE, related_name="phases")
    step = models.CharField(_("phase"), max_length=12, choices=Step)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["start", "known_on", "pk"]
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        constraints = dated_constraints("phase")

    def __str__(self):
        return self.get_step_display()


class Partner(models.Model):
    """A body in the project, and what it does there."""

    content = models.ForeignKey(ProjectContent, on_delete=models.CASCADE, related_name="partners")
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="project_roles", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.UniqueConstraint(
                fields=["content", "organization", "role"],
                name="partner_once",
                violation_error_message=_("This partner was entered already."),
            )
        ]

    def __str__(self):
        return str(self.organization)


class ProjectParticipation(Period):
    """That a municipality takes part, where its name is known."""

    content = models.ForeignKey(ProjectContent, on_delete=models.CASCADE, related_name="participations")
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="project_participations", verbose_name=_("area")
    )

    class Meta:
        verbose_name = _("participating area")
        verbose_name_plural = _("participating areas")
        constraints = [
            *dated_constraints("project_participation"),
            models.UniqueConstraint(
                fields=["content", "area"],
                name="project_participation_once",
                violation_error_message=_("This area was entered already."),
            ),
        ]

    def __str__(self):
        return str(self.area)
