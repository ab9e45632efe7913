from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    """What journalists get, and who may have it before everybody else."""

    name = "press"
    verbose_name = _("Press")

    def ready(self):
        from . import duty  # noqa: F401 - registers itself
