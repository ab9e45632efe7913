"""How bodies hang together.

Relations join groupers, not versions: a relation to a version would point at a withdrawn text after the
next publication.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .organization import Organization


class RelationType(models.Model):
    """A relation that reads both ways: "ondersteunt", "wordt ondersteund door"."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    inverse_name = models.CharField(_("read from the other side"), max_length=80)

    class Meta:
        ordering = ["name"]
        verbose_name = _("type of relation")
        verbose_name_plural = _("types of relations")

    def __str__(self):
        return self.name


class Relation(models.Model):
    """Entered once, shown on the pages of both bodies. It has no versions: a change is live at once."""

    subject = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="relations_from", verbose_name=_("organisation")
    )
    type = models.ForeignKey(RelationType, on_delete=models.PROTECT, verbose_name=_("relation"))
    object = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="relations_to", verbose_name=_("other organisation")
    )
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            # Two, as SQLite takes each NULL for another value.
            models.UniqueConstraint(
                fields=["subject", "type", "object", "start"],
                name="relation_once_from_a_day",
                violation_error_message=_("This relation was entered already."),
            ),
            models.UniqueConstraint(
                fields=["subject", "type", "object"],
                condition=models.Q(start__isnull=True),
                name="relation_once_without_a_start",
                violation_error_message=_("This relation was entered already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(subject=models.F("object")),
                name="relation_not_to_itself",
                violation_error_message=_("An organisation has no relation to itself."),
            ),
            models.CheckConstraint(
                condition=models.Q(end__isnull=True)
                | models.Q(start__isnull=True)
                | models.Q(end__gte=models.F("start")),
                name="relation_ends_after_start",
                violation_error_message=_("A relation cannot end before it starts."),
            ),
        ]

    def __str__(self):
        return f"{self.subject} {self.type} {self.object}"
