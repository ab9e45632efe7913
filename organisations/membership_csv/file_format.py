"""The file itself: its encoding, its delimiter, its first line, and cells that no spreadsheet takes for a formula."""

import csv
import io

import tablib
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export.formats.base_formats import CSV

from files.tables import plain, written

from .resource import MAX_ROWS, NUMBER, MembershipResource

DELIMITER = ";"


class MembershipCSV(CSV):
    """CSV as spreadsheets here make it: with `;` or `,`, in UTF-8 (with BOM or without) or in Windows-1252."""

    def get_title(self):
        return "CSV"

    def is_binary(self):
        return True

    def create_dataset(self, in_stream, **kwargs):
        """Raises ValidationError, and csv.Error for what is no table."""
        text = decoded(in_stream) if isinstance(in_stream, bytes) else in_stream
        first_line = text.partition("\n")[0]
        delimiter = max(";,\t", key=first_line.count)
        headers, *rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) or [[]]
        headers = [header.strip().lower() for header in headers]
        check_headers(headers)
        return dataset(headers, rows)

    def export_data(self, dataset, **kwargs):
        rows = ([str(cell) for cell in row] for row in dataset)
        return written(dataset.headers, rows, DELIMITER).encode("utf-8-sig")


def decoded(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def check_headers(headers):
    known = [field.column_name for field in MembershipResource.fields.values()]
    if unknown := [header for header in headers if header not in known]:
        words = _("These columns are not known: %(unknown)s. Known are: %(known)s.")
        raise ValidationError(words % {"unknown": ", ".join(unknown) or "–", "known": ", ".join(known)})
    if "orgaan" not in headers or len(set(headers)) < len(headers):
        raise ValidationError(_("The first line names each column once, and “orgaan” is among them."))


def dataset(headers, rows):
    """Rows as wide as the headers, without the empty ones, and with the column of numbers where it was left out."""
    missing = [NUMBER] if NUMBER not in headers else []
    table = tablib.Dataset(headers=headers + missing)
    for number, row in enumerate(rows, start=2):
        if len(row) > len(headers):
            raise ValidationError(_("Line %(number)s has more cells than the first line.") % {"number": number})
        if any(cell.strip() for cell in row):
            cells = [plain(cell.strip(), DELIMITER) for cell in row]
            table.append(cells + [""] * (table.width - len(cells)))
    if len(table) > MAX_ROWS:
        raise ValidationError(_("The file has more than %(most)s rows.") % {"most": MAX_ROWS})
    return table
