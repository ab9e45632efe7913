"""Whoever makes things public confirms with a code that it is them."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from filer.models import Folder

from accounts.second_factor.devices import new_codes
from letters.sending import deliver_due
from news.embargo import put_under_embargo
from news.models import NewsContent
from pictures.models import Picture
from tests.accounts.people import ACCOUNTS, PASSWORD, code_of, open_mailed_link, person
from tests.clients import PasswordClient
from tests.factories import DocumentContentFactory, NewsContentFactory, press_picture

pytestmark = pytest.mark.django_db

STEP, SET_UP = reverse("second-factor"), reverse("second-factor-setup")


@pytest.fixture
def client(settings):
    settings.SECOND_FACTOR_REQUIRED = False
    return PasswordClient()


@pytest.fixture
def editor(client):
    account = person("eva", "Eindredacteur")
    client.force_login(account)
    return account


@pytest.fixture
def device(editor):
    return TOTPDevice.objects.create(user=editor, name="app")


def publish_url(content):
    return reverse("admin:djangocms_versioning_newscontentversion_publish", args=(content.versions.get().pk,))


def state(content):
    return content.versions.values_list("state", flat=True).get()


def confirm(client, code, following="/beheer/"):
    return client.post(STEP, {"code": code, "next": following})


def test_with_a_device_the_first_publication_of_a_session_asks_for_a_code(client, editor, device):
    first, second = NewsContentFactory(created_by=editor), NewsContentFactory(created_by=editor)
    back = "/beheer/djangocms_versioning/newscontentversion/?news_item=1"

    asked = client.post(publish_url(first), headers={"referer": f"http://testserver{back}"})
    assert asked.status_code == 302
    assert asked.url.startswith(f"{STEP}?next=")
    assert state(first) == "draft"
    assert "next" in client.get(asked.url).content.decode()

    before = client.session.session_key
    assert confirm(client, code_of(device), back).url == back
    assert client.session.session_key != before
    client.post(publish_url(first))
    client.post(publish_url(second))

    assert (state(first), state(second)) == ("published", "published")


def test_without_a_device_it_is_for_the_setting_to_say(client, editor, settings):
    first, second = NewsContentFactory(created_by=editor), NewsContentFactory(created_by=editor)
    client.post(publish_url(first))
    assert state(first) == "published"

    settings.SECOND_FACTOR_REQUIRED = True
    assert client.post(publish_url(second)).url.startswith(SET_UP)
    assert state(second) == "draft"


def test_an_app_is_registered_once_it_gave_a_right_code(client, editor):
    open_mailed_link(client, editor)
    page = client.get(SET_UP).content.decode()
    device = TOTPDevice.objects.get()
    assert "<svg" in page
    assert re.search(r"<code>[A-Z2-7 ]{30,}=*</code>", page)
    assert client.get(SET_UP).content.decode().partition("<svg")[2] != ""
    assert TOTPDevice.objects.count() == 1

    wrong = client.post(SET_UP, {"code": "000000"}).content.decode()
    assert "Deze code klopt niet." in wrong
    TOTPDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    done = client.post(SET_UP, {"code": code_of(device), "next": "/beheer/news/newsitem/"})

    codes = re.findall(r"<li><code>(\w{10})</code></li>", done.content.decode())
    assert len(set(codes)) == 10
    assert 'href="/beheer/news/newsitem/"' in done.content.decode()
    assert "no-store" in done["Cache-Control"]
    assert TOTPDevice.objects.get().confirmed
    content = NewsContentFactory(created_by=editor)
    client.post(publish_url(content))
    assert state(content) == "published"


def test_the_owner_gets_a_mail_at_each_change(client, editor, django_capture_on_commit_callbacks):
    open_mailed_link(client, editor)
    client.get(SET_UP)
    client.post(SET_UP, {"code": code_of(TOTPDevice.objects.get())})
    deliver_due()

    assert mail.outbox[-1].to == [editor.email]
    assert "Een nieuwe app maakt nu de codes" in mail.outbox[-1].body


def test_new_codes_on_paper_take_the_place_of_the_former_ones(client, editor, device):
    former = new_codes(editor)
    asked = client.post(SET_UP, {"new_codes": "1"})
    assert asked.url.startswith(STEP), "a session that was left open gets none"

    confirm(client, code_of(device))
    assert 'name="new_codes"' in client.get(SET_UP).content.decode()
    page = client.post(SET_UP, {"new_codes": "1"})
    deliver_due()

    shown = re.findall(r"<li><code>(\w{10})</code></li>", page.content.decode())
    assert len(set(shown)) == 10 and not set(shown) & set(former)
    assert set(StaticToken.objects.values_list("token", flat=True)) == set(shown)
    assert TOTPDevice.objects.filter(confirmed=True).get() == device
    assert "nieuwe codes op papier" in mail.outbox[-1].body


def test_who_has_no_device_gets_no_codes(client, editor):
    client.post(SET_UP, {"new_codes": "1"})
    assert not StaticToken.objects.exists()


def test_a_code_is_used_once(client, editor, device):
    code = code_of(device)
    assert confirm(client, code).status_code == 302
    client.force_login(editor)

    assert "Deze code klopt niet, of is al gebruikt." in confirm(client, code).content.decode()


def test_a_code_on_paper_works_once(client, editor, device):
    codes = new_codes(editor)
    assert confirm(client, codes[0].upper()).status_code == 302
    assert StaticToken.objects.count() == 9
    client.force_login(editor)

    assert confirm(client, codes[0]).status_code == 200


def test_guessing_is_slowed_down(client, editor, device):
    for _guess in range(3):
        confirm(client, "000000")

    refused = confirm(client, code_of(device))

    assert "Wacht een minuut" in refused.content.decode()


def test_a_session_that_was_left_open_replaces_nothing(client, editor, device):
    assert client.get(SET_UP).url == f"{STEP}?next={SET_UP}"
    assert client.post(SET_UP, {"code": "1"}).status_code == 302
    assert TOTPDevice.objects.get() == device


@pytest.mark.parametrize("next_", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_the_way_on_stays_on_this_site(client, editor, device, next_):
    assert confirm(client, code_of(device), next_).url == "/beheer/"


def test_screens_of_what_is_live_at_once_ask_before_anything_is_typed(client, editor, device):
    for address in (
        "/beheer/news/correction/add/",
        "/beheer/organisations/relation/add/",
        reverse("admin:news_newsitem_embargo", args=(NewsContentFactory().news_item_id,)),
    ):
        assert client.get(address).url.startswith(STEP), address
    assert client.get("/beheer/news/newsitem/add/").status_code == 200


def test_the_media_library_asks_before_it_changes_or_removes(client, editor, device):
    picture, folder = press_picture(), Folder.objects.create(name="Beelden")
    changing = [
        reverse(f"admin:{name}_{act}", args=(thing.pk,))
        for name, thing in (("pictures_picture", picture), ("filer_file", picture), ("filer_folder", folder))
        for act in ("change", "delete")
    ]
    for address in changing:
        assert client.get(address).url.startswith(STEP), address
    listing = reverse("admin:filer-directory_listing", args=(folder.pk,))
    chosen = {"action": "delete_files_or_folders", "_selected_action": [f"file-{picture.pk}"], "post": "yes"}
    assert client.post(listing, chosen).url.startswith(STEP)
    assert Picture.objects.filter(pk=picture.pk).exists()

    assert client.get(listing).status_code == 200
    assert client.get(reverse("admin:filer-directory_listing-make_root_folder")).status_code == 200


def test_who_writes_drafts_is_never_asked(client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    writer = person("wim", "Redacteur")
    client.force_login(writer)

    assert client.get("/beheer/news/newsitem/add/").status_code == 200
    assert client.post(publish_url(NewsContentFactory(created_by=writer))).status_code in (302, 403)
    assert NewsContent.everything.get().versions.get().state == "draft"


def embargoed_release():
    content = NewsContentFactory()
    document = DocumentContentFactory()
    content.attachments.create(document=document.document, position=1)
    put_under_embargo(content.news_item, timezone.now() + timedelta(days=1), content.versions.get().created_by)
    return content, document


def addresses_of(content, document):
    """Where staff see something of it: forms, the version in the editor, a comparison, the file."""
    version, file = content.versions.get(), document.files.first()
    return [
        reverse("admin:news_newsitem_change", args=(content.news_item_id,)),
        reverse("admin:documents_document_change", args=(document.document_id,)),
        reverse("admin:djangocms_versioning_newscontentversion_compare", args=(version.pk,)),
        get_object_preview_url(content),
        get_object_edit_url(content),
        *([file.get_staff_url()] if file else []),
    ]


def test_who_sees_an_embargo_confirms_who_they_are_also_who_only_writes(client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    release, writer = embargoed_release(), person("wim", "Redacteur")
    client.force_login(writer)

    for address in addresses_of(*release):
        assert client.get(address).headers.get("Location", "").startswith(SET_UP), address

    device = TOTPDevice.objects.create(user=writer, name="app")
    confirm(client, code_of(device))
    for address in addresses_of(*release):  # an editor of what another is writing leads to its preview
        answer = client.get(address)
        assert answer.status_code == 200 or "preview" in answer.url, address


def test_what_is_under_no_embargo_is_written_without_a_second_step(client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    content = NewsContentFactory()
    client.force_login(person("wim", "Redacteur"))

    assert client.get(reverse("admin:news_newsitem_change", args=(content.news_item_id,))).status_code == 200
    assert client.get(get_object_preview_url(content)).status_code == 200
    assert client.get("/beheer/news/newsitem/99999999999999999999/change/").status_code < 500


def test_a_script_of_the_editor_gets_a_sentence(client, editor, device):
    content = NewsContentFactory(created_by=editor)

    answer = client.post(publish_url(content), headers={"sec-fetch-dest": "empty"})

    assert (answer.status_code, state(content)) == (409, "draft")
    assert "Bevestig eerst" in answer.content.decode()


@pytest.mark.parametrize("address", [STEP, SET_UP])
def test_who_is_not_logged_in_is_sent_to_the_login_page(client, address):
    assert client.get(address).url.startswith("/beheer/login/")
    assert client.post(address, {"code": "1"}).url.startswith("/beheer/login/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_login_that_lapsed_leads_on_to_the_screen_that_was_asked_for(client, method):
    someone = person("els", "Eindredacteur", password=PASSWORD)
    device = TOTPDevice.objects.create(user=someone, name="app")
    wanted = "/beheer/news/correction/add/?news_item=1&_popup=1"

    login = getattr(client, method)(STEP, {"next": wanted, "code": "1"}).url
    following = parse_qs(urlsplit(login).query)["next"][0]
    step = client.post(login, {"username": someone.username, "password": PASSWORD, "next": following}).url

    assert urlsplit(step).path == STEP
    assert client.post(step, {"code": code_of(device)}).url == wanted


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_a_login_that_lapsed_leads_to_no_other_site(client, elsewhere):
    login = client.get(STEP, {"next": elsewhere}).url
    assert parse_qs(urlsplit(login).query)["next"] == [STEP]


def test_a_beheerder_takes_the_second_step_of_another_away(client, editor, device):
    boss = person("bea", "Beheerder")
    client.force_login(boss)
    client.post(ACCOUNTS, {"action": "take_second_step_away", "_selected_action": [editor.pk]})

    assert not TOTPDevice.objects.exists()
    assert LogEntry.objects.filter(user=boss, change_message__contains="tweede stap").exists()


def test_an_eindredacteur_takes_nobodys_second_step_away(client, editor, device):
    other = person("els", "Eindredacteur")
    client.force_login(other)
    client.post(ACCOUNTS, {"action": "take_second_step_away", "_selected_action": [editor.pk]})

    assert TOTPDevice.objects.exists()


def test_the_last_resort_is_a_command(editor, device, capsys):
    call_command("reset_second_factor", editor.username)
    assert not TOTPDevice.objects.exists()
    for name in (editor.username, "niemand"):
        with pytest.raises(CommandError):
            call_command("reset_second_factor", name)
