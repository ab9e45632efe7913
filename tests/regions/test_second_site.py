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
    *(
        "/pers/",
        "/pers/fotos/",
        "/data/",
        "/data/gemeenten/",
        "/data/begrippen/",
        "/contact/",
        "/toegankelijkheid/",
        "/privacy/",
    ),
}
DATA = {
    f"/data/{name}.{extension}"
    for name in ("organisaties", "gemeenten", "projecten", "catalogus")
    for extension in ("ttl", "jsonld")
}
TABLES = {f"/data/{name}.csv" for name in ("organisaties", "gemeenten", "projecten", "lidmaatschappen", "relaties")}
MACHINES = {"/nieuws/feed/", "/pers/feed/", "/sitemap.xml", "/robots.txt", "/.well-known/security.txt", *DATA, *TABLES}
FILTERS = re.compile(r"/(nieuws|documenten|geschiedenis)/(soort/[a-z_]+/)?(20[0-9]{2}/)?")
# One vocabulary, in which every region finds its words; what is said with them differs.
WORDS = re.compile(r"(/beelden/kaart)?/themas/[a-z-]+(/|\.jpg)|/data/begrippen[./].*|/data/shapes.ttl")
SORTS = {
    "limburg": (
        r"/organisaties/.+/",
        r"/nieuws/.+/",
        r"/documenten/.+\.pdf",
        r"/beelden/[0-9]+/.+\.avif",
        r".+/kaart/.+",
    ),
    "vlaams-brabant": (r"/organisaties/.+/", r"/economie-en-landbouw/.+/", r".+/kaart/.+"),
}
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


def crawl(client, site):
    """Every address of `site` that readers have, and the texts by the addresses of its pages: from its sitemap on."""
    origin = f"https://{site.domain}"
    pages = re.findall(r"<loc>([^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    assert pages and all(page.startswith(origin) for page in pages)
    texts = {path: client.get(path).content.decode() for path in sorted(page.removeprefix(origin) for page in pages)}
    found = set(texts) | {card_of(path) for path in texts}
    found = found.union(*map(links, texts.values()))
    found |= {file.get_absolute_url() for file in DocumentFile.objects.filter(content__document__sites=site)}
    return {path for path in found if not path.startswith(("/static/", "/beheer/"))}, texts


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
def test_nothing_of_one_site_shows_on_the_other(both, here):
    site = Region.objects.get(slug=here).site
    addresses, texts = crawl(both(here), site)
    own = {path for path in addresses if not is_common(path)}
    assert len(own) > 20
    for sort in SORTS[here]:
        assert any(re.fullmatch(sort, path) for path in own), sort

    more = {path for path in addresses - set(texts) if "." not in path and "/download/" not in path}
    texts |= {path: both(here).get(path).content.decode() for path in more | MACHINES | {"/bestaat-niet/"}}
    texts = {path: text for path, text in texts.items() if not path.startswith("/data/begrippen/")}
    assert {(path, name) for path, text in texts.items() for name in NAMES[OTHER[here]] if name in text} == set()
    assert all(name in "".join(texts.values()) for name in NAMES[here])
    # Pictures answer: tests/browser/test_readers.py follows every link. Making all their copies here takes long.
    pages = {path for path in own if not path.startswith("/beelden/")}
    assert {path for path, status in statuses(both(here), pages).items() if status != 200} == set()

    assert {path: status for path, status in statuses(both(OTHER[here]), own).items() if status != 404} == {}


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
