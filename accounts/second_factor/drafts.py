"""What may be sent without a second step by who may make things public: it is proven that readers see none of it.

A line here has its proof in `tests/staff/test_second_step.py`. What is on no line asks, the next route included.
"""

import re
from functools import cache

from cms.models import CMSPlugin, Page, PageContent, Placeholder, UserSettings
from djangocms_versioning.constants import DRAFT

from accounts.naming import by_address, has_unclear, named
from accounts.without_role import OWN_DOOR
from publication.reach import reaches_readers, versions_of
from publication.registered import versioned


def writes_draft(request):
    """Whether readers see nothing of what `request` changes, nor at a moment that was planned already."""
    name = request.resolver_match.view_name or ""
    return any(re.fullmatch(pattern, name) and condition(request) for pattern, condition in drafts())


@cache
def drafts():
    """Patterns of the names of routes, and what has to hold of the request. Asked for late: models come first."""
    return (
        (r"admin:cms_placeholder_(add|edit|delete|move)_plugin", in_drafts),
        (r"admin:cms_placeholder_(copy_plugins|clear_placeholder|edit_field)", in_drafts),
        (r"admin:djangocms_text_textplugin_revert_on_cancel", in_drafts),
        (rf"admin:({screens()})_add", always),
        (rf"admin:({screens()})_change", is_unknown),
        # The start and the way in and out, messages, and the settings of one's own toolbar.
        ("|".join(map(re.escape, OWN_DOOR)), always),
        (r"admin:cms_usersettings_\w+|admin:djangocms_text_textplugin_get_messages", always),
        # Copies what is published into a new draft.
        (r"admin:djangocms_versioning_\w+version_edit_redirect", always),
        # All that the CMS's own forms for something new make is a draft.
        (r"(admin:)?cms_wizard_create", always),
        # A file or a folder that is new stands on no page.
        (r"admin:filer-ajax_upload|admin:filer-directory_listing-make_(root_)?folder", always),
    )


def screens():
    """The names in routes of all that has versions, where its form stands."""
    models = {kind.grouper_model for kind in versioned()} - {Page} | {PageContent}
    return "|".join(sorted(f"{model._meta.app_label}_{model._meta.model_name}" for model in models))


def always(request):
    return True


def in_drafts(request):
    """Whether `request` names blocks, and each stands in a draft or on the own clipboard."""
    if has_unclear(request):
        return False
    things = [thing for thing, _how in named(request) if isinstance(thing, (CMSPlugin, Placeholder))]
    places = {thing.placeholder if isinstance(thing, CMSPlugin) else thing for thing in things}
    return bool(places) and all(place and is_draft(place.source, request.user) for place in places)


def is_draft(source, user):
    """Whether `source`, of blocks, is a draft that is planned for no moment, or the clipboard of `user`."""
    if isinstance(source, UserSettings):
        return source.user_id == user.pk
    contents = source and type(source)._base_manager.filter(pk=source.pk)
    return bool(contents) and versions_of(contents).filter(state=DRAFT).exists() and not reaches_readers(contents)


def is_unknown(request):
    """Whether no version of the thing in the address is published or planned: then nothing of it is live at once."""
    things = by_address(request.resolver_match)
    return bool(things) and not any(reaches_readers(contents_of(thing)) for thing in things)


def contents_of(thing):
    """All that is or was said of it, as rows of its content model."""
    if isinstance(thing, PageContent):
        return PageContent._base_manager.filter(page=thing.page_id)
    field = thing._meta.get_field("contents")
    return field.related_model._base_manager.filter(**{field.field.name: thing})
