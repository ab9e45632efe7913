"""The words of the field that staff can extend, each list a SKOS concept scheme (W3C SKOS Reference)."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

KEY_OF_OPEN_DATA = _(
    "Stands in addresses and in the open data: whoever took it over there loses the link when it changes."
)


class Term(models.Model):
    """A concept with its preferred label and definition. It has no versions: a change is live at once."""

    slug = models.SlugField(_("short name"), unique=True, help_text=KEY_OF_OPEN_DATA)
    label = models.CharField(_("name"), max_length=80)
    definition = models.CharField(_("meaning"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    history = HistoricalRecords(inherit=True)

    class Meta:
        abstract = True
        ordering = ["position", "label"]

    def __str__(self):
        return self.label


class Classification(Term):
    """What sort of body it is: a regional consultation table, a union, a province."""

    class OrgClass(models.TextChoices):
        """Classes of the Organization Ontology (W3C ORG)."""

        ORGANIZATION = "Organization", _("organisation")
        FORMAL_ORGANIZATION = "FormalOrganization", _("organisation that exists in law")
        COLLABORATION = "OrganizationalCollaboration", _("collaboration of organisations")
        UNIT = "OrganizationalUnit", _("part of an organisation")

    org_class = models.CharField(
        _("in the open data"),
        max_length=30,
        choices=OrgClass,
        blank=True,
        help_text=_("Empty: as the broader term; without one the legal form decides."),
    )
    broader = models.ForeignKey(
        "self", verbose_name=_("broader term"), null=True, blank=True, on_delete=models.PROTECT, related_name="narrower"
    )

    class Meta(Term.Meta):
        verbose_name = _("sort of organisation")
        verbose_name_plural = _("sorts of organisations")


class BenchKind(Term):
    class Meta(Term.Meta):
        verbose_name = _("sort of bench")
        verbose_name_plural = _("sorts of benches")


class Role(Term):
    """What a person does in a body (org:Role)."""

    single_holder = models.BooleanField(
        _("held by one person at a time"), default=False, help_text=_("A newer holder then follows the former one.")
    )
    takes_seat = models.BooleanField(
        _("takes a seat"), default=True, help_text=_("Not so for who supports a body, observes or replaces somebody.")
    )

    class Meta(Term.Meta):
        verbose_name = _("role")
        verbose_name_plural = _("roles")


class Theme(Term):
    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def get_absolute_url(self):
        return reverse("themes:detail", args=(self.slug,))
