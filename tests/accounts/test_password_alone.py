"""What a stolen password gave, by name: each of these was done, or read, without a code."""

import datetime
import re
from urllib.parse import quote

import pytest
from cms.api import add_plugin
from cms.models import Page, PageUrl, Placeholder, UserSettings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version
from filer.models import Folder

from accounts.second_factor.confirmed import HOURS
from news.embargo import put_under_embargo
from news.models import Correction
from press.invitations import invite
from tests.accounts.people import code_of, let_pass, person
from tests.clients import PasswordClient
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    UserFactory,
    add_file,
    cms_page,
    pdf_bytes,
    plan,
    press_picture,
    version_of,
)
from tests.staff.routes import every_route

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:All custom placeholder admin endpoints"),
]

STEP, SET_UP = reverse("second-factor"), reverse("second-factor-setup")


@pytest.fixture
def client():
    return PasswordClient()


SECRET = "Zwaluwplan"
# What answers by itself to parameters, instead of a form of the administration.
PACKAGES = ("beheer/cms/placeholder/", "beheer/cms/page/plugin/", "beheer/cms/usersettings/", "beheer/autocomplete/")


def is_asked(answer):
    return answer.status_code in (404, 409) or answer.headers.get("Location", "").startswith((STEP, SET_UP))


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def editor(client):
    account = person("eva", "Eindredacteur")
    client.force_login(account)
    return account


@pytest.fixture
def writer(client):
    account = person("wim", "Redacteur")
    client.force_login(account)
    return account


def test_slugs_and_sites_of_news_stay(client, editor):
    content = NewsContentFactory(state="published")
    item = content.news_item
    address = reverse("admin:news_newsitem_change", args=(item.pk,))

    assert is_asked(client.get(address)), "before anything is typed"
    assert is_asked(client.post(address, {"slug": "anders", "content__title": "Anders"}))
    item.refresh_from_db()
    assert item.slug != "anders"
    assert item.sites.exists()


def test_the_home_page_and_the_places_of_pages_stay(client, editor):
    home, other = cms_page("Thuis", slug="thuis", state="published"), cms_page("Ander", slug="ander", state="published")
    before = list(PageUrl.objects.values_list("pk", "path").order_by("pk"))

    assert is_asked(client.post(reverse("admin:cms_page_set_home", args=(other.page_id,))))
    move = {"target": home.page_id, "position": 0}
    assert is_asked(client.post(reverse("admin:cms_page_move_page", args=(other.page_id,)), move))
    assert list(PageUrl.objects.values_list("pk", "path").order_by("pk")) == before


def test_a_page_is_not_deleted(client, editor):
    page = cms_page("Weg", slug="weg", state="published")
    for name, key in (("cms_page", page.page_id), ("cms_pagecontent", page.pk)):
        address = reverse(f"admin:{name}_delete", args=(key,))
        assert is_asked(client.get(address))
        assert is_asked(client.post(address, {"post": "yes"}))
    assert Page.objects.filter(pk=page.page_id).exists()


# --- under embargo: asked on the object -------------------------------------------------------------------------------


@pytest.fixture
def release(db):
    """Under embargo, with a text, a picture and a document; SECRET is in all of them."""
    picture = press_picture(default_caption=SECRET, name=f"{SECRET}.png", folder=Folder.objects.create(name="Pers"))
    document = DocumentContentFactory(title=f"{SECRET} in cijfers", document__slug="zwaluwplan-cijfers")
    add_file(document, pdf_bytes(), "zwaluwplan.pdf")
    content = NewsContentFactory(
        title=f"{SECRET} voor de streek", lead=SECRET, news_item__slug="zwaluwplan", picture=picture
    )
    content.attachments.create(document=document.document, position=1)
    content.photos.create(picture=picture, position=1)
    place = content.placeholders.get_or_create(slot="body")[0]
    content.block = add_plugin(place, "TextPlugin", "nl", body=f"<p>Het {SECRET} zelf.</p>")
    content.shared = Alias.objects.create(category=Category.objects.create(name="Blokken"))
    add_plugin(place, "Alias", "nl", alias=content.shared)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(days=1), UserFactory())
    for row in (content, document):
        row.versions.get().publish(UserFactory())
    return content


# What int() takes as well, and with it Django, the CMS and the editor of texts; "_2B" is a "+" in the administration.
SPELLINGS = {
    "plain": str,
    "space": " {}".format,
    "line": "{}\n".format,
    "plus": "+{}".format,
    "zeros": "00{}".format,
    "underscore": "0_{}".format,
    "wide": lambda key: str(key).translate({ord("0") + number: chr(0xFF10 + number) for number in range(10)}),
    "quoted": "_2B{}".format,
}


@pytest.fixture(params=SPELLINGS)
def spelled(request):
    """A function that spells a key as one may."""
    return SPELLINGS[request.param]


@pytest.fixture
def draft(writer):
    """A page that the writer works on, with a place for blocks; and the writer's own clipboard."""
    page = cms_page("Kladje", slug="kladje")
    Version.objects.filter_by_grouper(page.page).update(created_by=writer, locked_by=writer)
    clipboard_of(writer)
    return page.get_placeholders()[0]


def clipboard_of(account):
    clipboard = Placeholder.objects.create(slot="clipboard")
    clipboard.source = UserSettings.objects.create(user=account, language="nl", clipboard=clipboard)
    clipboard.save()
    return clipboard


def test_blocks_under_embargo_are_copied_nowhere(client, writer, draft, release, spelled):
    clipboard, block = UserSettings.objects.get(user=writer).clipboard, release.block
    source, plugin = spelled(block.placeholder_id), spelled(block.pk)
    languages = {"source_language": "nl", "target_language": "nl"}
    for where in (clipboard, draft):
        for what in ({"source_plugin_id": plugin}, {}):
            places = {"source_placeholder_id": source, "target_placeholder_id": spelled(where.pk)}
            assert is_asked(client.post(reverse("admin:cms_placeholder_copy_plugins"), places | what | languages))
        move = {
            "plugin_id": spelled(block.pk),
            "placeholder_id": spelled(where.pk),
            "target_language": "nl",
            "target_position": 1,
        }
        for copy in ({}, {"move_a_copy": "true"}):
            assert is_asked(client.post(reverse("admin:cms_placeholder_move_plugin"), move | copy))
        assert not where.get_plugins().exists()


def test_a_shared_block_is_made_of_nothing_under_embargo(client, writer, release, spelled):
    create = reverse("admin:djangocms_alias_create")
    for what in ({"plugin": spelled(release.block.pk)}, {"placeholder": spelled(release.block.placeholder_id)}):
        assert is_asked(client.get(create, what | {"language": "nl"}))
        assert is_asked(client.post(create, what | {"language": "nl", "name": "Mijn blok", "category": 1}))


def test_the_editor_of_texts_names_nothing_under_embargo(client, writer, release, spelled):
    urls = reverse("admin:djangocms_text_textplugin_get_available_urls")
    for reference in ("news.newsitem:{}", "news.NewsItem:{}", "NEWS.NEWSITEM:{}"):
        assert is_asked(client.get(urls, {"g": reference.format(spelled(release.news_item_id))})), reference
    assert is_asked(client.get(urls, {"g": f"documents.document:{spelled(release.attachments.get().document_id)}"}))


# The editor takes the first two words of the label, and reads HTML.
LINKS = ("news.newsitem:{}", "news.newsitem.x:y:{}", "news&#46;newsitem&colon;{}")


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("spelling", sorted(SPELLINGS.keys() - {"quoted"}))
def test_a_text_that_links_to_what_is_under_embargo_asks(client, writer, draft, release, spelling, link):
    key = SPELLINGS[spelling](release.news_item_id)
    body = f'<p><a data-cms-href="{link.format(key)}">x</a></p>'
    add = {"placeholder_id": draft.pk, "plugin_type": "TextPlugin", "plugin_language": "nl", "plugin_position": 1}
    where = reverse("admin:cms_placeholder_add_plugin")
    assert is_asked(client.post(where, {"body": body}, query_params=add | {"cms_path": "/"}))

    text = add_plugin(draft, "TextPlugin", "nl", body=body)  # of who did confirm
    assert is_asked(client.get(reverse("admin:cms_placeholder_edit_plugin", args=(text.pk,))))


def test_what_is_under_embargo_is_asked_for_by_its_address_however_it_is_spelled(client, writer, release, spelled):
    things = {
        release.news_item: ("news_newsitem", "change", "history"),
        release.picture: ("pictures_picture", "change", "history"),
        version_of(release): ("djangocms_versioning_newscontentversion", "compare"),
    }
    for thing, (name, *acts) in things.items():
        for act in acts:
            plain = reverse(f"admin:{name}_{act}", args=(0,))
            address = plain.replace("/0/", f"/{quote(spelled(thing.pk))}/")
            answer = client.get(address)
            assert is_asked(answer), address


def test_no_decoy_hides_a_block_of_what_is_planned(client, editor, spelled):
    """A place in a draft beside it doesn't make a draft of it."""
    mine, other = cms_page("Kladje", slug="kladje"), cms_page("Gepland", slug="gepland")
    place = other.get_placeholders()[0]
    block = add_plugin(place, "TextPlugin", "nl", body="<p>Goedgekeurd</p>")
    plan(other, minutes=60)
    Version.objects.filter(state="draft").update(locked_by=None)
    move = {"plugin_id": spelled(block.pk), "placeholder_id": mine.get_placeholders()[0].pk}
    more = {"target_language": "nl", "target_position": 1}
    assert is_asked(client.post(reverse("admin:cms_placeholder_move_plugin"), move | more))


def test_a_block_that_nobody_can_tell_asks(client, editor):
    place = cms_page("Kladje", slug="kladje").get_placeholders()[0]
    move = {"plugin_id": "x", "placeholder_id": place.pk, "target_language": "nl", "target_position": 1}
    assert is_asked(client.post(reverse("admin:cms_placeholder_move_plugin"), move))


def test_originals_thumbnails_and_copies_of_a_picture_are_not_handed_out(client, writer, release):
    picture = release.picture
    thumbnail = picture.file.get_thumbnail({"size": (80, 80), "crop": True})
    for address in (
        picture.file.url,
        f"/beheer/miniaturen/{thumbnail.name}",
        picture.address(320, "jpg"),
        reverse("admin:pictures_picture_expand", args=(picture.pk,)),
        reverse("admin:filer_picture_fileicon", args=(picture.pk, 32)),
        reverse("admin:pictures_picture_change", args=(picture.pk,)),
        reverse("admin:filer_file_change", args=(picture.pk,)),
    ):
        answer = client.get(address)
        assert is_asked(answer), address
        assert is_asked(client.get(address, headers={"sec-fetch-dest": "image"})), address

    confirm(client, writer)
    assert client.get(picture.file.url).status_code == 200
    assert client.get(picture.address(320, "jpg")).status_code == 200


def confirm(client, account):
    device = TOTPDevice.objects.get_or_create(user=account, name="app", confirmed=True)[0]
    TOTPDevice.objects.filter(pk=device.pk).update(last_t=-1)
    client.post(STEP, {"code": code_of(device)})


def test_a_picture_under_no_embargo_is_seen_as_before(client, writer, release):
    picture = press_picture()
    assert client.get(picture.file.url).status_code == 200
    assert client.get(picture.address(320, "jpg")).status_code == 200


def keys_of(release):
    """Every parameter by which a package or a form of ours names a thing, and the keys of what is under embargo."""
    block, picture, version = release.block, release.picture, version_of(release)
    document = release.attachments.get().document_id
    return [
        *[{name: block.placeholder_id} for name in ("placeholder", "placeholder_id", "source_placeholder_id")],
        *[{name: block.pk} for name in ("plugin", "plugin_id", "source_plugin_id", "plugin_parent")],
        {"file_id": picture.pk},
        {"picture": picture.pk},
        {"content__picture": picture.pk},
        {"photos-0-picture": picture.pk},
        {"attachments-0-document": document},
        {"news_item": release.news_item_id},
        {"compare_to": version.pk},
        {"g": f"news.newsitem:{release.news_item_id}"},
        {"body": f'<a data-cms-href="news.NewsItem:{release.news_item_id}">x</a>'},
        {"obj_type": "news.newscontent", "obj_id": release.pk},
        {"obj_type": ContentType.objects.get_for_model(release).pk, "obj_id": release.pk},
    ]


def test_no_screen_of_staff_tells_what_is_under_embargo(client, release):
    """Every route, with the keys of what is held back in its address and in its parameters: SECRET is nowhere."""
    client.force_login(person("wim", "Redacteur"))
    client.raise_request_exception = False
    found = set()
    for route in every_route():
        if not route.pattern.startswith("beheer/"):
            continue
        for address, keys in requests(route, release):
            answer = client.get(address, keys)
            if not answer.streaming and not is_asked(answer) and SECRET.lower() in answer.content.decode().lower():
                found.add((route.name or route.pattern, str(keys)))
    assert found == set()


def requests(route, release):
    """`route` with a key of what is held back in its address; or, where it has none, with each in its parameters."""
    parameter = re.compile(r"<(?:\w+:)?\w+>|\([^()]*(?:\([^()]*\))?[^()]*\)")
    if not parameter.search(route.pattern):
        every = keys_of(release) if route.pattern.startswith(PACKAGES) else ()
        yield from (("/" + route.pattern, keys) for keys in [{}, *every])
    elif "object/" in route.pattern or "beheer/r/" in route.pattern:
        kind = ContentType.objects.get_for_model(release).pk
        yield "/" + parameter.sub("{}", route.pattern).format(kind, release.pk), {}
    elif "path>" in route.pattern or "url>" in route.pattern:
        yield "/" + parameter.sub(release.picture.file.name, route.pattern), {}
    else:
        key = key_for(route, release)
        yield "/" + parameter.sub(str(key), route.pattern), {}


def key_for(route, release):
    """The key of the thing of `release` that the address may be about."""
    document, picture = release.attachments.get().document, release.picture
    act, model = route.name.rpartition(":")[2], route.pattern.split("/")[2]
    if act.startswith("staff-"):
        return document.contents(manager="everything").get().files.get().pk
    if act.endswith("alias_usage"):
        return release.shared.pk
    if "placeholder_clear" in act:
        return release.block.placeholder_id
    return {
        "alias": release.shared.pk,
        "placeholder": release.block.pk,
        "page": release.block.pk,
        "picture": picture.pk,
        "file": picture.pk,
        "folder": picture.folder_id,
        "document": document.pk,
        "documentcontent": document.contents(manager="everything").get().pk,
        "documentcontentversion": document.contents(manager="everything").get().versions.get().pk,
        "newscontent": release.pk,
        "newscontentversion": version_of(release).pk,
        "versie": version_of(release).pk,
    }.get(model, release.news_item_id)


def test_a_shared_block_that_shows_what_is_under_embargo_asks(client, writer, release):
    block = AliasContent.objects.with_user(UserFactory()).create(alias=release.shared, name="Blok", language="nl")
    add_plugin(block.placeholder, "PicturePlugin", "nl", picture=release.picture)
    assert is_asked(client.get(reverse("admin:djangocms_alias_alias_change", args=(release.shared.pk,))))


def test_the_start_names_nothing_under_embargo_that_its_user_worked_on(client, release):
    account = person("eva", "Eindredacteur")
    client.force_login(account)
    assert client.get("/beheer/").status_code == 200
    LogEntry.objects.log_actions(account.pk, [release.news_item], CHANGE, change_message="x", single_object=True)
    assert is_asked(client.get("/beheer/"))


def test_lists_ask_only_while_something_in_them_is_held_back(client, writer):
    assert client.get("/beheer/news/newsitem/").status_code == 200
    content = NewsContentFactory(title=SECRET)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(days=1), UserFactory())

    assert is_asked(client.get("/beheer/news/newsitem/"))
    assert client.get("/beheer/projects/project/").status_code == 200
    assert client.get("/beheer/documents/document/").status_code == 200


@pytest.mark.parametrize("address", ["/", "/nieuws/"])
def test_readers_are_asked_nothing(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert not [query for query in queries if re.search("otp_|auth_user|django_session", query["sql"])]


def test_where_nothing_is_held_back_a_screen_costs_two_queries_more(client, writer, settings):
    """Whether there is a device is asked where it matters alone; whether there is an embargo, in one query."""
    costs = {}
    for required in (False, True, True, False):
        settings.SECOND_FACTOR_REQUIRED = required
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/beheer/projects/project/").status_code == 200
        costs[required] = len(queries)
    assert costs[True] <= costs[False] + 1


def test_a_confirmation_holds_for_twelve_hours_and_no_longer(client, editor, monkeypatch):
    content = NewsContentFactory(created_by=editor)
    embargo = reverse("admin:news_newsitem_embargo", args=(content.news_item_id,))
    confirm(client, editor)
    assert client.get(embargo).status_code == 200

    session = client.session
    session.set_expiry(30 * 24 * 3600)  # however long the session lasts
    session.save()
    let_pass(monkeypatch, HOURS * 3600 - 60)
    assert client.get(embargo).status_code == 200
    let_pass(monkeypatch, 120)
    assert is_asked(client.get(embargo))
    confirm(client, editor)
    assert client.get(embargo).status_code == 200


def test_corrections_and_invitations_of_a_release_ask(client, editor, release):
    guest = {"name": "Bo", "email": "bo@example.org", "expires_at": timezone.now() + datetime.timedelta(hours=2)}
    invite(release.news_item, editor, **guest)
    assert is_asked(client.get(reverse("press-invitations", args=(release.news_item_id,))))
    assert is_asked(client.post(reverse("admin:news_correction_add"), {"wrong": "x"}))
    assert not Correction.objects.exists()


def test_another_browser_of_the_same_person_is_asked_again(client, editor):
    confirm(client, editor)
    other = PasswordClient()
    other.force_login(editor)
    embargo = reverse("admin:news_newsitem_embargo", args=(NewsContentFactory().news_item_id,))
    assert client.get(embargo).status_code == 200
    assert is_asked(other.get(embargo))
