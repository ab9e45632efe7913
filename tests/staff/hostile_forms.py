"""What no screen of staff sends: keys of nothing, NUL, what is too long or of another type."""

from itertools import cycle

from django.apps import apps

VALUES = ("999999999", "\0", "9" * 400, "[]", "-1", "x")
# What the CMS, the media library, versioning and Django's lists read besides the fields of a model.
NAMES = [
    "action",
    "_selected_action",
    "select_across",
    "ids",
    "q",
    "p",
    "o",
    "all",
    "e",
    "term",
    "app_label",
    "model_name",
    "field_name",
    "next",
    "compare_to",
    "plugin_id",
    "plugin_type",
    "plugin_language",
    "plugin_parent",
    "plugin_position",
    "plugin_order",
    "plugin_order[]",
    "plugin",
    "placeholder",
    "placeholder_id",
    "source_placeholder_id",
    "target_placeholder_id",
    "source_plugin_id",
    "source_language",
    "target_language",
    "target_position",
    "move_a_copy",
    "language",
    "position",
    "target",
    "site",
    "source",
    "copy_permissions",
    "parent",
    "parent_node",
    "page",
    "obj_id",
    "obj_type",
    "content_type",
    "cms_path",
    "edit_fields",
    "openNodes[]",
    "template",
    "in_navigation",
    "settings",
    "folder_id",
    "folder",
    "name",
    "alias",
    "category",
    "replace",
    "token",
    "text_plugin",
    "use_structure",
    "object_id",
    "grouper",
    "news_item",
    "revert",
    "end",
    "move",
    "invite",
    "revoke",
    "schedule",
    "cancel",
    "together",
    "moment_0",
    "moment_1",
    "publish_0",
    "publish_1",
    "import_file",
    "resource",
    "format",
    "confirm",
    "file-0",
    "folder-0",
    "post",
    "_popup",
    "_to_field",
    "_saveasnew",
    "code",
]  # noqa: SIM905 - as readable as it gets
PACKAGES = ("beheer/cms/", "beheer/filer/", "beheer/nieuw/")
ADMINISTRATION = ("_add", "_change", "_changelist", "_delete", "_history")


def names_for(route):
    try:
        model = apps.get_model(route.model)
    except (LookupError, ValueError):
        return NAMES
    fields = [field.name for field in model._meta.get_fields()]
    return [*NAMES, *fields, *(f"content__{name}" for name in fields), "form-TOTAL_FORMS"]


def mixed(route):
    """One form in which each field has another value: for screens that judge every field by itself."""
    return dict(zip(names_for(route), cycle(VALUES), strict=False))


def each_value(route, scene):
    """Forms of one value, in most of which the keys are real: for what reads one field after the other."""
    names = names_for(route)
    placeholder, plugin = scene.objects["cms.placeholder"].pk, scene.plugins["text"].pk
    real = {
        "plugin_id": plugin,
        "source_plugin_id": plugin,
        "plugin": plugin,
        "placeholder_id": placeholder,
        "source_placeholder_id": placeholder,
        "target_placeholder_id": placeholder,
        "plugin_type": "TextPlugin",
        "target_language": "nl",
    }
    yield real
    yield dict.fromkeys(names, VALUES[0])
    for value in VALUES[1:4]:
        yield dict.fromkeys(names, value) | real


def reads_one_by_one(route):
    """Whether the CMS or the media library answers itself, instead of a form of the administration."""
    return route.pattern.startswith(PACKAGES) and not route.name.endswith(ADMINISTRATION)
