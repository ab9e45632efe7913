"""Make the groups of `roles.py` at set-up, and bring them up to date with every release."""

import logging

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, router

from .roles import EXTRA_PERMISSIONS, roles

logger = logging.getLogger(__name__)


def set_up_roles(using=DEFAULT_DB_ALIAS, apps=installed, **kwargs):
    """Give every role exactly its declared permissions. Runs after each `migrate`; changes nothing twice."""
    try:
        Group = apps.get_model("auth", "Group")
        Permission = apps.get_model("auth", "Permission")
    except LookupError:
        return  # an unfinished migration, without users as yet
    if not router.allow_migrate_model(using, Group):
        return
    declared = roles()
    keys = permission_keys(Permission, using, {name for role in declared for name in role.permissions})
    for role in declared:
        group, _ = Group.objects.using(using).get_or_create(name=role.name)
        group.permissions.set([keys[name] for name in role.permissions if name in keys])


def permission_keys(Permission, using, names):
    """Return {"app.codename": primary key}; what is not there yet is created first, as far as a model declares it."""
    keys = existing_keys(Permission, using)
    for label in sorted({name.partition(".")[0] for name in names - keys.keys()}):
        # With the installed apps, not those of the migrations: these lack the models that versioning makes.
        create_permissions(installed.get_app_config(label), verbosity=0, using=using)
        create_extra_permissions(Permission, using, label)
        keys = existing_keys(Permission, using)
    if missing := names - keys.keys():
        logger.warning("No such permission: %s", ", ".join(sorted(missing)))
    return keys


def existing_keys(Permission, using):
    rows = Permission.objects.using(using).values_list("content_type__app_label", "codename", "pk")
    return {f"{label}.{codename}": pk for label, codename, pk in rows}


def create_extra_permissions(Permission, using, label):
    content_types = installed.get_model("contenttypes", "ContentType").objects.db_manager(using)
    for (app_label, model, codename), name in EXTRA_PERMISSIONS.items():
        if app_label == label:
            Permission.objects.using(using).get_or_create(
                content_type_id=content_types.get_by_natural_key(app_label, model).pk,
                codename=codename,
                defaults={"name": name},
            )
