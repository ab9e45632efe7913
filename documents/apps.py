from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = _("Documents")

    def ready(self):
        from . import (
            former_files,  # noqa: F401 - listens to versioning
            frozen,  # noqa: F401 - registers what plans freeze
        )
