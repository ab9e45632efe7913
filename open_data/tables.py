"""Comma-separated values (RFC 4180, UTF-8, a header), safe to open in a spreadsheet."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from files.tables import written


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
        names = [column.name for column in self.columns]
        return written(names, ([column.value(row) for column in self.columns] for row in rows)).encode()


def several(values):
    return "; ".join(values)


DATED = (
    Column("van", _("First day, month or year; empty where it is not known."), lambda row: row.period.start),
    Column("tot", _("Last day, month or year; empty where it is not known."), lambda row: row.period.end),
    Column("bekend_op", _("The one date on which a source says so."), lambda row: row.period.known_on),
    Column("bron", _("Who says so."), lambda row: row.period.source),
)
