"""A name goes from all that the database and the disk hold, and from a database that is restored."""

import io
import json
import os
import time
from contextlib import closing

import pytest
from axes.models import AccessAttempt
from cms.api import add_plugin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.redirects.models import Redirect
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from pptx import Presentation

from accounts.second_factor import kept_forms
from erasure.columns import is_json, tables
from erasure.models import Erasure
from news.models import Correction, NewsContent, Photo, Quotation
from organisations.models import Person
from pictures.cards import Card, card_file
from pictures.derivatives import nearest
from pictures.models import Picture
from press.models import Access, Invitation
from tests.accounts.people import code_of
from tests.clients import PasswordClient
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    PersonMembershipFactory,
    PictureFactory,
    add_file,
    cms_page,
    image_bytes,
    plan,
    pptx_bytes,
    printed_pdf_bytes,
)

from .looking import backed_up, files_of_tables, files_with, restore, words_in_database

pytestmark = pytest.mark.django_db(transaction=True)

NAME, SLUG, NEEDLE = "Renée Voorbeeldaerts", "renee-voorbeeldaerts", "voorbeeldaerts"
SCREEN = reverse("admin:erasure_erasure_add")
# What the machinery reads: keys of files, numbers, checksums.
MACHINES = {
    "file",
    "preview",
    "template",
    "username",
    "path",
    "checksum",
    "sha1",
    "subject_location",
    "copied",
    "copied_sha1",
    "digest",
}


def form(**fields):
    return {"kind": "name", "sought": NAME, "ground": "privacy"} | fields


def erase(client, **fields):
    """Look first, then confirm all that is shown."""
    page = client.post(SCREEN, form(**fields))
    chosen = [option.value for option in page.context["found"]["options"]]
    sent = form(**fields, confirmed="1", chosen=chosen)
    asked = client.post(SCREEN, sent)
    if asked.status_code == 302:
        return asked
    # A plan lapses through it: the person goes on.
    return client.post(SCREEN, sent | {asked.context["field"]: asked.context["keys"]})


@pytest.fixture
def item(keeper, settings):
    """A person whose name stands wherever a name can stand."""
    settings.DATA_DIR = settings.MEDIA_ROOT.parent
    picture = PictureFactory(
        original_filename=f"{SLUG}.png",
        file=ContentFile(image_bytes(), name=f"{SLUG}.png"),
        default_alt_text=NAME,
        who_and_where=f"{NAME} in Genk",
        credit=NAME,
    )
    content = NewsContentFactory(
        news_item__slug=f"{SLUG}-benoemd", title=f"{NAME} benoemd", lead=f"{NAME} werd benoemd.", picture=picture
    )
    address = '<a href="mailto:renee.voorbeeldaerts@example.org">x</a>'
    body = f"<p>Dag Ren&eacute;e <strong>Voor</strong>beeldaerts! {address}</p>"
    add_plugin(content.placeholders.get_or_create(slot="body")[0], "TextPlugin", "nl", body=body)
    Quotation.objects.create(content=content, text="Ja.", speaker=NAME)
    Photo.objects.create(content=content, picture=picture)
    content.versions.get().publish(keeper)
    content.versions.get().copy(keeper)
    Correction.objects.create(news_item=content.news_item, kind="fault", wrong=f"{NAME}s", right=NAME)
    Access.objects.create(
        invitation=Invitation.objects.create(
            news_item=content.news_item,
            name=NAME,
            email="renee.voorbeeldaerts@example.org",
            token_hash="0" * 64,
            expires_at="2030-01-01T00:00Z",
        ),
        kind="file",
        subject=f"{SLUG}.pdf",
    )
    member = Person.objects.create(name=NAME)
    member.save()
    PersonMembershipFactory(person=member)
    page = cms_page(f"Over {NAME}", slug=SLUG)
    Redirect.objects.create(site=Site.objects.get_current(), old_path=f"/over/{SLUG}/", new_path="/")
    message = json.dumps([{"changed": {"name": "persoon", "object": NAME}}])
    LogEntry.objects.create(user=keeper, object_repr=NAME, action_flag=CHANGE, change_message=message)
    AccessAttempt.objects.create(username=SLUG, ip_address="::1", user_agent="x", failures_since_start=1)
    session = SessionStore()
    session["form"] = {"name": NAME}
    session.save()
    document = DocumentContentFactory(document__slug="verslag", state="draft")
    add_file(document, printed_pdf_bytes(f"Voorzitter: {NAME}"), "x.pdf")
    fill_every_text()
    plan(page, minutes=60)
    for copy in (nearest(picture, 320, "jpg").path, card_file(Card(site="x", title=NAME, picture=picture))):
        assert copy.exists()
    assert picture.thumbnails
    letters = settings.DATA_DIR / "mail"
    letters.mkdir()
    (letters / "1.log").write_text(f"Dag {NAME}")
    log = settings.DATA_DIR / "log"
    log.mkdir(exist_ok=True)
    (log / "errors-2026-11-01.log").write_bytes(f"ERROR één\nERROR Key (name)=({NAME})\n".encode() + b"\xff")
    (settings.DATA_DIR / "passing.json").write_text(json.dumps({"name": NAME}))
    thrown = settings.TRASH_ROOT / "2026-11-01T00.00.00.000000Z" / "documents" / "ab"
    thrown.mkdir(parents=True)
    (thrown / "x.pdf").write_bytes(printed_pdf_bytes(f"Verslag: {NAME}"))
    (thrown / "x.pptx").write_bytes(with_title(NAME))
    (thrown / "other.pptx").write_bytes(pptx_bytes())
    return content.news_item


def with_title(title):
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = title
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def fill_every_text():
    """Put the name into each text of one row of each table that has rows, as far as it fits."""
    for table in tables():
        for key, row in list(table.rows())[-1:]:
            for field in row:
                label = field.model._meta.label
                if label.startswith(("erasure.", "easy_thumbnails.", "djangocms_versioning.", "cms.PlaceholderR")):
                    continue
                if field.name in MACHINES:
                    continue
                long_enough = (field.max_length or 999) > len(NAME) + 8
                if is_json(field):
                    table.write(field, key, json.dumps({"lines": ["Dag Renée", "Voorbeeldaerts"]}))
                elif long_enough and "slug" in field.name.lower() + type(field).__name__.lower():
                    table.write(field, key, SLUG)
                elif long_enough:
                    table.write(field, key, f"Dag {NAME}")


def places(settings):
    return [path for path in settings.DATA_DIR.iterdir() if path.is_dir()]


def test_a_name_goes_from_every_row_and_every_byte(client, item, settings):
    assert words_in_database(NEEDLE) and files_with(NEEDLE, *places(settings))

    assert erase(client).status_code == 302

    assert words_in_database(NEEDLE) == []
    assert files_with(NEEDLE, *places(settings)) == []
    assert not any(NAME in str(session.get_decoded()) for session in Session.objects.all())
    thrown = {path.name for path in settings.TRASH_ROOT.rglob("*") if path.is_file()}
    assert thrown == {"other.pptx"}, "what does not name anybody stays"
    assert Erasure.objects.filter(finished=False).count() == 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="of SQLite the whole file is looked at")
def test_every_table_with_words_is_written_anew_without_what_its_rows_said_before(client, item):
    before = files_of_tables()
    erase(client)
    after = files_of_tables()

    assert {table.name for table in tables() if before[table.name] == after[table.name]} == set()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one lock, which the erasure has")
def test_a_table_that_somebody_uses_is_told_and_done_by_the_next_start(client, item):
    before = files_of_tables()["news_quotation"]
    with closing(connection.copy()) as other, other.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT * FROM news_quotation")
        assert erase(client).status_code == 302
        assert words_in_database(NEEDLE) == []
        assert files_of_tables()["news_quotation"] == before
        assert Erasure.objects.filter(finished=False).exists()

    call_command("repeat_erasures")
    assert files_of_tables()["news_quotation"] != before
    assert not Erasure.objects.filter(finished=False).exists()


def test_a_log_goes_on_without_the_name_and_what_was_passing_goes(client, item, settings):
    erase(client)

    log = settings.DATA_DIR / "log" / "errors-2026-11-01.log"
    assert log.read_bytes() == "ERROR één\nERROR Key (name)=([verwijderd])\n".encode() + b"\xff"
    assert not (settings.DATA_DIR / "passing.json").exists()


def test_every_upload_that_waits_in_a_form_goes_whatever_it_is_packed_in(client, item, settings):
    waiting = settings.UPLOADS_ROOT
    waiting.mkdir(exist_ok=True)
    (waiting / "0123").write_bytes(with_title(NAME))
    (waiting / "4567").write_bytes(printed_pdf_bytes(f"Verslag: {NAME}"))
    erase(client)

    assert list(waiting.iterdir()) == []


def test_who_erases_stays_signed_in_and_the_form_of_before_the_code_is_forgotten(client, item):
    session = client.session
    form = {"address": "/beheer/", "fields": [["sought", NAME]], "files": [], "back": ""}
    session[kept_forms.NAME] = {"token": form}
    session.save()

    assert erase(client).status_code == 302
    assert client.get(reverse("admin:erasure_erasure_changelist")).status_code == 200
    assert kept_forms.NAME not in client.session


def test_a_form_that_is_sent_again_after_the_code_erases_and_signs_nobody_out(item, keeper):
    device = TOTPDevice.objects.create(user=keeper, name="app")
    client = PasswordClient()
    client.force_login(keeper)
    sent = form(confirmed="1", sought=f"Els {NAME}")
    client.post(SCREEN, sent)
    client.post(reverse("second-factor"), {"code": code_of(device)})
    [kept] = client.session[kept_forms.NAME].values()
    assert kept["address"] == SCREEN

    assert client.post(SCREEN, sent).status_code == 302
    assert client.get(reverse("admin:erasure_erasure_changelist")).status_code == 200


def test_a_copy_that_is_being_made_meanwhile_is_finished(client, item, settings):
    making = settings.MEDIA_ROOT / "derivatives" / "ab" / "cd" / ".copy-now"
    left = making.with_name(".copy-left-by-a-crash")
    making.parent.mkdir(parents=True)
    for path in (making, left):
        path.write_bytes(b"half")
    os.utime(left, (time.time() - 3700,) * 2)
    erase(client)

    assert making.exists() and not left.exists()


def test_a_database_that_is_restored_loses_the_name_again(client, item, settings):
    kept = backed_up()
    erase(client)
    restore(kept)
    assert words_in_database(NEEDLE)

    call_command("repeat_erasures")

    assert words_in_database(NEEDLE) == []
    assert files_with(NEEDLE, *places(settings)) == []
    assert Erasure.objects.filter(finished=True).exists()


def test_readers_see_that_something_was_removed(client, item):
    erase(client)
    item.refresh_from_db()
    content = NewsContent.objects.get(news_item=item)

    page = client.get(content.get_absolute_url()).content.decode()

    assert "[verwijderd] benoemd" in page
    assert NEEDLE not in page
    assert client.get(f"/nieuws/{SLUG}-benoemd/").status_code == 404


def test_the_picture_keeps_its_bytes_under_another_name(client, item, settings):
    before = Picture.objects.get()
    bytes_ = before.file.read()
    erase(client)
    after = Picture.objects.get()

    assert after.file.name.endswith("/verwijderd.png") and after.file.read() == bytes_
    assert nearest(after, 320, "jpg").path.exists()


def test_the_list_holds_no_name_and_its_owner_alone_may_read_it(client, item, settings):
    erase(client)
    written = settings.ERASURES_ROOT / "list.jsonl"

    assert NEEDLE not in written.read_text().lower()
    assert {path.stat().st_mode & 0o777 for path in settings.ERASURES_ROOT.iterdir()} == {0o600}


def test_the_log_says_who_erased_something_when_and_why_and_not_what(client, item, keeper):
    erase(client)
    entry = LogEntry.objects.filter(content_type__model="erasure").first()

    assert entry.user == keeper
    assert "privacywet" in entry.object_repr
    assert NEEDLE not in f"{entry.object_repr} {entry.change_message}".lower()


def test_who_does_not_go_on_when_a_plan_would_lapse_erases_nothing(client, item, settings):
    asked = client.post(SCREEN, form(confirmed="1"))

    assert "vervalt de planning" in asked.content.decode()
    assert words_in_database(NEEDLE) and not Erasure.objects.exists()
    assert not (settings.ERASURES_ROOT / "list.jsonl").exists()


def test_first_is_shown_what_would_go_and_nothing_is_done(client, item):
    page = client.post(SCREEN, form()).content.decode()

    assert "Renée Voorbeeldaerts benoemd" in page.replace("“", "").replace("[", "")
    assert not Erasure.objects.exists()
    assert NewsContent.everything.filter(title__contains=NAME).exists()
