"""The toolbar above what staff look at: to the form of what it shows, and to publishing for who may."""

from cms.toolbar.items import ButtonList
from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from cms.utils.urlutils import admin_reverse
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.cms_toolbars import VersioningToolbar, replace_toolbar
from djangocms_versioning.constants import DRAFT

from .models import Content
from .scheduling.links import schedule_address


@toolbar_pool.register
class ContentToolbar(CMSToolbar):
    """From the page of a news item, body or document to the form with its title, date and files."""

    def post_template_populate(self):
        content = self.toolbar.get_object()
        if not isinstance(content, Content):
            return
        opts = content._meta
        if not self.request.user.has_perm(f"{opts.app_label}.change_{opts.model_name}"):
            return
        name = content.grouper._meta.verbose_name.capitalize()
        menu = self.toolbar.get_or_create_menu("content-fields", name, position=1)
        url = admin_reverse(f"{opts.app_label}_{opts.model_name}_change", args=(content.pk,))
        menu.add_modal_item(_("Title, date and other fields"), url=url)


class RightsToolbar(VersioningToolbar):
    """The package offers "publish" to everybody, and only in the editor: a judge of drafts looks at the preview."""

    def _add_publish_button(self):
        version = self._get_version()
        if version is not None and (address := schedule_address(version, self.request.user)):
            self.toolbar.add_button(_("Schedule"), url=address, side=self.toolbar.RIGHT)
        # What keeps it from being published is said by the answer to the button, in words.
        if version is None or version.state != DRAFT or not version.has_publish_permission(self.request.user):
            return
        proxy = self._get_proxy_model()._meta
        button = ButtonList(side=self.toolbar.RIGHT)
        button.add_button(
            _("Publish"),
            url=admin_reverse(f"{proxy.app_label}_{proxy.model_name}_publish", args=(version.pk,)),
            extra_classes=["cms-btn-action", "cms-form-post-method", "cms-versioning-js-publish-btn"],
        )
        self.toolbar.add_item(button)


replace_toolbar(VersioningToolbar, RightsToolbar)
