"""No table of ours holds a formula, at whatever sign a spreadsheet splits it."""

import csv
import io

import pytest

from files.tables import harmless, plain, written
from limburg_site.environment import BASE_DIR

FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=cmd|"/c calc"!A1')
BEFORE = ("", "X;", "X,", "X\t", "X\n", "X\r\n", "X; ", 'X;"', "X;'", " ", '"', "'", "X;Y;", "\t", "\r", "'\t", "''\r")
CELLS = [before + formula for before in BEFORE for formula in FORMULAS]
HARMLESS = ["Hasselt", "a;b", "a, b", "2015-2016", "x = y", "'t Zand", "1;2", 'zegt: "ja"; en gaat']


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("cell", CELLS)
def test_no_cell_starts_a_formula_wherever_it_is_split(cell, delimiter):
    text = written(["een", "twee", "drie"], [["a", cell, "b"], [cell, cell, cell]], delimiter)

    for sign in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            for found in row:
                assert not found.lstrip(' "').startswith(("=", "+", "-", "@", "\t", "\r")), (sign, found)


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("cell", CELLS + HARMLESS)
def test_what_was_made_harmless_comes_back_as_it_was(cell, delimiter):
    assert plain(harmless(cell, delimiter), delimiter) == cell


@pytest.mark.parametrize("cell", [*HARMLESS, 12, -3, None])
def test_what_is_no_formula_is_left_alone(cell):
    assert harmless(cell) == cell


def test_tables_are_written_in_one_place():
    files = (path.relative_to(BASE_DIR) for path in BASE_DIR.glob("[!.]*/**/*.py"))
    ours = [path for path in files if path.parts[0] not in ("tests", "script", "var")]

    assert [path.as_posix() for path in ours if "csv.writer" in (BASE_DIR / path).read_text()] == ["files/tables.py"]
