"""Copy one version of content into a new draft."""

from cms.models import PlaceholderRelationField
from djangocms_versioning.datastructures import copy_placeholder


def copy_content(content):
    """Return a copy of `content` with its rows, links and plugins, without a version (the caller makes one).

    djangocms-versioning's own copy leaves out child rows and many-to-many links.
    """
    model = type(content)
    fields = [f for f in model._meta.concrete_fields if not f.primary_key and f.name not in model.NOT_COPIED]
    copied = model.everything.create(**{f.attname: getattr(content, f.attname) for f in fields})
    for field in model._meta.many_to_many:
        getattr(copied, field.name).set(getattr(content, field.name).all())
    for name in model.CHILDREN:
        copy_children(content, copied, name)
    for field in model._meta.private_fields:
        if isinstance(field, PlaceholderRelationField):
            getattr(copied, field.name).add(*[copy_placeholder(p, copied) for p in content.placeholders.all()])
    return copied


def copy_children(original, copied, name):
    """Give `copied` its own rows of the reverse relation `name`, as `original` has them."""
    relation = original._meta.get_field(name)
    for child in getattr(original, name).all():
        child.pk = None
        child._state.adding = True
        setattr(child, relation.field.name, copied)
        child.save()
