import json
import re

import pytest
from cms.api import add_plugin
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version

from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
    UserFactory,
    cms_page,
)

pytestmark = pytest.mark.django_db


def place(content, slot="content"):
    return content.placeholders.get(slot=slot)


def text(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_is_there_once_it_is_published(client):
    draft = cms_page("Contact", slug="contact")
    assert client.get("/contact/").status_code == 404

    Version.objects.get_for_content(draft).publish(UserFactory())
    assert "<h1>Contact</h1>" in text(client, "/contact/")


def test_a_page_that_moves_leaves_a_redirect_behind_for_itself_and_below(client):
    user = UserFactory(is_superuser=True)
    above = cms_page("Boven", slug="boven", state="published")
    cms_page("Onder", slug="onder", state="published", parent=above.page)
    assert client.get("/boven/onder/").status_code == 200

    draft = Version.objects.get_for_content(above).copy(user)
    draft.content.slug = "elders"
    draft.content.save()
    draft.publish(user)

    assert client.get("/elders/onder/").status_code == 200
    for former, new in (("/boven/", "/elders/"), ("/boven/onder/", "/elders/onder/")):
        response = client.get(former)
        assert (response.status_code, response["Location"]) == (301, new)


def test_every_page_has_an_address_of_its_own_and_names_the_feed(client, settings):
    settings.SITE_URL = "https://voorbeeld.example.org"
    cms_page("Contact", slug="contact", state="published")
    page = client.get("/contact/?utm_source=x", headers={"host": "testserver"}).content.decode()

    assert '<link rel="canonical" href="https://voorbeeld.example.org/contact/">' in page
    assert 'type="application/atom+xml"' in page
    assert '<meta property="og:url" content="https://voorbeeld.example.org/contact/">' in page


def structured(page):
    return [json.loads(data) for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]


def test_machines_read_what_an_article_is_about(client):
    body = OrganizationContentFactory(name="RESOC", state="published")
    content = NewsContentFactory(title="</script><b>Kop", state="published")
    content.organisations.add(body.organization)

    data = {item["@type"]: item for item in structured(text(client, content.get_absolute_url()))}

    assert data["NewsArticle"]["headline"] == "</script><b>Kop"
    assert data["NewsArticle"]["about"][0]["name"] == "RESOC"
    assert [item["name"] for item in data["BreadcrumbList"]["itemListElement"]] == ["Nieuws", "</script><b>Kop"]


def test_the_feed_holds_what_is_published_with_absolute_addresses(client, settings):
    settings.SITE_URL = "https://voorbeeld.example.org"
    shown = NewsContentFactory(title="Te zien", state="published")
    NewsContentFactory(title="Geheim")
    response = client.get("/nieuws/feed/")
    feed = response.content.decode()

    assert response["Content-Type"].startswith("application/atom+xml")
    assert "Te zien" in feed and "Geheim" not in feed
    assert f'href="https://voorbeeld.example.org{shown.get_absolute_url()}"' in feed
    assert "<author><name>" in feed
    assert "<updated>" in feed.partition("<entry>")[2]


def test_the_sitemap_holds_what_is_published_and_nothing_else(client, settings):
    settings.SITE_URL = "https://voorbeeld.example.org"
    cms_page("Contact", slug="contact", state="published")
    cms_page("Geheim", slug="geheim")
    rooms = (OrganizationContentFactory, NewsContentFactory, DocumentContentFactory, ProjectContentFactory)
    for make in rooms:
        make(state="published")
    drafts = [make() for make in rooms]
    addresses = re.findall("<loc>(.*?)</loc>", text(client, "/sitemap.xml"))

    assert len(addresses) == len(set(addresses)) == 17
    assert all(address.startswith("https://voorbeeld.example.org/") for address in addresses)
    assert not any(draft.get_absolute_url() in address for draft in drafts for address in addresses)
    for address in addresses:
        assert client.get(address.removeprefix("https://voorbeeld.example.org")).status_code == 200


def test_robots_and_security_files(client, settings):
    settings.SITE_URL = "https://voorbeeld.example.org"
    assert "Sitemap: https://voorbeeld.example.org/sitemap.xml" in text(client, "/robots.txt")
    security = text(client, "/.well-known/security.txt")
    assert re.search(r"^Contact: https://voorbeeld", security, re.M) and re.search(r"^Expires: 20\d\d-", security, re.M)


BLOCKS = {
    "TextPlugin": {"body": "<p>Welkom</p>"},
    "QuotePlugin": {"text": "Een sterk Limburg.", "speaker": "Iemand"},
    "LinksPlugin": {"heading": "Websites"},
    "FactsPlugin": {"heading": "Feiten"},
    "BodiesPlugin": {"heading": "Organen"},
    "LatestNewsPlugin": {"heading": "Het nieuws"},
    "DocumentsPlugin": {"heading": "Stukken"},
}


def test_blocks_show_what_is_published(client):
    NewsContentFactory(title="Te zien nieuws", state="published")
    NewsContentFactory(title="Geheim nieuws")
    body = OrganizationContentFactory(name="RESOC", state="published")
    body.contact_points.create(label="Secretariaat", email="voorbeeld@example.org")
    DocumentContentFactory(title="Te zien stuk", state="published")
    featured = NewsContentFactory(title="In de kijker gezet", state="published")
    page = cms_page("Blokken", slug="blokken", template="pages/home.html")
    for plugin, data in BLOCKS.items():
        block = add_plugin(place(page), plugin, "nl", **data)
        if plugin == "LinksPlugin":
            block.rows.create(name="Een site", url="https://example.org/")
            block.rows.create(name="Zonder adres")
        if plugin == "FactsPlugin":
            block.rows.create(label="Goedgekeurd", value="11 maart 2014", source="limburg.be")
    add_plugin(place(page), "FeaturedPlugin", "nl", news_item=featured.news_item)
    add_plugin(place(page), "ContactPlugin", "nl", organisation=body.organization)
    Version.objects.get_for_content(page).publish(UserFactory())

    shown = text(client, "/blokken/")

    for words in (
        "<p>Welkom</p>",
        "“Een sterk Limburg.”",
        'href="https://example.org/"',
        "Zonder adres",
        "11 maart 2014",
        "RESOC",
        "Te zien nieuws",
        "Te zien stuk",
        "In de kijker gezet",
        "voorbeeld@example.org",
    ):
        assert words in shown
    assert "Geheim nieuws" not in shown


def test_a_new_draft_of_a_page_has_the_rows_and_choices_of_its_blocks(client):
    user = UserFactory(is_superuser=True)
    body = OrganizationContentFactory(state="published")
    page = cms_page("Blokken", slug="blokken")
    facts = add_plugin(place(page), "FactsPlugin", "nl", heading="Feiten")
    facts.rows.create(label="Goedgekeurd", value="11 maart 2014")
    add_plugin(place(page), "BodiesPlugin", "nl").organisations.add(body.organization)
    version = Version.objects.get_for_content(page)
    version.publish(user)

    draft = version.copy(user).content
    blocks = {p.plugin_type: p.get_plugin_instance()[0] for p in place(draft).get_plugins()}

    assert blocks["FactsPlugin"].rows.get().value == "11 maart 2014"
    assert blocks["BodiesPlugin"].organisations.get() == body.organization
    assert facts.rows.count() == 1


def test_a_menu_shows_the_pages_that_editors_put_in_it(client):
    cms_page("Contact", slug="contact", state="published", in_navigation=True)
    cms_page("Privacy", slug="privacy", state="published")
    cms_page("Geheim", slug="geheim", in_navigation=True)
    page = text(client, "/nieuws/")
    menu = re.search(r'<nav class="site-nav".*?</nav>', page, re.S).group()
    footer = re.search(r'<footer class="site-footer".*?</footer>', page, re.S).group()

    assert 'href="/contact/"' in menu and "privacy" not in menu and "Geheim" not in page
    assert 'href="/privacy/"' in footer


def test_a_shared_block_shows_on_a_page_once_it_is_published(client):
    user = UserFactory(is_superuser=True)
    alias = Alias.objects.create(category=Category.objects.create(name="Blokken"))
    block = AliasContent.objects.with_user(user).create(alias=alias, name="Gedeeld", language="nl")
    add_plugin(block.placeholder, "TextPlugin", "nl", body="<p>Overal hetzelfde</p>")
    page = cms_page("Pagina", slug="pagina")
    add_plugin(place(page), "Alias", "nl", alias=alias)
    Version.objects.get_for_content(page).publish(user)
    assert "Overal hetzelfde" not in text(client, "/pagina/")

    Version.objects.get_for_content(block).publish(user)
    assert "Overal hetzelfde" in text(client, "/pagina/")


def test_rich_text_keeps_no_looks_and_no_scripts(client):
    page = cms_page("Tekst", slug="tekst")
    body = (
        '<p style="color:red" class="x" onclick="x()">Goed<script>alert(1)</script><img src="https://x.example/"></p>'
    )
    add_plugin(place(page), "TextPlugin", "nl", body=body)
    Version.objects.get_for_content(page).publish(UserFactory())

    assert "<p>Goed</p>" in text(client, "/tekst/")


def test_a_reader_may_keep_a_page_and_an_unchanged_one_is_not_sent_again(client):
    cms_page("Contact", slug="contact", state="published")
    NewsContentFactory(state="published", news_item__slug="bericht")
    for path in ("/contact/", "/nieuws/", "/nieuws/bericht/"):
        first = client.get(path)
        assert first["Cache-Control"] == "no-cache"
        assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304


def test_what_staff_see_is_kept_nowhere(client):
    cms_page("Contact", slug="contact", state="published")
    client.force_login(UserFactory(is_superuser=True))
    assert "no-store" in client.get("/contact/")["Cache-Control"]


@pytest.mark.parametrize(("sources", "times"), [(("a.be", "a.be"), 1), (("a.be", "b.be"), 2)])
def test_facts_name_a_source_that_they_share_once_below_them(client, sources, times):
    page = cms_page("Feiten", slug="feiten")
    block = add_plugin(place(page), "FactsPlugin", "nl", heading="Feiten")
    for source in sources:
        block.rows.create(label="Wat", value="Iets", source=source)
    Version.objects.get_for_content(page).publish(UserFactory())

    shown = text(client, "/feiten/")

    assert shown.count("Bron: ") == times
    assert ('</dl>\n<p class="source">Bron: a.be</p>' in shown) == (times == 1)
