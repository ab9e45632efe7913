"""Keys, as Django, the CMS and the editor of texts read them: whatever int() takes is one, however it is spelled."""

from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError

LARGEST = 2**63 - 1


def found(model, value):
    """The things of `model` that `value` may be the key of: as it stands, and as the administration quotes it."""
    keys = {key_of(model, spelling) for spelling in (str(value), unquote(str(value)))} if model else set()
    return [thing for key in keys - {None} for thing in model._base_manager.filter(pk=key)]


def key_of(model, value):
    """`value` as a key of `model`; None where it can be none."""
    try:
        key = model._meta.pk.to_python(value)
    except (ValidationError, ValueError, TypeError):
        return None
    if isinstance(key, str) and "\0" in key:
        return None
    return None if isinstance(key, int) and abs(key) > LARGEST else key


def of_type(kind, key):
    """The thing with `key` of the model that the key `kind` of a content type is of."""
    return [thing for row in found(ContentType, kind) for thing in found(row.model_class(), key)]
