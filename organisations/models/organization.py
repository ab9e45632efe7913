"""The bodies (W3C ORG: Organization), what is said of them, and how they are reached."""

from cms.models.fields import PlaceholderRelationField
from cms.utils.placeholder import get_placeholder_from_slot
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from publication.models import Content, Grouper
from publication.web_addresses import WebAddressField
from regions.legal import validate_enterprise_number

from .dated import Known, Period, dated_constraints
from .terms import Classification, Theme


class Organization(Grouper):
    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def get_absolute_url(self):
        return reverse("organisations:detail", args=(self.slug,))

    def public_paths(self):
        """The page, and the same as data."""
        data = [reverse("organisation-data", args=(self.slug, extension)) for extension in ("jsonld", "ttl", "csv")]
        return [*super().public_paths(), *data]


class Seating(Organization):
    """A body as the screen of its seats and relations knows it: with rights of its own, apart from its texts."""

    class Meta:
        proxy = True
        default_permissions = ("change", "view")
        verbose_name = _("seats and relations of an organisation")
        verbose_name_plural = _("seats and relations")


class Status(models.TextChoices):
    NOT_YET_ACTIVE = "not_yet_active", _("not yet active")
    ACTIVE = "active", _("active")
    AD_HOC = "ad_hoc", _("meets when needed")
    DORMANT = "dormant", _("dormant")
    DISSOLVED = "dissolved", _("dissolved")
    UNKNOWN = "unknown", _("present status not known")


class OrganizationContent(Content):
    GROUPER = "organization"
    LABEL = "name"
    CHILDREN = ("statuses", "contact_points", "external_links")

    class Kind(models.TextChoices):
        """The Flemish register Wegwijs keeps what acts by itself apart from people who meet to take positions."""

        ORGANISATION = "organisation", _("organisation")
        ORGAN = "organ", _("organ")
        WORKING_GROUP = "working_group", _("working group")

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="contents")
    name = models.CharField(_("name"), max_length=120)
    full_name = models.CharField(_("full name"), max_length=200, blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ORGANISATION)
    legal_form = models.CharField(_("legal form"), max_length=60, blank=True)
    enterprise_number = models.CharField(
        _("enterprise number"), max_length=20, blank=True, validators=[validate_enterprise_number]
    )
    court = models.CharField(_("register of legal persons (RPR)"), max_length=120, blank=True)
    classification = models.ForeignKey(
        Classification, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("sort of organisation")
    )
    summary = models.TextField(_("summary"), max_length=300, help_text=_("What it is and does, in two sentences."))
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    areas = models.ManyToManyField("organisations.Area", verbose_name=_("works for"), blank=True)
    placeholders = PlaceholderRelationField()

    class Meta:
        verbose_name = _("text of an organisation")
        verbose_name_plural = _("texts of organisations")
        permissions = [("publish_organizationcontent", _("Can publish organisations"))]

    @cached_property
    def body(self):
        return get_placeholder_from_slot(self.placeholders, "body")

    def get_template(self):
        return "organisations/detail.html"

    def status_on(self, day):
        """The StatusPeriod that says most about `day`, or None where nothing is known."""
        periods = [period for period in self.statuses.all() if period.known_about(day) is not Known.NO]
        return max(periods, key=lambda period: period.since, default=None)

    @cached_property
    def present_status(self):
        return self.status_on(timezone.localdate())

    @property
    def get_status_display(self):
        return self.present_status.get_status_display() if self.present_status else Status.UNKNOWN.label

    @property
    def status_note(self):
        return self.present_status.note if self.present_status else ""


class StatusPeriod(Period):
    """What a body was in a period: nothing on the site says more than a source does."""

    content = models.ForeignKey(OrganizationContent, on_delete=models.CASCADE, related_name="statuses")
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.UNKNOWN)
    note = models.CharField(_("about the status"), max_length=300, blank=True)

    class Meta:
        ordering = ["start", "known_on", "pk"]
        verbose_name = _("status")
        verbose_name_plural = _("statuses")
        constraints = dated_constraints("status")

    def __str__(self):
        return self.get_status_display()


class ContactPoint(models.Model):
    content = models.ForeignKey(OrganizationContent, on_delete=models.CASCADE, related_name="contact_points")
    label = models.CharField(_("for what"), max_length=120)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("theme"), related_name="contact_points"
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")

    def __str__(self):
        return self.label


class ExternalLink(models.Model):
    """A site of somebody else. Where its address is not known the name stands alone, and says so."""

    content = models.ForeignKey(OrganizationContent, on_delete=models.CASCADE, related_name="external_links")
    name = models.CharField(_("name"), max_length=120)
    url = WebAddressField(_("address"), blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("external link")
        verbose_name_plural = _("external links")

    def __str__(self):
        return self.name
