"""Where files lie that somebody threw away: thirty days, below the moment, in the folders where they were.

To put back what went at one moment: copy the folders below it into MEDIA_ROOT.
"""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

KEPT = timedelta(days=30)
MOMENT = "%Y-%m-%dT%H.%M.%S.%fZ"


def throw_away(path):
    """Move the file at `path`, below MEDIA_ROOT, into the trash. There is nothing to do where it is gone already."""
    folder = Path(settings.TRASH_ROOT, datetime.now(UTC).strftime(MOMENT))
    kept = folder / Path(path).relative_to(settings.MEDIA_ROOT)
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.move(path, kept)
    except FileNotFoundError:
        shutil.rmtree(folder)


def thrown_away():
    """Every file in the trash."""
    return (path for path in Path(settings.TRASH_ROOT).rglob("*") if path.is_file())


def kept_long_enough():
    """The folders of the moments that are longer ago than files are kept."""
    limit = (datetime.now(UTC) - KEPT).strftime(MOMENT)
    return [folder for folder in sorted(Path(settings.TRASH_ROOT).glob("*")) if folder.name < limit]
