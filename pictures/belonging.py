"""A picture belongs to the sites of what it was chosen for, whatever its state; a folder, to those of its files."""

from django.apps import apps
from django.db.models import Q
from filer.models import File, Folder

from publication.belonging import belongs, having, nowhere, register_belonging

from .models import Picture


@register_belonging(File)
def by_what_chose_it(model, sites):
    condition = nowhere()
    for field in choosing_fields():
        chosen_by = having(field.model, belongs(field.model, sites)).exclude(**{field.name: None})
        condition |= Q(pk__in=chosen_by.values(field.attname))
    return condition


def choosing_fields():
    """Keys to the media library of whatever model, its own left out."""
    return [
        field
        for model in apps.get_models()
        if model._meta.app_label != "filer" and not hasattr(model, "instance_type")
        for field in model._meta.local_fields
        if field.related_model in (File, Picture) and not field.remote_field.parent_link
    ]


@register_belonging(Folder)
def by_its_files(model, sites):
    found = set(having(File, belongs(File, sites)).exclude(folder=None).values_list("folder", flat=True))
    above = found
    while above:
        above = set(Folder.objects.filter(pk__in=above).exclude(parent=None).values_list("parent", flat=True)) - found
        found |= above
    return Q(pk__in=found)
