"""Facts of history that no other record holds: a decree, a pact, an announcement."""

from django.contrib.sites.models import Site
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from organisations.dating import PartialDateField

from .organization import Organization


class Milestone(models.Model):
    """One dated, sourced fact. It has no versions: a change is live at once."""

    class Kind(models.TextChoices):
        DECREE = "decree", _("decree")
        PACT = "pact", _("regional pact")
        PLAN = "plan", _("plan")
        EVENT = "event", _("event")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.EVENT)
    date = PartialDateField(_("date"), blank=False, default=None)
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("what happened"), max_length=600, blank=True)
    source = models.CharField(_("source"), max_length=200)
    secondary = models.BooleanField(
        _("secondary source"), default=False, help_text=_("The site then says “volgens” and the source.")
    )
    organisations = models.ManyToManyField(Organization, verbose_name=_("organisations"), blank=True)
    sites = models.ManyToManyField(Site, verbose_name=_("sites"), related_name="milestones")

    history = HistoricalRecords(m2m_fields=[organisations, sites])

    class Meta:
        ordering = ["date", "pk"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [
            models.UniqueConstraint(
                fields=["date", "title"],
                name="milestone_once",
                violation_error_message=_("This fact was entered already."),
            )
        ]

    def __str__(self):
        return self.title
