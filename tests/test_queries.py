"""Three times as many rows cost no more queries: every public address of the resolver, lists, feeds and files alike."""

from collections import Counter

import pytest
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Correction, NewsContent
from organisations.models import Participation, Relation, RelationType
from regions.models import Region
from tests import factories as make
from tests.public_addresses import addresses

pytestmark = pytest.mark.django_db
FEW = 3


class Scene:
    """One of each thing in the middle, to which everything that is added belongs."""

    def __init__(self):
        site = Site.objects.get_current()
        Region.objects.get_or_create(site=site, defaults={"slug": "l", "name": "Limburg"})
        make.cms_page("Start", slug="start", state="published").page.set_as_homepage()
        make.cms_page("Midden", slug="midden", state="published")
        self.theme, self.area = make.ThemeFactory(slug="midden"), make.AreaFactory(slug="midden")
        self.body = make.OrganizationContentFactory(organization__slug="midden", state="published").organization
        self.bench = make.BenchFactory(organization=self.body)
        self.type, _made = RelationType.objects.get_or_create(slug="kent", defaults={"name": "kent"})
        self.item = make.NewsContentFactory(news_item__slug="midden")
        self.document = make.DocumentContentFactory(document__slug="midden")
        self.project = make.ProjectContentFactory(project__slug="midden")
        self.project.themes.add(self.theme)
        self.grow()
        for content in (self.item, self.document, self.project):
            make.bring_to("published", content.versions.get())

    def grow(self):
        body = make.OrganizationContentFactory(state="published").organization
        Relation.objects.create(subject=body, type=self.type, object=self.body)
        Participation.objects.create(area=self.area, organization=body, start="2010")
        make.PersonMembershipFactory(body=self.body)
        make.BodyMembershipFactory(body=self.body, bench=self.bench, member=body)
        make.MilestoneFactory(organisations=[self.body])
        make.PressFactFactory(organization=self.body)
        make.AreaChangeFactory(originals=[make.AreaFactory()], results=[self.area])
        document = self.add_document()
        self.add_project(document)
        self.add_release(document)
        make.cms_page(f"Pagina {body.pk}", slug=f"pagina-{body.pk}", state="published", in_navigation=False)

    def add_document(self):
        content = make.DocumentContentFactory(state="published")
        content.organisations.add(self.body)
        content.themes.add(self.theme)
        make.add_file(content, make.pdf_bytes(), "brief.pdf")
        return content.document

    def add_project(self, document):
        content = make.ProjectContentFactory(state="published")
        content.areas.add(self.area)
        content.themes.add(self.theme)
        content.documents.add(document)
        content.partners.create(organization=self.body)

    def add_release(self, document):
        content = make.NewsContentFactory(kind=NewsContent.Kind.PRESS_RELEASE)
        content.organisations.add(self.body)
        content.themes.add(self.theme)
        content.projects.add(self.project.project)
        for release in (content, self.item):
            release.attachments.create(document=document)
            release.photos.create(picture=make.press_picture())
            release.quotations.create(text="Ja.", speaker="Voorbeeld", organization=self.body)
        make.bring_to("published", content.versions.get())
        for item in (content.news_item, self.item.news_item):
            correction = Correction.objects.create(news_item=item, wrong="11", right="12", published_by=make.author())
            correction.changes.create(wrong="10", right="12")


def cost(client, path):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
        size = len(b"".join(response) if response.streaming else response.content)
    return response.status_code, len(asked), size


def test_three_times_as_many_rows_cost_no_more_queries(client):
    scene, paths = Scene(), sorted(set(addresses("midden")))
    for _ in range(FEW - 1):
        scene.grow()
    for path in paths:
        client.get(path)  # what is kept from one request to the next is paid for once
    few = {path: cost(client, path) for path in paths}
    for _ in range(2 * FEW):
        scene.grow()
    many = {path: cost(client, path) for path in paths}
    more = {path: (few[path][1], many[path][1]) for path in paths if many[path][1] > few[path][1]}
    assert more == {}
    statuses = Counter(status for status, _queries, _size in many.values())
    assert set(statuses) <= {200, 302}, [path for path in paths if many[path][0] not in (200, 302)]
    grown = [path for path in paths if many[path][2] > few[path][2]]
    assert len(grown) > 20, grown
