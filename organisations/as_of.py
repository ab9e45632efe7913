"""The day that a reader asks for: `?op=2017-02-06`, as the field for a date sends it, or as people type it here."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from .dating import PartialDate

NAME = "op"


class DayForm(forms.Form):
    """Bound to the query of a page; without a day in it the page is about today."""

    op = forms.CharField(required=False)

    def clean_op(self):
        text = self.cleaned_data[NAME]
        if len(self.data.getlist(NAME)) > 1:
            raise ValidationError(_("The address asks for more than one day. Choose one."))
        return read_day(text) if text else None

    @property
    def day(self):
        """The day that was asked for; None where none was, or none that can be read."""
        return self.cleaned_data.get(NAME) if self.is_valid() else None

    @property
    def as_asked(self):
        """What the field shows again: nothing that is longer than a date can be."""
        return self.data.get(NAME, "")[:10]

    @property
    def asked(self):
        return NAME in self.data


def read_day(text):
    """The date that `text` names. Raises ValidationError for a year, a month and everything else."""
    try:
        date = PartialDate.parse(text)
    except ValueError:
        date = None
    if date is None or len(date.parts) < 3:
        raise ValidationError(
            _("“%(text)s” is not a day that exists. Type a day, a month and a year, for instance 06/02/2017."),
            params={"text": Truncator(text).chars(30)},
        )
    return date.first_day
