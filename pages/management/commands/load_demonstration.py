from django.core.management.base import BaseCommand

from pages.demonstration import REGIONS, loader, vlaams_brabant


class Command(BaseCommand):
    help = "Fill the sites of the demonstration with its content. A site that has any content is left alone."

    def handle(self, **options):
        for region, load in zip(REGIONS, (loader.load, vlaams_brabant.load), strict=True):
            if load():
                self.stdout.write(f"Demonstration content loaded: {region}.")
