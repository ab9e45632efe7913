"""What `docs/operations.md` tells about the environment is what the code reads."""

from limburg_site.environment import BASE_DIR, VARIABLES

TYPES = {bool: "true or false", int: "number", list: "list", str: "text"}


def row(variable):
    """The line of the table that describes `variable`."""
    kind = "word" if isinstance(variable.kind, tuple) else TYPES[variable.kind]
    default = "`var` in the clone" if variable.name == "DATA_DIR" else f"`{variable.default}`"
    if variable.default in ("", None, []):
        default = "–"
    return f"| `{variable.name}` | {kind} | {default} | {variable.meaning} |"


def test_the_table_of_variables_is_that_of_the_code():
    lines = (BASE_DIR / "docs" / "operations.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| `") and line.split("`")[1].isupper()]
    assert rows == [row(variable) for variable in VARIABLES]
