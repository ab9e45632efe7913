"""When a version with another file takes the place of a published one, what readers had stays to be had."""

import datetime

from django.db.models import Max
from django.dispatch import receiver
from django.utils import timezone
from djangocms_versioning.constants import OPERATION_UNPUBLISH, PUBLISHED
from djangocms_versioning.models import StateTracking
from djangocms_versioning.signals import pre_version_operation

from .models import DocumentContent, FormerFile

SHARED = ("file", "format", "size", "pages", "checksum")
A_MOMENT = datetime.timedelta(microseconds=1)


@receiver(pre_version_operation, sender=DocumentContent)
def keep_what_is_replaced(operation, obj, to_be_published=None, **kwargs):
    """Asked while the former version is still published; a withdrawal without a successor keeps nothing."""
    if operation == OPERATION_UNPUBLISH and to_be_published is not None and was_public(obj):
        keep_files(obj.content, to_be_published.content)


def keep_files(former, present):
    document = former.document
    number = (document.former_files.aggregate(last=Max("number"))["last"] or 0) + 1
    for file in present.replaces(former):
        fields = {name: getattr(file, name) for name in SHARED}
        FormerFile.objects.create(
            document=document, number=number, title=former.title, change_note=present.change_note, **fields
        )


def was_public(version):
    """Whether readers of any site could see a published version at some moment until now: `published` says so."""
    content, now = version.content, timezone.now()
    since = StateTracking.objects.filter(version=version, new_state=PUBLISHED).order_by("-date").first()
    moments = [now]
    if content.visible_until and content.visible_until <= now and since and content.visible_until > since.date:
        moments.append(content.visible_until - A_MOMENT)
    same = DocumentContent.everything.filter(pk=content.pk)
    return any(same.published(site, at).exists() for site in content.document.sites.all() for at in moments)
