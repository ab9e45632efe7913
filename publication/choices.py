"""Vocabularies that several rooms share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What a reader may do with a file; the codes are SPDX identifiers where there is one."""

    CC0 = "CC0-1.0", _("CC0 1.0 (public domain)")
    CC_BY = "CC-BY-4.0", _("CC BY 4.0 (with credit)")
    FLEMISH_FREE = "modellicentie-gratis-hergebruik", _("Model licence for free reuse (Flanders)")
    ALL_RIGHTS = "all-rights-reserved", _("All rights reserved")

    @property
    def address(self):
        """Where the licence itself can be read; none where nothing is given."""
        return LICENCE_ADDRESSES.get(self, "")


# The Flemish one by its URI in the government's own list of licences (data.vlaanderen.be/doc/licentie).
LICENCE_ADDRESSES = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.FLEMISH_FREE: "https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0",
}


class ReadingLanguage(models.TextChoices):
    DUTCH = "nl", _("Dutch")
    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
