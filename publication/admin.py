"""One admin screen for a grouper, the text of its latest version and the rows of that version."""

from contextvars import ContextVar

from cms.admin.utils import CONTENT_PREFIX, GrouperModelAdmin
from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from .read_only import ReadOnlyVersions
from .scheduling.links import schedule_line
from .seen import SeesOthersLive
from .site_filter import SiteFilter
from .withdrawn_first import WithdrawnFirst

LIVE_FIELDS = ("slug", "sites")


class PublicationForm(forms.ModelForm):
    """Adds to the CMS's form what it leaves out: links to many, and the rules of the content model."""

    def __init__(self, *args, initial=None, **kwargs):
        initial = dict(initial or {})
        for name in many_to_many(self._admin.content_model):
            if f"{CONTENT_PREFIX}{name}" in initial:
                initial[f"{CONTENT_PREFIX}{name}"] = list(initial[f"{CONTENT_PREFIX}{name}"].all())
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self):
        data = super().clean()
        model = self._admin.content_model
        values = {
            key.removeprefix(CONTENT_PREFIX): value
            for key, value in data.items()
            if key.startswith(CONTENT_PREFIX) and key.removeprefix(CONTENT_PREFIX) not in many_to_many(model)
        }
        values.pop(model.GROUPER, None)
        try:
            names = {field.name for field in model._meta.get_fields()}
            model(**values).full_clean(exclude=names - set(values), validate_unique=False)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                field = f"{CONTENT_PREFIX}{name}"
                self.add_error(field if field in self.fields and name != NON_FIELD_ERRORS else None, messages)
        return data


def many_to_many(content_model):
    return {field.name for field in content_model._meta.many_to_many}


class PublicationAdmin(WithdrawnFirst, ReadOnlyVersions, SeesOthersLive, GrouperModelAdmin):
    """Base admin of a grouper. Subclasses set `content_model` and their fieldsets."""

    form = PublicationForm
    list_filter = (SiteFilter,)

    # The newest first, as lists have it by themselves; pages of an autocomplete need to be told.
    ordering = ("-pk",)

    # The CMS keeps the requested version on the admin object, which all threads share: two editors at
    # once would be shown each other's version. Every request gets a value of its own.
    _requested = ContextVar("requested_content", default=None)
    _requested_content_obj = property(
        lambda self: self._requested.get(), lambda self, content: self._requested.set(content)
    )

    @property
    def current_content_filters(self):
        return {}

    def get_readonly_fields(self, request, obj=None):
        """What goes live at once is for those who may publish, as soon as readers can see it, or will by itself."""
        fields = super().get_readonly_fields(request, obj)
        if obj is not None and not self.may_publish(request) and obj.reaches_readers():
            fields = (*fields, *LIVE_FIELDS)
        if obj is not None:
            # For `planning`, which gets the object alone.
            obj.planned = schedule_line(self.get_content_obj(obj), request.user) if self.get_content_obj(obj) else ""
        return (*fields, "planning")

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj is None else [*fieldsets, (_("Planning"), {"fields": ["planning"]})]

    @admin.display(description=_("planned"))
    def planning(self, obj):
        return getattr(obj, "planned", "")

    def get_form(self, request, obj=None, **kwargs):
        """The CMS makes plain fields for the content; editors get the administration's own, with its pickers."""
        form = super().get_form(request, obj, **kwargs)
        for name in self.content_fields():
            key = f"{CONTENT_PREFIX}{name}"
            if form.base_fields.get(key):
                field = self.content_model._meta.get_field(name)
                form.base_fields[key] = self.formfield_for_dbfield(field, request=request)
        return form

    def content_fields(self):
        fields = (*self.content_model._meta.fields, *self.content_model._meta.many_to_many)
        return [field.name for field in fields if field.editable and field.name != self.grouper_field_name]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.model is self.content_model:
            kwargs["widget"] = AutocompleteSelectMultiple(db_field, self.admin_site)
        elif db_field.name == "sites":
            kwargs["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        return {"sites": [get_current_site(request).pk]} | super().get_changeform_initial_data(request)

    def may_publish(self, request):
        opts = self.content_model._meta
        return request.user.has_perm(f"{opts.app_label}.publish_{opts.model_name}")

    def contents_of(self, obj):
        return self.content_model.everything.filter(**{self.grouper_field_name: obj})

    def save_model(self, request, obj, form, change):
        links = {
            name: form.cleaned_data.pop(f"{CONTENT_PREFIX}{name}")
            for name in many_to_many(self.content_model)
            if f"{CONTENT_PREFIX}{name}" in form.cleaned_data
        }
        super().save_model(request, obj, form, change)
        content = self.content_in_form(form)
        if links and self.can_change_content(request, content):
            for name, value in links.items():
                getattr(content, name).set(value)

    def content_in_form(self, form):
        """The version that the form edits, or that saving it has just made."""
        if form._content_instance is None:
            contents = self.content_model.everything.filter(**{self.grouper_field_name: form.instance})
            form._content_instance = contents.latest("pk")
        return form._content_instance

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """The rows of `ContentRows` hang on the version, not on the grouper."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, ContentRows):
            content = self.get_content_obj(obj) if obj.pk else None
            kwargs["instance"] = content or self.content_model()
            kwargs["queryset"] = (
                inline.model._default_manager.filter(content=content)
                if content
                else (inline.model._default_manager.none())
            )
        return kwargs

    def save_formset(self, request, form, formset, change):
        if isinstance(formset.instance, self.content_model) and formset.instance.pk is None:
            formset.instance = self.content_in_form(form)
        super().save_formset(request, form, formset, change)


def shown_choice(name, content_model):
    """A column of the list that shows a field with choices in words; the CMS's own column shows the code."""

    @admin.display(description=content_model._meta.get_field(name).verbose_name)
    def column(self, obj):
        content = self.get_content_obj(obj)
        return getattr(content, f"get_{name}_display")() if content else ""

    return column


class ContentAdmin(WithdrawnFirst, admin.ModelAdmin):
    """A content model has no screen of its own; versioning looks it up here and links to it all the same."""

    def contents_of(self, content):
        return self.model.everything.filter(pk=content.pk)

    def grouper_admin(self):
        return self.admin_site._registry[self.model._meta.get_field(self.model.GROUPER).related_model]

    def has_module_permission(self, request):
        return False

    def changelist_view(self, request, extra_context=None):
        opts = self.grouper_admin().opts
        return redirect(f"admin:{opts.app_label}_{opts.model_name}_changelist")

    def add_view(self, request, form_url="", extra_context=None):
        opts = self.grouper_admin().opts
        return redirect(f"admin:{opts.app_label}_{opts.model_name}_add")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self.grouper_admin().content_change_redirect_view(request, object_id)

    def delete_view(self, request, object_id, extra_context=None):
        raise PermissionDenied

    def history_view(self, request, object_id, extra_context=None):
        raise PermissionDenied


class ContentInlineChecks(admin.checks.InlineModelAdminChecks):
    def _check_relation(self, obj, parent_model):
        """The key leads to the content model, while the screen is that of the grouper."""
        return []

    def _check_exclude_of_parent_model(self, obj, parent_model):
        return []


class ContentRows(InlineModelAdmin):
    """Rows that belong to one version: they can be changed only while that version is a draft."""

    checks_class = ContentInlineChecks
    extra = 0

    def __init__(self, parent_model, admin_site):
        super().__init__(parent_model.content_model(), admin_site)

    def _draft(self, request, obj):
        grouper_admin = self.admin_site._registry[type(obj)] if obj else None
        return obj is None or grouper_admin.can_change_content(request, grouper_admin.get_content_obj(obj))

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and bool(self._draft(request, obj))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and bool(self._draft(request, obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and bool(self._draft(request, obj))


class ContentInline(ContentRows, admin.TabularInline):
    """Rows of a few short fields."""


class StackedContentInline(ContentRows, admin.StackedInline):
    """Rows with more than fits on a line of the screen."""


LIVE_FIELDSET = (_("Goes live at once"), {"fields": LIVE_FIELDS})
