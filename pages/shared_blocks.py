"""What this house adds to djangocms-alias, whose models are not ours: who may publish, and Dutch."""

from django.utils.translation import gettext as _

from publication.belonging import UnknownBelonging, may_open

from .nested_blocks import check_place


def guard_shared_blocks():
    """Ask for a permission of its own: without it djangocms-versioning lets everybody publish who may change."""
    from djangocms_alias.models import AliasContent

    AliasContent.add_to_class(
        "has_publish_permission", lambda content, user: user.has_perm("djangocms_alias.publish_aliascontent")
    )


def ask_where_blocks_stand():
    """The form of the package asks which block, and not whether it may stand there."""
    from djangocms_alias.cms_plugins import Alias

    form_of_package = Alias.get_form

    def get_form(plugin, request, obj=None, **kwargs):
        form = form_of_package(plugin, request, obj, **kwargs)
        place = obj.placeholder if obj else plugin._cms_initial_attributes.get("placeholder")
        return type(form.__name__, (AsksForItsPlace, form), {"place": place})

    Alias.get_form = get_form
    # The package asks the database at each block whether it stands in itself; our template knows (`nested_blocks`).
    Alias.get_render_template = template_of


def keep_uses_to_own_sites():
    """The package lists for everybody of staff whatever a shared block stands in."""
    from djangocms_alias.cms_plugins import Alias

    view_of_package = Alias.alias_usage_view
    Alias.alias_usage_view = lambda plugin, request, pk: without_others(request, view_of_package(plugin, request, pk))


def without_others(request, answer):
    """`answer`, which is not rendered yet, naming only what its user may open."""
    context = getattr(answer, "context_data", None) or {}
    if "objects_list" in context:
        context["objects_list"] = [thing for thing in context["objects_list"] if is_theirs(request.user, thing)]
    return answer


def is_theirs(user, thing):
    try:
        return may_open(user, thing)
    except UnknownBelonging:
        return False


def template_of(plugin, context, instance, placeholder):
    return f"djangocms_alias/{instance.template}/alias.html"


class AsksForItsPlace:
    """Mixin for that form; `place` is the placeholder in which the block is put."""

    def clean_alias(self):
        alias = self.cleaned_data["alias"]
        if self.place and alias.pk != self.instance.alias_id:
            check_place(alias, self.place)
        return alias


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
