"""What an address for staff is about, and what it is sent: the things themselves."""

from cms.models import CMSPlugin, Page, Placeholder
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from djangocms_alias.models import Alias
from djangocms_versioning.models import Version
from filer.models import File, Folder
from filer.utils.filer_easy_thumbnails import thumbnail_to_original_filename

from documents.models import DocumentFile
from news.models import NewsItem
from publication.models import PublicationSchedule

# Addresses whose words do not name a model: by their name, the model of their key.
ROUTES = {
    "staff-file": DocumentFile,
    "staff-preview": DocumentFile,
    "press-invitations": NewsItem,
    "schedule-version": Version,
    "schedule-changing": PublicationSchedule,
    "admin:djangocms_alias_alias_usage": Alias,
    "admin:cms_placeholder_edit_plugin": CMSPlugin,
    "admin:cms_placeholder_edit_field": CMSPlugin,
    "admin:cms_placeholder_delete_plugin": CMSPlugin,
}
KEYS = {"folder_id": Folder, "file_id": File, "plugin_pk": CMSPlugin}
# What a request is sent: of what something is changed, and what is only looked at or copied.
CHANGED = {
    "plugin_id": CMSPlugin,
    "plugin_parent": CMSPlugin,
    "plugin": CMSPlugin,
    "placeholder_id": Placeholder,
    "placeholder": Placeholder,
    "target_placeholder_id": Placeholder,
    "target": Page,
    "folder_id": Folder,
    "destination": Folder,
}
READ = {
    "source_plugin_id": CMSPlugin,
    "source_placeholder_id": Placeholder,
    "text_plugin": CMSPlugin,
    "compare_to": Version,
    "alias": Alias,
    "source": Page,
}


def by_address(match):
    """The thing that the route in `match` (a ResolverMatch) is about, in a list; empty where it names none."""
    words, name = (*match.args, *match.kwargs.values()), match.view_name or ""
    if "render_object" in name:
        return found(kind_of(match.args[0]), match.args[1])
    if name == "admin:view_on_site":
        return found(kind_of(match.kwargs["content_type_id"]), match.kwargs["object_id"])
    if "path" in match.kwargs:
        return file_at(match.kwargs["path"])
    known = ROUTES.get(name) or next((KEYS[key] for key in match.kwargs if key in KEYS), None)
    model = known or model_in(match.route)
    return found(model, words[0]) if model and words else []


def model_in(route):
    """Of an address of the administration: beheer/<app>/<model>/<key>/…"""
    _start, label, name, *_rest = [*route.split("/"), "", ""]
    try:
        return apps.get_model(label, name)
    except LookupError:
        return None


def sent(request, names):
    """What the fields `names` of the query or the form name."""
    for name, model in names.items():
        for value in {*request.GET.getlist(name), *request.POST.getlist(name)}:
            yield from found(model, value)


def found(model, key):
    try:
        return list(model._base_manager.filter(pk=key)) if model else []
    except (ValueError, TypeError, OverflowError, ValidationError):
        return []  # no key of anything: for the view to answer


def kind_of(key):
    [*kind] = found(ContentType, key)
    return kind[0].model_class() if kind else None


def file_at(path):
    """An original, or the one that a thumbnail was made of."""
    return list(File._base_manager.filter(file__in=(path, thumbnail_to_original_filename(path) or path)))
