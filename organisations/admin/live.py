"""Screens of records without drafts: what is saved is live at once, so they are for who may publish."""

from django import forms
from django.contrib import messages
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import UniqueConstraint
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from publication.seen import SeesOthers

TWICE = _("Nothing was saved: two lines of this form say the same.")
LIVE_AT_ONCE = _("This has no drafts: what you save here is live at once, for every reader.")


def may_publish(request):
    return request.user.has_perm("organisations.publish_organizationcontent")


class ForPublishers:
    """Changes are for who may publish; others see what is there."""

    def has_add_permission(self, request, *args):
        return may_publish(request) and super().has_add_permission(request, *args)

    def has_change_permission(self, request, obj=None):
        return may_publish(request) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return may_publish(request) and super().has_delete_permission(request, obj)


class CheckedAgain:
    """Answer a save that lost a race with the sentence that it would have got a moment later."""

    def changeform_view(self, request, *args, **kwargs):
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            # Somebody saved the same between our check and our save: the second check sees it.
            return self.checked_again(request, *args, **kwargs)

    def checked_again(self, request, *args, **kwargs):
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            self.message_user(request, TWICE, messages.ERROR)
            return redirect(request.get_full_path())


class LiveForm(forms.ModelForm):
    """Says what a constraint of the database refuses at the field that it is about, not above the form."""

    # Name of a constraint, without that of its model → the fields it is about; the first one filled in gets the words.
    FIELDS = {
        "ends_after_start": ("end",),
        "known_or_period": ("known_on",),
    }

    def _post_clean(self):
        """Django leaves constraints with the key to the screen's own body unchecked: they are checked here."""
        super()._post_clean()
        is_row = any(isinstance(field, InlineForeignKeyField) for field in self.fields.values())
        if is_row and not self.errors:
            try:
                self.instance.validate_constraints(exclude=self._get_validation_exclusions())
            except ValidationError as error:
                self.add_error(None, error)

    def add_error(self, field, error):
        if field is None:
            error = self.at_fields(error if isinstance(error, ValidationError) else ValidationError(error))
        super().add_error(field, error)

    def at_fields(self, error):
        errors = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
        placed = {}
        for name, found in errors.items():
            for single in found:
                place = self.place_of(single) if name == NON_FIELD_ERRORS else name
                placed.setdefault(place if self.is_seen(place) else NON_FIELD_ERRORS, []).append(single)
        return ValidationError(placed)

    def is_seen(self, name):
        """Whether the form has this field for whoever fills it in; a row does not show the key to the screen's body."""
        return name in self.fields and not isinstance(self.fields[name], InlineForeignKeyField)

    def place_of(self, error):
        """The field that the constraint with the words of `error` is about."""
        for constraint in self._meta.model._meta.constraints:
            if str(constraint.violation_error_message) == str(error.message):
                fields = self.FIELDS.get(constraint.name.partition("_")[2], ())
                filled = [name for name in fields if self.cleaned_data.get(name)]
                if fields:
                    return (filled or fields)[0]
        return NON_FIELD_ERRORS


class LiveFormSet(BaseInlineFormSet):
    """Refuses two new rows that say the same: each by itself is right."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            data = form.cleaned_data if form.is_valid() and form.has_changed() else {}
            keys = set() if data.get("DELETE") else set(self.keys(data))
            if keys & seen:
                form.add_error(None, TWICE)
            seen |= keys

    def keys(self, data):
        """What must be unique, by constraint; where a part of it is not known it is no double."""
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and applies(constraint, data):
                values = tuple(data.get(name) for name in constraint.fields)
                if None not in values:
                    yield (constraint.name, *values)


def applies(constraint, data):
    """Whether the condition of `constraint`, of what is filled in and what is not, holds for a row."""
    conditions = constraint.condition.children if constraint.condition else ()
    return all((data.get(name.removesuffix("__isnull")) is None) == is_empty for name, is_empty in conditions)


class LiveAdmin(ForPublishers, CheckedAgain, SeesOthers, SimpleHistoryAdmin):
    """One sort of record, with the warning above the form and the history of who changed what."""

    form = LiveForm
    history_list_display = ()

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Sites are ticked."""
        if db_field.name == "sites":
            kwargs["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        """What is new is for the site on which the editor works."""
        return {"sites": [get_current_site(request).pk]} | super().get_changeform_initial_data(request)

    def get_fieldsets(self, request, obj=None):
        (name, options), *others = super().get_fieldsets(request, obj)
        return [(name, {"description": LIVE_AT_ONCE} | options), *others]

    def revert_disabled(self, request, obj=None):
        """The history is for reading: an old state may break what was agreed since, a double entry for instance."""
        return True

    def history_form_view(self, request, *args, **kwargs):
        """An earlier state is looked at. The library hides its button, and would still save what is sent."""
        if request.method == "POST":
            raise PermissionDenied
        return super().history_form_view(request, *args, **kwargs)
