"""Tables as comma-separated values (RFC 4180) that no spreadsheet takes for formulas, wherever it splits them.

Which sign separates cells is a setting of each computer (here `;`), so that a cell can be split in two, or a line
that a cell contains can start a row. Quotation marks do not help: within a line of another sign they mean nothing.
"""

import csv
import io
import re

# What a cell can be split at, besides the sign of the file itself, where the quotation marks do hold.
SPLITS = ";,\t\r\n"
# How a formula starts (OWASP, CSV injection); before it what a spreadsheet may leave out.
FORMULA, SKIPPED = r"[=+\-@]", r"[\"'\s]*"
CONTROL = r"[\t\r]"


def written(header, rows, delimiter=","):
    """The table as text; what is no text in it (a number, None) stays as it is."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([harmless(cell, delimiter) for cell in row] for row in rows)
    return text.getvalue()


def harmless(cell, delimiter=","):
    """With an apostrophe before whatever could be taken for the start of a formula: that makes it a text."""
    if isinstance(cell, int) or cell is None:
        return cell
    cell = re.sub(f"({starts(delimiter)}{SKIPPED})({FORMULA})", r"\1'\2", str(cell))
    return re.sub(f"^('*{CONTROL})", r"'\1", cell)


def plain(cell, delimiter=","):
    """The reverse of `harmless`."""
    cell = re.sub(f"^'('*{CONTROL})", r"\1", cell)
    return re.sub(f"({starts(delimiter)}{SKIPPED})'({FORMULA})", r"\1\2", cell)


def starts(delimiter):
    """Pattern of where a cell begins, for one program or another."""
    return f"(?:^|[{re.escape(SPLITS.replace(delimiter, ''))}])"
