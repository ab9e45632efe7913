from pages.demonstration import REGIONS, loader, vlaams_brabant
from pictures.copies import first_copies_alone
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Fill the sites of the demonstration with its content. A site that has any content is left alone."

    def handle(self, **options):
        """Whoever starts the site waits for it: of the pictures most copies are made by `make_picture_copies`."""
        with first_copies_alone():
            for region, load in zip(REGIONS, (loader.load, vlaams_brabant.load), strict=True):
                if load():
                    self.stdout.write(f"Demonstration content loaded: {region}.")
