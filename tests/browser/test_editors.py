"""An editor's work, in the browser: draft, preview, publish, revert."""

import re

import pytest
from playwright.sync_api import expect

from news.models import NewsContent


def make_draft(page, site, title):
    page.goto(f"{site}/beheer/news/newsitem/add/")
    page.fill("[name=content__title]", title)
    page.fill("[name=content__lead]", "Wat er gebeurde, in een zin.")
    expect(page.locator("[name=slug]")).to_have_value(re.compile(r"^[a-z0-9-]+$"))
    page.click("[name=_save]")
    page.wait_for_url("**/beheer/news/newsitem/")


def open_editor(page, site, title):
    page.goto(f"{site}/beheer/news/newsitem/")
    page.locator("#result_list tr", has_text=title).locator("a.cms-action-view").click()
    page.wait_for_url("**/edit/**")


def add_quotation(page, text):
    """Through the structure board, as an editor adds any block."""
    page.locator(".cms-toolbar-item-cms-mode-switcher a").first.click()
    page.locator(".cms-submenu-add:visible").first.click()
    page.locator(".cms-modal .cms-submenu-item", has_text="Citaat").locator("a").click()
    form = page.frame_locator(".cms-modal iframe")
    form.locator("[name=text]").fill(text)
    form.locator("[name=speaker]").fill("Een spreker")
    page.locator(".cms-modal-buttons .cms-btn-action").click()
    expect(page.locator(".quotation")).to_contain_text(text)


def versions(page, site):
    item = NewsContent.everything.latest("pk").news_item_id
    page.goto(f"{site}/beheer/djangocms_versioning/newscontentversion/?news_item={item}")


def act(page, number, name):
    """Press the button `name` of version `number` in the list of versions."""
    row = page.locator("#result_list tbody tr").filter(has=page.locator(f".field-number:text-is('{number}')"))
    row.locator(f"a.cms-action-{name}").click()


def heading(page, url):
    page.goto(url)
    return page.locator("h1").inner_text()


@pytest.fixture
def reader(open_page):
    return open_page()


def test_a_draft_is_made_previewed_published_changed_and_reverted(site, log_in, reader):
    address = f"{site}/nieuws/een-nieuw-bericht/"

    writer = log_in("Redacteur")
    make_draft(writer, site, "Een nieuw bericht")
    open_editor(writer, site, "Een nieuw bericht")
    add_quotation(writer, "Samen sterk.")
    assert reader.goto(address).status == 404

    versions(writer, site)
    expect(writer.locator("a.cms-action-publish:not(.inactive)")).to_have_count(0)

    publisher = log_in("Eindredacteur")
    versions(publisher, site)
    act(publisher, 1, "publish")
    publisher.wait_for_url("**/een-nieuw-bericht/")
    assert heading(reader, address) == "Een nieuw bericht"
    expect(reader.locator(".quotation")).to_contain_text("Samen sterk.")

    versions(publisher, site)
    act(publisher, 1, "edit")
    publisher.wait_for_url("**/edit/**")
    item = NewsContent.everything.latest("pk").news_item_id
    publisher.goto(f"{site}/beheer/news/newsitem/{item}/change/")
    publisher.fill("[name=content__title]", "Een beter bericht")
    publisher.click("[name=_save]")
    publisher.wait_for_url("**/beheer/news/newsitem/")
    assert heading(reader, address) == "Een nieuw bericht"
    versions(publisher, site)
    act(publisher, 2, "publish")
    publisher.wait_for_url("**/een-nieuw-bericht/")
    assert heading(reader, address) == "Een beter bericht"

    versions(publisher, site)
    act(publisher, 1, "revert")
    publisher.locator("[type=submit], .btn-primary, .default").first.click()
    versions(publisher, site)
    act(publisher, 3, "publish")
    publisher.wait_for_url("**/een-nieuw-bericht/")
    assert heading(reader, address) == "Een nieuw bericht"
    expect(reader.locator(".quotation")).to_contain_text("Samen sterk.")


def test_a_lock_keeps_others_out_until_an_eindredacteur_breaks_it(site, log_in):
    writer, publisher = log_in("Redacteur"), log_in("Eindredacteur")
    make_draft(writer, site, "Op slot")

    item = NewsContent.everything.get().news_item_id
    publisher.goto(f"{site}/beheer/news/newsitem/{item}/change/")
    expect(publisher.locator("[name=content__title]")).to_have_count(0)

    versions(publisher, site)
    act(publisher, 1, "unlock")
    expect(publisher.locator("#content")).to_contain_text("werkt aan dit concept")
    publisher.locator("form:has([name=from]) button").click()
    publisher.wait_for_load_state()
    publisher.goto(f"{site}/beheer/news/newsitem/{item}/change/")
    expect(publisher.locator("[name=content__title]")).to_have_count(1)


def test_two_versions_are_compared_side_by_side(site, log_in):
    publisher = log_in("Eindredacteur")
    make_draft(publisher, site, "Eerste titel")
    versions(publisher, site)
    act(publisher, 1, "publish")
    versions(publisher, site)
    act(publisher, 1, "edit")
    publisher.wait_for_url("**/edit/**")
    versions(publisher, site)
    for box in publisher.locator("#result_list .action-select").all():
        box.check()
    publisher.select_option("[name=action]", "compare_versions")
    publisher.locator("#changelist-form .actions [type=submit]").click()
    publisher.wait_for_url("**/compare/**")
    frames = publisher.locator("iframe")
    expect(frames.first.content_frame.locator("h1")).to_have_text("Eerste titel")
