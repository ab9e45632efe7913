"""CMS pages that move leave redirects behind, their subpages as well.

The CMS moves addresses with `update()`, which sends no signal of its own; versioning's signals frame it when a
version is published, and `moves_leave_redirects` where the tree itself changes.
"""

from contextlib import contextmanager

from cms.models import PageContent, PageUrl
from django.dispatch import receiver
from djangocms_versioning.constants import OPERATION_PUBLISH
from djangocms_versioning.signals import post_version_operation, pre_version_operation

from publication.former_addresses import leave_behind


def paths_of(site):
    """Path of every page of `site` that has an address, by the key of the page; without slashes around it."""
    urls = PageUrl.objects.filter(page__site=site, path__isnull=False)
    return dict(urls.values_list("page_id", "path"))


def redirect_moved(site, former):
    """Leave a redirect behind for each path in `former` that its page has no more."""
    present = paths_of(site)
    for page, old in former.items():
        new = present.get(page)
        if new is not None and old and new != old:
            leave_behind(site, f"/{old}/", f"/{new}/" if new else "/")


@contextmanager
def moves_leave_redirects(site):
    former = paths_of(site)
    yield
    redirect_moved(site, former)


@receiver(pre_version_operation, sender=PageContent)
def remember_paths(sender, operation, obj, **kwargs):
    if operation == OPERATION_PUBLISH:
        obj._former_paths = paths_of(obj.content.page.site)


@receiver(post_version_operation, sender=PageContent)
def redirect_former_paths(sender, operation, obj, **kwargs):
    if operation == OPERATION_PUBLISH:
        redirect_moved(obj.content.page.site, getattr(obj, "_former_paths", {}))
