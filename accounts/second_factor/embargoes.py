"""What a staff address shows of an embargo: who sees one confirms who they are, also who writes drafts only."""

import re

from cms.models import CMSPlugin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from djangocms_versioning.models import Version

from documents.models import DocumentFile
from publication.embargo import Embargoed

FILES = ("staff-file", "staff-preview")
# Addresses of the CMS: one version as it will be, a part of it, and what is done with versions.
CONTENTS = re.compile(r"admin:cms_placeholder_render_object_\w+")
VERSIONS = re.compile(r"admin:djangocms_versioning_\w+version_\w+")
PARTS = re.compile(r"admin:cms_placeholder_\w+_(plugin|field)")


def shows_embargo(match, view):
    """Whether the route in `match` (a ResolverMatch) names something under embargo, by itself or as a version of it."""
    try:
        thing = named(match, view)
    except (ValueError, OverflowError, ValidationError):
        return False  # no key of anything: for the view to answer
    return thing is not None and any(one.is_under_embargo for one in held_back(thing))


def named(match, view):
    """The record that the address is about; None where it names none, or one that isn't there."""
    name, words = match.view_name or "", match.args
    if name in FILES:
        return first(DocumentFile, match.kwargs["pk"])
    if VERSIONS.fullmatch(name) and match.kwargs.get("object_id"):
        return first(Version, match.kwargs["object_id"])
    if CONTENTS.fullmatch(name):
        kind = first(ContentType, words[0])
        return kind and kind.model_class() and first(kind.model_class(), words[1])
    if PARTS.fullmatch(name):
        part = first(CMSPlugin, words[0]) if words else None
        return part and part.placeholder and part.placeholder.source
    if hasattr(view, "model_admin") and "object_id" in match.kwargs:
        return first(view.model_admin.model, match.kwargs["object_id"])
    return None


def first(model, key):
    return model._base_manager.filter(pk=key).first()


def held_back(thing):
    """What can be under embargo of `thing`: itself, or what it is a version or a file of."""
    if isinstance(thing, (Version, DocumentFile)):
        thing = thing.content
    if isinstance(thing, Embargoed):
        yield thing
    owners = [field.name for field in thing._meta.fields if is_kept_by(field)] if thing else []
    yield from filter(None, (getattr(thing, name) for name in owners))


def is_kept_by(field):
    return field.many_to_one and issubclass(field.related_model, Embargoed)
