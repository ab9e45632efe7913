import datetime

import pytest
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from djangocms_versioning.models import Version

from organisations.dating import PartialDate
from tests.factories import (
    AreaFactory,
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
    author,
)

pytestmark = pytest.mark.django_db


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_project_says_its_aim_its_period_and_who_pays(client):
    ProjectContentFactory(
        project__slug="warmte",
        title="Warmtenet",
        start="2016-08-01",
        end="2020-10",
        funder="Voorbeeldfonds",
        number="12",
        eu_support=True,
        state="published",
    )
    text = page(client, "/projecten/warmte/")
    for words in ("Warmtenet", "an 1 augustus 2016 tot oktober 2020", "Voorbeeldfonds", ">12<"):
        assert words in text
    # High on the page: before the aim.
    assert text.index("Met steun van de Europese Unie") < text.index('class="lead"')
    assert "Warmtenet" in page(client, "/projecten/")


def test_what_is_not_known_of_a_project_is_said(client):
    ProjectContentFactory(project__slug="stil", participant_count=39, state="published")
    text = page(client, "/projecten/stil/")
    assert "39 gemeenten. Welke, is niet bekend." in text
    assert "Met steun van de Europese Unie" not in text
    assert text.count("Niet bekend") >= 4


def test_the_phase_reached_is_the_last_one_that_has_begun():
    project = ProjectContentFactory()
    project.phases.create(step="running", start="2016-08")
    project.phases.create(step="approved", start="2016-06", end="2016-06")
    later = timezone.localdate() + datetime.timedelta(days=40)
    project.phases.create(step="finished", start=later.isoformat())
    assert project.latest_phase.step == "running"


def test_partners_have_a_link_only_where_their_page_is_public(client):
    here = OrganizationContentFactory(name="Van hier", state="published")
    elsewhere = OrganizationContentFactory(name="Van elders", state="published", organization__sites=[])
    draft = OrganizationContentFactory(name="Nog geheim")
    project = ProjectContentFactory(project__slug="samen", state="published")
    for body in (here, elsewhere, draft):
        project.partners.create(organization=body.organization)
    text = page(client, "/projecten/samen/")
    assert f'<a href="{here.get_absolute_url()}">Van hier</a>' in text
    assert "Van elders" in text
    assert elsewhere.get_absolute_url() not in text
    assert "Nog geheim" not in text
    assert "Project" in page(client, here.get_absolute_url())


def test_documents_and_news_of_a_project_show_only_when_public(client):
    project = ProjectContentFactory(project__slug="samen", state="published")
    for state in ("published", "draft"):
        document = DocumentContentFactory(title=f"Document {state}", state=state)
        project.documents.add(document.document)
        NewsContentFactory(title=f"Nieuws {state}", state=state).projects.add(project.project)
    text = page(client, "/projecten/samen/")
    assert "Document published" in text
    assert "Nieuws published" in text
    assert "Document draft" not in text
    assert "Nieuws draft" not in text


def test_a_draft_or_a_project_of_another_site_is_not_there(client):
    other = Site.objects.create(domain="other.example.org", name="Ander")
    ProjectContentFactory(project__slug="ontwerp", title="Ontwerp")
    ProjectContentFactory(project__slug="elders", title="Elders", project__sites=[other], state="published")
    for slug in ("ontwerp", "elders", "bestaat-niet"):
        assert client.get(f"/projecten/{slug}/").status_code == 404
    text = page(client, "/projecten/")
    assert "Ontwerp" not in text
    assert "Elders" not in text


def test_the_next_draft_takes_phases_partners_and_areas_along():
    project = ProjectContentFactory(state="published")
    project.phases.create(step="filed", start="2016-04")
    project.partners.create(organization=OrganizationContentFactory().organization)
    project.participations.create(area=AreaFactory())
    copied = Version.objects.get_for_content(project).copy(author()).content
    assert [copied.phases.count(), copied.partners.count(), copied.participations.count()] == [1, 1, 1]
    assert project.phases.count() == 1


def test_a_project_cannot_end_before_it_starts():
    project = ProjectContentFactory()
    project.start, project.end = PartialDate("2018-01"), PartialDate("2017")
    with pytest.raises(ValidationError, match="einde"):
        project.full_clean()


def test_the_list_costs_the_same_queries_for_few_and_many(client):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            page(client, "/projecten/")
        return len(captured)

    def make(number):
        for project in ProjectContentFactory.create_batch(number, state="published"):
            project.phases.create(step="filed", start="2016")

    make(3)
    queries()
    few = queries()
    make(12)
    assert queries() == few
