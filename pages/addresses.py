"""A page of the CMS never stands where the site itself answers: the section would win, and the page be lost."""

import re

from cms.models import PageContent
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import URLResolver, get_resolver
from django.utils.translation import gettext as _
from djangocms_versioning.exceptions import ConditionFailed

FIRST_NAME = re.compile(r"[\^/]?(?P<name>[-.\w]+)")


def claimed_names(patterns=None):
    """The first part of every address that the url configuration or a setting gives to something else than pages."""
    if patterns is None:
        languages = {code for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE}
        files = {FIRST_NAME.match(url)["name"] for url in (settings.STATIC_URL, settings.MEDIA_URL)}
        return claimed_names(get_resolver().url_patterns) | languages | files
    names = set()
    for pattern in patterns:
        first = FIRST_NAME.match(str(pattern.pattern))
        if first:
            names.add(first["name"])
        elif isinstance(pattern, URLResolver):
            names |= claimed_names(pattern.url_patterns)
    return names


def is_claimed(path):
    return path.strip("/").partition("/")[0] in claimed_names()


def refuse_claimed(parent, slug, overwrite_url=""):
    """Raise ValidationError where a page below `parent` (None: at the root) would stand on a section's address.

    What is deeper has the first name of a page above it, which was asked before.
    """
    at_root = parent is None or parent.is_home
    path = overwrite_url or (slug if at_root else "")
    if path and is_claimed(path):
        raise ValidationError(_("“%(slug)s” is reserved for the site's own addresses."), params={"slug": path})


def has_an_address_of_its_own(version, user):
    """A condition of versioning, for pages that came to their place by a way without a form, as a copy does."""
    content = version.content
    if isinstance(content, PageContent):
        try:
            refuse_claimed(content.page.parent, content.slug, content.overwrite_url)
        except ValidationError as error:
            raise ConditionFailed(error.messages[0]) from error
