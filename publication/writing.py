"""From the form with the fields to the editor, where the text itself is written."""

from cms.toolbar.utils import get_object_edit_url
from django.contrib import admin
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

WRITE = "_write"


class WithText:
    """Mixin for the admin of a grouper whose content has a body of blocks: name "text" among its fields.

    The way to the text is a button that saves: a link would throw away what is in the form.
    """

    def get_readonly_fields(self, request, obj=None):
        if obj is not None:
            # For `text`, which gets the object alone.
            obj.text_may_be_written = self.can_change_content(request, self.get_content_obj(obj))
        return (*super().get_readonly_fields(request, obj), "text")

    @admin.display(description=_("text"))
    def text(self, obj):
        is_new = obj is None or obj.pk is None
        if not is_new and not obj.text_may_be_written:
            return _("The text of this version cannot be changed now. The top of this page says why.")
        # To the whole window: the editor does not fit into the box of the CMS.
        button = '<button class="button" name="{}" value="1" formtarget="_top">{}</button>'
        return format_html(button, WRITE, _("Save, and write the text"))

    def response_add(self, request, obj, post_url_continue=None):
        response = super().response_add(request, obj, post_url_continue)
        return self.to_the_text(request, obj) or response

    def response_change(self, request, obj):
        response = super().response_change(request, obj)
        return self.to_the_text(request, obj) or response

    def to_the_text(self, request, obj):
        content = self.get_content_obj(obj)
        may = WRITE in request.POST and content and self.can_change_content(request, content)
        return redirect(get_object_edit_url(content)) if may else None
