"""Import and export of memberships: who uploads a table first sees what it would do, and then it is all or nothing."""

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from import_export.admin import ImportExportMixin
from import_export.forms import ImportForm
from import_export.tmp_storages import BaseStorage

from files.kept_uploads import KeepsUploads
from organisations.membership_csv import MembershipCSV, MembershipResource, decoded
from organisations.models import Membership
from publication.seen import mark_of

from .live import LIVE_AT_ONCE, may_publish

MAX_BYTES = 1024 * 1024
CONFIRM_WITHIN = 3600  # seconds


class ChangedSince(Exception):
    """A record is not what it was when the table was looked at."""


def records():
    """A mark of all memberships: a table may name any of them."""
    return mark_of(Membership.objects.all())


class CarriedInForm(BaseStorage):
    """Keeps what was uploaded in the form that confirms it, signed: no file with names stays behind on the server."""

    SALT = "organisations.admin.transfer"

    def save(self, data):
        self.name = signing.dumps([decoded(data), records()], salt=self.SALT, compress=True)

    def read(self):
        """Raises BadSignature for what is too old, or not what was looked at; ChangedSince for records that changed."""
        data, seen = signing.loads(self.name, salt=self.SALT, max_age=CONFIRM_WITHIN)
        if seen != records():
            raise ChangedSince
        return data

    def remove(self):
        """Nothing was stored."""


class MembershipImportForm(KeepsUploads, ImportForm):
    import_file = forms.FileField(
        label=_("File to import"),
        help_text=_("A CSV file with “;” or “,”, of 1 MB at the most. Export first to see which columns there are."),
    )

    def clean_import_file(self):
        file = self.cleaned_data["import_file"]
        if file.size > MAX_BYTES:
            raise ValidationError(_("This file is larger than 1 MB."))
        return file


class TransferMixin(ImportExportMixin):
    resource_classes = [MembershipResource]
    formats = import_formats = export_formats = [MembershipCSV]
    import_form_class = MembershipImportForm
    tmp_storage_class = CarriedInForm
    import_template_name = "admin/organisations/import_memberships.html"
    skip_export_form = True

    def has_import_permission(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request):
        return may_publish(request) and self.has_view_permission(request)

    def get_import_context_data(self, **kwargs):
        return {"live_at_once": LIVE_AT_ONCE}

    def get_export_filename(self, request, queryset, file_format):
        return "lidmaatschappen.csv"

    def get_import_data_kwargs(self, **kwargs):
        return super().get_import_data_kwargs(**kwargs) | {"rollback_on_validation_errors": True}

    def add_data_read_fail_error_to_form(self, form, error):
        words = _("This is no table that we can read. Save it as CSV (UTF-8) in your spreadsheet.")
        form.add_error("import_file", error if isinstance(error, ValidationError) else words)

    def process_import(self, request, **kwargs):
        try:
            return super().process_import(request, **kwargs)
        except ChangedSince:
            return self.nothing_imported(request)
        except signing.BadSignature:
            messages.error(request, _("This took too long, or the form was changed. Upload the file again."))
            return redirect("admin:organisations_membership_import")

    def process_result(self, result, request):
        """What was right when it was looked at may be wrong by now; then nothing at all is kept."""
        if result.has_errors() or result.has_validation_errors():
            return self.nothing_imported(request)
        return super().process_result(result, request)

    def nothing_imported(self, request):
        """The new look shows what the table would make of the records as they are now."""
        messages.error(request, _("Nothing was imported: meanwhile something has changed. Upload the file again."))
        return redirect("admin:organisations_membership_import")
