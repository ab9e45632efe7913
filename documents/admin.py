from django import forms
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from publication.admin import LIVE_FIELDSET, ContentAdmin, ContentInline, PublicationAdmin, shown_choice

from .formats import inspect
from .models import Document, DocumentContent, DocumentFile


class DocumentFileForm(forms.ModelForm):
    class Meta:
        model = DocumentFile
        fields = ("file",)
        # Not the widget that links to the file: readers and staff get files from the one view only.
        widgets = {"file": forms.FileInput}

    found = None

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            self.found = inspect(file)
        return file

    @property
    def format(self):
        return self.found["format"] if self.found else self.instance.format

    def save(self, commit=True):
        """What was found goes into the row only now: a form that is refused must not look as if it kept the file."""
        for name, value in (self.found or {}).items():
            setattr(self.instance, name, value)
        return super().save(commit)


class DocumentFileFormSet(forms.BaseInlineFormSet):
    def clean(self):
        """The format is found in the file, so that the form itself cannot see that there are two of one."""
        super().clean()
        formats = [form.format for form in self.forms if form not in self.deleted_forms and form.format]
        for twice in {name for name in formats if formats.count(name) > 1}:
            raise forms.ValidationError(
                _("There are two %(format)s files. A document has one of each format: remove one."),
                params={"format": twice},
            )


class DocumentFileInline(ContentInline):
    model = DocumentFile
    form = DocumentFileForm
    formset = DocumentFileFormSet
    fields = ("file", "opened", "format", "size", "pages", "checksum")
    readonly_fields = ("opened", "format", "size", "pages", "checksum")

    @admin.display(description=_("look at it"))
    def opened(self, file):
        if file.pk is None:
            return ""
        return format_html('<a href="{}">{}</a>', file.get_staff_url(), _("Open the file"))


@admin.register(Document)
class DocumentAdmin(PublicationAdmin):
    content_model = DocumentContent
    list_display = ("content__title", "type", "content__date", "admin_list_actions")
    search_fields = ("slug", "content__title")
    inlines = (DocumentFileInline,)
    type = shown_choice("type", DocumentContent)
    prepopulated_fields = {"slug": ("content__title",)}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "content__title",
                    ("content__type", "content__date", "content__language"),
                    "content__summary",
                    "content__organisations",
                    "content__themes",
                    "content__contributors",
                    ("content__credit", "content__licence"),
                )
            },
        ),
        (
            _("Window"),
            {
                "fields": (("content__visible_from", "content__visible_until"),),
                "description": _("Outside of this window a published document does not exist for readers."),
            },
        ),
        LIVE_FIELDSET,
    )


admin.site.register(DocumentContent, ContentAdmin)
