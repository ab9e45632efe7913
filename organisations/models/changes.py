"""What became of a body: succession, merger, split (W3C ORG: ChangeEvent)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from organisations.dating import PartialDateField

from .organization import Organization


class ChangeEvent(models.Model):
    """Bodies before, bodies after. It has no versions: a change is live at once, on the pages of all of them."""

    class Kind(models.TextChoices):
        SUCCESSION = "succession", _("succession")
        MERGER = "merger", _("merger")
        SPLIT = "split", _("split")
        RENAMING = "renaming", _("new name")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SUCCESSION)
    date = PartialDateField(_("date"), help_text=_("A day, a month (05/2017) or a year. Empty: not known."))
    originals = models.ManyToManyField(Organization, related_name="changed_by", verbose_name=_("before"))
    results = models.ManyToManyField(Organization, related_name="resulted_from", verbose_name=_("after"))
    description = models.CharField(_("what happened"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    history = HistoricalRecords(m2m_fields=[originals, results])

    class Meta:
        ordering = ["date", "pk"]
        verbose_name = _("change of organisations")
        verbose_name_plural = _("changes of organisations")

    def __str__(self):
        return f"{self.get_kind_display()} {self.date}".strip()
