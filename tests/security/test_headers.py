"""Headers and policies of every kind of answer, for readers and for staff."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from cms.api import add_plugin
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from limburg_site.security import SecurityHeadersMiddleware
from tests.factories import DocumentContentFactory, PictureFactory, UserFactory, add_file, cms_page, pdf_bytes

from .answers import has_security_headers, is_for_readers, is_for_staff, policy

pytestmark = pytest.mark.django_db

READERS_POLICY = {
    "default-src": ["'none'"],
    "img-src": ["'self'"],
    "style-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}


@pytest.fixture
def editor(client):
    """A client that is logged in as somebody who may do everything."""
    client.force_login(UserFactory(is_superuser=True))
    return client


def page(state="published"):
    content = cms_page("Pagina", slug="pagina", state=state)
    add_plugin(content.placeholders.get(slot="content"), "TextPlugin", "nl", body="<p>Tekst</p>")
    return content


def document():
    content = DocumentContentFactory(document__slug="advies")
    add_file(content, pdf_bytes(), "advies.pdf")
    content.versions.get().publish(UserFactory())
    return content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/pagina/", 200),
        ("/nieuws/", 200),
        ("/nieuws/feed/", 200),
        ("/sitemap.xml", 200),
        ("/robots.txt", 200),
        ("/nieuws", 301),
        ("/vroeger/", 301),
        ("/bestaat-niet/", 404),
        ("/static/bestaat-niet.css", 404),
        ("/beheer", 301),
        ("/nieuws/%00/", 400),
    ],
)
def test_readers_get_the_strict_policy_with_every_answer(client, path, status):
    page()
    Redirect.objects.create(site=Site.objects.get_current(), old_path="/vroeger/", new_path="/pagina/")
    for ask in (client.get, client.head):
        response = ask(path)
        assert response.status_code == status
        is_for_readers(response.headers)
        assert policy(response.headers) == READERS_POLICY
        assert not response.cookies


def test_a_refused_method_and_an_unknown_host_get_the_headers_too(client):
    for response in (client.post("/nieuws/"), client.options("/nieuws/"), client.get("/", headers={"host": "evil.be"})):
        is_for_readers(response.headers)


def test_a_page_that_did_not_change_keeps_its_policy(client):
    tag = client.get("/nieuws/")["ETag"]
    response = client.get("/nieuws/", headers={"if-none-match": tag})
    assert response.status_code == 304
    is_for_readers(response.headers)


@pytest.mark.parametrize("path", ["", "bestaat-niet/", "?a=%00", "/"])
def test_everything_below_beheer_has_the_policy_of_staff(client, path):
    is_for_staff(client.get(f"/beheer/{path}").headers)


@pytest.mark.parametrize(
    "path",
    [
        "login/",
        "wachtwoord-vergeten/",
        "wachtwoord-vergeten/verstuurd/",
        "wachtwoord-vergeten/klaar/",
        "uitnodiging/MQ/verlopen/",
    ],
)
def test_the_pages_to_log_in_have_the_policy_of_readers(client, path):
    response = client.get(f"/beheer/{path}")
    assert response.status_code == 200
    has_security_headers(response.headers)
    assert policy(response.headers) == READERS_POLICY
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cache-Control"] == "no-store"


def test_who_is_locked_out_or_logs_out_gets_the_policy_of_readers(client):
    for _ in range(5):
        locked_out = client.post("/beheer/login/", {"username": "niemand", "password": "fout"})
    client.force_login(UserFactory())
    logged_out = client.post("/beheer/logout/")
    assert (locked_out.status_code, logged_out.status_code) == (429, 200)
    for response in (locked_out, logged_out):
        assert policy(response.headers) == READERS_POLICY
        assert response["X-Frame-Options"] == "DENY"


def test_a_public_page_with_the_toolbar_has_the_policy_of_staff(editor):
    page()
    response = editor.get("/pagina/")
    assert 'id="cms-top"' in response.content.decode()
    is_for_staff(response.headers)
    assert policy(response.headers)["style-src"] == ["'self'", "'unsafe-inline'"]


def test_the_editor_may_frame_what_it_opens_whatever_the_page_says(editor):
    content = page()
    content.xframe_options = 1  # "deny", as an editor can choose in the page's settings
    content.save()
    assert editor.get("/pagina/")["X-Frame-Options"] == "SAMEORIGIN"


def test_no_setting_of_a_page_lets_another_site_frame_it(client):
    content = page()
    content.xframe_options = 3  # "allow"
    content.save()
    is_for_readers(client.get("/pagina/").headers)


def test_somebody_without_a_staff_account_is_a_reader(client):
    page()
    client.force_login(UserFactory(is_staff=False))
    is_for_readers(client.get("/pagina/").headers)


def test_old_browsers_can_show_a_pdf_in_place(client):
    document()
    first = client.get("/documenten/advies/advies.pdf")
    again = client.get("/documenten/advies/advies.pdf", headers={"if-none-match": first["ETag"]})
    part = client.get("/documenten/advies/advies.pdf", headers={"range": "bytes=0-9"})
    assert [answer.status_code for answer in (first, again, part)] == [200, 304, 206]
    for answer in (first, again, part):
        has_security_headers(answer.headers)
        assert policy(answer.headers)["object-src"] == ["'self'"]
        assert answer["X-Frame-Options"] == "DENY"
    assert "object-src" not in policy(client.get("/documenten/anders/anders.pdf").headers)


def test_a_picture_of_the_media_library_is_shown_to_staff_with_their_policy(editor):
    response = editor.get(PictureFactory().url)
    assert response.status_code == 200
    is_for_staff(response.headers)


def test_who_is_asking_costs_a_reader_no_query(client, django_assert_num_queries):
    page()
    with CaptureQueriesContext(connection) as asked:
        client.get("/pagina/")
    assert asked.captured_queries
    assert not [q["sql"] for q in asked.captured_queries if "django_session" in q["sql"] or "auth_user" in q["sql"]]
    with django_assert_num_queries(0):
        client.get("/nieuws//")


@pytest.mark.parametrize(
    ("sent", "received"), [(", Accept-Language, Cookie", "Accept-Language, Cookie"), (",", None), ("Cookie", "Cookie")]
)
def test_the_malformed_vary_of_the_cms_is_put_right(rf, sent, received):
    respond = SecurityHeadersMiddleware(lambda request: HttpResponse(headers={"Vary": sent}))
    assert respond(rf.get("/")).get("Vary") == received


def test_the_inline_scripts_that_filer_needs_for_a_new_folder_are_allowed_by_their_hash(editor):
    form = "/beheer/filer/folder/make_folder/"
    pages = [editor.get("/beheer/filer/folder/"), editor.get(form), editor.post(form, {"name": "Map", "_popup": "1"})]
    inline = set()
    for response in pages:
        html = response.content.decode()
        inline |= set(re.findall(r"<script type=\"text/javascript\">(.+?)</script>", html, re.S))
        inline |= set(re.findall(r"\sonclick=\"([^\"]*)\"", html))
    hashes = {f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in inline}
    assert len(hashes) == 3
    assert hashes <= set(policy(pages[0].headers)["script-src"])
