"""What a request names by its query and by what is sent with it."""

import re
from functools import cache
from itertools import chain

from cms.models import CMSPlugin, Page, Placeholder
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from djangocms_alias.models import Alias
from djangocms_versioning.models import Version
from filer.models import File, Folder

from publication.embargo import Embargoed

from .keys import found, key_of, of_type
from .references import referred

# Parameters of the packages: of what something is changed, and what is only looked at or copied.
TO_CHANGE = {
    "plugin_id": CMSPlugin,
    "plugin_parent": CMSPlugin,
    "plugin_pk": CMSPlugin,
    "plugin": CMSPlugin,
    "placeholder_id": Placeholder,
    "placeholder": Placeholder,
    "target_placeholder_id": Placeholder,
    "target": Page,
    "folder_id": Folder,
    "destination": Folder,
}
TO_READ = {
    "source_plugin_id": CMSPlugin,
    "source_placeholder_id": Placeholder,
    "placeholders[]": Placeholder,
    "text_plugin": CMSPlugin,
    "compare_to": Version,
    "alias": Alias,
    "source": Page,
    "file_id": File,
}
# Those names mean nothing else anywhere, so that a value without a key is one that we don't understand.
OWN_WORDS = (CMSPlugin, Placeholder, Version)
IN_LIBRARY = {"file": File, "folder": Folder}


def values_of(request):
    """Every parameter with each of its values, of the query and of the form."""
    return [(name, value) for query in (request.GET, request.POST) for name in query for value in query.getlist(name)]


def by_names(names, values):
    for name, value in values:
        yield from found(names.get(name), value)


def has_unclear(request):
    """Whether a parameter of the CMS holds something that is no key: what it names can't be told."""
    known = TO_CHANGE | TO_READ
    return any(
        known.get(name) in OWN_WORDS and value.strip() and key_of(known[name], value) is None
        for name, value in values_of(request)
    )


def selected(model, values):
    """What was ticked in a list of `model`; in the media library the value tells the model."""
    for name, value in values:
        if name == "_selected_action":
            kind, _, key = value.partition("-")
            yield from found(IN_LIBRARY.get(kind, model), key if kind in IN_LIBRARY else value)


def typed(values):
    """What the CMS names by its kind, as a key or as a label, and its key."""
    sent = dict(values)
    if not {"obj_type", "obj_id"} <= sent.keys():
        return []
    kind, key = sent["obj_type"], sent["obj_id"]
    app, _, model = kind.lower().partition(".")
    row = ContentType.objects.filter(app_label=app, model=model).first() if model else None
    return found(row.model_class(), key) if row else of_type(kind, key)


def chosen(values):
    """What the fields of a form choose that can be under embargo, in inlines too, and what texts link to."""
    fields = choices()
    for name, value in values:
        yield from found(fields.get(re.split(r"__|-", name)[-1]), value)
        yield from referred(value)


@cache
def choices():
    """The names of the fields that lead to something that can be under embargo: {"news_item": NewsItem, …}."""
    fields = chain.from_iterable(model._meta.fields for model in apps.get_models())
    return {
        field.name: field.related_model
        for field in fields
        if field.many_to_one and field.editable and issubclass(field.related_model, Embargoed)
    }
