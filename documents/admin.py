from django import forms
from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from files.kept_uploads import KeepsUploads
from publication.admin import LIVE_FIELDSET, ContentAdmin, ContentInline, PublicationAdmin, shown_choice

from .formats import inspect
from .models import Document, DocumentContent, DocumentFile, FormerFile


class DocumentFileForm(KeepsUploads, forms.ModelForm):
    class Meta:
        model = DocumentFile
        fields = ("file",)

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
        if file.erased:
            return _("This file was removed.")
        return format_html('<a href="{}">{}</a>', file.get_staff_url(), _("Open the file"))


class FormerFileInline(admin.TabularInline):
    """Former files have no drafts: who may publish can take one back."""

    model = FormerFile
    extra = 0
    can_delete = False
    fields = ("named", "change_note", "replaced_at", "withdrawn")
    readonly_fields = ("named", "replaced_at")

    @admin.display(description=_("former file"))
    def named(self, file):
        return f"v{file.number} ({file.format})"

    def has_add_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("documents.view_document")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("documents.publish_documentcontent")


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
                    "content__change_note",
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

    def get_inlines(self, request, obj):
        replaced = obj is not None and obj.former_files.exists()
        return (*self.inlines, FormerFileInline) if replaced else self.inlines

    def save_related(self, request, form, formsets, change):
        """What keeps the draft from being published is said as soon as its files are known."""
        super().save_related(request, form, formsets, change)
        content = self.content_in_form(form)
        lacking = self.can_change_content(request, content) and content.lacks()
        if lacking:
            self.message_user(request, lacking, messages.WARNING)


admin.site.register(DocumentContent, ContentAdmin)
