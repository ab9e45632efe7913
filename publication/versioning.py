"""Register content with djangocms-versioning in the way of this house."""

from djangocms_versioning.datastructures import VersionableItem
from djangocms_versioning.exceptions import ConditionFailed

from .copying import copy_content
from .models import Content


def versionable(content_model):
    """Drafts, versions and state indicators for `content_model` and its grouper."""
    return VersionableItem(
        content_model=content_model,
        grouper_field_name=content_model.GROUPER,
        copy_function=copy_content,
        grouper_selector_option_label=lambda grouper, language: str(grouper),
        grouper_admin_mixin="__default__",
    )


def has_what_it_needs(version, user):
    """A condition of versioning: content that says what it lacks is not published yet."""
    lacking = isinstance(version.content, Content) and version.content.lacks()
    if lacking:
        raise ConditionFailed(lacking)
