from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from publication.commands import SiteCommand
from regions.serving import serve_named_region

PATHS = [
    "/",
    "/organisaties/",
    "/organisaties/resoc-limburg/",
    "/nieuws/",
    "/nieuws/lires-startmoment/",
    "/documenten/",
]


class Command(SiteCommand):
    help = "Print how many queries a page costs: the first time in a fresh process, and after that."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", default=PATHS, help="paths, e.g. /nieuws/")

    def handle(self, paths, **options):
        serve_named_region()
        client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
        for path in paths:
            cold, warm = self.count(client, path), self.count(client, path)
            self.stdout.write(f"{cold:4} {warm:4}  {path}")

    def count(self, client, path):
        with CaptureQueriesContext(connection) as captured:
            status = client.get(path).status_code
        if status != 200:
            self.stderr.write(f"{path} answered {status}")
        return len(captured)
