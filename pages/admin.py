"""The CMS's own page admin, with one more rule: what is live at once is for those who may publish."""

from cms.models import Page, PageContent
from django.contrib import admin
from django.core.exceptions import PermissionDenied


def may_publish(request):
    return request.user.has_perm("cms.publish_page")


class LiveSettings:
    """Advanced settings have no versions: whoever changes them changes what readers see."""

    def has_change_advanced_settings_permission(self, request, obj=None):
        return may_publish(request) and super().has_change_advanced_settings_permission(request, obj)


class LiveTree(LiveSettings):
    """Nor have the places of pages in the tree and the choice of the home page."""

    def has_move_page_permission(self, request, obj=None):
        return may_publish(request) and super().has_move_page_permission(request, obj)

    def move_page(self, request, *args, **kwargs):
        if not may_publish(request):
            raise PermissionDenied
        return super().move_page(request, *args, **kwargs)

    def set_home(self, request, *args, **kwargs):
        if not may_publish(request):
            raise PermissionDenied
        return super().set_home(request, *args, **kwargs)


for model, rule in ((Page, LiveTree), (PageContent, LiveSettings)):
    original = type(admin.site._registry[model])
    admin.site.unregister(model)
    admin.site.register(model, type(original.__name__, (rule, original), {}))
