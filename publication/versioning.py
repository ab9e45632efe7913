"""Register content with djangocms-versioning in the way of this house."""

from django.utils.translation import gettext_lazy as _
from djangocms_versioning.datastructures import VersionableItem
from djangocms_versioning.exceptions import ConditionFailed

from .copying import copy_content
from .models import Content
from .registered import versioned


def versionable(content_model):
    """Drafts, versions and state indicators for `content_model` and its grouper."""
    return VersionableItem(
        content_model=content_model,
        grouper_field_name=content_model.GROUPER,
        copy_function=copy_content,
        grouper_selector_option_label=lambda grouper, language: str(grouper),
        grouper_admin_mixin="__default__",
    )


def name_versions_in_words():
    """Say "version" in lists and breadcrumbs: djangocms-versioning makes its models without names for people."""
    for versionable_item in versioned():
        model = versionable_item.version_model_proxy
        model._meta.verbose_name, model._meta.verbose_name_plural = _("version"), _("versions")
        # The title of its column: to lists a generic key is no field with a name.
        model.content.short_description = _("Content")
        model.__str__ = lambda version: f"{version.short_name()}: {version.content}"


def has_what_it_needs(version, user):
    """A condition of versioning: content that says what it lacks is not published yet."""
    lacking = isinstance(version.content, Content) and version.content.lacks()
    if lacking:
        raise ConditionFailed(lacking)
