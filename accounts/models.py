"""Where an account works. What it may do there is for its roles to say."""

from django.conf import settings
from django.contrib.sites.models import Site
from django.db import models
from django.utils.translation import gettext_lazy as _


class Workplace(models.Model):
    """The sites of an account; without a row it works on none."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="workplace")
    every_site = models.BooleanField(_("all sites"), default=False)
    sites = models.ManyToManyField(Site, verbose_name=_("sites"), blank=True, related_name="+")

    class Meta:
        default_permissions = ()
        verbose_name, verbose_name_plural = _("workplace"), _("workplaces")

    def __str__(self):
        return str(self.account)
