"""What `docs/operations.md` tells about the environment is what the code reads."""

import re

import pytest

from limburg_site import settings
from limburg_site.environment import BASE_DIR, VARIABLES

DOCUMENT = BASE_DIR / "docs" / "operations.md"
TYPES = {bool: "true or false", int: "number", list: "list", str: "text"}


def row(variable):
    """The line of the table that describes `variable`."""
    kind = "word" if isinstance(variable.kind, tuple) else TYPES[variable.kind]
    default = "`var` in the clone" if variable.name == "DATA_DIR" else f"`{variable.default}`"
    if variable.default in ("", None, []):
        default = "–"
    return f"| `{variable.name}` | {kind} | {default} | {variable.meaning} |"


def test_the_table_of_variables_is_that_of_the_code():
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| `") and line.split("`")[1].isupper()]
    assert rows == [row(variable) for variable in VARIABLES]


def section(title):
    return re.search(rf"^## {title}\n(.*?)(?=^## )", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)[1]


def folders():
    """Of DATA_DIR, as the settings name them."""
    roots = [value for name, value in vars(settings).items() if name.endswith("_ROOT")]
    return sorted(path.name for path in [*roots, settings.DATA_DIR / "log"] if path.parent == settings.DATA_DIR)


@pytest.mark.parametrize("name", folders())
def test_the_back_ups_say_what_to_do_with_each_folder(name):
    assert re.search(rf"`(DATA_DIR/)?{name}`", section("Back-ups"))
    [data_dir] = [variable for variable in VARIABLES if variable.name == "DATA_DIR"]
    assert name in data_dir.meaning or name == "static"  # made again at each start


@pytest.mark.parametrize("command", ["publish_scheduled", "remove_unused_files --delete", "erase_press_accesses"])
def test_what_has_to_run_by_the_clock_stands_in_a_unit_with_a_timer(command):
    """The unit is named as its timer, and both stand in the document."""
    for unit in re.finditer(
        r"`/etc/systemd/system/(limburg-\w+)\.service`:\n(.*?)\n`", DOCUMENT.read_text(), re.DOTALL
    ):
        if re.search(rf"ExecStart=.*manage\.py {command}$", unit[2], re.MULTILINE):
            assert f"enable --now {unit[1]}.timer" in DOCUMENT.read_text()
            return
    raise AssertionError(f"no unit runs {command}")
