"""Tell who works on a draft that a colleague lifted its lock, in place of djangocms-versioning's own English mail."""

from cms.toolbar.utils import get_object_preview_url
from django.contrib.sites.models import Site
from django.dispatch import receiver
from django.utils.translation import gettext

from letters.sending import post
from letters.writing import letter
from publication.locks import draft_unlocked
from publication.people import name_of
from regions.models import site_origin

from .links import site_name


def silence_their_mail():
    """Ours takes its place. There is no setting for it."""
    from djangocms_versioning import admin

    admin.notify_version_author_version_unlocked = lambda version, unlocked_by: None


@receiver(draft_unlocked)
def mail_holder(sender, version, holder, user, **kwargs):
    """Mail who had the lock, unless they gave it up themselves or left."""
    if holder == user or not holder.email or not holder.is_active:
        return
    site = Site.objects.get_current()
    title = str(version.content)
    context = {
        "account": holder,
        "colleague": name_of(user),
        "title": title,
        "site_name": site_name(site),
        "origin": site_origin(site),
        "link": site_origin(site) + get_object_preview_url(version.content),
    }
    post(letter("accounts/mail/unlocked", gettext("Your draft was unlocked"), holder, context))
