"""The URIs of what the data is about. They are promises: a change here breaks the data of everybody who links to us.

Each leads to a page that says what the thing is. The origin is the site's own, never the `Host` of a request.
"""

from django.urls import reverse
from rdflib import Namespace, URIRef

from regions.models import site_origin


class Addresses:
    def __init__(self, site):
        self.origin = site_origin(site)
        self._terms = reverse("data:term-lists")
        self.vocabulary = Namespace(self.term("woordenschat", ""))
        self.relations = Namespace(self.term("relaties", ""))
        self._bodies = {}

    def page(self, path):
        return URIRef(self.origin + path)

    def body(self, organization):
        """The body itself, which is not its page."""
        return self._page_of_body(organization)["organisatie"]

    def _page_of_body(self, organization):
        """Kept: a large register asks thousands of times."""
        if organization.pk not in self._bodies:
            self._bodies[organization.pk] = Namespace(f"{self.origin}{organization.get_absolute_url()}#")
        return self._bodies[organization.pk]

    def without_page(self, organization_id):
        """A body that has a name here and no page: the same at each mention."""
        return self.entry("organisatie", organization_id)

    def record(self, organization, kind, pk):
        """A record that hangs on a body: `kind` is "lidmaatschap", "geleding", "relatie", "status" …"""
        return self._page_of_body(organization)[f"{kind}-{pk}"]

    def area(self, area):
        return self.page(f"{reverse('data:areas')}#{area.slug}")

    def project(self, project):
        return self.page(f"{project.get_absolute_url()}#project")

    def entry(self, kind, pk):
        """A record that hangs on no body, such as a merger of municipalities."""
        return self.dataset(f"{kind}-{pk}")

    def scheme(self, slug):
        return self.page(f"{self._terms}{slug}/")

    def term(self, scheme, slug):
        return self.page(f"{self._terms}{scheme}/#{slug}")

    def relation(self, slug):
        return self.relations[slug]

    def inverse_relation(self, slug):
        """Read from the other side. No slug has a full stop in it."""
        return self.relations[f"{slug}.omgekeerd"]

    def dataset(self, slug):
        return self.page(f"{reverse('data:index')}#{slug}")

    def publisher(self):
        """As the pages call it (pages/templatetags/structured_data.py)."""
        return self.page("/#organisatie")
