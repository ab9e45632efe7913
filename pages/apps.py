from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self):
        from djangocms_versioning.models import Version

        from . import belonging, former_addresses, frozen, showing, text_tables  # noqa: F401 - they register themselves
        from .addresses import has_an_address_of_its_own
        from .forms import guard_wizards
        from .nested_blocks import is_not_nested_too_far
        from .shared_blocks import (
            ask_where_blocks_stand,
            guard_shared_blocks,
            keep_uses_to_own_sites,
            name_shared_blocks_in_words,
        )
        from .text_editor import teach_text_editor

        Version.check_publish.append(has_an_address_of_its_own)
        Version.check_publish.append(is_not_nested_too_far)
        guard_shared_blocks()
        ask_where_blocks_stand()
        keep_uses_to_own_sites()
        name_shared_blocks_in_words()
        name_texts_in_words()
        guard_wizards()
        teach_text_editor()


def name_texts_in_words():
    """djangocms-text leaves its model the name of the class, which the title of its form shows."""
    from djangocms_text.models import Text

    Text._meta.verbose_name, Text._meta.verbose_name_plural = _("text"), _("texts")
