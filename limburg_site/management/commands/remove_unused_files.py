import shutil

from django.template.defaultfilters import filesizeformat

from files.kept_uploads import left_over
from files.trash import kept_long_enough
from files.unused import remove, unused_files
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Name the files that nothing refers to any more; with --delete, throw them away and empty the trash."

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true", help="Remove them, instead of naming them only.")
        parser.add_argument("--days", type=int, default=30, help="Leave what was written since so many days (30).")

    def handle(self, *, delete, days, **options):
        # The trash first: what goes into it now stays for its thirty days.
        self.empty_trash(delete)
        self.forget_uploads(delete)
        size = count = 0
        for path in unused_files(days):
            count, size = count + 1, size + path.stat().st_size
            self.stdout.write(str(path))
            if delete:
                remove(path)
        done = "removed" if delete else "to be removed with --delete"
        self.stdout.write(f"Files: {count}, {filesizeformat(size)}, {done}")

    def empty_trash(self, delete):
        """Of what was thrown away more than thirty days ago, whatever `--days` says."""
        for folder in kept_long_enough():
            self.stdout.write(str(folder))
            if delete:
                shutil.rmtree(folder)

    def forget_uploads(self, delete):
        """What was chosen in a form that came back, more than a day ago, whatever `--days` says."""
        for path in left_over():
            self.stdout.write(str(path))
            if delete:
                path.unlink(missing_ok=True)
