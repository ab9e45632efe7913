"""What a request shows of an embargo: who sees one confirms who they are, also who writes drafts only.

It is asked of the things themselves: of what a request names, of what that shows, and of the lists that have some.
"""

import re

from cms.models import CMSPlugin, PageContent, Placeholder
from cms.plugin_pool import plugin_pool
from django.apps import apps
from django.conf import settings
from django.db.models import CharField, ForeignKey, Value
from django.utils import timezone
from djangocms_alias.models import Alias, AliasContent

from accounts.naming import has_unclear, model_of, named
from accounts.naming.references import referred
from pictures.models import Picture
from publication.embargo import Embargoed
from publication.models import Content, Grouper, PublicationSchedule

# Screens that list things by name, and the forms in which one of them is chosen from a list.
LISTS = re.compile(
    r"schedule-(calendar|month)|admin:autocomplete|admin:filer-directory_listing(?!-make)[-\w]*"
    r"|admin:\w+_(changelist|grouper)|admin:filer_folder_(change|delete)|admin:djangocms_text_textplugin_get_available_urls"
)
FORMS = re.compile(r"admin:\w+_(add|change|add_plugin|edit_plugin)")
USAGE = "admin:djangocms_alias_alias_usage"
LIBRARY = re.compile(r"admin:filer-directory_listing|admin:(filer|pictures)_")


def shows_embargo(request):
    """Whether `request` is about something under embargo."""
    waiting = models_waiting()
    if not waiting:
        return False
    if has_unclear(request) or waiting & set(listed(request)):
        return True
    return any(one.is_under_embargo for thing in shown(request) for one in held_back(thing))


def shown(request):
    """What it names, and what stands in the list of where a shared block is used."""
    for thing, _how in named(request):
        yield thing
        if isinstance(thing, Alias) and request.resolver_match.view_name == USAGE:
            yield from thing.objects_using


def embargoed_models():
    return [model for model in apps.get_models() if issubclass(model, Embargoed) and not model._meta.proxy]


def models_waiting():
    """Those of which something is under embargo now, in one query."""
    models = {model._meta.label: model for model in embargoed_models()}
    rows = [
        model._base_manager.filter(embargo_until__gt=timezone.now())
        .order_by()
        .values_list(Value(label, CharField()), flat=True)
        .distinct()
        for label, model in models.items()
    ]
    return {models[label] for label in rows[0].union(*rows[1:])}


def listed(request):
    """The models of which the answer to `request` lists what there is."""
    name = request.resolver_match.view_name or ""
    if LISTS.fullmatch(name):
        return of_list(request, name)
    return chosen_in(model_of_form(request, name)) if FORMS.fullmatch(name) else []


def of_list(request, name):
    if name.startswith("schedule-"):
        return embargoed_models()
    if name.endswith("_urls"):  # with "g" it names one thing
        return [] if request.GET.get("g") else [apps.get_model(label) for label in settings.TEXT_LINKABLE_MODELS]
    if LIBRARY.match(name):
        return [Picture]
    if name == "admin:autocomplete":
        return of_field(request.GET)
    match = re.fullmatch(r"admin:djangocms_versioning_(\w+)version_\w+", name)
    model = content_called(match[1]) if match else model_of(request.resolver_match)
    return [*owners(model), *chosen_in(model)] if model else []


def of_field(query):
    """The model that the field leads to of which a form asks the choices."""
    try:
        model = apps.get_model(query.get("app_label", ""), query.get("model_name", ""))
        return [model._meta.get_field(query.get("field_name", "")).related_model]
    except (LookupError, ValueError):
        return []


def content_called(name):
    return next((m for m in apps.get_models() if issubclass(m, Content) and m._meta.model_name == name), None)


def owners(model):
    """`model` itself, and what its rows are versions of."""
    fields = [field.related_model for field in model._meta.fields if isinstance(field, ForeignKey)]
    return [model, *fields] if issubclass(model, Content) else [model]


def model_of_form(request, name):
    if "plugin" not in name:
        return model_of(request.resolver_match)
    kinds = [thing.plugin_type for thing, _how in named(request) if isinstance(thing, CMSPlugin)]
    kind = request.GET.get("plugin_type") if name.endswith("add_plugin") else next(iter(kinds), None)
    plugin = kind and plugin_pool.plugins.get(kind)
    return plugin and plugin.model


def chosen_in(model):
    """What is chosen by name in a form for `model`. Pictures are chosen in the media library, which asks itself."""
    fields = [field for field in model._meta.fields if isinstance(field, ForeignKey)] if model else []
    return [field.related_model for field in fields if field.editable and field.related_model is not Picture]


def held_back(thing):
    """What can be under embargo of `thing`: itself, what it is a version, a file or a part of, and what it shows."""
    if isinstance(thing, (CMSPlugin, Placeholder)):
        yield from of_block(thing)
        return
    if isinstance(thing, Embargoed):
        yield thing
    if isinstance(thing, PublicationSchedule):  # its question names what goes out with it
        for plan in thing.together().exclude(version=None).select_related("version"):
            yield from held_back(plan.version)
    if content := getattr(thing, "content", None):  # a version, a file or another row of one
        yield from held_back(content)
    yield from kept_by(thing)
    for version in newest_versions(thing):
        yield from shown_by(version)
    yield from shown_by(thing)


def of_block(thing):
    placeholder = thing.placeholder if isinstance(thing, CMSPlugin) else thing
    if isinstance(thing, CMSPlugin):
        yield from of_plugin(thing)
    else:
        yield from blocks_of(placeholder)
    source = placeholder and placeholder.source
    yield from held_back(source) if source else ()


def kept_by(thing):
    """What the keys of `thing` lead to."""
    keys = [field for field in thing._meta.fields if field.many_to_one and issubclass(field.related_model, Embargoed)]
    return filter(None, (getattr(thing, field.name) for field in keys))


def newest_versions(thing):
    """Of a thing that has versions those that its form and its page can show: the published one and the draft."""
    if isinstance(thing, Alias):
        return AliasContent._base_manager.filter(alias=thing).order_by("-pk")[:2]
    if not isinstance(thing, Grouper):
        return ()
    content = thing.content_model()
    return content.everything.filter(**{content.GROUPER: thing}).order_by("-pk")[:2]


def shown_by(content):
    """What the rows and the blocks of a version show beside it."""
    for name in getattr(content, "CHILDREN", ()):
        for row in getattr(content, name).all():
            yield from kept_by(row)
    if isinstance(content, (Content, PageContent, AliasContent)) and hasattr(content, "placeholders"):
        for placeholder in content.placeholders.all():
            yield from blocks_of(placeholder)


def blocks_of(placeholder, within=frozenset()):
    for plugin in placeholder.cmsplugin_set.all() if placeholder else ():
        yield from of_plugin(plugin, within)


def of_plugin(plugin, within=frozenset()):
    """`within`: the keys of the shared blocks that are being looked into, as one may stand in another."""
    bound = plugin.get_bound_plugin()
    if bound is None:
        return
    yield from kept_by(bound)
    for thing in referred(getattr(bound, "body", "")):
        if isinstance(thing, Embargoed):
            yield thing
    alias = getattr(bound, "alias_id", None)
    if alias and alias not in within:
        for content in newest_versions(bound.alias):
            for placeholder in content.placeholders.all():
                yield from blocks_of(placeholder, within | {alias})
