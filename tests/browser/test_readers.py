"""What a reader gets: every template without an error of axe, nothing stored, nothing from elsewhere."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User

from accounts.letters import invitation, password_link

from . import axe
from .addresses import ADDRESSES
from .situations import SCREENS

pytest_plugins = "tests.browser.collected_site"

PUBLIC = [address for address in ADDRESSES if not address.staff]


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_axe_finds_no_error_on_any_template(collected_site, open_page, scheme, width):
    page = open_page(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800})
    found = {}
    for screen in SCREENS:
        screen.open(page, collected_site)
        if violations := axe.violations(page):
            found[screen.name] = violations

    assert found == {}


def test_a_reader_gets_no_cookie_no_script_and_nothing_from_another_host(collected_site, open_page):
    page = open_page()
    requests = []
    page.on("request", lambda request: requests.append(request))
    for address in PUBLIC:
        page.goto(collected_site + address.path)
        assert page.evaluate("document.scripts.length") == page.locator('script[type="application/ld+json"]').count()

    assert page.context.cookies() == []
    assert {urlsplit(request.url).netloc for request in requests} == {urlsplit(collected_site).netloc}
    assert not [request.url for request in requests if request.resource_type == "script"]


def test_every_link_on_the_site_leads_somewhere(demonstration, open_page):
    page = open_page()
    to_visit, seen = ["/"], set()
    while to_visit:
        path = to_visit.pop()
        seen.add(path)
        response = page.request.get(demonstration + path)
        assert response.status == 200, path
        if "text/html" not in response.headers["content-type"]:
            continue
        for link in re.findall(r'(?:href|src)="(/[^"#]*)"', response.text()):
            if link not in seen and link not in to_visit:
                to_visit.append(link)

    assert {"/organisaties/pom-limburg/", "/documenten/persbericht-lires/persbericht-lires.pdf"} <= seen


def test_the_keyboard_reaches_the_content_first(demonstration, open_page):
    page = open_page(demonstration)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_pages_to_log_in_ask_for_no_script_and_nothing_from_elsewhere(collected_site, open_page):
    page = open_page()
    requests = []
    page.on("request", lambda request: requests.append(request))
    for address in ADDRESSES:
        if address.staff:
            page.goto(collected_site + address.path)
            assert page.evaluate("document.scripts.length") == 0

    assert {request.resource_type for request in requests} <= {"document", "stylesheet", "image", "other"}
    assert {urlsplit(request.url).netloc for request in requests} == {urlsplit(collected_site).netloc}
    assert {cookie["name"] for cookie in page.context.cookies()} == {"csrftoken"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_error_in_a_form_with_errors(collected_site, open_page, scheme):
    page = open_page(collected_site + "/beheer/login/", bypass_csp=True, color_scheme=scheme)
    page.get_by_role("button").click()

    assert page.evaluate("document.activeElement.className") == "error-summary"
    assert axe.violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_username"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_error_in_a_mail(site, open_page, scheme):
    person = User.objects.create_user("an@example.org", "an@example.org", "een-lang-wachtwoord", first_name="An")
    page = open_page(color_scheme=scheme, viewport={"width": 360, "height": 800})
    for letter in (invitation(person, inviter=None), password_link(person)):
        page.set_content(letter.html)
        # A mail stands within the landmarks of the program that shows it.
        found = [words for words in axe.violations(page) if not words.startswith(("landmark-one-main:", "region:"))]
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
