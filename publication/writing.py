"""From the form with the fields to the editor, where the text itself is written."""

from cms.toolbar.utils import get_object_edit_url
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _


class WithText:
    """Mixin for the admin of a grouper whose content has a body of blocks: name "text" among its fields."""

    def get_readonly_fields(self, request, obj=None):
        if obj is not None:
            # For `text`, which gets the object alone.
            obj.text_may_be_written = self.can_change_content(request, self.get_content_obj(obj))
        return (*super().get_readonly_fields(request, obj), "text")

    @admin.display(description=_("text"))
    def text(self, obj):
        if obj is None or obj.pk is None:
            return _("You write the text after saving: then open this form again.")
        if not obj.text_may_be_written:
            return _("The text of this version cannot be changed now. The top of this page says why.")
        address = get_object_edit_url(self.get_content_obj(obj))
        return format_html('<a class="button" href="{}" target="_top">{}</a>', address, _("Write the text"))
