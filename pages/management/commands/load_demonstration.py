from django.core.management.base import BaseCommand

from pages.demonstration.loader import load


class Command(BaseCommand):
    help = "Fill an empty site with the demonstration content. A site that has any content is left alone."

    def handle(self, **options):
        if load():
            self.stdout.write("Demonstration content loaded.")
