"""The moments that staff are asked for, in the time of Belgium."""

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils.translation import gettext_lazy as _


class BelgianMoment(forms.SplitDateTimeField):
    """A day and an hour as an aware datetime. Refuses an hour that summer time skips or doubles."""

    widget = AdminSplitDateTime

    def compress(self, data_list):
        try:
            return super().compress(data_list)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise forms.ValidationError(
                _("This hour does not exist or comes twice, as summer time begins or ends. Choose another hour.")
            ) from error
