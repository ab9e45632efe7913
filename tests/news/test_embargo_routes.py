"""Every address that the url configuration knows, and every file on disk, tried on a release under embargo."""

import datetime
import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from cms.api import add_plugin
from django.conf import settings
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from djangocms_versioning.models import Version
from PIL import Image, ImageFile

from documents.former_files import SHARED
from documents.models import Document, FormerFile
from news.embargo import put_under_embargo
from news.models import NewsItem
from pictures.models import Picture
from press.invitations import invite, revoke
from tests.factories import (
    AreaFactory,
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
    ThemeFactory,
    UserFactory,
    add_file,
    bring_to,
    cms_page,
    pdf_bytes,
    press_picture,
)

pytestmark = pytest.mark.django_db

SECRET = "Zwaluwplan"  # in every title, slug, file name and caption of what is held back; nowhere else
ROLES = (None, "Redacteur", "Eindredacteur", "Beheerder")
REQUESTS = (
    {},
    {"headers": {"range": "bytes=0-10"}},
    {"headers": {"if-none-match": "*"}},
    {"headers": {"if-modified-since": "Wed, 21 Oct 2099 07:28:00 GMT"}},
)

# By the name of a route: the addresses that are there from the moment on, and not before.
DIRECT = {
    "news:detail": ["/nieuws/zwaluwplan/"],
    "news:list": ["/nieuws/soort/press_release/", "/nieuws/2031/", "/nieuws/organisatie/zwaluwraad/2031/"],
    "documents:detail": ["/documenten/zwaluwplan-cijfers/"],
    "documents:file": ["/documenten/zwaluwplan-cijfers/zwaluwplan-cijfers.pdf"],
    "documents:preview": ["/documenten/zwaluwplan-cijfers/eerste-bladzijde/pdf.jpg"],
    "documents:former-file": ["/documenten/zwaluwplan-cijfers/v1/zwaluwplan-cijfers.pdf"],
    "press-kit": ["/nieuws/zwaluwplan/persmap.zip"],
    "documents:list": ["/documenten/soort/studie/", "/documenten/2031/"],
    "pictures:derivative": ["{picture}"],
    "pictures:download": ["{download}"],
    "page-card": ["/beelden/kaart/nieuws/zwaluwplan.jpg", "/beelden/kaart/documenten/zwaluwplan-cijfers.jpg"],
}
# By the name of a route: addresses that stay, and that name what is held back from the moment on, if at all.
INDIRECT = {
    "favicon": ["/favicon.ico"],
    "robots": ["/robots.txt"],
    "security": ["/.well-known/security.txt"],
    "sitemap": ["/sitemap.xml"],
    "organisations:list": ["/organisaties/"],
    "organisations:detail": ["/organisaties/zwaluwraad/"],
    "organisation-data": [f"/organisaties/zwaluwraad.{extension}" for extension in ("ttl", "jsonld", "csv")],
    "data:index": ["/data/"],
    "data:areas": ["/data/gemeenten/"],
    "data:term-lists": ["/data/begrippen/"],
    "data:terms": ["/data/begrippen/themas/"],
    "data:file": ["/data/organisaties.ttl", "/data/organisaties.csv", "/data/projecten.ttl", "/data/catalogus.ttl"],
    "projects:list": ["/projecten/"],
    "projects:detail": ["/projecten/nest/"],
    "themes:list": ["/themas/"],
    "themes:detail": ["/themas/vogels/"],
    "areas:list": ["/gemeenten/", "/gemeenten/?naam=zwaluwplan"],
    "areas:detail": ["/gemeenten/nestdorp/"],
    "areas:sub-region": [],  # shows bodies and projects, no news
    "history:timeline": ["/geschiedenis/"],
    "history:kind": ["/geschiedenis/soort/project/"],
    "news:list": ["/nieuws/", "/nieuws/organisatie/zwaluwraad/"],
    "news:feed": ["/nieuws/feed/"],
    "press:room": ["/pers/"],
    "press:feed": ["/pers/feed/"],
    "press:photos": ["/pers/fotos/"],
    "documents:list": ["/documenten/"],
    "page-card": ["/beelden/kaart.jpg", "/beelden/kaart/nieuws.jpg"],
    "pages-root": ["/"],
    "pages-details-by-slug": ["/vogelpagina/", "/zwaluwplan/"],
}
# By the name of a route: what a link opens that is not for this release, has expired, was revoked or never was.
BY_LINK = {
    "press:entrance": ["/pers/embargo/{token}/"],
    "press:release": ["/pers/embargo/{token}/lezen/"],
    "press:file": ["/pers/embargo/{token}/zwaluwplan-cijfers.pdf"],
    "press:guest-kit": ["/pers/embargo/{token}/persmap.zip"],
    "press:picture-download": ["/pers/embargo/{token}/beeld/{picture}/download/original/"],
    "press:picture": ["/pers/embargo/{token}/beeld/{picture}/320.jpg"],
}

# What opens a picture or a document, or starts what does.
DECODERS = [(Image, "open"), (ImageFile.ImageFile, "load"), (pypdfium2, "PdfDocument"), (subprocess, "Popen")]


def routes(patterns=None, namespace=""):
    """The names of all routes for readers; those of staff ask for an account first (tests/staff, tests/accounts)."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if str(pattern.pattern).removeprefix("^").startswith("beheer/"):
            continue
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        else:
            inner = getattr(pattern, "namespace", None)
            yield from routes(pattern.url_patterns, f"{namespace}{inner}:" if inner else namespace)


@pytest.fixture
def release(settings):
    """A published release under embargo, with a document and a picture, mentioned wherever editors can mention it."""
    settings.SITE_URL = "https://limburg.example.org"
    theme = ThemeFactory(slug="vogels", label="vogels")
    body = OrganizationContentFactory(organization__slug="zwaluwraad", name="Nestraad", state="published").organization
    project = ProjectContentFactory(project__slug="nest", title="Nest", state="published").project
    AreaFactory(slug="nestdorp", name="Nestdorp")
    document = DocumentContentFactory(
        document__slug="zwaluwplan-cijfers", title=f"{SECRET} in cijfers", type="studie", date="2031-03-01"
    )
    file = add_file(document, pdf_bytes(), "zwaluwplan.pdf")
    same = {name: getattr(file, name) for name in SHARED}
    FormerFile.objects.create(document=document.document, number=1, title=document.title, **same)
    content = NewsContentFactory(
        news_item__slug="zwaluwplan",
        title=f"{SECRET} voor de streek",
        lead=f"Het {SECRET} is klaar.",
        kind="press_release",
        date=datetime.date(2031, 3, 1),
        picture=press_picture(default_caption=SECRET),
    )
    for row in (content, document):
        row.organisations.set([body])
        row.themes.set([theme])
    content.projects.set([project])
    content.attachments.create(document=document.document)
    content.photos.create(picture=content.picture)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(hours=1), UserFactory())
    mention(content)
    for row in (content, document):
        row.versions.get().publish(UserFactory())
    return content


def mention(content):
    """On the home page and on another: in the spotlight, in a text, as a list, as a picture and in a shared block."""
    page = cms_page("Vogelpagina", slug="vogelpagina")
    place = page.placeholders.get(slot="content")
    link = f'<a data-cms-href="news.newsitem:{content.news_item_id}" href="/nieuws/zwaluwplan/">Lees verder</a>'
    add_plugin(place, "FeaturedPlugin", "nl", news_item=content.news_item)
    add_plugin(place, "TextPlugin", "nl", body=f"<p>Vogels. {link}</p>")
    add_plugin(place, "LatestNewsPlugin", "nl", count=5)
    add_plugin(place, "DocumentsPlugin", "nl", count=5)
    add_plugin(place, "PicturePlugin", "nl", picture=content.picture)
    bring_to("published", Version.objects.get_for_content(page))


def let_the_moment_come(content):
    """What the clock does: the moment lies behind us, and nothing else has happened."""
    now = timezone.now()
    for model, key in (
        (NewsItem, content.news_item_id),
        (Picture, content.picture_id),
        (Document, content.attachments.get().document_id),
    ):
        assert model._base_manager.filter(pk=key, embargo_until__gt=now).update(embargo_until=now) == 1


def as_role(client, role):
    client.logout()
    if role:
        user = UserFactory(username=role, roles=[role])
        client.force_login(user)
    return client


def direct_addresses(content):
    picture = content.picture.address(320, "jpg")
    download = reverse("pictures:download", args=(content.picture.pk, content.picture.sha1[:12], "original"))
    return [
        address.format(picture=picture, download=download) for addresses in DIRECT.values() for address in addresses
    ]


def indirect_addresses():
    return [address for addresses in INDIRECT.values() for address in addresses]


def test_every_route_for_readers_is_tried_here():
    assert set(routes()) == set(DIRECT) | set(INDIRECT) | set(BY_LINK)


@pytest.mark.parametrize("role", ROLES)
def test_before_the_moment_its_addresses_answer_like_those_of_nothing(client, release, role):
    never_was = as_role(client, role).get("/nieuws/dit-was-er-nooit/")
    found = {}
    for address in direct_addresses(release):
        for method in ("get", "head"):
            for extra in REQUESTS:
                answer = getattr(client, method)(address, **extra)
                if role and "/beelden/" in address and not {"kaart", "download"} & set(re.split("[/.]", address)):
                    # Of the media library: who may see it there gets it, and may not keep it.
                    assert answer["Cache-Control"].startswith("private, no-store")
                    continue
                if answer.status_code != 404 or headers(answer) != headers(never_was):
                    found[method, address, str(extra)] = answer.status_code
    assert found == {}


def headers(answer):
    """Without the length, as the page repeats the address, and the moment, which is now."""
    return {name: value for name, value in answer.items() if name not in ("Content-Length", "Expires")}


def text_of(client, address):
    return b"".join(client.get(address)).decode("utf-8", "replace")


@pytest.mark.parametrize("role", ROLES)
def test_before_the_moment_no_page_feed_or_data_names_it(client, release, role):
    as_role(client, role)
    texts = {address: text_of(client, address) for address in indirect_addresses() if SECRET.lower() not in address}
    found = {
        address: re.findall(rf".{{0,80}}{SECRET}.{{0,40}}", text, re.IGNORECASE) for address, text in texts.items()
    }

    assert {address: words for address, words in found.items() if words} == {}
    assert "Vogels. Lees verder" in texts["/vogelpagina/"]


def test_from_the_moment_on_it_is_everywhere_by_itself(client, release):
    let_the_moment_come(release)

    assert {address: client.get(address).status_code for address in direct_addresses(release)} == dict.fromkeys(
        direct_addresses(release), 200
    )
    named = {
        a for a in indirect_addresses() if SECRET.lower() in b"".join(client.get(a)).decode("utf-8", "replace").lower()
    }
    assert named >= {
        "/nieuws/", "/nieuws/feed/", "/documenten/", "/sitemap.xml", "/organisaties/zwaluwraad/", "/projecten/nest/",
        "/pers/", "/pers/feed/", "/pers/fotos/", "/themas/vogels/", "/vogelpagina/", "/nieuws/organisatie/zwaluwraad/",
    }  # fmt: skip
    page = client.get("/vogelpagina/").content.decode()
    assert "/nieuws/zwaluwplan/" in re.search(r"<p>Vogels\..*?</p>", page)[0]


def links(release):
    """A token of each kind that opens nothing of `release`."""
    user, future = UserFactory(), timezone.now() + datetime.timedelta(days=1)
    foreign = NewsContentFactory(title="Iets anders", lead="Over iets anders.")
    put_under_embargo(foreign.news_item, future, user)
    foreign.versions.get().publish(user)
    person = {"name": "Voorbeeld", "email": "voorbeeld@example.org", "expires_at": future}
    revoked, revoked_token = invite(release.news_item, user, **person)
    revoke(revoked)
    return {
        "foreign": invite(foreign.news_item, user, **person)[1],
        "revoked": revoked_token,
        "expired": invite(release.news_item, user, **person | {"expires_at": timezone.now()})[1],
        "guessed": "a" * 24,
    }


def addresses_by_link(release, token):
    addresses = [address for addresses in BY_LINK.values() for address in addresses]
    return [address.format(token=token, picture=release.picture_id) for address in addresses]


@pytest.mark.parametrize("moment_has_come", [False, True])
def test_no_wrong_link_opens_it(client, release, moment_has_come):
    tokens = links(release)
    if moment_has_come:
        let_the_moment_come(release)
    for kind, token in tokens.items():
        for address in addresses_by_link(release, token):
            answers = [getattr(client, method)(address, **extra) for method in ("get", "head") for extra in REQUESTS]
            if kind == "foreign" and not address.endswith((".pdf", ".jpg", "original/")):
                assert SECRET.lower() not in answers[0].content.decode().lower()
            else:
                assert {answer.status_code for answer in answers} == {404}, (kind, address)


def test_no_request_of_a_reader_decodes_a_picture_or_a_document(client, release, monkeypatch):
    """Nor starts a process that does: a stranger decides how often something is asked for."""
    user, future = UserFactory(), timezone.now() + datetime.timedelta(minutes=30)
    token = invite(release.news_item, user, name="Voorbeeld", email="x@example.org", expires_at=future)[1]

    def forbidden(*args, **kwargs):
        pytest.fail("decoded")

    for owner, name in DECODERS:
        monkeypatch.setattr(owner, name, forbidden)
    asked = [*indirect_addresses(), *addresses_by_link(release, token)]
    for address in asked:
        b"".join(client.get(address))
    let_the_moment_come(release)
    for address in indirect_addresses():
        b"".join(client.get(address))

    assert {client.get(address).status_code for address in direct_addresses(release)} == {200}


def test_no_file_on_disk_has_an_address_of_its_own(client, release):
    root = Path(settings.MEDIA_ROOT)
    client.get(release.picture.address(320, "jpg"))
    files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    files += [f"pictures/{release.picture.file.name}"]
    prefixes = ("/", "/media/", "/files/", "/static/", "/beheer/beelden/", "/beheer/miniaturen/", "/documenten/")
    tried = [f"{prefix}{path}" for path in files for prefix in prefixes]
    tried += [f"/beheer/beelden/{path.split('/', 1)[-1]}" for path in files]

    assert len(files) >= 2
    assert {address: 200 for address in tried if client.get(address).status_code == 200} == {}


def test_a_former_address_leads_nowhere_before_the_moment(client, release):
    for thing, former in ((release.news_item, "/nieuws/zwaluwplan/"), (release.attachments.get().document, None)):
        thing.slug = f"{thing.slug}-nieuw"
        thing.save()
        assert client.get(former or "/documenten/zwaluwplan-cijfers/").status_code == 404


def test_the_feed_dates_it_from_the_moment_and_not_from_the_publication(client, release):
    release.versions.update(modified=timezone.now() - datetime.timedelta(days=3))
    let_the_moment_come(release)

    feed = client.get("/nieuws/feed/").content.decode()
    [updated] = re.findall(r"<entry>.*?<updated>([^<]*)</updated>", feed, re.DOTALL)

    assert timezone.now() - datetime.datetime.fromisoformat(updated) < datetime.timedelta(minutes=1)
