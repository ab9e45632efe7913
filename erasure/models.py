"""That something was erased, when and why; never what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    NAME = "name", _("a name")
    FILE = "file", _("a file")
    PICTURE = "picture", _("a picture")


class Ground(models.TextChoices):
    PRIVACY = "privacy", _("privacy law (GDPR, article 17)")
    COURT = "court", _("a decision of a court")
    MAKER = "maker", _("a right of a maker (copyright or portrait right)")


class Erasure(models.Model):
    """Its line on the list of erasures (`ledger.py`) is what is carried out; this says that this database had it."""

    key = models.UUIDField(unique=True, editable=False)
    kind = models.CharField(_("what"), max_length=10, choices=Kind, editable=False)
    ground = models.CharField(_("ground"), max_length=10, choices=Ground, editable=False)
    at = models.DateTimeField(_("erased on"), editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("erased by"), editable=False
    )
    finished = models.BooleanField(
        _("gone everywhere"), default=False, editable=False, help_text=_("From the disk and the freed pages as well.")
    )

    class Meta:
        ordering = ["-at"]
        default_permissions = ("view",)
        permissions = [("erase_data", _("Can erase data"))]
        verbose_name = _("erasure")
        verbose_name_plural = _("erased data")

    def __str__(self):
        return f"{self.get_kind_display()} ({self.get_ground_display()})"
