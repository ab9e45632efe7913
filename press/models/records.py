"""What the press can count on, beside the news: whom to call, how a body is described, what else is known of it."""

from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from organisations.dating import PartialDateField
from organisations.models import Organization
from organisations.models.dated import ENDS_BEFORE_START

ENDLESS_TWICE = _("Another press contact has no end yet. Fill in that end first.")


class PressContactQuerySet(models.QuerySet):
    def between(self, start, end):
        """Those of whose period at least one day lies from `start` to `end` (dates; no end: for ever)."""
        begun = Q() if end is None else Q(start__lte=end)
        return self.filter(begun, Q(end__isnull=True) | Q(end__gte=start))

    def on(self, site, day):
        """Whom the press of `site` calls on `day` (a date), or None."""
        return self.filter(site=site).between(day, day).first()


class PressContact(models.Model):
    """A person or a desk, for a period. No versions: an old release offers the contact of today."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="press_contacts", verbose_name=_("site"))
    name = models.CharField(_("name"), max_length=120)
    function = models.CharField(_("function"), max_length=160, blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("until and with"), null=True, blank=True, help_text=_("Empty: until further notice."))

    objects = PressContactQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-start", "pk"]
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="presscontact_ends_after_start",
                violation_error_message=ENDS_BEFORE_START,
            ),
            models.CheckConstraint(
                condition=~Q(telephone="") | ~Q(email=""),
                name="presscontact_can_be_reached",
                violation_error_message=_("Fill in a telephone number or an e-mail address."),
            ),
            # Of any two periods without an end the later lies within the other. The rest is for `clean`: only one of
            # our two databases has a constraint for ranges.
            models.UniqueConstraint(
                fields=["site"],
                condition=Q(end__isnull=True),
                name="presscontact_one_without_end",
                violation_error_message=ENDLESS_TWICE,
            ),
            models.UniqueConstraint(
                fields=["site", "start"],
                name="presscontact_one_start",
                violation_error_message=_("Another press contact starts on this day."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if not (self.site_id and self.start) or (self.end and self.end < self.start):
            return
        others = PressContact.objects.filter(site=self.site_id).exclude(pk=self.pk)
        other = others.between(self.start, self.end).first()
        if other:
            words = _("%(name)s is the press contact in a part of this period. Change one of the two periods.")
            raise ValidationError({"start": ValidationError(words, params={"name": other.name})})


class BoilerplateQuerySet(models.QuerySet):
    def on(self, day):
        """The texts in force on `day` (a date): of each body the newest that had begun."""
        newest = self.model.objects.filter(organization=models.OuterRef("organization"), start__lte=day)
        return self.filter(pk=models.Subquery(newest.order_by("-start").values("pk")[:1]))


class Boilerplate(models.Model):
    """The paragraph that a body wants under a release, in force until the next one begins."""

    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="boilerplates", verbose_name=_("organisation")
    )
    text = models.TextField(
        _("text"), max_length=1200, help_text=_("Plain text, ready to be copied. An empty line starts a paragraph.")
    )
    start = models.DateField(_("from"))

    objects = BoilerplateQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["organization", "-start"]
        verbose_name = _("boilerplate")
        verbose_name_plural = _("boilerplates")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "start"],
                name="boilerplate_one_start",
                violation_error_message=_("This organisation has a text from this day already."),
            )
        ]

    def __str__(self):
        return f"{self.organization} ({self.start})"


class Fact(models.Model):
    """A figure or a name that journalists ask for, and that no other record holds."""

    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="press_facts", verbose_name=_("organisation")
    )
    label = models.CharField(_("what"), max_length=80)
    value = models.CharField(_("value"), max_length=300)
    known_on = PartialDateField(_("known on"), blank=False, default=None)
    source = models.CharField(_("source"), max_length=200)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("fact for the press")
        verbose_name_plural = _("facts for the press")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "label", "known_on"],
                name="fact_once",
                violation_error_message=_("This fact was entered already."),
            )
        ]

    def __str__(self):
        return self.label
