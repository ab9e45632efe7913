"""Comma-separated values (RFC 4180, UTF-8, a header), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

# A cell that starts so is a formula to a spreadsheet (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """`name` is part of the data and never changes; `meaning` explains it to readers."""

    name: str
    meaning: str
    value: Callable


@dataclass(frozen=True)
class Table:
    columns: tuple

    def written(self, rows):
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(column.name for column in self.columns)
        for row in rows:
            writer.writerow(harmless(column.value(row)) for column in self.columns)
        return text.getvalue().encode()


def harmless(value):
    """A text that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(value, int) or value is None:
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def several(values):
    return "; ".join(values)


DATED = (
    Column("van", _("First day, month or year; empty where it is not known."), lambda row: row.period.start),
    Column("tot", _("Last day, month or year; empty where it is not known."), lambda row: row.period.end),
    Column("bekend_op", _("The one date on which a source says so."), lambda row: row.period.known_on),
    Column("bron", _("Who says so."), lambda row: row.period.source),
)
