"""Where pictures stand: read from the models, so that the next row or block that shows one needs no line here."""

from functools import cache

from cms.models import CMSPlugin, Placeholder
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey
from djangocms_alias.models import AliasContent, AliasPlugin
from djangocms_versioning import versionables

from publication.reach import reaches_readers


@cache
def keys_to_pictures():
    """The fields of all models that lead to a picture."""
    picture = apps.get_model("pictures", "Picture")
    relations = (field for field in picture._meta.get_fields(include_hidden=True) if field.one_to_many)
    return [relation.field for relation in relations if relation.field.related_model is picture]


def may_be_seen(picture):
    """Whether readers of any site meet `picture` at any moment from now on, if nobody decides anything else."""
    return any(reaches_readers(type(content)._base_manager.filter(pk=content.pk)) for content in contents_with(picture))


def contents_with(picture):
    """The versions, of whatever state, in which `picture` stands: in a field, in a row or in a block."""
    for field in keys_to_pictures():
        for row in field.model._base_manager.filter(**{field.name: picture.pk}):
            content = content_of(row)
            if content and versionables.exists_for_content(content):
                yield content


def content_of(row):
    """The version that `row` is, hangs on or stands in; something else, or None, for a block on a clipboard."""
    if isinstance(row, CMSPlugin):
        return row.placeholder and row.placeholder.source
    owner = owner_field(type(row))
    return content_of(getattr(row, owner.name)) if owner else row


@cache
def owner_field(model):
    """The key of a row to what it goes with: a version, or a block. None for what stands by itself."""
    if versionables.exists_for_content(model):
        return None
    keys = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    return next((field for field in keys if is_owner(field.related_model)), None)


def is_owner(model):
    return issubclass(model, CMSPlugin) or versionables.exists_for_content(model)


def pictures_in(content, with_shared=True):
    """The pictures that the version `content` shows; `with_shared`: also those of the shared blocks in it."""
    places = set(places_of(content))
    if with_shared:
        places |= shared_places(places)
    found = {}
    for field in keys_to_pictures():
        rows = rows_in(field.model, content, places).select_related(field.name)
        found |= {picture.pk: picture for row in rows if (picture := getattr(row, field.name))}
    return list(found.values())


def rows_in(model, content, places):
    """The rows of `model` that belong to `content` or stand in `places`, which are keys of placeholders."""
    rows, owner = model._base_manager, owner_field(model)
    if isinstance(content, model):
        return rows.filter(pk=content.pk)
    if issubclass(model, CMSPlugin):
        return rows.filter(placeholder__in=places)
    if owner and isinstance(content, owner.related_model):
        return rows.filter(**{owner.name: content.pk})
    if owner and issubclass(owner.related_model, CMSPlugin):
        return rows.filter(**{f"{owner.name}__placeholder__in": places})
    return rows.none()


def places_of(*contents):
    """Keys of the placeholders of versions of one kind."""
    kind = ContentType.objects.get_for_model(contents[0])
    keys = [content.pk for content in contents]
    return Placeholder.objects.filter(content_type=kind, object_id__in=keys).values_list("pk", flat=True)


def shared_places(places):
    """Keys of the placeholders of the published shared blocks that stand in `places`, or in one another."""
    seen, new = set(), set(places)
    while new:
        blocks = AliasPlugin.objects.filter(placeholder__in=new).values("alias")
        published = AliasContent.objects.filter(alias__in=blocks)
        new = set(places_of(*published)) - seen if published else set()
        seen |= new
    return seen
