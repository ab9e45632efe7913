"""Every route of the url configuration that staff use, with its parameters filled in from a scene."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import URLResolver, get_resolver

from .scene import content_type_of

STAFF = "beheer/"
# <int:pk>, (?P<pk>[0-9]+) and ([0-9]+): what a route leaves open. No group here has one inside.
PARAMETER = re.compile(r"<(?:\w+:)?(?P<converter>\w+)>|\((?:\?P<(?P<named>\w+)>)?[^()]*\)")
# The state in which an act on a version changes something; else a draft.
ACTS_IN_STATE = {"unpublish": "published", "revert": "unpublished", "edit_redirect": "published"}


@dataclass(frozen=True)
class Route:
    """`pattern` is the whole of it; `name` is that of `reverse`, "" without one; `view` is as it was written."""

    pattern: str
    name: str
    view: Callable = field(compare=False)

    @property
    def model(self):
        """The model of an address of the administration: "news.newsitem"."""
        parts = self.pattern.split("/")
        return ".".join(parts[1:3])


class Unfilled(LookupError):
    """No object of the scene is known for a parameter."""


def staff_routes():
    """Whatever stands below /beheer/. Nothing else of the site is for staff: `test_every_route` asks."""
    return [route for route in every_route() if route.pattern.startswith(STAFF)]


def every_route(resolver=None, prefix="", namespaces=()):
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern).removeprefix("^").removesuffix("$").replace(r"\.", ".")
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from every_route(entry, pattern, inner)
        else:
            name = ":".join((*namespaces, entry.name)) if entry.name else ""
            yield Route(pattern, name, written(entry.callback))


def written(callback):
    """The class or the function below the decorators."""
    callback = inspect.unwrap(callback)
    return getattr(callback, "view_class", callback)


def address(route, scene):
    """The address of `route` with keys of real objects. Raises Unfilled."""
    values = iter(arguments(route, scene))

    def fill(match):
        named = match["converter"] or match["named"]
        return str(by_name(named, route, scene) if named else next(values))

    try:
        return "/" + PARAMETER.sub(fill, route.pattern)
    except (StopIteration, KeyError) as gap:
        raise Unfilled(route.pattern) from gap


def addresses(scene):
    """Each route with its address; one that can't be filled in is for `test_every_parameter_is_filled_in` to name."""
    for route in staff_routes():
        try:
            yield route, address(route, scene)
        except Unfilled:
            continue


def arguments(route, scene):
    """The parameters without a name, in their order."""
    act = route.name.rpartition(":")[2]
    if act.startswith("cms_placeholder_render_object"):
        content = scene.objects["cms.pagecontent"]
        return [content_type_of(content), content.pk]
    if act.endswith("_plugin") and "placeholder" in act:
        return [scene.plugins["text"].pk]
    if act.endswith("simple_history"):
        record = scene.objects[route.model]
        return [record.pk, record.history.first().pk]
    if act in ("cms_page_edit_title_fields", "cms_placeholder_edit_field"):
        return [scene.objects[route.model].pk, "title"]
    obj = scene.objects.get(route.model)
    return [obj.pk, "nl"] if obj else []


def by_name(name, route, scene):
    act = route.name.rpartition(":")[2]
    if (act, name) in OTHERS:
        return OTHERS[act, name](scene)
    if name in ANYWHERE:
        return ANYWHERE[name](scene)
    label, model = route.model.split(".")
    if label == "djangocms_versioning":
        return version_for(route, scene, model).pk
    return scene.objects[route.model].pk


def version_for(route, scene, model):
    content = model.removesuffix("version")
    label = next(label for label, _state in scene.versions if label.endswith(f".{content}"))
    act = route.name.partition("version_")[2]
    return scene.versions[label, ACTS_IN_STATE.get(act, "draft")]


def of(label):
    return lambda scene: scene.objects[label].pk


OTHERS = {
    ("staff-file", "pk"): lambda scene: scene.file.pk,
    ("staff-preview", "pk"): lambda scene: scene.file.pk,
    ("press-invitations", "pk"): of("news.newsitem"),
    ("schedule-changing", "pk"): lambda scene: scene.plan.pk,
    ("schedule-version", "pk"): lambda scene: scene.versions["news.newscontent", "draft"].pk,
    ("djangocms_alias_alias_usage", "pk"): of("djangocms_alias.alias"),
    ("view_on_site", "object_id"): of("news.newsitem"),
}
ANYWHERE = {
    "app_label": lambda scene: "news",
    "content_type_id": lambda scene: content_type_of(scene.objects["news.newsitem"]),
    "extension": lambda scene: "avif",
    "file_id": of("pictures.picture"),
    "folder_id": of("filer.folder"),
    "month": lambda scene: 3,
    "path": lambda scene: scene.objects["pictures.picture"].file.name,
    "plugin_pk": lambda scene: scene.plugins["alias"].pk,
    "shape": lambda scene: "landschap",
    "size": lambda scene: 32,
    "token": lambda scene: "x-y",
    "uidb64": lambda scene: "MQ",
    "url": lambda scene: "bestaat-niet/",
    "width": lambda scene: 320,
    "year": lambda scene: 2031,
}
