from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PicturesConfig(AppConfig):
    name = "pictures"
    verbose_name = _("Pictures")

    def ready(self):
        from djangocms_versioning.models import Version

        from . import belonging, files_in_use, frozen  # noqa: F401 - they register themselves
        from .publishing import shows_nothing_held_back

        Version.check_publish.append(shows_nothing_held_back)
