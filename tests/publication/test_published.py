"""One test for all rooms: what is not published here and now cannot be had anywhere."""

import pytest
from django.contrib.sites.models import Site
from djangocms_versioning.models import Version

from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PictureFactory,
    UserFactory,
    add_file,
    bring_to,
    pdf_bytes,
)

pytestmark = pytest.mark.django_db

LISTS = ["/", "/nieuws/", "/organisaties/", "/documenten/", "/nieuws/feed/", "/sitemap.xml"]


def everything(state, **at):
    """One of each, all with the word "geheim" in their names; returns every address that they have."""
    body = OrganizationContentFactory(
        name="Geheim orgaan", state=state, organization__slug="geheim-orgaan", **prefixed("organization", at)
    )
    document = DocumentContentFactory(
        title="Geheim stuk", state="draft", document__slug="geheim-stuk", **prefixed("document", at)
    )
    file = add_file(document, pdf_bytes(), "x.pdf")
    bring_to(state, Version.objects.get_for_content(document))
    picture = PictureFactory()
    news = NewsContentFactory(
        title="Geheim bericht",
        picture=picture,
        state=state,
        news_item__slug="geheim-bericht",
        **prefixed("news_item", at),
    )
    news.organisations.add(body.organization)
    news.attachments.create(document=document.document)
    addresses = [content.get_absolute_url() for content in (body, document, news)]
    return [*addresses, file.get_absolute_url(), picture.address(320, "jpg"), picture.file.url]


def prefixed(name, values):
    return {f"{name}__{key}": value for key, value in values.items()}


@pytest.mark.parametrize("state", ["draft", "unpublished", "archived"])
def test_what_is_not_published_cannot_be_had(client, state):
    addresses = everything(state)

    assert {path: client.get(path).status_code for path in addresses} == dict.fromkeys(addresses, 404)
    assert not [path for path in LISTS if "eheim" in client.get(path, follow=True).content.decode()]


def test_what_was_given_to_another_site_cannot_be_had_here(client):
    addresses = everything("published", sites=[Site.objects.create(domain="ander.example.org", name="Ander")])

    assert {path: client.get(path).status_code for path in addresses} == dict.fromkeys(addresses, 404)
    assert not [path for path in LISTS if "eheim" in client.get(path, follow=True).content.decode()]


def test_what_is_published_here_can_be_had_but_for_the_original_of_a_picture(client):
    *addresses, original = everything("published")

    assert {path: client.get(path).status_code for path in addresses} == dict.fromkeys(addresses, 200)
    assert client.get(original).status_code == 404


def test_withdrawing_takes_everything_away(client):
    addresses = everything("published")
    for version in Version.objects.filter(state="published"):
        version.unpublish(UserFactory())

    assert {path: client.get(path).status_code for path in addresses} == dict.fromkeys(addresses, 404)
