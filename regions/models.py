"""Who we are on each site: its name, its imprint and the licence of what it publishes."""

from django.conf import settings
from django.contrib.sites.models import Site
from django.db import models
from django.utils.translation import gettext_lazy as _

from publication.choices import Licence

from .legal import validate_enterprise_number


class Accent(models.TextChoices):
    """Sets of colours for what can be followed; each has its tokens (tokens.css), icons and ink on cards."""

    HEATHER = "heather", _("heather (purple)")
    BLUEBELL = "bluebell", _("bluebell (blue)")
    BEECH = "beech", _("beech (green)")
    BRICK = "brick", _("brick (red-brown)")


class Drawing(models.TextChoices):
    """What is drawn under the titles of cards."""

    HILLS = "hills", _("rolling hills, in the accent")
    LIMBURG = "limburg", _("Limburg: a spoil tip, heath and the Maas")


class Region(models.Model):
    """The body behind one `Site`. Unknown parts of the imprint stay empty and are shown as still to be supplied."""

    site = models.OneToOneField(Site, verbose_name=_("site"), on_delete=models.CASCADE, related_name="region")
    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    accent = models.CharField(_("accent"), max_length=20, choices=Accent, default=Accent.HEATHER)
    drawing = models.CharField(_("drawing on cards"), max_length=20, choices=Drawing, default=Drawing.HILLS)
    data_licence = models.CharField(_("licence"), max_length=60, choices=Licence, default=Licence.FLEMISH_FREE)

    # The imprint that the law asks of a vzw.
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    seat = models.CharField(_("registered seat"), max_length=200, blank=True)
    enterprise_number = models.CharField(
        _("enterprise number"), max_length=20, blank=True, validators=[validate_enterprise_number]
    )
    court = models.CharField(_("register of legal persons (RPR)"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    controller = models.CharField(
        _("controller of personal data"),
        max_length=200,
        blank=True,
        help_text=_("Who answers for the personal data on this site (GDPR, article 4). Shown once it is filled in."),
    )
    complaints = models.EmailField(
        _("address for complaints"), blank=True, help_text=_("Shown in the imprint once it is filled in.")
    )

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self):
        return self.name

    @property
    def imprint(self):
        """Labels and values, in the order of the law; an empty value is unknown."""
        names = ["legal_name", "seat", "enterprise_number", "court", "email", "telephone"]
        names += [name for name in ("controller", "complaints") if getattr(self, name)]
        return [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in names]


def site_origin(site):
    """Scheme and host of `site` for absolute addresses: from the settings or the database, never from a request."""
    # SITE_URL is that of the site which this process serves.
    return (site.pk == settings.SITE_ID and settings.SITE_URL) or f"https://{site.domain}"
