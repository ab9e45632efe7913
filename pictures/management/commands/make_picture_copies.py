from pictures.copies import make_all_missing
from pictures.models import Picture
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Make the copies of pictures that are missing: after an upgrade, after a restore, for a new width."
    requires_system_checks = []

    def handle(self, **options):
        """Until then readers get the nearest copy that there is."""
        for picture in make_all_missing(Picture.objects.all()):
            self.stderr.write(f"{picture.label}: not all copies could be made")
