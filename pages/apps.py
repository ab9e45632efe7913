from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self):
        from . import former_addresses, showing  # noqa: F401 - they register themselves
        from .shared_blocks import guard_shared_blocks, name_shared_blocks_in_words

        guard_shared_blocks()
        name_shared_blocks_in_words()
