"""Dates as precise as their source: a day, a month or a year (ISO 8601-1, reduced precision).

A source that says "mei 2017" must not become 1 May 2017. The text form sorts as time does, in both databases.
"""

import datetime
import re
from calendar import monthrange

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext_lazy as _

ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
# As people write it here: 6/2/2017, 06-02-2017, 2/2017.
BELGIAN = re.compile(r"(?:(?:(?P<day>[0-9]{1,2})[-/. ])?(?P<month>[0-9]{1,2})[-/. ])?(?P<year>[0-9]{4})")


class PartialDate(str):
    """ "2017", "2017-02" or "2017-02-06". Raises ValueError for what is no date."""

    __slots__ = ()

    def __new__(cls, text):
        match = ISO.fullmatch(str(text))
        if not match:
            raise ValueError(f"{text!r} is not a year, a month or a day.")
        year, month, day = (int(part) if part else None for part in match.groups())
        datetime.date(year, month or 1, day or 1)
        return super().__new__(cls, text)

    @classmethod
    def parse(cls, text):
        """Read ISO 8601 or the Belgian order of day, month and year. Raises ValueError."""
        match = ISO.fullmatch(text) or BELGIAN.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is not a year, a month or a day.")
        parts = match.groupdict()
        return cls("-".join(f"{int(parts[name]):0{width}}" for name, width in WIDTHS if parts[name]))

    @property
    def parts(self):
        """Year, month and day as far as they are known: a tuple of one to three numbers."""
        return tuple(int(part) for part in self.split("-"))

    @property
    def first_day(self):
        return datetime.date(*(self.parts + (1, 1))[:3])

    @property
    def last_day(self):
        year, month = (self.parts + (12,))[:2]
        return self.first_day if len(self.parts) == 3 else datetime.date(year, month, monthrange(year, month)[1])

    def includes(self, day):
        return self.first_day <= day <= self.last_day

    @property
    def in_words(self):
        """ "6 februari 2017", "februari 2017" or "2017"."""
        return format_date(self.first_day, ("Y", "F Y", "j F Y")[len(self.parts) - 1])

    @property
    def as_typed(self):
        """As an editor types it: 06/02/2017, 02/2017 or 2017."""
        return "/".join(reversed(self.split("-")))


WIDTHS = (("year", 4), ("month", 2), ("day", 2))


class PartialDateInput(forms.TextInput):
    def __init__(self, attrs=None):
        super().__init__({"size": 10} | (attrs or {}))

    def format_value(self, value):
        return value.as_typed if isinstance(value, PartialDate) else value


class PartialDateFormField(forms.CharField):
    widget = PartialDateInput
    default_error_messages = {
        "invalid": _("“%(value)s” is no date. Type a day (06/02/2017), a month (02/2017) or a year (2017).")
    }

    def to_python(self, value):
        text = super().to_python(value)
        return self._read(text) if text else ""

    def _read(self, text):
        try:
            return text if isinstance(text, PartialDate) else PartialDate.parse(text)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": text}) from None


class PartialDateField(models.CharField):
    """A PartialDate; an empty text is "not known"."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return PartialDate(value) if value else ""

    def to_python(self, value):
        if not value or isinstance(value, PartialDate):
            return value or ""
        try:
            return PartialDate(str(value))
        except ValueError:
            message = PartialDateFormField.default_error_messages["invalid"]
            raise ValidationError(message, code="invalid", params={"value": value}) from None

    def pre_save(self, model_instance, add):
        """What code assigns as a plain text is a date from then on, as if it came from the database."""
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs):
        """Always with our own input: the administration's for texts would show the date as the database has it."""
        return super().formfield(**{"form_class": PartialDateFormField} | kwargs | {"widget": PartialDateInput})
