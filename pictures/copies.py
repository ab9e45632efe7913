"""Makes the copies of a picture that readers may ask for, in a confined process, when it is saved.

The original is decoded once for all of them. One picture at a time on this machine: what one takes is known
(copying.py), and eight at once would be too much.
"""

import fcntl
import json
import logging
import os
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings

from files.confined import read_confined

from .derivatives import FORMATS, widths_for
from .downloads import name_of_original
from .framing import card_name, focal_point
from .metadata import metadata_checksum, xmp

logger = logging.getLogger(__name__)

LONGEST_WAIT = 120  # seconds by the clock


def trial(file):
    """What `pictures.copying` reports of a file that may become a picture; nothing is kept."""
    return ask(file, {"copies": [], "xmp": ""})


def ask(file, plan, descriptors=()):
    plan = json.dumps(plan | {"most_pixels": settings.FILER_MAX_IMAGE_PIXELS})
    with one_at_a_time():
        return read_confined("pictures.copying", file, plan, descriptors=descriptors, longest_wait=LONGEST_WAIT)


@contextmanager
def one_at_a_time():
    """The lock ends with its descriptor, whatever becomes of this process."""
    folder = Path(settings.MEDIA_ROOT, "derivatives")
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def wanted(picture):
    """The name of each copy, and how it is made."""
    copies = {f"{w}.{kind}": {"width": w, "extension": kind} for w in widths_for(picture) for kind in FORMATS}
    copies[card_name(picture)] = {"card": focal_point(picture)}
    if picture.reusable:
        copies[name_of_original(picture)] = {"original": True}
    return copies


def missing_copies(picture):
    """As `wanted`: those that are not there, or say something else than the record says now."""
    folder = new_folder(picture)
    return {name: how for name, how in wanted(picture).items() if not (folder / name).exists()}


def new_folder(picture):
    return Path(settings.MEDIA_ROOT, "derivatives", picture.sha1, metadata_checksum(picture))


def make_copies(picture):
    """Make what is missing, and let readers have it; returns whether all is there now."""
    missing = missing_copies(picture)
    if missing:
        try:
            write_copies(picture, missing)
        except FileNotFoundError:
            logger.warning("The original of picture %s is missing: %s", picture.pk, picture.file.name)
    checksum = metadata_checksum(picture)
    if picture.copied != checksum and any(new_folder(picture).glob("*.jpg")):
        type(picture).objects.filter(pk=picture.pk).update(copied=checksum)
        picture.copied = checksum
    return not missing_copies(picture)


def make_copies_of_row(model, key):
    """Of the row as the database has it; nothing where it is gone again."""
    for picture in model.objects.filter(pk=key):
        make_copies(picture)


def make_all_missing(pictures):
    """Of a query set: yields those of which something is missing still."""
    for picture in pictures.order_by("pk").iterator():
        if (missing_copies(picture) or not picture.copied) and not make_copies(picture):
            yield picture


def write_copies(picture, missing):
    """Under passing names first, so that no reader meets half a file; raises FileNotFoundError without an original."""
    folder = new_folder(picture)
    folder.mkdir(parents=True, exist_ok=True)
    with picture.file.storage.open(picture.file.name) as original, ExitStack() as passing:
        files = {name: passing.enter_context(passing_file(folder)) for name in missing}
        plan = {"xmp": xmp(picture).decode(), "copies": [[files[name].fileno(), how] for name, how in missing.items()]}
        said = ask(original, plan, tuple(file.fileno() for file in files.values()))
        for name, file in files.items():
            if str(file.fileno()) in said:
                os.fsync(file.fileno())
                os.replace(file.name, folder / name)
    if "refused" in said or len(said) <= len(missing):
        logger.warning("Not all copies of picture %s could be made: %s", picture.pk, said)


@contextmanager
def passing_file(folder):
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".copy-", delete=False) as file:
        try:
            yield file
        finally:
            Path(file.name).unlink(missing_ok=True)
