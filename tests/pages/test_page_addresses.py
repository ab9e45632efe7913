"""No page of the CMS takes an address that the site itself answers at."""

import re

import pytest
from cms.api import create_page
from cms.models import Page, PageContent, PageUrl
from django.urls import path
from djangocms_versioning.models import Version

from limburg_site import urls
from pages.addresses import claimed_names
from tests.factories import NewsContentFactory, UserFactory, cms_page

pytestmark = pytest.mark.django_db
SENTENCE = "is voorbehouden voor de adressen van de site zelf"
TAKEN = [
    *("nieuws", "organisaties", "documenten", "gemeenten", "projecten", "themas", "geschiedenis", "data", "pers"),
    *("beheer", "beelden", "static", "bestanden"),
]


@pytest.fixture(autouse=True)
def editor(client):
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    return user


def refused(response):
    return SENTENCE in response.content.decode()


def pages():
    return list(PageContent.admin_manager.values_list("slug", flat=True))


def add(client, slug, parent="", title="Een pagina"):
    data = {"title": title, "slug": slug, "parent_page": parent, "menu_title": "", "page_title": ""}
    return client.post("/beheer/cms/pagecontent/add/?language=nl", data)


def change(client, content, **fields):
    data = {
        "title": content.title,
        "slug": content.slug,
        "overwrite_url": "",
        "redirect": "",
        "template": "pages/page.html",
    }
    return client.post(f"/beheer/cms/pagecontent/{content.pk}/change/", data | fields)


def wizard(client, **fields):
    """The second step of “new page”, after the first has been answered."""
    from cms.cms_wizards import cms_page_wizard

    prefix = "wizard_create_view-current_step"
    first = {prefix: "0", "0-entry": cms_page_wizard.id, "0-language": "nl"}
    client.post("/beheer/nieuw/create/?language=nl", first)
    return client.post(
        "/beheer/nieuw/create/?language=nl",
        {prefix: "1"}
        | {f"1-{name}": value for name, value in ({"title": "Een pagina", "slug": "", "content": ""} | fields).items()},
    )


@pytest.mark.parametrize("slug", TAKEN)
def test_the_form_for_a_new_page_refuses(client, slug):
    assert refused(add(client, slug))
    assert pages() == []


def test_the_form_for_a_new_page_takes_another_address_and_a_subpage(client):
    assert add(client, "welkom").status_code == 302  # the first becomes the home page
    assert add(client, "over-ons").status_code == 302
    above = Page.objects.get(is_home=False)
    assert add(client, "nieuws", parent=above.pk).status_code == 302
    assert sorted(pages()) == ["nieuws", "over-ons", "welkom"]


def test_what_would_stand_below_the_home_page_stands_at_the_root(client):
    home = cms_page("Welkom", slug="welkom", state="published")
    home.page.set_as_homepage(UserFactory())

    assert refused(add(client, "nieuws", parent=home.page.pk))


@pytest.mark.parametrize("fields", [{"slug": "nieuws"}, {"title": "Nieuws", "slug": ""}])
def test_the_wizard_refuses_an_address_and_a_title_that_becomes_one(client, fields):
    assert refused(wizard(client, **fields))
    assert pages() == []


def test_the_wizard_makes_another_page(client):
    wizard(client, title="Over ons")
    assert pages() == ["over-ons"]


@pytest.mark.parametrize(
    "fields",
    [
        {"slug": "documenten"},
        {"overwrite_url": "nieuws"},
        {"overwrite_url": "nieuws/dit"},
        {"overwrite_url": "sitemap.xml"},
    ],
)
def test_the_settings_of_a_page_refuse(client, editor, fields):
    content = cms_page("Pagina", slug="pagina")
    Version.objects.update(locked_by=editor)

    assert refused(change(client, content, **fields))
    content.refresh_from_db()
    assert (content.slug, content.overwrite_url) == ("pagina", None)


def test_the_settings_of_a_page_take_another_address(client, editor):
    content = cms_page("Pagina", slug="pagina")
    Version.objects.update(locked_by=editor)

    assert change(client, content, slug="elders").status_code == 302
    content.refresh_from_db()
    assert content.slug == "elders"


def test_a_page_does_not_move_in_the_tree_to_a_taken_address(client):
    above = cms_page("Boven", slug="boven", state="published")
    below = cms_page("Onder", slug="nieuws", state="published", parent=above.page)
    assert client.get("/boven/nieuws/").status_code == 200

    answer = client.post(f"/beheer/cms/page/{below.page.pk}/move-page/", {"position": 1, "target": ""})
    assert refused(answer)
    assert client.get("/boven/nieuws/").status_code == 200


def test_a_page_does_not_become_home_where_that_frees_a_taken_address(client):
    above = cms_page("Boven", slug="boven", state="published")
    cms_page("Onder", slug="nieuws", state="published", parent=above.page)

    answer = client.post(f"/beheer/cms/page/{above.page.pk}/set-home/")
    assert (answer.status_code, refused(answer)) == (400, True)
    assert not Page.objects.get(pk=above.page.pk).is_home


def test_a_page_that_came_there_without_a_form_is_not_published(client, editor):
    page = create_page("Kopie", "pages/page.html", "nl", slug="nieuws", created_by=editor)
    version = Version.objects.get_for_content(page.pagecontent_set(manager="admin_manager").latest_content().get())
    url = f"/beheer/djangocms_versioning/pagecontentversion/{version.pk}/publish/"

    assert refused(client.post(url, follow=True))
    assert Version.objects.get().state == "draft"


def test_the_sitemap_names_each_address_once(client):
    cms_page("Contact", slug="contact", state="published")
    cms_page("Welkom", slug="welkom", state="published").page.set_as_homepage(UserFactory())
    NewsContentFactory(state="published")
    taken = cms_page("Oud", slug="oud", state="published")
    PageUrl.objects.filter(page=taken.page).update(slug="nieuws", path="nieuws")

    addresses = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    assert len([address for address in addresses if address.endswith("/nieuws/")]) == 1
    assert any(address.endswith("/contact/") for address in addresses)
    assert len(addresses) == len(set(addresses))


def test_a_section_that_is_added_is_kept_free_without_a_list_to_keep_up(client, settings):
    names = claimed_names()
    assert {*TAKEN, "sitemap.xml", "robots.txt", "favicon.ico", ".well-known"} == names
    settings.ROOT_URLCONF = type(
        "urlconf", (), {"urlpatterns": [path("agenda/", lambda request: None), *urls.urlpatterns]}
    )

    assert claimed_names() == names | {"agenda"}


def test_another_language_keeps_its_prefix(settings):
    settings.LANGUAGES = [("nl", "Nederlands"), ("fr", "Frans")]

    assert "fr" in claimed_names()
    assert "nl" not in claimed_names()
