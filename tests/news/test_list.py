import datetime

import pytest

from tests.factories import NewsContentFactory, OrganizationContentFactory

pytestmark = pytest.mark.django_db


def titles(response):
    return [item.title for item in response.context["listing"].page]


def test_news_is_listed_newest_first_by_its_own_date(client):
    NewsContentFactory(title="Oud", date=datetime.date(2015, 1, 1), state="published")
    NewsContentFactory(title="Nieuw", date=datetime.date(2017, 2, 6), state="published")
    NewsContentFactory(title="Midden", date=datetime.date(2016, 5, 4), state="published")

    assert titles(client.get("/nieuws/")) == ["Nieuw", "Midden", "Oud"]


@pytest.mark.parametrize("state", ["draft", "unpublished", "archived"])
def test_what_is_not_published_is_not_listed_and_has_no_page(client, state):
    content = NewsContentFactory(state=state)

    assert titles(client.get("/nieuws/")) == []
    assert client.get(content.get_absolute_url()).status_code == 404


def test_a_year_and_a_body_are_paths(client):
    body = OrganizationContentFactory(state="published", organization__slug="resoc-test")
    about = NewsContentFactory(title="Over", date=datetime.date(2017, 2, 6), state="published")
    about.organisations.add(body.organization)
    NewsContentFactory(title="Ander", date=datetime.date(2018, 2, 6), state="published")

    assert titles(client.get("/nieuws/2017/")) == ["Over"]
    assert titles(client.get("/nieuws/organisatie/resoc-test/")) == ["Over"]
    assert titles(client.get("/nieuws/organisatie/resoc-test/2017/")) == ["Over"]


@pytest.mark.parametrize(
    "path",
    [
        "/nieuws/1999/",
        "/nieuws/organisatie/bestaat-niet/",
        "/nieuws/soort/onzin/",
        "/nieuws/pagina/2/",
        "/nieuws/pagina/0/",
        "/nieuws/pagina/1/",
        "/nieuws/pagina/02/",
        "/nieuws/pagina/99999/",
        "/nieuws/pagina/x/",
        "/nieuws/bestaat-niet/",
    ],
)
def test_what_does_not_exist_is_a_404(client, path):
    NewsContentFactory(state="published")

    assert client.get(path).status_code == 404


def test_long_lists_have_pages_that_hold_each_item_once(client):
    NewsContentFactory.create_batch(45, state="published", date=datetime.date(2017, 2, 6))

    pages = [client.get("/nieuws/"), client.get("/nieuws/pagina/2/"), client.get("/nieuws/2017/pagina/3/")]

    assert [len(titles(page)) for page in pages] == [20, 20, 5]
    assert len({title for page in pages for title in titles(page)}) == 45
    assert 'rel="next" href="/nieuws/pagina/2/"' in pages[0].content.decode()
    assert 'rel="prev" href="/nieuws/2017/pagina/2/"' in pages[2].content.decode()


def test_a_list_costs_the_same_queries_for_one_page_of_items_or_two(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/nieuws/").status_code == 200
        return len(captured)

    NewsContentFactory.create_batch(5, state="published")
    queries()
    few = queries()
    NewsContentFactory.create_batch(15, state="published")

    assert queries() == few


def test_a_closed_filter_says_what_was_chosen_in_it(client):
    for year in (2017, 2018):
        NewsContentFactory(date=datetime.date(year, 2, 6), state="published")

    assert "<summary>Jaar</summary>" in client.get("/nieuws/").content.decode()
    assert "<summary>Jaar: 2017</summary>" in client.get("/nieuws/2017/").content.decode()
