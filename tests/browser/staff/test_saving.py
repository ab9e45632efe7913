"""What an editor sees of each save of a text on the page: when it was saved, or loudly that it was not."""

import os
import re

import pytest
from cms.api import add_plugin
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse
from djangocms_text.models import Text
from playwright.sync_api import expect

from publication.models import PublicationSchedule
from tests.clients import SiteClient
from tests.factories import NewsContentFactory, UserFactory, plan, version_of

TYPED = " en meer"


@pytest.fixture
def writing(site, log_in):
    """The page of an item on which an editor has just opened its text, and the text."""
    page = log_in("Eindredacteur", permissions=["clipboard-read", "clipboard-write"])
    page.set_default_timeout(15_000)
    page.on("dialog", lambda dialog: dialog.accept())
    content = NewsContentFactory(created_by=get_user_model().objects.get(username="eindredacteur"))
    text = add_plugin(content.body, "TextPlugin", "nl", body="<p>De streek</p>")
    page.goto(f"{site}{get_object_edit_url(content)}")
    page.locator(".tiptap").wait_for()
    page.content, page.text = content, text
    return page


def type_and_leave(page):
    page.locator(".tiptap p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(TYPED)
    page.locator("h1").first.click()


def body_of(page):
    return Text.objects.get(pk=page.text.pk).body


def alert(page):
    return page.locator(".saving-said[role=alert]")


def test_each_save_says_when(writing):
    type_and_leave(writing)

    expect(writing.locator(".saving-said[role=status]")).to_have_text(re.compile(r"^Bewaard om \d{1,2}\.\d\d uur$"))
    assert body_of(writing) == "<p>De streek en meer</p>"
    expect(alert(writing)).to_be_hidden()


def take_over(version, colleague):
    client = SiteClient()
    client.force_login(colleague)
    client.post(
        reverse("admin:djangocms_versioning_newscontentversion_unlock", args=(version.pk,)),
        {"from": version.locked_by_id},
    )


def test_a_draft_taken_over_is_said_with_the_name_and_the_text_stays(writing):
    take_over(version_of(writing.content), UserFactory(first_name="An", last_name="Voorbeeld", roles=["Eindredacteur"]))
    type_and_leave(writing)

    expect(alert(writing)).to_contain_text("Niet bewaard: An Voorbeeld heeft dit concept overgenomen.")
    expect(writing.locator(".tiptap")).to_have_text("De streek en meer")
    alert(writing).get_by_text("Tekst kopiëren").click()
    assert writing.evaluate("navigator.clipboard.readText()") == "De streek en meer"
    assert body_of(writing) == "<p>De streek</p>"


def test_a_session_that_ended_leads_to_a_new_login_and_the_text_is_saved_then(writing, site):
    Session.objects.all().delete()
    type_and_leave(writing)

    expect(alert(writing)).to_contain_text("u bent afgemeld")
    expect(writing.locator(".tiptap")).to_have_text("De streek en meer")
    log_in_in_a_new_tab(writing)
    alert(writing).get_by_text("Opnieuw proberen").click()

    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    expect(alert(writing)).to_be_hidden()
    assert body_of(writing) == "<p>De streek en meer</p>"


def log_in_in_a_new_tab(page):
    from tests.browser.conftest import PASSWORD

    with page.context.expect_page() as opened:
        alert(page).get_by_text("Aanmelden in een nieuw tabblad").click()
    tab = opened.value
    tab.fill("[name=username]", "eindredacteur")
    tab.fill("[name=password]", PASSWORD)
    tab.press("[name=password]", "Enter")
    tab.wait_for_url("**/beheer/")
    tab.close()


def test_a_long_text_after_the_session_ended_leads_to_a_new_login_as_well(writing):
    body = f"<p>De streek</p><p>{'woord ' * 12_000}</p>"
    Text.objects.filter(pk=writing.text.pk).update(body=body)
    writing.reload()
    writing.locator(".tiptap").wait_for()
    Session.objects.all().delete()
    type_and_leave(writing)

    expect(alert(writing)).to_contain_text("u bent afgemeld")
    log_in_in_a_new_tab(writing)
    alert(writing).get_by_text("Opnieuw proberen").click()
    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    assert body_of(writing).startswith("<p>De streek en meer</p>")


FILL = """() => {
  for (let size = 8_000_000; size >= 1; size = Math.floor(size / 2)) {
    try { sessionStorage.setItem(`full-${size}`, "x".repeat(size)); } catch { /* half of it then */ }
  }
}"""


def test_a_browser_without_room_to_keep_the_text_saves_it_all_the_same(writing):
    writing.evaluate(FILL)
    type_and_leave(writing)

    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    assert body_of(writing) == "<p>De streek en meer</p>"


def is_planned(page):
    return PublicationSchedule.objects.filter(version=version_of(page.content), state="pending").exists()


def test_a_text_of_a_planned_draft_says_what_lapses_and_the_way_on(writing):
    plan(writing.content, minutes=60)
    type_and_leave(writing)

    expect(alert(writing)).to_contain_text("Door deze wijziging vervalt de planning")
    assert body_of(writing) == "<p>De streek</p>"
    with writing.context.expect_page() as opened:
        alert(writing).get_by_text("Toch wijzigen").click()
    opened.value.locator("#content form button").click()
    opened.value.locator(".messagelist .success").wait_for()
    opened.value.close()
    alert(writing).get_by_text("Opnieuw proberen").click()

    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    assert body_of(writing) == "<p>De streek en meer</p>" and is_planned(writing)


def test_what_was_not_saved_is_offered_after_a_reload(writing):
    Session.objects.all().delete()
    type_and_leave(writing)
    expect(alert(writing)).to_be_visible()
    log_in_in_a_new_tab(writing)
    writing.reload()

    expect(alert(writing)).to_contain_text(re.compile(r"Wat u om \d{1,2}\.\d\d uur schreef, is niet bewaard\."))
    alert(writing).get_by_text("Terugzetten").click()

    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    assert body_of(writing) == "<p>De streek en meer</p>"


@pytest.fixture
def broken(writing):
    """What goes wrong between the editor and the database, by name: a pair of functions that break it and mend it."""
    group = Group.objects.get(name="Eindredacteur")
    table = Text._meta.db_table
    return {
        "away": (lambda: writing.context.set_offline(True), lambda: writing.context.set_offline(False)),
        "fault": (lambda: rename(table, "elsewhere"), lambda: rename("elsewhere", table)),
        "no rights": (lambda: group.user_set.clear(), lambda: group.user_set.set(get_user_model().objects.all())),
    }


def rename(old, new):
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE "{old}" RENAME TO "{new}"')


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("away", "de website antwoordt niet"),
        ("fault", "er liep iets fout op de website"),
        ("no rights", "u kunt dit nu niet wijzigen"),
    ],
)
def test_whatever_goes_wrong_is_said_and_stays_until_it_is_saved(writing, broken, what, said):
    break_it, mend_it = broken[what]
    break_it()
    try:
        type_and_leave(writing)
        expect(alert(writing)).to_contain_text(said)
        if folder := os.environ.get("SHOTS"):
            writing.screenshot(path=f"{folder}/saving_{what}.png")
        writing.wait_for_timeout(6000)  # messages of the CMS are gone by then
        expect(alert(writing)).to_contain_text(said)
    finally:
        mend_it()
    alert(writing).get_by_text("Opnieuw proberen").click()
    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    assert body_of(writing) == "<p>De streek en meer</p>"


def open_in_box(page):
    page.locator(".tiptap p").first.click()
    url = page.locator(".cms-editor-inline-wrapper").first.get_attribute("data-cms-edit-url")
    page.evaluate("url => new CMS.Modal({onClose: false}).open({url: CMS.API.Helpers.updateUrlWithPath(url)})", url)
    frame = page.locator(".cms-modal iframe").element_handle().content_frame()
    frame.locator(".tiptap").wait_for()
    page.wait_for_timeout(800)
    return frame


def write_in_box(page, frame):
    frame.locator(".tiptap p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(TYPED)
    page.locator(".cms-modal-buttons .cms-btn-action").first.click()


def test_the_box_says_it_as_well_and_offers_the_text_again(writing):
    frame = open_in_box(writing)
    Session.objects.all().delete()
    write_in_box(writing, frame)

    expect(alert(writing)).to_contain_text("u bent afgemeld")
    log_in_in_a_new_tab(writing)
    alert(writing).get_by_text("Opnieuw proberen").click()
    expect(alert(writing)).to_contain_text("is niet bewaard")
    alert(writing).get_by_text("Terugzetten").click()
    frame = writing.locator(".cms-modal iframe").element_handle().content_frame()
    expect(frame.locator(".tiptap")).to_have_text("De streek en meer")
    writing.locator(".cms-modal-buttons .cms-btn-action").first.click()

    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    assert body_of(writing) == "<p>De streek en meer</p>"


def test_a_question_in_the_box_is_no_fault_and_the_text_outlives_it(writing):
    plan(writing.content, minutes=60)
    write_in_box(writing, open_in_box(writing))
    box = writing.frame_locator(".cms-modal iframe")
    expect(box.locator("#content")).to_contain_text("Door deze wijziging vervalt de planning")
    writing.wait_for_timeout(600)
    expect(alert(writing)).to_be_hidden()

    box.get_by_text("Niet bewaren").click()
    expect(alert(writing)).to_contain_text("is niet bewaard")
    alert(writing).get_by_text("Terugzetten").click()
    expect(box.locator(".tiptap")).to_have_text("De streek en meer")
    writing.locator(".cms-modal-buttons .cms-btn-action").first.click()
    expect(box.locator("#content")).to_contain_text("Door deze wijziging vervalt de planning")
    box.get_by_text("opnieuw inplannen").click()

    expect(writing.locator(".saving-said[role=status]")).to_contain_text("Bewaard om")
    expect(alert(writing)).to_be_hidden()
    assert body_of(writing) == "<p>De streek en meer</p>" and is_planned(writing)
