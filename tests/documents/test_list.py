import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import DocumentContentFactory, OrganizationContentFactory, add_file, pdf_bytes

pytestmark = pytest.mark.django_db


def titles(response):
    return [document.title for document in response.context["listing"].page]


def test_documents_narrow_by_type_body_and_year(client):
    body = OrganizationContentFactory(state="published", organization__slug="resoc")
    advice = DocumentContentFactory(title="A", type="advies", date=datetime.date(2015, 1, 1), state="published")
    advice.organisations.add(body.organization)
    DocumentContentFactory(title="B", type="persbericht", date=datetime.date(2017, 1, 1), state="published")

    assert titles(client.get("/documenten/")) == ["B", "A"]
    assert titles(client.get("/documenten/soort/advies/")) == ["A"]
    assert titles(client.get("/documenten/organisatie/resoc/")) == ["A"]
    assert titles(client.get("/documenten/soort/advies/organisatie/resoc/2015/")) == ["A"]
    assert titles(client.get("/documenten/soort/persbericht/2015/")) == []
    assert client.get("/documenten/soort/onbekend/").status_code == 404


def test_the_list_costs_the_same_queries_for_few_and_many(client):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/documenten/").status_code == 200
        return len(captured)

    def make(count):
        for content in DocumentContentFactory.create_batch(count, state="published"):
            add_file(content, pdf_bytes(), "x.pdf")

    make(4)
    queries()
    few = queries()
    make(12)
    assert queries() == few
