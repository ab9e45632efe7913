"""Publishing a news item offers to publish its documents with it."""

from cms.utils.urlutils import admin_reverse
from django.contrib import admin
from django.db import transaction
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.indicators import content_indicator_menu
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
        if version is None or not version.check_publish.as_bool(request.user):
            return super().publish_view(request, object_id)
        drafts, incomplete = drafts_of_attachments(version.content, request.user)
        if (drafts or incomplete) and "documents_decided" not in request.POST:
            # A menu posts from a script (Fetch Metadata), which shows an error and throws a page away. Ours leads
            # to the question, but one that was open before the documents came still posts.
            if request.headers.get("Sec-Fetch-Dest") == "empty":
                return HttpResponse(_("Publish from the list of versions: documents go with it."), status=409)
            return self.offer(request, version=version, drafts=drafts, incomplete=incomplete)
        if request.method != "POST":
            return super().publish_view(request, object_id)
        chosen = set(request.POST.getlist("documents"))
        with transaction.atomic():
            for draft in drafts:
                if str(draft.pk) in chosen:
                    draft.publish(request.user)
            return super().publish_view(request, object_id)

    def offer(self, request, **found):
        context = self.admin_site.each_context(request) | {"title": _("Publish the documents too?"), "opts": self.opts}
        return TemplateResponse(request, "admin/news/publish_with_documents.html", context | found)


def menu_with_question(request, status, versions, back=""):
    """versioning's menu in lists, in which "publish" leads to the question about documents, in the whole window."""
    menu = content_indicator_menu(request, status, versions, back)
    version = versions[0]
    if version.content._meta.label_lower != "news.newscontent" or version.state != DRAFT:
        return menu
    if not any(drafts_of_attachments(version.content, request.user)):
        return menu
    proxy = version.versionable.version_model_proxy._meta
    question = admin_reverse(f"{proxy.app_label}_{proxy.model_name}_publish", args=(version.pk,))
    return [
        (title, icon, url, "js-cms-pagetree-page-view" if url == question else classes)
        for title, icon, url, classes in menu
    ]


def offer_documents_when_publishing():
    """Put the mixin before the admin that djangocms-versioning registered for the versions of news, and our menu
    where its lists look for its own: there is no setting for that."""
    from djangocms_versioning import admin as versioning_admin
    from djangocms_versioning import versionables

    from .models import NewsContent

    versioning_admin.content_indicator_menu = menu_with_question

    proxy = versionables.for_content(NewsContent).version_model_proxy
    registered = type(admin.site._registry[proxy])
    admin.site.unregister(proxy)
    admin.site.register(proxy, type("NewsVersionAdmin", (OfferDocuments, registered), {}))
