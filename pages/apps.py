from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self):
        from djangocms_versioning.models import Version

        from . import former_addresses, showing  # noqa: F401 - they register themselves
        from .addresses import has_an_address_of_its_own
        from .forms import guard_wizards

        Version.check_publish.append(has_an_address_of_its_own)
        guard_shared_blocks()
        guard_wizards()


def guard_shared_blocks():
    """Ask for a permission of its own: without it djangocms-versioning lets everybody publish who may change."""
    from djangocms_alias.models import AliasContent

    AliasContent.add_to_class(
        "has_publish_permission", lambda content, user: user.has_perm("djangocms_alias.publish_aliascontent")
    )
