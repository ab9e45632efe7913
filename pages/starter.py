"""The pages with which the site of a new region opens: they say that they are still to be written."""

from django.db import transaction

from .demonstration.loader import Loader
from .templatetags.site_pages import DUTIES

TITLES = {"contact": "Contact", "toegankelijkheid": "Toegankelijkheidsverklaring", "privacy": "Privacy en cookies"}
TO_BE_WRITTEN = [("text", "<p>Deze pagina is nog te schrijven.</p>")]


def make_starter_pages(site, name):
    """A home page with the bodies of `site`, and the pages that every site needs; all published."""
    loader = Loader(site, account="inrichting")
    description = f"De website van {name}."
    home = loader.create_page(name, "pages/home.html", "start", "Start", description, in_navigation=False)
    with transaction.atomic():
        home.set_as_homepage()
    loader.bodies = {}
    loader.fill(loader.place(home), [("text", "<h2>Welkom</h2>"), *TO_BE_WRITTEN, ("bodies", "Wie is wie?", [])])
    loader.publish_page(home)
    for slug in DUTIES:
        loader.page(slug, TITLES[slug], description, TO_BE_WRITTEN)
