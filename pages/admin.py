"""The CMS's own page admin, with one more rule: what is live at once is for those who may publish."""

from cms.models import Page, PageContent
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.redirects.admin import RedirectAdmin
from django.contrib.redirects.models import Redirect
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseBadRequest
from django.utils.translation import gettext_lazy as _
from djangocms_alias.admin import CategoryAdmin
from djangocms_alias.models import Alias, AliasContent, Category

from publication.locks import hold, take_content
from publication.not_saved import NOTHING_SAVED, answer, changed
from publication.reach import is_published, reaches_readers
from publication.registered import put_before
from publication.seen import SeesOthers, SeesOthersLive
from publication.withdrawn_first import WithdrawnFirst

from .addresses import refuse_claimed
from .former_addresses import moves_leave_redirects
from .forms import AddOwnAddress, ChangeOwnAddress, DuplicateOwnAddress, MoveToOwnAddress


def may_publish(request):
    return request.user.has_perm("cms.publish_page")


class LiveSettings:
    """Advanced settings have no versions: whoever changes them changes what readers see."""

    def has_change_advanced_settings_permission(self, request, obj=None):
        return may_publish(request) and super().has_change_advanced_settings_permission(request, obj)

    def render_change_form(self, request, context, *args, **kwargs):
        """No tab to choose the only language: its inline handler is against the content security policy."""
        if len(context.get("language_tabs", ())) < 2:
            context["show_language_tabs"] = False
        return super().render_change_form(request, context, *args, **kwargs)


class PageForms(WithdrawnFirst, LiveSettings):
    """Whatever form gives a page its address asks whether that is a section's."""

    form = add_form = AddOwnAddress
    change_form = ChangeOwnAddress
    duplicate_form = DuplicateOwnAddress

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """What comes too late to be saved comes back, to be copied; who may not look at the page is refused as ever."""
        content = self.get_object(request, unquote(object_id)) if object_id and request.method == "POST" else None
        if content and self.has_view_permission(request, content) and (late := self.too_late(request, content)):
            return late
        return super().changeform_view(request, object_id, form_url, extra_context)

    def too_late(self, request, content):
        hold(PageContent._base_manager.filter(pk=content.pk))
        if may := self.get_object(request, str(content.pk)).is_editable(request):
            return None
        return answer(self, request, NOTHING_SAVED % {"reason": str(may).strip(" .")}, self.typed(request, content))

    def typed(self, request, content):
        bases = {"_site": content.page.site, "_request": request}
        return changed(type("Unsaved", (self.change_form,), bases)(request.POST, instance=content))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        take_content(obj, request.user)

    def contents_of(self, content):
        """To delete a version of a page deletes the page in that language, with all its versions."""
        return PageContent._base_manager.filter(page=content.page_id, language=content.language)

    def has_delete_translation_permission(self, request, language, obj=None):
        may = super().has_delete_translation_permission(request, language, obj)
        return may and not is_published(PageContent._base_manager.filter(page=obj, language=language))


class LiveTree(WithdrawnFirst, LiveSettings, SeesOthers):
    """Nor have the places of pages in the tree and the choice of the home page."""

    move_form = MoveToOwnAddress

    def contents_of(self, page):
        """Those of the pages below it as well: they would be deleted with it."""
        return PageContent._base_manager.filter(page__in=[page, *page.get_descendant_pages()])

    def has_move_page_permission(self, request, obj=None):
        return may_publish(request) and super().has_move_page_permission(request, obj)

    def move_page(self, request, *args, **kwargs):
        return self.rearrange(request, super().move_page, *args, **kwargs)

    def set_home(self, request, object_id):
        """What stands below the home page stands at the root."""
        home = self.get_object(request, object_id)
        below = Page.objects.filter(parent=home, urls__managed=True) if home else Page.objects.none()
        try:
            for page in below.prefetch_related("urls"):
                for url in page.urls.all():
                    refuse_claimed(None, url.slug)
        except ValidationError as error:
            return HttpResponseBadRequest(error.messages[0])
        return self.rearrange(request, super().set_home, object_id)

    def rearrange(self, request, view, *args, **kwargs):
        """Let `view` change the tree; every address that moves with it leaves a redirect behind."""
        if not may_publish(request):
            raise PermissionDenied
        with moves_leave_redirects(get_current_site(request)):
            return view(request, *args, **kwargs)

    def edit_title_fields(self, request, *args, **kwargs):
        """The CMS writes titles here without asking for the state or the lock of the version."""
        raise PermissionDenied


class LiveBlocks(WithdrawnFirst, SeesOthersLive):
    """Where a shared block shows, and under which name templates find it, has no versions either."""

    LIVE_FIELDS = ("category", "site", "static_code")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj is None or may_publish_blocks(request) or not block_reaches_readers(obj):
            return fields
        return (*fields, *(name for name in self.LIVE_FIELDS if name not in fields))

    def has_delete_permission(self, request, obj=None):
        """The package lets everybody delete who may add."""
        return request.user.has_perm("djangocms_alias.delete_alias") and super().has_delete_permission(request, obj)

    def contents_of(self, alias):
        return AliasContent._base_manager.filter(alias=alias)


def may_publish_blocks(request):
    return request.user.has_perm("djangocms_alias.publish_aliascontent")


def block_reaches_readers(alias):
    return reaches_readers(AliasContent.admin_manager.filter(alias=alias))


class KeptBlockContents(WithdrawnFirst):
    def contents_of(self, content):
        return AliasContent._base_manager.filter(pk=content.pk)

    def delete_model(self, request, obj):
        """The package's own asks a thing for the manager of its model, and fails; it only adds a sentence."""
        obj.delete()


RULES = ((Page, LiveTree), (PageContent, PageForms), (Alias, LiveBlocks), (AliasContent, KeptBlockContents))
for model, rule in RULES:
    put_before(model, rule)


class EveryCategory(SeesOthers, CategoryAdmin):
    """The package offers only categories in use: nobody could choose one for the first shared block."""

    def has_delete_permission(self, request, obj=None):
        """Nor a name of one in use: parler asks with the translation."""
        category = getattr(obj, "master", obj)
        return super().has_delete_permission(request, obj) and not (category and category.aliases.exists())

    def get_search_results(self, request, queryset, search_term):
        found, repeated = admin.ModelAdmin.get_search_results(self, request, queryset, search_term)
        return found.order_by("translations__name"), repeated


admin.site.unregister(Category)
admin.site.register(Category, EveryCategory)


class LiveRedirects(SeesOthers, RedirectAdmin):
    """Says that there are no drafts of a redirect. Only who publishes has the right to change one (`roles.py`)."""

    fieldsets = (
        (
            None,
            {
                "fields": ("site", "old_path", "new_path"),
                "description": _("A redirect has no drafts: what you save holds for readers at once."),
            },
        ),
    )


admin.site.unregister(Redirect)
admin.site.register(Redirect, LiveRedirects)
