"""What this house adds to djangocms-alias, whose models are not ours: who may publish, and Dutch."""

from django.utils.translation import gettext as _


def guard_shared_blocks():
    """Ask for a permission of its own: without it djangocms-versioning lets everybody publish who may change."""
    from djangocms_alias.models import AliasContent

    AliasContent.add_to_class(
        "has_publish_permission", lambda content, user: user.has_perm("djangocms_alias.publish_aliascontent")
    )


def name_shared_blocks_in_words():
    """The package puts English behind the name of a block that has no published version."""
    from djangocms_alias.models import Alias

    Alias.add_to_class("get_name", name_of_shared_block)


def name_of_shared_block(alias, language=None):
    content = alias.get_content(language, show_draft_content=True)
    if content is None:
        return _("shared block %(number)s, without content") % {"number": alias.pk}
    # The manager of this relation knows published contents only.
    if alias.contents.filter(language=content.language).exists():
        return content.name
    return _("%(name)s (not published)") % {"name": content.name}
