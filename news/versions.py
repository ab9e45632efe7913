"""Publishing a news item: what goes with it is asked first, and what is under embargo waits."""

from cms.utils.urlutils import admin_reverse
from django.core.exceptions import ValidationError
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from djangocms_versioning import versionables
from djangocms_versioning.constants import DRAFT, OPERATION_PUBLISH
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.indicators import content_indicator_menu
from djangocms_versioning.models import Version
from djangocms_versioning.signals import pre_version_operation

from documents.models import DocumentContent
from publication.registered import put_before

from .embargo import extend_embargo, problems_of, put_under_embargo
from .forms import MomentForm
from .models import NewsContent, NewsItem, Withdrawal
from .withdrawing import AskReason


class Question:
    """What is asked before `version` of a news item is published by `user`; false where nothing is."""

    def __init__(self, version, user):
        self.version, self.content, self.user = version, version.content, user

    def __bool__(self):
        return bool(self.drafts or self.incomplete or self.asks_moment)

    @cached_property
    def attached_drafts(self):
        """The drafts of the documents that go with it, as far as `user` may publish them."""
        drafts = DocumentContent.everything.filter(document__attached_to__content=self.content, versions__state=DRAFT)
        return [draft for draft in drafts if draft.has_publish_permission(self.user)]

    @property
    def drafts(self):
        return [Version.objects.get_for_content(draft) for draft in self.attached_drafts if not draft.lacks()]

    @property
    def incomplete(self):
        return [draft for draft in self.attached_drafts if draft.lacks()]

    def publish_documents(self, chosen):
        """Those of the drafts whose keys, as text, are `chosen`."""
        for draft in self.drafts:
            if str(draft.pk) in chosen:
                draft.publish(self.user)

    @property
    def asks_moment(self):
        """Whether this is a release that readers have not met and that has no embargo yet."""
        item, is_release = self.content.news_item, self.content.kind == NewsContent.Kind.PRESS_RELEASE
        return is_release and item.embargo_until is None and not item.readers_know()


class AskFirst(AskReason):
    """Mixin for versioning's admin: asks about the documents and the moment before the item itself is published, and
    for the reason when it is withdrawn."""

    def publish_view(self, request, object_id):
        version = self.get_object(request, object_id)
        if version is None or not version.check_publish.as_bool(request.user):
            return super().publish_view(request, object_id)
        question = Question(version, request.user)
        if not question:
            return self.publish_and_say(request, object_id, version)
        is_answer = request.method == "POST" and "documents_decided" in request.POST
        form = MomentForm(request.POST if is_answer else None)
        if not is_answer or (question.asks_moment and not form.is_valid()):
            return self.ask(request, question, form)
        try:
            with transaction.atomic():
                if question.asks_moment and form.cleaned_data["until"]:
                    put_under_embargo(question.content.news_item, form.cleaned_data["until"], request.user)
                question.publish_documents(request.POST.getlist("documents"))
                return self.publish_and_say(request, object_id, version)
        except ValidationError as error:
            form.add_error(None, error)
            return self.ask(request, question, form)

    def publish_and_say(self, request, object_id, version):
        """Under embargo the public page, where versioning leads, is not there yet."""
        response = super().publish_view(request, object_id)
        if not NewsItem.objects.get(pk=version.content.news_item_id).is_under_embargo:
            return response
        return redirect("admin:news_newsitem_embargo", version.content.news_item_id)

    def ask(self, request, question, form):
        # A menu posts from a script (Fetch Metadata), which shows an error and throws a page away. Ours leads
        # to the question, but one that was open before the documents came still posts.
        if request.headers.get("Sec-Fetch-Dest") == "empty":
            return HttpResponse(_("Publish from the list of versions: there is a question first."), status=409)
        context = self.admin_site.each_context(request) | {
            "title": _("Publish “%(title)s”") % {"title": question.content},
            "opts": self.opts,
            "question": question,
            "form": form,
        }
        return TemplateResponse(request, "admin/news/publish.html", context)


def can_wait(version, user):
    """A condition of versioning: what goes with an item under embargo has to be able to wait with it."""
    problems = problems_of(version.content.news_item, user) if isinstance(version.content, NewsContent) else ()
    if problems:
        raise ConditionFailed(" ".join(problems))


def photos_can_go_to_the_press(version, user):
    """A condition of versioning: a picture has no drafts, and may have lost since what it had as it was chosen."""
    if isinstance(version.content, NewsContent):
        lacks = [photo.picture.lacks_for_press() for photo in version.content.photos.select_related("picture")]
        if any(lacks):
            raise ConditionFailed(" ".join(filter(None, lacks)))


@receiver(pre_version_operation, sender=NewsContent)
def prepare_publication(sender, operation, obj, **kwargs):
    """Blocks are saved by the CMS alone: what they show waits from the publication on, whoever publishes.

    And what is published again is not withdrawn any more.
    """
    if operation == OPERATION_PUBLISH:
        extend_embargo(obj.content.news_item_id)
        Withdrawal.objects.filter(news_item=obj.content.news_item_id).delete()


def menu_with_question(request, status, versions, back=""):
    """versioning's menu in lists, in which "publish" leads to the question, in the whole window."""
    menu = content_indicator_menu(request, status, versions, back)
    version = versions[0]
    if not isinstance(version.content, NewsContent) or version.state != DRAFT or not Question(version, request.user):
        return menu
    proxy = version.versionable.version_model_proxy._meta
    question = admin_reverse(f"{proxy.app_label}_{proxy.model_name}_publish", args=(version.pk,))
    return [
        (title, icon, url, "js-cms-pagetree-page-view" if url == question else classes)
        for title, icon, url, classes in menu
    ]


def ask_before_publishing():
    """Of the versions of news; our menu stands where the package's lists look for its own."""
    from djangocms_versioning import admin as versioning_admin

    versioning_admin.content_indicator_menu = menu_with_question
    put_before(versionables.for_content(NewsContent).version_model_proxy, AskFirst)
