"""Tell who works on a draft that a colleague lifted its lock, in place of djangocms-versioning's own English mail."""

from cms.toolbar.utils import get_object_preview_url
from django.dispatch import receiver
from django.utils.translation import gettext

from letters.sending import post
from letters.writing import letter
from publication.belonging import site_for
from publication.locks import draft_unlocked
from publication.people import name_of
from regions.letterhead import written_by


def silence_their_mail():
    """Ours takes its place. There is no setting for it."""
    from djangocms_versioning import admin

    admin.notify_version_author_version_unlocked = lambda version, unlocked_by: None


@receiver(draft_unlocked)
def mail_holder(sender, version, holder, user, **kwargs):
    """Mail who had the lock, unless they gave it up themselves or left."""
    if holder == user or not holder.email or not holder.is_active:
        return
    context = written_by(site_for(version.content)) | {
        "account": holder,
        "colleague": name_of(user),
        "title": str(version.content),
    }
    context["link"] = context["origin"] + get_object_preview_url(version.content)
    post(letter("accounts/mail/unlocked", gettext("Your draft was unlocked"), holder, context))
