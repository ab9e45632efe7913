"""The fields in which rows name files, and where these lie."""

from django.apps import apps
from django.db.models import FileField


def file_fields(model):
    return [field for field in model._meta.local_fields if isinstance(field, FileField)]


def models_with_files():
    """Each model with a file field of its own, and those fields."""
    found = ((model, file_fields(model)) for model in apps.get_models())
    return [(model, fields) for model, fields in found if fields]


def storages_of(field):
    """filer has two for one field: which of them, the row says."""
    return getattr(field, "storages", {"": field.storage}).values()
