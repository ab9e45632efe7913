"""Staff work on the site that they logged in to, and say for each thing where it belongs."""

import pytest
from django.contrib.sites.models import Site

from news.models import NewsItem
from tests.factories import NewsContentFactory, OrganizationContentFactory, UserFactory

pytestmark = pytest.mark.django_db

LISTS = ["/beheer/organisations/organization/", "/beheer/news/newsitem/", "/beheer/documents/document/"]
NEWS = "/beheer/news/newsitem/"


@pytest.fixture
def staff(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def shown(staff, path):
    return staff.get(path).content.decode()


def test_a_list_shows_what_belongs_to_this_site_and_offers_the_others(staff, elsewhere):
    NewsContentFactory(title="Bericht van hier")
    NewsContentFactory(title="Bericht van ginder", news_item__sites=[elsewhere])
    NewsContentFactory(title="Bericht van nergens", news_item__sites=[])

    page = shown(staff, NEWS)
    assert "Bericht van hier" in page and "van ginder" not in page and "van nergens" not in page
    assert f"?site={elsewhere.pk}" in page and "Andere site" in page

    page = shown(staff, f"{NEWS}?site={elsewhere.pk}")
    assert "van ginder" in page and "van hier" not in page
    assert "van nergens" in shown(staff, f"{NEWS}?site=none")
    page = shown(staff, f"{NEWS}?site=all")
    assert all(words in page for words in ("van hier", "van ginder", "van nergens"))


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("value", ["", "0", "x", "99999999999999999999"])
def test_a_site_that_does_not_exist_shows_the_list_of_this_one(staff, path, value):
    assert staff.get(f"{path}?site={value}").status_code == 200


def test_a_list_costs_no_more_queries_with_more_sites(staff, django_assert_max_num_queries):
    for number in range(3):
        Site.objects.create(domain=f"{number}.example.org", name=str(number))
    NewsContentFactory()
    with django_assert_max_num_queries(25):
        staff.get(NEWS)


def test_what_is_made_here_belongs_here_and_can_be_given_to_others(staff, elsewhere):
    here = Site.objects.get_current()
    form = shown(staff, f"{NEWS}add/")
    assert f'name="sites" value="{here.pk}"' in form and f'name="sites" value="{elsewhere.pk}"' in form
    checked = [part for part in form.split("<input")[1:] if 'name="sites"' in part and " checked" in part]
    assert len(checked) == 1 and f'value="{here.pk}"' in checked[0]


def test_what_is_given_to_a_second_site_shows_on_both(staff, elsewhere, settings):
    content = NewsContentFactory(title="Gedeeld bericht", state="published")
    item = NewsItem.objects.get(pk=content.news_item_id)
    path, here = content.get_absolute_url(), settings.SITE_ID
    settings.SITE_ID = elsewhere.pk
    assert staff.get(path).status_code == 404
    item.sites.add(elsewhere)
    assert staff.get(path).status_code == 200
    settings.SITE_ID = here
    assert staff.get(path).status_code == 200


def test_a_body_of_another_site_can_be_chosen_for_a_relation(staff, elsewhere):
    OrganizationContentFactory(name="Ander orgaan", organization__slug="ander", organization__sites=[elsewhere])
    found = staff.get("/beheer/autocomplete/?term=Ander&app_label=organisations&model_name=relation&field_name=subject")
    assert "Ander orgaan" in found.content.decode()
