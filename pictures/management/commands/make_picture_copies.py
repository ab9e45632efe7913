from pictures.copies import first_copies_alone, make_all_missing
from pictures.models import Picture
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Make the copies of pictures that are missing: after an upgrade, after a restore, for a new width."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--first", action="store_true", help="One copy of each picture that readers get none of.")

    def handle(self, *, first, **options):
        """Until then readers get the nearest copy that there is."""
        if first:
            with first_copies_alone():
                self.make(Picture.objects.all())
        else:
            self.make(Picture.objects.all())

    def make(self, pictures):
        for picture in make_all_missing(pictures):
            self.stderr.write(f"{picture.label}: not all copies could be made")
