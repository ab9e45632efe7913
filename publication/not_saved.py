"""What was typed into a form whose version was published or locked meanwhile: shown, so that it can be copied."""

from functools import partial
from itertools import chain

from cms.admin.utils import CONTENT_PREFIX
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.choices import flatten_choices
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .own_choices import with_own_choices
from .saved_forms import text_not_saved

NOTHING_SAVED = gettext_lazy("Nothing was saved. %(reason)s.")


def answer(admin, request, said, words):
    """With what was typed, as no form has it any more. A page of its own: the message is gone at the next click."""
    text_not_saved(request)
    if not words:
        admin.message_user(request, said, messages.WARNING)
        return redirect(request.get_full_path())
    context = admin.admin_site.each_context(request) | {
        "title": _("Not saved"),
        "opts": admin.opts,
        "said": said,
        "typed": words,
        "back": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/publication/not_saved.html", context)


class Unsaved(forms.ModelForm):
    """Never saved: knows what was sent, and where that says another thing than the row."""

    sent_as = ""

    def add_prefix(self, name):
        return f"{self.sent_as}{name}"


def typed(admin, request, obj):
    """Pairs of label and text: of the version, of what goes live at once, and of the rows of the version."""
    content = admin.get_content_obj(obj)
    sent = [
        unsaved(admin, request, content, admin.content_fields(), CONTENT_PREFIX),
        unsaved(admin, request, obj, [field.name for field in admin.opts.get_fields() if field.concrete], ""),
    ]
    return [*chain.from_iterable(map(changed, sent)), *changed_rows(admin, request, obj)]


def unsaved(admin, request, row, names, sent_as):
    """A form with what was sent of `row`, its fields as the screen has them."""
    names = [name for name in names if is_sent(request, f"{sent_as}{name}")]
    callback = partial(admin.formfield_for_dbfield, request=request)
    base = type("Unsaved", (Unsaved,), {"sent_as": sent_as})
    form = forms.modelform_factory(type(row), form=base, fields=names, formfield_callback=callback)
    return with_own_choices(form, request.user)(request.POST, request.FILES, instance=row)


def is_sent(request, name):
    """Also of a field with parts, a day and an hour for instance."""
    return any(key == name or key.startswith(f"{name}_") for key in chain(request.POST, request.FILES))


def changed_rows(admin, request, obj):
    """Of the rows that hang on the version; those of the grouper were saved."""
    formsets, inlines = admin._create_formsets(request, obj, True)  # as its own view makes them
    for formset, inline in zip(formsets, inlines, strict=True):
        for number, form in enumerate(formset.forms if inline.parent_model is admin.content_model else (), 1):
            for label, text in changed(form):
                yield f"{capfirst(inline.opts.verbose_name)} {number}: {label}", text


def changed(form):
    bound = [form[name] for name in form.changed_data if name != DELETION_FIELD_NAME]
    return [(capfirst(field.label), in_words(field)) for field in bound if not field.is_hidden]


def in_words(bound):
    """A text to the letter; for codes and keys what the screen shows."""
    value = bound.value()
    if isinstance(bound.field, forms.ModelChoiceField):
        return names_of(bound.field, value)
    if isinstance(bound.field, forms.ChoiceField):
        labels = {str(key): label for key, label in flatten_choices(bound.field.choices)}
        return labels.get(str(value), value)
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else value


def names_of(field, value):
    """Of what this person may choose; of other things no name is told."""
    try:
        chosen = field.clean(value)
    except ValidationError:
        return "–"
    return ", ".join(map(str, chosen)) if isinstance(chosen, QuerySet) else chosen or "–"
