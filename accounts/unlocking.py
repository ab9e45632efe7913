"""Tell the author of a draft that a colleague lifted its lock, in place of djangocms-versioning's own English mail."""

from cms.toolbar.utils import get_object_preview_url
from django.contrib.sites.models import Site
from django.utils.translation import gettext

from letters.sending import post
from letters.writing import letter
from regions.models import site_origin

from .links import site_name


def mail_when_unlocked():
    """Put our mail in the place where versioning's admin looks for its own: there is no setting for it."""
    from djangocms_versioning import admin

    admin.notify_version_author_version_unlocked = tell_author


def tell_author(version, unlocked_by):
    """Mail who made `version`, unless they lifted the lock themselves or left."""
    author = version.created_by
    if author == unlocked_by or not author.email or not author.is_active:
        return
    site = Site.objects.get_current()
    title = str(version.content)
    context = {
        "account": author,
        "colleague": unlocked_by.get_full_name() or unlocked_by.get_username(),
        "title": title,
        "site_name": site_name(site),
        "origin": site_origin(site),
        "link": site_origin(site) + get_object_preview_url(version.content),
    }
    post(letter("accounts/mail/unlocked", gettext("Your draft was unlocked"), author, context))
