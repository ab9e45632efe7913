"""Who sits at the table: benches with seats, and who holds them (W3C ORG: Membership)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .dated import Dated, Period, dated_constraints
from .organization import Organization
from .terms import BenchKind, Role


class Person(models.Model):
    """A name and nothing else: how to reach a body stands at the body (GDPR, data minimisation)."""

    name = models.CharField(_("name"), max_length=120, unique=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name


class Bench(Dated):
    """A side of the table, with its number of seats."""

    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="benches", verbose_name=_("organisation")
    )
    kind = models.ForeignKey(BenchKind, on_delete=models.PROTECT, verbose_name=_("sort of bench"))
    name = models.CharField(
        _("name"), max_length=80, blank=True, help_text=_("Only where it differs from its sort, e.g. “gemeenten”.")
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True, help_text=_("Empty: not known."))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("bench")
        verbose_name_plural = _("benches")
        constraints = [
            *dated_constraints("bench"),
            models.UniqueConstraint(
                fields=["organization", "kind", "name", "start", "known_on"],
                name="bench_once",
                violation_error_message=_("This bench was entered already."),
            ),
        ]

    def __str__(self):
        return self.name or str(self.kind)


class Membership(Period):
    """Seats of a body at the table of another, or a person in a role there.

    A seat is vacant only where a source says so; that nobody is known in it does not make it vacant.
    """

    class State(models.TextChoices):
        UNKNOWN = "unknown", _("not known")
        OCCUPIED = "occupied", _("occupied")
        VACANT = "vacant", _("vacant")

    body = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("sits in")
    )
    bench = models.ForeignKey(
        Bench, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("bench")
    )
    member = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats_held",
        verbose_name=_("member organisation"),
    )
    shared_with = models.ManyToManyField(
        Organization,
        blank=True,
        related_name="seats_shared",
        verbose_name=_("shares these seats with"),
        help_text=_("Organisations that hold the same seats together with the member."),
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("person")
    )
    role = models.ForeignKey(Role, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("role"))
    function = models.CharField(
        _("function elsewhere"), max_length=160, blank=True, help_text=_("E.g. “voorzitter ACV Limburg”.")
    )
    delegated_by = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("delegated by"),
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True, help_text=_("Empty: not known."))
    state = models.CharField(_("occupied?"), max_length=10, choices=State, default=State.UNKNOWN)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    history = HistoricalRecords(m2m_fields=[shared_with])

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            *dated_constraints("membership"),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, member__isnull=True)
                | models.Q(person__isnull=True, member__isnull=False)
                | models.Q(person__isnull=True, member__isnull=True, state="vacant"),
                name="membership_of_one",
                violation_error_message=_("Choose a person or an organisation, not both; neither only if vacant."),
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=True) | models.Q(role__isnull=False),
                name="membership_person_has_role",
                violation_error_message=_("Choose the role of this person."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="vacant") | ~models.Q(source=""),
                name="membership_vacant_has_source",
                violation_error_message=_("A seat is vacant only with a source that says so."),
            ),
            models.CheckConstraint(
                condition=models.Q(member__isnull=True) | ~models.Q(member=models.F("body")),
                name="membership_not_of_itself",
                violation_error_message=_("An organisation is no member of itself."),
            ),
            models.CheckConstraint(
                condition=models.Q(seats__gte=1),
                name="membership_has_a_seat",
                violation_error_message=_("A membership has one seat or more."),
            ),
            models.UniqueConstraint(
                fields=["body", "person", "role", "start", "known_on"],
                condition=models.Q(person__isnull=False),
                name="membership_of_person_once",
                violation_error_message=_("This membership was entered already."),
            ),
            models.UniqueConstraint(
                fields=["body", "member", "bench", "start", "known_on"],
                condition=models.Q(member__isnull=False, bench__isnull=False),
                name="membership_of_body_once_in_bench",
                violation_error_message=_("This membership was entered already."),
            ),
            models.UniqueConstraint(
                fields=["body", "member", "start", "known_on"],
                condition=models.Q(member__isnull=False, bench__isnull=True),
                name="membership_of_body_once",
                violation_error_message=_("This membership was entered already."),
            ),
        ]

    def __str__(self):
        holder = self.person or self.member or self.get_state_display()
        return f"{holder} – {self.body}"

    def clean(self):
        super().clean()
        if self.bench_id and self.body_id and self.bench.organization_id != self.body_id:
            raise ValidationError({"bench": _("This bench belongs to another organisation.")})
