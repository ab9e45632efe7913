"""From the form with the fields to the editor, where the text itself is written."""

from cms.toolbar.utils import get_object_edit_url
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT


class WithText:
    """Mixin for the admin of a grouper whose content has a body of blocks: name "text" among its fields."""

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "text")

    @admin.display(description=_("text"))
    def text(self, obj):
        content = self.get_content_obj(obj) if obj and obj.pk else None
        if content is None:
            return _("You write the text after saving: then open this form again.")
        if content.versions.filter(state=DRAFT).exists():
            return format_html(
                '<a class="button" href="{}" target="_top">{}</a>', get_object_edit_url(content), _("Write the text")
            )
        return _("Make a new draft first. Then you can change the text.")
