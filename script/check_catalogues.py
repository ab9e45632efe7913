"""What `script/check-catalogues` does: extract the words from a copy of the code, and compare with what git holds."""

import os
import re
import shutil
import string
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from python_messages import messages

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/nl/LC_MESSAGES/django.po")
PERCENT = re.compile(r"%(?:\(\w+\))?[#0 +-]*[\d.*]*[a-zA-Z%]")
NOT_OURS = (".git", ".venv", "var", "node_modules", "__pycache__")
NOT_COPIED = shutil.ignore_patterns(*NOT_OURS, "*.mo")


def main():
    committed = read(ROOT)
    with TemporaryDirectory() as folder:
        fresh = extract(Path(folder) / "copy")
    problems = [
        *(f"not in the catalogue, run script/messages: {text(entry)}" for entry in only_in(fresh, committed)),
        *(f"no longer in the code, run script/messages: {text(entry)}" for entry in only_in(committed, fresh)),
        *(f"{problem}: {text(entry)}" for entry in committed.values() if (problem := fault(entry))),
        *in_python(ROOT, committed),
    ]
    for problem in problems:
        print(problem)
    print(f"{len(committed)} Dutch messages, {len(problems)} problems")
    return bool(problems)


def extract(copy):
    """The messages that script/messages finds, looked for in a copy: the catalogue in git is left as it is."""
    shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
    # In the embedded default whatever this shell has set, and with a folder of its own.
    ours = {"MESSAGES_PYTHON": sys.executable, "DATA_DIR": str(copy / "var"), "DATABASE_URL": ""}
    subprocess.run([copy / "script" / "messages"], env=os.environ | ours, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return read(copy)


def read(root):
    if not (root / CATALOGUE).exists():
        return {}
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(root / CATALOGUE)) if not entry.obsolete}


def in_python(root, catalogue):
    """What is wrong with the words of each Python file, which xgettext may not have seen."""
    for path in sorted(root.rglob("*.py")):
        place = path.relative_to(root)
        if place.parts[0] == "tests" or not set(place.parts).isdisjoint(NOT_OURS):
            continue
        for found in messages(path.read_text(encoding="utf-8")):
            entry = catalogue.get(found.key)
            if found.problem:
                yield f"{found.problem}: {place}:{found.line}"
            elif entry is None or (found.plural and entry.msgid_plural != found.plural):
                yield f"xgettext does not see it: {found.message!r} ({place}:{found.line})"


def only_in(some, others):
    """Entries of `some` that `others` lacks; a singular that has become a plural counts too."""
    return [entry for key, entry in some.items() if key not in others or others[key].msgid_plural != entry.msgid_plural]


def fault(entry):
    """What is wrong with a translation, or None."""
    translations = list(entry.msgstr_plural.values()) or [entry.msgstr]
    if entry.fuzzy:
        return "fuzzy"
    if not all(translations):
        return "not translated"
    # A plural may leave its number out ("een bestand"), and may not have what neither form has.
    sources = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
    allowed = [placeholders(entry, source) for source in sources]
    if any(placeholders(entry, translation) not in allowed for translation in translations):
        return "other placeholders"
    return None


def placeholders(entry, words):
    """The places that the code fills in, as gettext's own flags say how the words are formatted."""
    if "python-brace-format" in entry.flags:
        return sorted(name for _, name, _, _ in string.Formatter().parse(words) if name is not None)
    return sorted(PERCENT.findall(words)) if "python-format" in entry.flags else []


def text(entry):
    return f"{entry.msgid!r} ({', '.join(sorted({file for file, _ in entry.occurrences})) or 'nowhere'})"


if __name__ == "__main__":
    sys.exit(main())
