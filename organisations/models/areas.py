"""Municipalities, sub-regions and provinces through time, and where they take part."""

import unicodedata

from django.contrib.sites.models import Site
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from organisations.dating import PartialDateField
from publication.models import Addressed

from .dated import Dated, dated_constraints
from .organization import Organization
from .terms import KEY_OF_OPEN_DATA


def folded(name):
    """A name as a search compares it: without accents, case, spaces and hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


class Area(Addressed, Dated):
    """A place under one name and within one set of borders: after a merger there is a new one, or one less."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("municipality")
        SUB_REGION = "sub_region", _("sub-region")
        PROVINCE = "province", _("province")

    slug = models.SlugField(_("address"), max_length=100, unique=True, help_text=KEY_OF_OPEN_DATA)
    name = models.CharField(_("name"), max_length=80)
    folded_name = models.CharField(max_length=80, editable=False, db_index=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.MUNICIPALITY)
    sites = models.ManyToManyField(Site, verbose_name=_("sites"), related_name="areas")

    class Meta:
        ordering = ["name"]
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        constraints = [
            *dated_constraints("area"),
            models.UniqueConstraint(
                fields=["kind", "name", "start"],
                name="area_once",
                violation_error_message=_("This area was entered already."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.folded_name = folded(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        """A province has no page of its own: the list of its municipalities is that page."""
        if self.kind == self.Kind.PROVINCE:
            return reverse("areas:list")
        return reverse("areas:detail" if self.kind == self.Kind.MUNICIPALITY else "areas:sub-region", args=(self.slug,))


class AreaPart(Dated):
    """That one area lies in another: a municipality in a sub-region, a sub-region in a province."""

    part = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="wholes", verbose_name=_("area"))
    whole = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="parts", verbose_name=_("lies in"))

    class Meta:
        verbose_name = _("place in a larger area")
        verbose_name_plural = _("places in larger areas")
        constraints = [
            *dated_constraints("area_part"),
            models.UniqueConstraint(
                fields=["part", "whole", "start", "known_on"],
                name="area_part_once",
                violation_error_message=_("This was entered already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(part=models.F("whole")),
                name="area_not_in_itself",
                violation_error_message=_("An area does not lie in itself."),
            ),
        ]

    def __str__(self):
        return f"{self.part} – {self.whole}"


class AreaChange(models.Model):
    """A merger: areas before, areas after. An area that goes on under its name stands on both sides."""

    date = PartialDateField(_("date"), blank=False, default=None)
    originals = models.ManyToManyField(Area, related_name="changed_by", verbose_name=_("before"))
    results = models.ManyToManyField(Area, related_name="resulted_from", verbose_name=_("after"))
    source = models.CharField(_("source"), max_length=200, blank=True)

    history = HistoricalRecords(m2m_fields=[originals, results])

    class Meta:
        ordering = ["date", "pk"]
        verbose_name = _("merger of areas")
        verbose_name_plural = _("mergers of areas")

    def __str__(self):
        return str(self.date)


class Participation(Dated):
    """That a municipality takes part in a body."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="participations", verbose_name=_("area"))
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="participations", verbose_name=_("organisation")
    )

    class Meta:
        verbose_name = _("participation of an area")
        verbose_name_plural = _("participations of areas")
        constraints = [
            *dated_constraints("participation"),
            models.UniqueConstraint(
                fields=["area", "organization", "start", "known_on"],
                name="participation_once",
                violation_error_message=_("This participation was entered already."),
            ),
        ]

    def __str__(self):
        return f"{self.area} – {self.organization}"
