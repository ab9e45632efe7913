"""What is typed into a form is offered again where it was not saved: after the session ended, for instance."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from news.models import NewsContent, Quotation
from organisations.models import Milestone, Person
from tests.browser.conftest import PASSWORD
from tests.factories import NewsContentFactory, UserFactory, version_of

KEPT = "() => Object.keys(sessionStorage).filter((key) => key.startsWith('fields-not-saved:')).length"


@pytest.fixture
def editor(log_in):
    page = log_in("Eindredacteur")
    page.set_default_timeout(15_000)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def offered(page):
    return page.locator(".unsaved-fields")


def log_in_again(page, name="eindredacteur"):
    page.wait_for_url("**/beheer/login/**")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")


def add_milestone(page, site):
    page.goto(f"{site}{reverse('admin:organisations_milestone_add')}")
    page.fill("[name=title]", "Een <b>begin</b>")
    page.fill("[name=text]", "Wat er gebeurde.\n\nEn wat volgde.")


def test_what_is_sent_after_the_session_ended_is_offered_after_the_login_and_saved(editor, site):
    content = NewsContentFactory(created_by=get_user_model().objects.get(username="eindredacteur"))
    editor.goto(f"{site}{reverse('admin:news_newsitem_change', args=(content.news_item_id,))}")
    editor.fill("[name=content__title]", "Net getypt")
    editor.locator("#quotations-group .add-row a").click()
    editor.fill("[name=quotations-0-text]", "Een sterk\nLimburg.")
    editor.fill("[name=quotations-0-speaker]", "Iemand")
    Session.objects.all().delete()
    editor.click("[name=_continue]")
    log_in_again(editor)

    expect(offered(editor)).to_contain_text("U had hier tekst die nog niet bewaard is.")
    assert editor.input_value("[name=content__title]") == content.title
    offered(editor).get_by_text("Terugzetten").click()
    expect(offered(editor)).to_have_count(0)
    assert editor.input_value("[name=content__title]") == "Net getypt"
    editor.click("[name=_continue]")
    editor.locator(".messagelist .success").wait_for()

    assert NewsContent.everything.get(pk=content.pk).title == "Net getypt"
    assert Quotation.objects.get(content=content).text.splitlines() == ["Een sterk", "Limburg."]
    expect(offered(editor)).to_have_count(0)
    assert editor.evaluate(KEPT) == 0


def test_what_was_not_even_sent_is_offered_and_can_be_thrown_away(editor, site):
    add_milestone(editor, site)
    editor.reload()
    expect(offered(editor)).to_be_visible()
    assert editor.input_value("[name=title]") == ""
    offered(editor).get_by_text("Weggooien").click()
    editor.reload()
    expect(offered(editor)).to_have_count(0)


def test_a_form_with_a_mistake_keeps_what_was_typed(editor, site):
    add_milestone(editor, site)
    editor.click("[name=_save]")
    editor.locator(".errornote").wait_for()
    expect(offered(editor)).to_have_count(0)
    editor.goto(f"{site}{reverse('admin:organisations_milestone_add')}")
    offered(editor).get_by_text("Terugzetten").click()
    assert editor.input_value("[name=text]") == "Wat er gebeurde.\n\nEn wat volgde."
    assert not Milestone.objects.exists()


def test_a_version_that_a_colleague_took_meanwhile_is_said_with_what_was_typed_to_copy(editor, site):
    content = NewsContentFactory(created_by=get_user_model().objects.get(username="eindredacteur"))
    screen = f"{site}{reverse('admin:news_newsitem_change', args=(content.news_item_id,))}"
    editor.goto(screen)
    editor.fill("[name=content__title]", "Net getypt")
    version = version_of(content)
    version.locked_by = UserFactory()
    version.save()
    editor.click("[name=_continue]")
    expect(editor.locator(".errornote")).to_contain_text("Er is niets opgeslagen.")
    assert editor.get_by_label("Titel").input_value() == "Net getypt"

    editor.click("#content a.button")
    offered(editor).get_by_text("Terugzetten").click()
    expect(offered(editor)).to_contain_text("Niet alles kon worden teruggezet.")
    assert offered(editor).get_by_label("Titel").input_value() == "Net getypt"


def test_what_a_colleague_removed_meanwhile_is_offered_at_the_start(editor, site):
    person = Person.objects.create(name="An Voorbeeld")
    editor.goto(f"{site}{reverse('admin:organisations_person_change', args=(person.pk,))}")
    editor.fill("[name=name]", "An Voorbeeld-Peeters")
    person.delete()
    editor.click("[name=_save]")
    editor.wait_for_url("**/beheer/")
    offered(editor).get_by_text("Bekijken en kopiëren").click()
    assert offered(editor).locator("textarea").input_value() == "An Voorbeeld-Peeters"


def test_nothing_of_it_is_there_after_logging_out_nor_for_somebody_else(editor, site, log_in):
    add_milestone(editor, site)
    assert editor.evaluate(KEPT) == 1
    editor.click("#logout-form button")
    editor.wait_for_url("**/beheer/logout/")
    assert editor.evaluate(KEPT) == 0

    editor.goto(f"{site}/beheer/login/")
    log_in_again(editor)
    add_milestone(editor, site)
    log_in("Redacteur")
    Session.objects.all().delete()
    editor.reload()
    log_in_again(editor, "redacteur")
    editor.goto(f"{site}/beheer/")
    assert editor.evaluate(KEPT) == 0


def test_no_password_is_kept(editor, site):
    editor.goto(f"{site}{reverse('admin:password_change')}")
    editor.fill("[name=old_password]", PASSWORD)
    editor.fill("[name=new_password1]", "heide-mijn-bloesem-maas")
    assert PASSWORD not in editor.evaluate("() => JSON.stringify(sessionStorage)")
    assert "bloesem" not in editor.evaluate("() => JSON.stringify(sessionStorage)")


def test_what_is_saved_with_a_warning_or_erased_is_not_offered(log_in, site):
    page = log_in("Beheerder")
    page.goto(f"{site}{reverse('admin:documents_document_add')}")
    page.fill("[name=content__title]", "Voorbeeld zonder bestand")
    page.fill("[name=content__date]", "06-02-2017")
    page.fill("[name=slug]", "voorbeeld")
    page.select_option("[name=content__type]", "advies")
    page.click("[name=_save]")
    page.locator(".messagelist .warning, .errornote").wait_for()
    assert page.locator(".errorlist").all_inner_texts() == []
    page.goto(f"{site}{reverse('admin:erasure_erasure_add')}")
    page.fill("[name=sought]", "Een naam die weg moet")
    page.goto(f"{site}{reverse('admin:index')}")

    expect(page.locator("#content")).to_be_visible()
    assert offered(page).count() == 0 and page.evaluate(KEPT) == 0
