from pages.demonstration import REGIONS, loader, vlaams_brabant
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Fill the sites of the demonstration with its content. A site that has any content is left alone."

    def handle(self, **options):
        for region, load in zip(REGIONS, (loader.load, vlaams_brabant.load), strict=True):
            if load():
                self.stdout.write(f"Demonstration content loaded: {region}.")
