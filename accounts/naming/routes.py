"""The thing that an address for staff is about."""

from cms.models import CMSPlugin
from django.apps import apps
from djangocms_alias.models import Alias
from djangocms_versioning.models import Version
from filer.models import File, Folder
from filer.utils.filer_easy_thumbnails import thumbnail_to_original_filename

from documents.models import DocumentFile
from news.models import NewsItem
from publication.models import PublicationSchedule

from .keys import found, of_type

# Addresses whose words do not name a model: by their name, the model of their key.
ROUTES = {
    "staff-file": DocumentFile,
    "staff-preview": DocumentFile,
    "press-invitations": NewsItem,
    "schedule-version": Version,
    "schedule-changing": PublicationSchedule,
    "admin:djangocms_alias_alias_usage": Alias,
    "admin:cms_placeholder_edit_plugin": CMSPlugin,
    "admin:cms_placeholder_delete_plugin": CMSPlugin,
}
KEYS = {"folder_id": Folder, "file_id": File, "plugin_pk": CMSPlugin}


def by_address(match):
    """The thing that the route in `match` (a ResolverMatch) is about, in a list; empty where it names none."""
    words, name = (*match.args, *match.kwargs.values()), match.view_name or ""
    if "render_object" in name or name == "admin:view_on_site":
        return of_type(*words[:2])
    if "path" in match.kwargs:
        return file_at(match.kwargs["path"])
    return found(model_of(match), words[0]) if words else []


def model_of(match):
    """The model of what the route in `match` is about, also where it names none of them; or None."""
    known = ROUTES.get(match.view_name) or next((KEYS[key] for key in match.kwargs if key in KEYS), None)
    return known or model_in(match.route)


def model_in(route):
    """Of an address of the administration: beheer/<app>/<model>/<key>/…"""
    _start, label, name, *_rest = [*route.split("/"), "", ""]
    try:
        return apps.get_model(label, name)
    except LookupError:
        return None


def file_at(path):
    """An original, or the one that a thumbnail was made of."""
    return list(File._base_manager.filter(file__in=(path, thumbnail_to_original_filename(path) or path)))
