from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import transaction

from pages.starter import make_starter_pages
from publication.commands import SiteCommand
from regions.models import Accent, Region


class Command(SiteCommand):
    help = "Make the site of another region, which SITE can name from then on (docs/nieuwe-regio.md)."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="short name for SITE, e.g. vlaams-brabant")
        parser.add_argument("--name", required=True, help='as readers see it, e.g. "ERSV Vlaams-Brabant"')
        parser.add_argument("--domain", required=True, help="host name, e.g. www.example.org")
        parser.add_argument("--tagline", default="", help="one line under the name, for search engines and cards")
        parser.add_argument("--legal-name", default="", help="for the imprint; the rest of it is filled in at /beheer/")
        parser.add_argument("--accent", default=Accent.HEATHER.value, choices=Accent.values, help="set of colours")
        parser.add_argument("--without-pages", action="store_true", help="make no pages to start from")

    def handle(self, slug, name, domain, without_pages, **options):
        fields = {field: options[field] for field in ("tagline", "legal_name", "accent")}
        try:
            with transaction.atomic():
                region = self.make_region(slug, name, domain, fields)
                if not without_pages:
                    make_starter_pages(region.site, name)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"{name} is there. Serve it with SITE={slug} and a PORT of its own.")

    def make_region(self, slug, name, domain, fields):
        site = Site(domain=domain, name=name[: Site._meta.get_field("name").max_length])
        site.full_clean()
        site.save()
        region = Region(site=site, slug=slug, name=name, **fields)
        region.full_clean()
        region.save()
        return region
