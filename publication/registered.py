"""What packages registered, and what of ours is put before it: they have no setting for that."""

from django.apps import apps
from django.contrib import admin


def versioned():
    """What djangocms-versioning keeps of each kind of content that has versions (its VersionableItems)."""
    return apps.get_app_config("djangocms_versioning").cms_extension.versionables


def put_before(model, mixin):
    """Exchange the registered admin of `model` for one with `mixin`."""
    registered = type(admin.site._registry[model])
    admin.site.unregister(model)
    admin.site.register(model, type(registered.__name__, (mixin, registered), {}))
