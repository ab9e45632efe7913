"""What DATA_DIR holds for the site alone: other users of the machine read neither the database nor the mail."""

import os
import stat
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def keep_private(folder: Path) -> None:
    """Make the embedded database for its owner alone before SQLite does, and close what was open before."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.close(os.open(folder / "site.sqlite3", os.O_RDONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise ImproperlyConfigured(f"DATA_DIR: the site can't write to {folder} ({error.strerror}).") from None
    # SQLite gives what stands beside the database (-wal, -shm) the mode of the database.
    for path in (*folder.glob("site.sqlite3*"), *folder.glob("mail/*")):
        close(path, 0o600)
    if (folder / "mail").is_dir():
        close(folder / "mail", 0o700)


def close(path: Path, mode: int) -> None:
    """Give `path` this mode if anybody else may do something with it; it may be gone, or somebody else's, by now."""
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(mode)
    except (FileNotFoundError, PermissionError):
        return
