"""The two sites of the demonstration, side by side: what was given to one shows nowhere on the other."""

import re

import pytest

from documents.models import DocumentFile
from organisations.models import OrganizationContent
from pages.demonstration import REGIONS, loader, vlaams_brabant
from pages.demonstration.vlaams_brabant_texts import MEMBERS
from regions.models import Region
from tests.factories import OrganizationContentFactory

pytestmark = pytest.mark.django_db

OTHER = {"limburg": "vlaams-brabant", "vlaams-brabant": "limburg"}
SHARED = {
    *("/", "/organisaties/", "/nieuws/", "/documenten/", "/gemeenten/", "/projecten/", "/themas/", "/geschiedenis/"),
    *("/data/", "/data/gemeenten/", "/data/begrippen/", "/contact/", "/toegankelijkheid/", "/privacy/"),
}
DATA = {
    f"/data/{name}.{extension}"
    for name in ("organisaties", "gemeenten", "projecten", "catalogus")
    for extension in ("ttl", "jsonld")
}
TABLES = {f"/data/{name}.csv" for name in ("organisaties", "gemeenten", "projecten", "lidmaatschappen", "relaties")}
MACHINES = {"/nieuws/feed/", "/sitemap.xml", "/robots.txt", "/.well-known/security.txt", *DATA, *TABLES}
FILTERS = re.compile(r"/(nieuws|documenten|geschiedenis)/(soort/[a-z_]+/)?(20[0-9]{2}/)?")
# One vocabulary, in which every region finds its words; what is said with them differs.
WORDS = re.compile(r"(/beelden/kaart)?/themas/[a-z-]+(/|\.jpg)|/data/begrippen[./].*|/data/shapes.ttl")
NAMES = {
    "limburg": ["Limburg", "LIRES", "Ford Genk", "SALK", "SERR"],
    "vlaams-brabant": ["Vlaams-Brabant", "Leuven", "Halle-Vilvoorde", "Haviland", "Toekomstforum"],
}


@pytest.fixture
def both(settings, client):
    """A function that serves the site of a region, by its short name; both have their demonstration content."""
    settings.SITE_URL = ""
    assert loader.load() and vlaams_brabant.load()

    def serve(slug):
        settings.SITE_ID = Region.objects.get(slug=slug).site_id
        return client

    return serve


def links(html):
    """Addresses of the same site in a page: of links, icons and cards, and of pictures in all their widths."""
    named = re.findall(r'(?:href|src|content)="(?:https://[a-z-]+\.example\.org)?(/[^"#]*)"', html)
    return {*named, *re.findall(r"/beelden/[0-9]+/[^ \",]+", html)}


def public_addresses(client, site):
    """Every address of `site` that readers have: from its sitemap, and from the pages that stand in there."""
    origin = f"https://{site.domain}"
    pages = re.findall(r"<loc>([^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    assert pages and all(page.startswith(origin) for page in pages)
    paths = {page.removeprefix(origin) for page in pages}
    found = paths | {card_of(path) for path in paths}
    for path in sorted(paths):
        found |= links(client.get(path).content.decode())
    found |= {file.get_absolute_url() for file in DocumentFile.objects.filter(content__document__sites=site)}
    return {path for path in found if not path.startswith(("/static/", "/beheer/"))}


def card_of(path):
    return f"/beelden/kaart{path.rstrip('/')}.jpg"


def statuses(client, paths):
    return {path: client.get(path).status_code for path in paths}


def is_common(path):
    """Whether each site has this address by right, with what is its own behind it."""
    return (
        path in SHARED | MACHINES | {card_of(page) for page in SHARED}
        or FILTERS.fullmatch(path)
        or WORDS.fullmatch(path)
    )


@pytest.mark.parametrize("here", REGIONS)
def test_no_address_of_one_site_exists_on_the_other(both, here):
    site = Region.objects.get(slug=here).site
    own = {path for path in public_addresses(both(here), site) if not is_common(path)}
    assert len(own) > 20
    assert {path for path, status in statuses(both(here), own).items() if status != 200} == set()

    found = {path: status for path, status in statuses(both(OTHER[here]), own).items() if status != 404}

    assert found == {}


def test_the_addresses_that_were_tried_are_of_every_sort(both):
    client, site = both("limburg"), Region.objects.get(slug="limburg").site
    tried = public_addresses(client, site)
    for sort in (
        r"/organisaties/.+/",
        r"/nieuws/.+/",
        r"/documenten/.+\.pdf",
        r"/beelden/[0-9]+/.+\.avif",
        r".+/kaart/.+",
    ):
        assert [path for path in tried if re.fullmatch(sort, path)], sort


@pytest.mark.parametrize("here", REGIONS)
def test_no_page_of_one_site_names_what_is_of_the_other(both, here):
    client, site = both(here), Region.objects.get(slug=here).site
    pages = {path for path in public_addresses(client, site) if "." not in path} | MACHINES | {"/bestaat-niet/"}
    pages = {path for path in pages if not path.startswith("/data/begrippen/")}
    texts = {path: client.get(path).content.decode() for path in pages}
    named = {(path, name) for path, text in texts.items() for name in NAMES[OTHER[here]] if name in text}
    assert named == set()
    assert all(name in "".join(texts.values()) for name in NAMES[here])


def test_a_body_that_only_sits_at_a_table_has_no_page_on_either_site(both):
    for region in REGIONS:
        client = both(region)
        for slug in MEMBERS:
            assert client.get(f"/organisaties/{slug}/").status_code == 404
            assert client.get(f"/beelden/kaart/organisaties/{slug}.jpg").status_code == 404
        assert "organisaties/voka" not in client.get("/sitemap.xml").content.decode()


def test_loading_again_changes_nothing(both):
    before = OrganizationContent.everything.count()
    assert not loader.load() and not vlaams_brabant.load()
    assert OrganizationContent.everything.count() == before
    assert sorted(Region.objects.values_list("slug", flat=True)) == sorted(REGIONS)


def test_a_body_that_exists_already_is_shared_and_stays_as_it_is(settings, client):
    OrganizationContentFactory(name="Voka Limburg", state="published", organization__slug="voka")
    assert vlaams_brabant.load()
    assert client.get("/organisaties/voka/").status_code == 200
    settings.SITE_ID = Region.objects.get(slug="vlaams-brabant").site_id
    assert client.get("/organisaties/voka/").status_code == 404


def test_every_site_has_the_same_address_with_its_own_content(both):
    for region, mail in (("limburg", "ERSV Limburg vzw"), ("vlaams-brabant", "ERSV Vlaams-Brabant vzw")):
        client = both(region)
        for path in SHARED:
            page = client.get(path).content.decode()
            assert mail in page and f'data-accent="{Region.objects.get(slug=region).accent}"' in page
