from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self):
        from djangocms_versioning.models import Version

        from . import belonging, former_addresses, frozen, showing  # noqa: F401 - they register themselves
        from .addresses import has_an_address_of_its_own
        from .forms import guard_wizards
        from .shared_blocks import guard_shared_blocks, name_shared_blocks_in_words

        Version.check_publish.append(has_an_address_of_its_own)
        guard_shared_blocks()
        name_shared_blocks_in_words()
        name_texts_in_words()
        guard_wizards()


def name_texts_in_words():
    """djangocms-text leaves its model the name of the class, which the title of its form shows."""
    from djangocms_text.models import Text

    Text._meta.verbose_name, Text._meta.verbose_name_plural = _("text"), _("texts")
