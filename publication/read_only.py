"""The form of a version that can't be changed: words for codes, and no word about saving what was not saved."""

from cms.admin.utils import CONTENT_PREFIX
from django.contrib.admin.utils import display_for_field, flatten_fieldsets
from django.utils.formats import localize
from django.utils.translation import gettext as _

from .not_saved import NOTHING_SAVED, answer, typed

BUTTONS = ("show_save", "show_save_and_continue", "show_save_and_add_another")


class ReadOnlyVersions:
    """Mixin for the admin of a grouper whose content may be published, locked by a colleague or not yours to change."""

    def get_content_field(self, obj, field_name, request=None):
        """The CMS shows the bare value: a code, "None", or the name of a manager."""
        if hasattr(obj, f"{CONTENT_PREFIX}{field_name}"):  # a column of the list, where an empty one has its own words
            return localize(super().get_content_field(obj, field_name, request))
        content = self.get_content_obj(obj)
        return self.in_words(content, self.content_model._meta.get_field(field_name)) if content else None

    def in_words(self, content, field):
        value = getattr(content, field.name)
        if field.get_internal_type() == "BooleanField":  # the administration draws it
            return value
        if field.many_to_many:
            return ", ".join(map(str, value.all())) or self.get_empty_value_display()
        return display_for_field(value, field, self.get_empty_value_display())

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """No buttons to save where there is nothing to change; and what was typed of it before, beside a mistake."""
        form = context["adminform"]
        if change and set(flatten_fieldsets(form.fieldsets)) <= set(form.readonly_fields):
            context.update(dict.fromkeys(BUTTONS, False))
        if change and text_came(request) and self.readonly_reason(request, obj):
            context["typed"] = typed(self, request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        # The fields of the content are on the form even where they are read-only.
        obj.changed_by_form = any(not name.startswith(CONTENT_PREFIX) for name in form.changed_data)
        super().save_model(request, obj, form, change)

    def readonly_reason(self, request, obj):
        return self.get_content_readonly_message(request, self.get_content_obj(obj))

    def response_change(self, request, obj):
        """Of a form that was open while the version was published or locked, the text is not saved."""
        reason = self.readonly_reason(request, obj)
        if reason is None or (obj.changed_by_form and not text_came(request)):
            return super().response_change(request, obj)
        if obj.changed_by_form:
            said = _("The text was not saved, only what goes live at once. %(reason)s.")
        else:
            said = NOTHING_SAVED
        return answer(self, request, said % {"reason": reason.strip(" .")}, typed(self, request, obj))


def text_came(request):
    """Whether `request` sent fields of the text."""
    return any(name.startswith(CONTENT_PREFIX) for name in request.POST)
