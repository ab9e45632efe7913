"""What a reader gets: every template without an error of axe, nothing stored, nothing from elsewhere."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

PATHS = [
    "/",
    "/organisaties/",
    "/organisaties/ersv-limburg/",
    "/nieuws/",
    "/nieuws/2017/",
    "/nieuws/lires-startmoment/",
    "/documenten/",
    "/documenten/presentatie-lires/",
    "/gemeenten/",
    "/gemeenten/?naam=opglabbeek",
    "/gemeenten/?naam=x",
    "/gemeenten/oudsbergen/",
    "/gemeenten/streek/noord-limburg/",
    "/geschiedenis/",
    "/contact/",
    "/toegankelijkheid/",
    "/privacy/",
    "/bestaat-niet/",
    "/beheer/login/",
    "/beheer/wachtwoord-vergeten/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_error_on_any_template(demonstration, open_page, scheme):
    page = open_page(bypass_csp=True, color_scheme=scheme)
    found = {}
    for path in PATHS:
        page.goto(demonstration + path)
        results = Axe().run(page)
        violations = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}" for v in results.response["violations"]]
        if violations:
            found[path] = violations

    assert not found


def test_a_reader_gets_no_cookie_no_script_and_nothing_from_another_host(demonstration, open_page):
    page = open_page()
    requests = []
    page.on("request", lambda request: requests.append(request))
    for path in PATHS[:-2]:
        page.goto(demonstration + path)
        assert page.evaluate("document.scripts.length") == page.locator('script[type="application/ld+json"]').count()

    assert page.context.cookies() == []
    assert {urlsplit(request.url).netloc for request in requests} == {urlsplit(demonstration).netloc}
    assert not [request.url for request in requests if request.resource_type == "script"]


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(demonstration, open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    for path in PATHS[:-2]:
        page.goto(demonstration + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


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
