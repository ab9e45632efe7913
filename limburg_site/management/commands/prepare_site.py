"""`manage.py prepare_site`: everything between unpacked code and a site that can be served.

Does only what is needed, so it can run before every start: about a second when there is nothing to do.
"""

import fcntl
import os
import subprocess
import sys
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.reloader import translation_file_changed

from files.lost import LostFiles
from limburg_site import catalogues
from limburg_site.at_start import refuse_unfit
from publication.schema import UnknownSchema
from regions.serving import UnknownRegion, has_regions, served_site


class Command(BaseCommand):
    help = "Compile the catalogues, migrate, collect static files; without DATABASE_URL load the demonstration."
    # Every start would pay for them; `manage.py check --deploy` is a step of its own.
    requires_system_checks = []

    def handle(self, **options):
        try:
            with alone_in(settings.DATA_DIR):
                self.prepare()
        except (UnknownRegion, UnknownSchema, LostFiles) as problem:
            raise SystemExit(str(problem)) from None
        except Exception as problem:
            problem.add_note("The site could not be prepared; the reason stands above.")
            raise

    def prepare(self):
        refuse_unfit()
        if has_regions():
            served_site()  # a slip of the pen need not wait for the rest
        for compiled in catalogues.compile_stale():
            translation_file_changed(None, compiled)  # forgets what this process read before
        with self.collecting_static_files():
            call_command("migrate", interactive=False, verbosity=0)
            if settings.DEMONSTRATION:
                call_command("load_demonstration")
            call_command("read_documents")
            call_command("repeat_erasures")
            call_command("make_picture_copies")
            served_site()

    @contextmanager
    def collecting_static_files(self):
        """Collect and compress them meanwhile, in a process of its own: that takes as long as the rest."""
        collected = Path(settings.STATIC_ROOT) / "sources.sha256"
        sources = fingerprint_of_static_sources()
        if collected.exists() and collected.read_text() == sources:
            yield
            return
        self.stdout.write("Collecting and compressing static files ...")
        self.stdout.flush()
        command = [sys.executable, settings.BASE_DIR / "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        with subprocess.Popen(command) as process:  # noqa: S603
            try:
                yield
            except BaseException:
                process.terminate()
                raise
        if process.returncode:
            raise CommandError("The static files could not be collected; the reason stands above.")
        collected.write_text(sources)


@contextmanager
def alone_in(folder: Path):
    """Let one process at a time prepare the site whose data are in `folder`; others wait for it."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def fingerprint_of_static_sources() -> str:
    """A hash of every static file before collection, and of what decides how they are collected."""
    fingerprint = sha256()
    for path in ("requirements.txt", "limburg_site/static_files.py"):
        fingerprint.update((settings.BASE_DIR / path).read_bytes())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            fingerprint.update(path.encode())
            with storage.open(path) as file:
                fingerprint.update(file.read())
    return fingerprint.hexdigest()
