from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from cms.utils.urlutils import admin_reverse
from django.utils.translation import gettext_lazy as _

from .models import Content


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
