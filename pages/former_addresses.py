"""CMS pages that move leave redirects behind, their subpages as well.

The CMS moves addresses with `update()`, which sends no signal of its own; versioning's signals frame it.
"""

from cms.models import PageContent, PageUrl
from django.dispatch import receiver
from djangocms_versioning.constants import OPERATION_PUBLISH
from djangocms_versioning.signals import post_version_operation, pre_version_operation

from publication.former_addresses import leave_behind


def paths_below(page, language):
    """Path of `page` and of everything below it, by the key of the page; without slashes around it."""
    pages = [page.pk, *page.get_descendant_pages().values_list("pk", flat=True)]
    urls = PageUrl.objects.filter(page__in=pages, language=language, path__isnull=False)
    return dict(urls.values_list("page_id", "path"))


@receiver(pre_version_operation, sender=PageContent)
def remember_paths(sender, operation, obj, **kwargs):
    if operation == OPERATION_PUBLISH:
        obj._former_paths = paths_below(obj.content.page, obj.content.language)


@receiver(post_version_operation, sender=PageContent)
def redirect_former_paths(sender, operation, obj, **kwargs):
    former = getattr(obj, "_former_paths", None)
    if operation != OPERATION_PUBLISH or not former:
        return
    page = obj.content.page
    present = paths_below(page, obj.content.language)
    for key, old in former.items():
        new = present.get(key)
        if new and old and new != old:
            leave_behind(page.site, f"/{old}/", f"/{new}/")
