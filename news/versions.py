"""Publishing a news item offers to publish its documents with it."""

from django.contrib import admin
from django.db import transaction
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from documents.models import DocumentContent


def drafts_of_attachments(content, user):
    """The drafts of the documents attached to `content` that `user` may publish, and those that lack something."""
    drafts = DocumentContent.everything.filter(document__attached_to__content=content, versions__state=DRAFT)
    drafts = [draft for draft in drafts if draft.has_publish_permission(user)]
    ready = [Version.objects.get_for_content(draft) for draft in drafts if not draft.lacks()]
    return ready, [draft for draft in drafts if draft.lacks()]


class OfferDocuments:
    """Mixin for versioning's admin: asks about the documents before the item itself is published."""

    def publish_view(self, request, object_id):
        version = self.get_object(request, object_id)
        if request.method != "POST" or version is None or not version.check_publish.as_bool(request.user):
            return super().publish_view(request, object_id)
        drafts, incomplete = drafts_of_attachments(version.content, request.user)
        if (drafts or incomplete) and "documents_decided" not in request.POST:
            # The menu in the list posts from a script (Fetch Metadata), which shows an error and throws a page away.
            if request.headers.get("Sec-Fetch-Dest") == "empty":
                return HttpResponse(_("Publish from the list of versions: documents go with it."), status=409)
            return self.offer(request, version=version, drafts=drafts, incomplete=incomplete)
        chosen = set(request.POST.getlist("documents"))
        with transaction.atomic():
            for draft in drafts:
                if str(draft.pk) in chosen:
                    draft.publish(request.user)
            return super().publish_view(request, object_id)

    def offer(self, request, **found):
        context = self.admin_site.each_context(request) | {"title": _("Publish the documents too?"), "opts": self.opts}
        return TemplateResponse(request, "admin/news/publish_with_documents.html", context | found)


def offer_documents_when_publishing():
    """Put the mixin before the admin that djangocms-versioning registered for the versions of news."""
    from djangocms_versioning import versionables

    from .models import NewsContent

    proxy = versionables.for_content(NewsContent).version_model_proxy
    registered = type(admin.site._registry[proxy])
    admin.site.unregister(proxy)
    admin.site.register(proxy, type("NewsVersionAdmin", (OfferDocuments, registered), {}))
