"""How bodies hang together.

Relations join groupers, not versions: a relation to a version would point at a withdrawn text after the
next publication.
"""

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from .dated import Dated, dated_constraints
from .organization import Organization
from .terms import KEY_OF_OPEN_DATA


class RelationType(models.Model):
    """A relation that reads both ways: "ondersteunt", "wordt ondersteund door"."""

    slug = models.SlugField(_("short name"), unique=True, help_text=KEY_OF_OPEN_DATA)
    name = models.CharField(_("name"), max_length=80)
    inverse_name = models.CharField(_("read from the other side"), max_length=80)
    hierarchical = models.BooleanField(
        _("has no circles"), default=False, help_text=_("Nothing can be part of its own parts, at whatever distance.")
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("type of relation")
        verbose_name_plural = _("types of relations")

    def __str__(self):
        return self.name

    @property
    def symmetric(self):
        return self.name == self.inverse_name


class Relation(Dated):
    """Entered once, shown on the pages of both bodies. It has no versions: a change is live at once."""

    subject = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="relations_from", verbose_name=_("organisation")
    )
    type = models.ForeignKey(RelationType, on_delete=models.PROTECT, verbose_name=_("relation"))
    object = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="relations_to", verbose_name=_("other organisation")
    )

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            *dated_constraints("relation"),
            models.UniqueConstraint(
                fields=["subject", "type", "object", "start", "known_on"],
                name="relation_once",
                violation_error_message=_("This relation was entered already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(subject=models.F("object")),
                name="relation_not_to_itself",
                violation_error_message=_("An organisation has no relation to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.subject} {self.type} {self.object}"

    def clean(self):
        super().clean()
        if not (self.type_id and self.subject_id and self.object_id):
            return
        if self.type.hierarchical:
            self.refuse_circle()
        if self.type.symmetric:
            self._refuse_mirror()

    def save(self, *args, **kwargs):
        """What reads the same from both sides is kept in one order, so that the database sees it entered twice."""
        if self.type.symmetric and self.subject_id > self.object_id:
            self.subject, self.object = self.object, self.subject
        super().save(*args, **kwargs)

    def _refuse_mirror(self):
        same = Relation.objects.filter(type=self.type, subject=self.object, object=self.subject)
        if same.filter(start=self.start, known_on=self.known_on).exclude(pk=self.pk).exists():
            raise ValidationError({"object": _("This relation was entered already, from the other side.")})

    def refuse_circle(self, beside=()):
        """Raise ValidationError where this closes a circle with what is stored and what was entered `beside` it."""
        if connection.in_atomic_block:
            # One at a time: two relations that are right apart can close a circle together.
            RelationType.objects.select_for_update().get(pk=self.type_id)
        entered = [relation for relation in beside if relation.type_id == self.type_id]
        stored = Relation.objects.filter(type=self.type).exclude(pk__in=[one.pk for one in (self, *entered) if one.pk])
        above, seen = {self.object_id}, set()
        while above:
            if self.subject_id in above:
                words = _("This closes a circle: %(object)s is below %(subject)s already.")
                raise ValidationError({"object": words % {"subject": self.subject, "object": self.object}})
            seen |= above
            higher = {relation.object_id for relation in entered if relation.subject_id in above}
            above = (higher | set(stored.filter(subject__in=above).values_list("object", flat=True))) - seen
