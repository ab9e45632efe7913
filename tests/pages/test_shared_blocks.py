"""Shared blocks: the first is made like every other, and where a published one shows is for who may publish."""

import pytest
from cms.api import add_plugin
from django.contrib.sites.models import Site
from django.urls import reverse
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version

from tests.factories import NewsContentFactory, UserFactory, author, bring_to, cms_page, plan, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    user = UserFactory(roles=["Redacteur"])
    client.force_login(user)
    return user


def offered(client):
    """What the field for the category offers."""
    query = {"app_label": "djangocms_alias", "model_name": "alias", "field_name": "category"}
    return client.get("/beheer/autocomplete/", query).json()["results"]


def test_a_category_is_there_before_the_first_block(client, writer):
    [category] = offered(client)
    assert category["text"] == "Gedeelde blokken"

    client.post(
        "/beheer/djangocms_alias/alias/add/",
        {"content__name": "Openingsuren", "content__language": "nl", "category": category["id"]},
    )

    assert AliasContent.admin_manager.get().name == "Openingsuren"


def test_a_category_of_ones_own_is_offered_at_once(client, writer):
    Category.objects.create(name="Contact")

    assert [category["text"] for category in offered(client)] == ["Contact", "Gedeelde blokken"]


LIVE = ("site", "category", "static_code")


@pytest.fixture
def sites():
    return [Site.objects.get_current(), Site.objects.create(domain="ander.example.org", name="Ander")]


def a_block(state="draft"):
    """On a page of this site; its text is a sentence of its own."""
    alias = Alias.objects.create(
        category=Category.objects.create(name=f"Blokken {Alias.objects.count()}"),
        site=Site.objects.get_current(),
        static_code=f"code-{Alias.objects.count()}",
    )
    content = AliasContent.objects.with_user(author()).create(alias=alias, name="Blok", language="nl")
    add_plugin(content.placeholder, "TextPlugin", "nl", body="<p>Wij zijn open.</p>")
    if state == "planned":
        plan(content, minutes=60)
    else:
        bring_to(state, version_of(content))
    Version.objects.update(locked_by=None)
    return alias


def fields_of(alias):
    return Alias.objects.values_list(*LIVE).get(pk=alias.pk)


def change(client, alias, site):
    """Send each live field with another value, by the form of the block."""
    form = {"content__name": "Blok", "content__language": "nl", "static_code": "anders"}
    other = Category.objects.create(name=f"Andere {Category.objects.count()}")
    elsewhere = {"site": site.pk, "category": other.pk}
    return client.post(f"/beheer/djangocms_alias/alias/{alias.pk}/change/?language=nl", form | elsewhere)


@pytest.mark.parametrize("state", ["published", "planned"])
def test_who_may_not_publish_takes_no_block_off_a_live_page(client, writer, settings, sites, state):
    alias = a_block(state)
    page = cms_page("Contact", slug="contact", state="published")
    add_plugin(page.placeholders.get(slot="content"), "Alias", "nl", alias=alias)
    before = fields_of(alias)

    for here in sites:
        settings.SITE_ID = here.pk
        for there in sites:
            change(client, alias, there)
            assert fields_of(alias) == before
        client.post(f"/beheer/djangocms_alias/alias/{alias.pk}/delete/", {"post": "yes"})
        assert Alias.objects.filter(pk=alias.pk).exists()
    settings.SITE_ID = sites[0].pk
    assert ("Wij zijn open." in client.get("/contact/").content.decode()) == (state == "published")


@pytest.mark.parametrize("state", ["draft", "unpublished"])
def test_the_writer_says_where_a_block_shows_that_no_reader_sees(client, writer, sites, state):
    alias = a_block(state)

    change(client, alias, sites[1])

    assert fields_of(alias)[0] == sites[1].pk


def test_who_publishes_says_where_a_published_block_shows(client, sites):
    client.force_login(UserFactory(roles=["Eindredacteur"]))
    alias = a_block("published")

    change(client, alias, sites[1])

    assert fields_of(alias)[0] == sites[1].pk


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur", "Beheerder"])
def test_nobody_deletes_a_published_block_and_no_writer_any(client, role):
    client.force_login(UserFactory(roles=[role]))
    published, draft = a_block("published"), a_block()
    for alias in (published, draft):
        client.post(f"/beheer/djangocms_alias/alias/{alias.pk}/delete/", {"post": "yes"})

    assert Alias.objects.filter(pk=published.pk).exists()
    assert Alias.objects.filter(pk=draft.pk).exists() == (role == "Redacteur")


def test_where_a_shared_block_stands_names_nothing_of_another_site(client, sites):
    alias = a_block()
    for number, site in enumerate(sites):
        item = NewsContentFactory(title=f"Bericht van {number}", news_item__sites=[site])
        add_plugin(item.placeholders.get_or_create(slot="body")[0], "Alias", "nl", alias=alias)
    client.force_login(UserFactory(roles=["Redacteur"], works_on=[sites[0]]))

    answer = client.get(reverse("admin:djangocms_alias_alias_usage", args=(alias.pk,))).text

    assert "Bericht van 0" in answer
    assert "Bericht van 1" not in answer


def test_a_draft_of_a_block_is_deleted_by_who_publishes(client):
    client.force_login(UserFactory(roles=["Eindredacteur"]))
    content = AliasContent.admin_manager.get(alias=a_block())
    answer = client.post(reverse("admin:djangocms_alias_aliascontent_delete", args=(content.pk,)), {"post": "yes"})

    assert answer.status_code == 302 and not AliasContent.admin_manager.filter(pk=content.pk).exists()
