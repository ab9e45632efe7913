"""What a request names: by its address, by its query and by what is sent with it, whatever the route is called."""

import re
from itertools import chain

from cms.models import CMSPlugin, Placeholder
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from djangocms_text.forms import ActionTokenValidationForm
from djangocms_versioning.models import Version
from filer.models import File
from filer.utils.filer_easy_thumbnails import thumbnail_to_original_filename

from documents.models import DocumentFile
from pictures.models import Picture
from publication.embargo import Embargoed
from publication.models import PublicationSchedule

# Parameters of the CMS, of versioning and of the media library; a field that leads to what can be under embargo is
# added by its name (`parameters`).
PACKAGES = {
    "placeholder": Placeholder,
    "placeholder_id": Placeholder,
    "source_placeholder_id": Placeholder,
    "target_placeholder_id": Placeholder,
    "placeholders[]": Placeholder,
    "plugin": CMSPlugin,
    "plugin_id": CMSPlugin,
    "source_plugin_id": CMSPlugin,
    "plugin_parent": CMSPlugin,
    "plugin_pk": CMSPlugin,
    "compare_to": Version,
    "file_id": Picture,
}
# Routes whose key has no name, or one that several kinds of things share.
ROUTES = (
    (r"admin:cms_placeholder_\w+_(plugin|field)", CMSPlugin),
    (r"admin:cms_placeholder_clear_placeholder", Placeholder),
    (r"admin:djangocms_versioning_\w+version_\w+|schedule-version", Version),
    (r"schedule-changing", PublicationSchedule),
    (r"admin:filer_\w+|admin:pictures_\w+", Picture),
    (r"staff-file|staff-preview", DocumentFile),
)
TYPED = re.compile(r"admin:cms_placeholder_render_object_\w+|admin:view_on_site")
# A link in a text, and what the editor asks the name of: "news.newsitem:10".
REFERENCE = re.compile(r"\b([a-z_]+\.[a-z_]+):([0-9]{1,18})", re.IGNORECASE)
KEY = re.compile(r"(?:file-)?([0-9]{1,18})")


def named(request):
    """The things that exist of those that `request` names; each may come more than once."""
    match = request.resolver_match
    yield from by_address(match)
    values = [(name, value) for query in (request.GET, request.POST) for name in query for value in query.getlist(name)]
    yield from by_parameters(match, values)
    if match.view_name == "admin:index":
        yield from lately_changed(request.user)
    if match.view_name == "admin:djangocms_text_textplugin_revert_on_cancel":
        yield from by_token(request)


def by_address(match):
    name, keys = match.view_name or "", (*match.args, *match.kwargs.values())
    if match.func.__module__ == "filer.server.views":
        yield from originals(match.kwargs.get("path", ""))
    elif TYPED.fullmatch(name):
        yield from of_type(*keys[:2])
    elif keys:
        yield from found(model_of(name), keys[0])
    for parameter, value in match.kwargs.items():
        yield from found(PACKAGES.get(parameter), value)


def model_of(name):
    """The model that the first key in the address of the route `name` belongs to, or None."""
    for pattern, model in ROUTES:
        if re.fullmatch(pattern, name):
            return model
    known = {f"admin:{model._meta.app_label}_{model._meta.model_name}_": model for model in admin.site._registry}
    prefixes = [prefix for prefix in known if name.startswith(prefix)]
    if name == "press-invitations":
        return apps.get_model("news.newsitem")
    return known[max(prefixes, key=len)] if prefixes else None


def by_parameters(match, values):
    known = PACKAGES | parameters()
    chosen = model_of(match.view_name or "")
    for name, value in values:
        field = re.split(r"__|-", name)[-1]
        yield from found(chosen if name == "_selected_action" else known.get(field), value)
        for label, key in REFERENCE.findall(value):
            if label.lower() in settings.TEXT_LINKABLE_MODELS:
                yield from found(apps.get_model(label.lower()), key)
    sent = dict(values)
    if {"obj_type", "obj_id"} <= sent.keys():
        kind = ContentType.objects.filter(pk__in=keys_in(sent["obj_type"])).first() or by_label(sent["obj_type"])
        yield from found(kind and kind.model_class(), sent["obj_id"])


def parameters():
    """The names of the fields that lead to something that can be under embargo: {"news_item": NewsItem, …}."""
    fields = chain.from_iterable(model._meta.fields for model in apps.get_models())
    return {
        field.name: field.related_model
        for field in fields
        if field.many_to_one and field.editable and issubclass(field.related_model, Embargoed)
    }


def by_label(label):
    app, _, model = label.lower().partition(".")
    return ContentType.objects.filter(app_label=app, model=model).first()


def of_type(kind, key):
    for row in ContentType.objects.filter(pk__in=keys_in(kind)):
        yield from found(row.model_class(), key)


def originals(path):
    """The media library's file at `path`, or the one that a thumbnail there was made of."""
    return File.objects.filter(file__in=[path, thumbnail_to_original_filename(path) or path])


def lately_changed(user):
    """What the start of the administration names as done by `user` (Django shows ten)."""
    for entry in LogEntry.objects.filter(user=user).select_related("content_type")[:10]:
        yield from found(entry.content_type and entry.content_type.model_class(), entry.object_id)


def by_token(request):
    """The text that the editor was opened for and gives back."""
    form = ActionTokenValidationForm(request.POST)
    if form.is_valid():
        yield from found(CMSPlugin, form.get_id_from_token(request.session.session_key) or "")


def found(model, value):
    return model._base_manager.filter(pk__in=keys_in(value)) if model else ()


def first(model, value):
    return next(iter(found(model, value)), None)


def keys_in(value):
    """A list of one key, or none where `value` is no key of ours."""
    match = KEY.fullmatch(str(value))
    return [int(match[1])] if match else []
