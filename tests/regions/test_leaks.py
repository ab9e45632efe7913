"""What stands on one site and is linked, shared or moved there stays there."""

import pytest
from cms.api import add_plugin
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version

from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PictureFactory,
    author,
    bring_to,
    cms_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(client, settings):
    """A function that returns the client of readers of a site."""

    def site(chosen):
        settings.SITE_ID = chosen.pk
        return client

    return site


def shared_block(text, site=None):
    """A published block that can stand on several pages."""
    category = Category.objects.create(name=text)
    alias = Alias.objects.create(category=category, site=site)
    content = AliasContent.objects.with_user(author()).create(alias=alias, name=text, language="nl")
    add_plugin(content.placeholder, "TextPlugin", "nl", body=f"<p>{text}</p>")
    bring_to("published", Version.objects.get_for_content(content))
    return alias


def page_with(alias, slug):
    content = cms_page("Met blok", slug=slug, state="published")
    add_plugin(content.placeholders.get(slot="content"), "Alias", "nl", alias=alias)
    return f"/{slug}/"


def test_a_filter_names_no_body_of_another_site(on, here, elsewhere):
    body = OrganizationContentFactory(name="Geheim orgaan", state="published", organization__sites=[elsewhere])
    for make, key in ((NewsContentFactory, "news_item"), (DocumentContentFactory, "document")):
        content = make(state="published", **{f"{key}__sites": [here, elsewhere]})
        content.organisations.add(body.organization)
    for path in ("/nieuws/", "/documenten/"):
        filtered = f"{path}organisatie/{body.organization.slug}/"
        assert "Geheim" not in on(here).get(path).content.decode()
        assert on(here).get(filtered).status_code == 404
        assert on(elsewhere).get(filtered).status_code == 200


def test_an_address_that_moved_on_one_site_leads_nowhere_on_the_other(on, here, elsewhere):
    body = OrganizationContentFactory(state="published", organization__sites=[elsewhere], organization__slug="oud")
    body.organization.slug = "nieuw"
    body.organization.save()
    assert on(elsewhere).get("/organisaties/oud/").status_code == 301
    assert on(here).get("/organisaties/oud/").status_code == 404
    assert on(here).get("/organisaties/oud/?utm_source=x").status_code == 404


def test_a_page_of_one_site_is_no_page_of_the_other(on, here, elsewhere):
    cms_page("Geheime pagina", slug="geheim", state="published", in_navigation=True)
    assert on(here).get("/geheim/").status_code == 200
    for path in ("/geheim/", "/beelden/kaart/geheim.jpg"):
        assert on(elsewhere).get(path).status_code == 404
    for path in ("/nieuws/", "/sitemap.xml"):
        assert "eheim" not in on(elsewhere).get(path).content.decode()


def test_a_shared_block_of_one_site_shows_nothing_on_a_page_of_the_other(on, here, elsewhere):
    path = page_with(shared_block("Geheim blok", site=elsewhere), "pagina")
    assert "Geheim blok" not in on(here).get(path).content.decode()


def test_a_shared_block_of_all_sites_shows_on_each(on, here):
    path = page_with(shared_block("Gedeeld blok"), "pagina")
    assert "Gedeeld blok" in on(here).get(path).content.decode()


@pytest.mark.parametrize("of_one_site", [True, False])
def test_a_picture_in_a_shared_block_is_public_where_a_page_shows_the_block(on, here, elsewhere, of_one_site):
    picture = PictureFactory()
    alias = shared_block("Blok", site=here if of_one_site else None)
    add_plugin(alias.get_placeholder(), "PicturePlugin", "nl", picture=picture)
    address = picture.address(320, "jpg")
    assert on(here).get(address).status_code == 404
    page_with(alias, "pagina")
    assert on(here).get(address).status_code == 200
    assert on(elsewhere).get(address).status_code == 404


def test_a_shared_block_within_itself_makes_no_picture_public(on, here):
    picture = PictureFactory()
    alias = shared_block("Blok")
    add_plugin(alias.get_placeholder(), "PicturePlugin", "nl", picture=picture)
    add_plugin(alias.get_placeholder(), "Alias", "nl", alias=alias)
    assert on(here).get(picture.address(320, "jpg")).status_code == 404
