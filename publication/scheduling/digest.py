"""What is planned, as one digest: of the text, its rows, its blocks, and the files and pictures that they show.

Rooms say what readers meet behind a key (`register_behind`). Keys of anything else stand for themselves: another thing
has versions and plans of its own.
"""

import hashlib
import inspect
import json
from functools import cache

from cms.models import CMSPlugin
from django.apps import apps
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import CASCADE
from djangocms_versioning.constants import DRAFT, PUBLISHED

from publication.reach import PLANNED, versions_of

# Housekeeping of packages, which changes though readers see the same; a text says in `json` what `body` says.
NOT_SAID = {"changed_by", "changed_date", "created_by", "creation_date", "json", "rte", "placeholder", "parent"}
_behind = {}


def register_behind(model):
    """Register a function for `model`: of a thing, what of it readers meet where it is shown, ready for JSON.

    It gets the thing and a function that describes a whole content in the same way.
    """

    def register(said):
        _behind[model] = said
        return said

    return register


def digest_of(content):
    """The rules and what they say of `content`, 64 signs; another as soon as something else would appear."""
    return rules() + sha256(Description().whole(content))[:48]


@cache
def rules():
    """By what this release describes things, with which each of its digests begins; found once in a process."""
    modules = {__name__: digest_of, **{said.__module__: said for said in _behind.values()}}
    sources = [inspect.getsource(inspect.getmodule(said)) for _name, said in sorted(modules.items())]
    return rules_of(apps.get_models(), [*sources, MigrationRecorder.Migration.objects.count()])


def rules_of(models, others):
    columns = {
        model._meta.label: [
            [field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)],
            sorted(getattr(model, "NOT_FROZEN", ())),
        ]
        for model in models
    }
    return f"{sha256([sorted(columns.items()), others])[:15]}:"


def made_by_these_rules(digest):
    return digest.startswith(rules())


def sha256(said):
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


def next_to_appear(model, **grouper):
    """Of a thing with versions: the draft that has a plan of its own, else what is published, else None."""
    versions = versions_of(model._base_manager.filter(**grouper))
    version = versions.filter(PLANNED, state=DRAFT).first() or versions.filter(state=PUBLISHED).first()
    return version and version.content


class Description:
    """Gathers what is said. What was met before is not described again, as a shared block may stand in itself."""

    def __init__(self):
        self.met = set()

    def whole(self, content):
        """A version with its own address and sites, its rows and its blocks."""
        if (type(content), content.pk) in self.met:
            return []
        self.met.add((type(content), content.pk))
        own = getattr(content, "GROUPER", None)
        grouper = [content.grouper.slug, keys(content.grouper.sites)] if own else []
        rows = [
            self.with_rows(row) for name in getattr(content, "CHILDREN", ()) for row in getattr(content, name).all()
        ]
        return [grouper, self.fields(content, leave_out={own}), rows, self.blocks(content)]

    def blocks(self, content):
        """Places come and go with a look at the page: an empty one is none."""
        places = content.placeholders.order_by("slot") if hasattr(content, "placeholders") else ()
        plugins = [plugin for place in places for plugin in place.cmsplugin_set.order_by("language", "position")]
        return [
            [plugin.placeholder.slot, plugin.parent_id, self.with_rows(plugin.get_bound_plugin())] for plugin in plugins
        ]

    def with_rows(self, thing):
        relations = [field for field in thing._meta.related_objects if is_row(field)]
        rows = [row for relation in relations for row in getattr(thing, relation.get_accessor_name()).all()]
        return [thing._meta.label, self.fields(thing), [self.fields(row) for row in rows]]

    def fields(self, thing, leave_out=frozenset()):
        model = type(thing)
        names = NOT_SAID | leave_out | set(getattr(model, "NOT_FROZEN", ()))
        fields = [
            field for field in (*model._meta.concrete_fields, *model._meta.many_to_many) if field.name not in names
        ]
        return {field.name: self.value(thing, field) for field in fields if not is_housekeeping(field)}

    def value(self, thing, field):
        if field.many_to_many:
            return [self.behind(other) for other in getattr(thing, field.name).order_by("pk")]
        if not field.many_to_one:
            return field.value_to_string(thing)
        return self.behind(getattr(thing, field.name))

    def behind(self, other):
        if other is None:
            return None
        said = next((said for model, said in _behind.items() if isinstance(other, model)), None)
        if said is None or (type(other), other.pk) in self.met:
            return other.pk
        self.met.add((type(other), other.pk))
        return [other.pk, said(other, self.whole)]


def keys(manager):
    return sorted(manager.values_list("pk", flat=True))


def is_row(relation):
    """What goes with it, and is no other block."""
    return relation.one_to_many and relation.on_delete is CASCADE and not issubclass(relation.related_model, CMSPlugin)


def is_housekeeping(field):
    """Keys of the row itself and of its parents, and moments that the database keeps."""
    return field.primary_key or getattr(field.remote_field, "parent_link", False) or getattr(field, "auto_now", False)
