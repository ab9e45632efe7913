"""The editor of texts offers what is kept, and makes links that lead somewhere."""

import datetime
import json
import re

import pytest
from cms.api import add_plugin
from django.urls import reverse
from djangocms_text.models import Text
from djangocms_versioning.models import Version

from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
    UserFactory,
    cms_page,
)
from tests.staff.screens import words_on

pytestmark = pytest.mark.django_db

FAR = datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def writer(client):
    user = UserFactory(roles=["Redacteur"])
    client.force_login(user)
    return user


@pytest.fixture
def text(writer):
    placeholder = NewsContentFactory(created_by=writer, news_item__slug="met-tekst").body
    return add_plugin(placeholder, "TextPlugin", "nl", body="<p>Eerst.</p>")


def form_of(text):
    return f"/beheer/cms/placeholder/edit-plugin/{text.pk}/?cms_path=/nieuws/met-tekst/"


def destinations(client, search):
    results = client.get(reverse("admin:djangocms_text_textplugin_get_available_urls"), {"q": search}).json()["results"]
    return {child["text"].strip(): child for group in results for child in group["children"]}


def test_the_toolbar_offers_what_a_text_keeps(client, text):
    page = client.get(form_of(text)).content.decode()
    settings = json.loads(re.search(r'<script[^>]*id="cms-cfg-[^"]*"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    offered = {button for group in settings["options"]["toolbar"] for button in group}

    assert "tekst wijzigen" in words_on(page)
    assert {"Bold", "Heading2", "Link", "BulletedList"} <= offered
    assert not offered & {"Heading1", "Format", "Styles", "TextColor", "BGColor", "JustifyLeft", "Source", "Underline"}


def test_a_link_can_lead_to_news_documents_and_bodies(client, writer):
    news = NewsContentFactory(title="De zomer begint", state="published").news_item
    document = DocumentContentFactory(title="Zomerverslag").document
    body = OrganizationContentFactory(name="Zomerraad").organization

    found = destinations(client, "ZOMER")

    assert found["De zomer begint"]["id"] == f"news.newsitem:{news.pk}"
    assert found["De zomer begint"]["url"] == news.get_absolute_url()
    assert found["Zomerverslag"]["id"] == f"documents.document:{document.pk}"
    assert found["Zomerraad"]["id"] == f"organisations.organization:{body.pk}"
    name = client.get(
        reverse("admin:djangocms_text_textplugin_get_available_urls"), {"g": found["De zomer begint"]["id"]}
    ).json()
    assert name == {"text": "De zomer begint", "url": news.get_absolute_url()}


def test_a_link_follows_the_news_item_to_its_new_address(client, writer, text):
    news = NewsContentFactory(state="published", news_item__slug="oud").news_item
    link = f'<p><a href="/nieuws/oud/" data-cms-href="news.newsitem:{news.pk}">Nieuws</a></p>'
    assert client.post(form_of(text), {"body": link}).status_code == 200

    news.slug = "nieuw"
    news.save()

    Version.objects.get_for_content(text.placeholder.source).publish(writer)
    client.logout()
    assert '<a href="/nieuws/nieuw/">Nieuws</a>' in client.get("/nieuws/met-tekst/").content.decode()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('<a href="www.serv.be">de SERV</a>', "https://www.serv.be"),
        ('<a href="http://serv.be/a?b=1&amp;c=2">serv.be/a?b=1&amp;c=2</a>', "https://serv.be/a?b=1&amp;c=2"),
        ('<a href="http://serv.be">http://serv.be</a>', "http://serv.be"),
        ('<a href="http://serv.be">de SERV</a>', "http://serv.be"),
        ('<a href="/nieuws/">nieuws</a>', "/nieuws/"),
        ('<a href="mailto:info@serv.be">info@serv.be</a>', "mailto:info@serv.be"),
    ],
)
def test_an_address_without_a_scheme_gets_https(client, text, written, kept):
    client.post(form_of(text), {"body": f"<p>{written}</p>"})

    assert f'href="{kept}"' in Text.objects.get().body


SPELLINGS = (
    '<a data-cms-href="{label}:{key}">zie ook</a>',
    '<a data-cms-href="{label}:{key}" href="{url}">zie ook</a>',
    '<A HREF="{url}" DATA-CMS-HREF="{label}:{key}">zie ook</A>',
    '<a data-cms-href="{camel}:{key}">zie ook</a>',
    "<a data-cms-href='{label}:{key}'>zie ook</a>",
    "<a data-cms-href={label}:{key}>zie ook</a>",
    '<a title=">" data-cms-href="{label}:{key}">zie ook</a>',
    '<a href="/x/"data-cms-href="{label}:{key}">zie ook</a>',
    '<a data-cms-href=" {label} : {key} ">zie ook</a>',
    '<a data-cms-href="{label}.anders:{key}">zie ook</a>',
    '<a data-cms-href="{label}:0_0{key}">zie ook</a>',
    '<a data-cms-href="{label}&#58;{key}">zie ook</a>',
    '<a data-cms-src="{label}:{key}">zie ook</a>',
    '<span data-cms-href="{label}:{key}">zie ook</span>',
    '<a data-cms-href="{label}:{key}"><strong>zie ook</strong></a>',
    '<a data-cms-href="{label}:{key}">zie ook',
)


def things_that_no_reader_sees():
    """One of every model with an address, in which a text could name it; their slugs stand nowhere else."""
    yield NewsContentFactory(news_item__slug="geheim").news_item
    yield NewsContentFactory(
        news_item__slug="geheim-embargo", news_item__embargo_until=FAR, state="published"
    ).news_item
    yield DocumentContentFactory(document__slug="geheim").document
    yield OrganizationContentFactory(organization__slug="geheim").organization
    yield ProjectContentFactory(project__slug="geheim").project
    yield ProjectContentFactory(project__slug="geheim-tekst")
    yield NewsContentFactory(news_item__slug="geheime-tekst")
    yield cms_page(slug="geheim").page


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_a_link_shows_the_address_of_what_no_reader_sees(client, text, spelling):
    things = list(things_that_no_reader_sees())
    links = [
        spelling.format(label=thing._meta.label_lower, camel=thing._meta.label, key=thing.pk, url="/nieuws/geheim/")
        for thing in things
    ]
    Text.objects.filter(pk=text.pk).update(body="".join(f"<p>{link}</p>" for link in links))
    Version.objects.get_for_content(text.placeholder.source).publish(UserFactory(is_superuser=True))
    client.logout()

    page = client.get("/nieuws/met-tekst/").content.decode()

    assert page.count("zie ook") == len(things)
    assert "geheim" not in page


@pytest.mark.parametrize("spelling", SPELLINGS[:4])
def test_a_link_to_what_readers_see_stays(client, text, spelling):
    news = NewsContentFactory(state="published", news_item__slug="openbaar").news_item
    link = spelling.format(label="news.newsitem", camel="news.NewsItem", key=news.pk, url="/elders/")
    Text.objects.filter(pk=text.pk).update(body=f"<p>Vooraf &amp; {link}, <em>en</em> verder.</p>")
    Version.objects.get_for_content(text.placeholder.source).publish(UserFactory(is_superuser=True))
    client.logout()

    page = client.get("/nieuws/met-tekst/").content.decode()

    assert '<p>Vooraf &amp; <a href="/nieuws/openbaar/">zie ook</a>, <em>en</em> verder.</p>' in page


@pytest.mark.parametrize(
    "value", ["", ":", "x", "news.newsitem:", "news.newsitem:-1", f"news.newsitem:{9**40}", "a.b:1"]
)
def test_what_names_nothing_is_no_error(client, text, value):
    Text.objects.filter(pk=text.pk).update(body=f'<p><a data-cms-href="{value}">zie ook</a></p>')
    Version.objects.get_for_content(text.placeholder.source).publish(UserFactory(is_superuser=True))
    client.logout()

    assert "<p>zie ook</p>" in client.get("/nieuws/met-tekst/").content.decode()
