"""Makes the copies of a picture that readers may ask for, in a confined process, when it is saved.

The original is decoded once for all of them. One picture at a time on this machine: what one takes is known
(copying.py), and eight at once would be too much. Who sends one waits a little in a short queue; what finds no place
there is made by `make_picture_copies`, which has time.
"""

import json
import logging
import os
import tempfile
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.conf import settings

from files.confined import read_confined
from files.turns import TooBusy, Turns

from .derivatives import FORMATS, folder_of, widths_for
from .downloads import name_of_original
from .framing import card_name, focal_point
from .metadata import metadata_checksum, xmp

logger = logging.getLogger(__name__)

# Seconds by the clock. On SQLite a trial has the one write lock, for which others wait 20 s: queue and trial are less.
LONGEST_COPYING = 120
LONGEST_TRIAL = 12
LONGEST_PATIENCE = 600
FIRST = 960  # px, of the copy that is there before the others
PICTURES = Turns("pictures", at_once=1, waiting=1, longest_wait=6)

_first_alone: ContextVar[bool] = ContextVar("first_copies_alone", default=False)


def trial(file):
    """What `pictures.copying` reports of a file that may become a picture; nothing is kept. Raises TooBusy."""
    with PICTURES.turn():
        return ask(file, {"copies": [], "xmp": ""}, longest_wait=LONGEST_TRIAL)


def ask(file, plan, descriptors=(), longest_wait=LONGEST_COPYING):
    plan = json.dumps(plan | {"most_pixels": settings.FILER_MAX_IMAGE_PIXELS})
    return read_confined("pictures.copying", file, plan, descriptors=descriptors, longest_wait=longest_wait)


@contextmanager
def first_copies_alone():
    """Until the end of the block one copy is made of each picture of which readers get none, and no other."""
    token = _first_alone.set(True)
    try:
        yield
    finally:
        _first_alone.reset(token)


def wanted(picture):
    """The name of each copy, and how it is made."""
    if _first_alone.get():
        width = min(widths_for(picture), key=lambda each: abs(each - FIRST))
        has_some = any(folder_of(picture).glob("*.jpg")) or any(new_folder(picture).glob("*.jpg"))
        return {} if has_some else {f"{width}.jpg": {"width": width, "extension": "jpg"}}
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


def is_shown(picture):
    """Whether readers get the copies of the present file that say what the record says now."""
    return (picture.copied_sha1, picture.copied) == (picture.sha1, metadata_checksum(picture))


def make_copies(picture):
    """Make what is missing, and let readers have it; returns whether all is there now."""
    write_copies(picture, missing_copies(picture))
    show(picture)
    return not missing_copies(picture)


def show(picture):
    """Readers get the new copies in the place of the former ones: once each width is there, or where they have none."""
    new, former = new_folder(picture), folder_of(picture)
    has_former = former != new and any(former.glob("*.jpg"))
    ready = (
        all((new / f"{width}.jpg").exists() for width in widths_for(picture)) if has_former else any(new.glob("*.jpg"))
    )
    if ready and not is_shown(picture):
        record_copied(picture, picture.sha1, metadata_checksum(picture))


def forget_former_copies(picture):
    record_copied(picture, "", "")


def record_copied(picture, sha1, checksum):
    type(picture).objects.filter(pk=picture.pk).update(copied_sha1=sha1, copied=checksum)
    picture.copied_sha1, picture.copied = sha1, checksum


def make_copies_of_row(model, key):
    """Of the row as the database has it; nothing where it is gone again. Where it is busy, they are made later."""
    try:
        with PICTURES.turn():
            for picture in model.objects.filter(pk=key):
                make_copies(picture)
    except TooBusy:
        logger.info("The copies of picture %s are made later", key)


def make_all_missing(pictures):
    """Of a query set: yields those of which something is missing still."""
    for picture in pictures.order_by("pk").iterator():
        if (missing_copies(picture) or not is_shown(picture)) and not make_in_turn(picture):
            yield picture


def make_in_turn(picture):
    """Once it is its turn, of the row as it is by then."""
    try:
        with PICTURES.patient_turn(LONGEST_PATIENCE):
            return all(make_copies(present) for present in type(picture).objects.filter(pk=picture.pk))
    except TooBusy:
        return False


def write_copies(picture, missing):
    if not missing:
        return
    try:
        original = picture.file.storage.open(picture.file.name)
    except FileNotFoundError:
        logger.warning("The original of picture %s is missing: %s", picture.pk, picture.file.name)
        return
    with original:
        copy_from(original, picture, missing)


def copy_from(original, picture, missing):
    """Under passing names first, so that no reader meets half a file."""
    folder = new_folder(picture)
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as passing:
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
