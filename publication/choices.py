"""Vocabularies that several rooms share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What a reader may do with a file; the codes are SPDX identifiers where there is one."""

    CC0 = "CC0-1.0", _("CC0 1.0 (public domain)")
    CC_BY = "CC-BY-4.0", _("CC BY 4.0 (with credit)")
    FLEMISH_FREE = "modellicentie-gratis-hergebruik", _("Model licence for free reuse (Flanders)")
    ALL_RIGHTS = "all-rights-reserved", _("All rights reserved")


class ReadingLanguage(models.TextChoices):
    DUTCH = "nl", _("Dutch")
    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
