"""The Dutch catalogues: `.po` files are kept in git, the `.mo` files that gettext reads are made from them here.

With polib, because a fresh machine has no `msgfmt`.
"""

import os
from pathlib import Path

import polib

from .environment import BASE_DIR


def compile_stale() -> list[Path]:
    """Compile every catalogue that is newer than its `.mo`, and return what was compiled."""
    sources = sorted((BASE_DIR / "locale").glob("*/LC_MESSAGES/*.po"))
    return [compile_one(source) for source in sources if is_stale(source)]


def is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def compile_one(source: Path) -> Path:
    # Renamed when complete: a process that starts at the same time never reads half a catalogue.
    draft = source.with_suffix(f".{os.getpid()}.mo")
    polib.pofile(str(source)).save_as_mofile(str(draft))
    return draft.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_stale()
