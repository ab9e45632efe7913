"""The second site of the demonstration: ERSV Vlaams-Brabant, from the same database."""

from django.contrib.sites.models import Site
from django.db import transaction

from organisations.models import Organization
from regions.models import Region

from . import vlaams_brabant_texts as texts
from .loader import Loader, has_content
from .projects import load_project

DOMAIN = "vlaams-brabant.example.org"


@transaction.atomic
def load():
    """Make the site where it is not there yet; return False, and touch nothing, where it has content."""
    region = Region.objects.filter(slug=texts.REGION["slug"]).select_related("site").first()
    if region and has_content(region.site):
        return False
    site = region.site if region else make_site()
    load_bodies(loader := Loader(site))
    for values in texts.PROJECTS:
        load_project(loader, values, partners={"ersv-vlaams-brabant": "promoot het project"})
    load_pages(loader)
    return True


def make_site():
    site, _ = Site.objects.get_or_create(domain=DOMAIN, defaults={"name": texts.REGION["name"]})
    Region.objects.create(site=site, **texts.REGION)
    return site


def load_bodies(loader):
    shared = {slug: elsewhere(loader, slug, **values) for slug, values in texts.MEMBERS.items()}
    own = {values["slug"]: loader.organisation(**values) for values in texts.BODIES}
    loader.bodies = shared | own
    for subject, relation, other, source in texts.RELATIONS:
        loader.relation(subject, relation, other, source)


def elsewhere(loader, slug, **fields):
    """A body that sits at a table here and has no page: published, and given to no site by us.

    Other sites may share it; whoever loads first makes it.
    """
    found = Organization.objects.filter(slug=slug).first()
    if found is None:
        found = loader.organisation(slug=slug, body=[], contact_points=[], links=[], **fields)
        found.sites.remove(loader.site)
    return found


def load_pages(loader):
    loader.pictures, loader.documents = {}, {}
    for values in texts.NEWS:
        loader.news_item(**values)
    home = loader.create_page(**texts.HOME, template="pages/home.html", slug="start", in_navigation=False)
    with transaction.atomic():
        home.set_as_homepage()
    loader.fill(loader.place(home), texts.HOME_BLOCKS)
    loader.publish_page(home)
    above = None
    for values in texts.LINE:
        above = loader.page(**values, parent=above)
    for slug, values in texts.DUTIES.items():
        loader.page(slug, **values)
