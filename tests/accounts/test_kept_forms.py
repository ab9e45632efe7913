"""What was typed survives the question: it is sent again after the code, or stays where it stands."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from lxml import html

from accounts.second_factor import kept_forms
from organisations.models import Person
from tests.accounts.people import code_of, let_pass, person
from tests.clients import PasswordClient
from tests.factories import NewsContentFactory, bring_to, cms_page, image_bytes, press_picture, version_of
from tests.publication.test_frozen import picture_form

pytestmark = pytest.mark.django_db

STEP, GO_ON = reverse("second-factor"), reverse("second-factor-go-on")


@pytest.fixture
def client():
    return PasswordClient()


ADD = reverse("admin:organisations_person_add")
TYPED = {"name": 'An "Voorbeeld" <b>', "note": "Eerste regel\r\n\r\nTweede", "_save": "Bewaren"}


@pytest.fixture
def editor(client):
    account = person("eva", "Eindredacteur")
    client.force_login(account)
    TOTPDevice.objects.create(user=account, name="app")
    return account


def confirm(client, following):
    return client.post(STEP, {"code": code_of(TOTPDevice.objects.get()), "next": following})


def form_on(page):
    """Where the form on `page` goes, and what a browser sends of it."""
    [form] = html.fromstring(page.content).forms
    values = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    values.pop("csrfmiddlewaretoken", None)
    return form.get("action"), values


def test_a_form_that_was_sent_is_there_again_after_the_code(client, editor):
    asked = client.post(f"{ADD}?_popup=0", TYPED, headers={"referer": "http://testserver/beheer/"})
    assert asked.url == f"{STEP}?next={GO_ON}"
    assert not Person.objects.exists()

    assert confirm(client, GO_ON).url == GO_ON
    page = client.get(GO_ON)
    action, values = form_on(page)
    assert action == f"{ADD}?_popup=0"
    assert {name: value[0].replace("\r\n", "\n") for name, value in values.items()} == {
        name: value.replace("\r\n", "\n") for name, value in TYPED.items()
    }
    assert 'href="/beheer/"' in page.content.decode()

    client.post(action, values)
    assert Person.objects.get().name == TYPED["name"]
    assert client.get(GO_ON).url == "/beheer/", "once"


def sent_with_file(client):
    item = NewsContentFactory(state="published").news_item
    file = SimpleUploadedFile("brief.pdf", b"%PDF-1.4", content_type="application/pdf")
    address = reverse("admin:news_newsitem_change", args=(item.pk,))
    client.post(address, {"sites": ["1", "2"], "slug": "nieuw", "files-0-file": file})
    confirm(client, GO_ON)
    return client.get(GO_ON)


def test_fields_of_many_values_are_kept(client, editor):
    _action, values = form_on(sent_with_file(client))
    assert (values["sites"], values["slug"]) == (["1", "2"], ["nieuw"])


def test_a_file_is_kept_and_is_saved_after_the_code(client, editor):
    shown = press_picture()
    upload = SimpleUploadedFile("ander.png", image_bytes(80, 60, color="#000000"), "image/png")
    client.post(reverse("admin:pictures_picture_change", args=(shown.pk,)), picture_form(shown, file=upload))
    confirm(client, GO_ON)
    page = client.get(GO_ON)
    assert "Kies het bestand" not in page.text
    action, values = form_on(page)
    assert client.post(action, values).status_code == 302
    shown.refresh_from_db()
    assert (shown.width, shown.height) == (80, 60)


def test_a_file_that_cannot_be_kept_is_asked_for_again(client, editor, settings):
    settings.UPLOADS_ROOT.write_text("no folder")
    text = sent_with_file(client).text
    assert "Kies het bestand brief.pdf opnieuw" in text
    assert 'enctype="multipart/form-data"' in text


def test_what_is_kept_is_of_one_session_and_of_one_hour(client, editor, monkeypatch):
    client.post(ADD, TYPED)
    other = PasswordClient()
    other.force_login(editor)
    assert other.get(GO_ON).url == "/beheer/"
    client.logout()
    client.force_login(editor)
    assert client.get(GO_ON).url == "/beheer/"

    client.post(ADD, TYPED)
    assert client.get(GO_ON).status_code == 200
    let_pass(monkeypatch, kept_forms.SECONDS + 1)
    assert client.get(GO_ON).url == "/beheer/"


def test_more_than_a_person_types_is_not_kept(client, editor):
    answer = client.post(
        ADD, {"name": "x" * (kept_forms.LONGEST + 1)}, headers={"referer": "http://testserver/beheer/"}
    )
    assert answer.url == f"{STEP}?next=/beheer/"
    assert client.get(GO_ON).url == "/beheer/"


def test_a_form_in_the_cms_s_box_goes_on_from_there(client, editor):
    page = cms_page("Bekend", slug="bekend", state="published")
    address = reverse("admin:cms_pagecontent_change", args=(page.pk,))
    box = {"sec-fetch-dest": "iframe"}
    for answer in (client.get(address, headers=box), client.post(address, {"title": "Anders"}, headers=box)):
        text = answer.content.decode()
        assert answer.status_code == 200
        assert answer["X-Frame-Options"] == "SAMEORIGIN", "the box shows it"
        assert f'href="{STEP}" target="_blank"' in text
    action, values = form_on(answer)
    assert (action, values) == (address, {"title": ["Anders"]})


def test_a_script_keeps_its_window_open(client, editor):
    """The editor of texts, the tree of pages: a sentence and where to go, and the text stays where it is."""
    content = NewsContentFactory()
    bring_to("published", version_of(content))
    address = reverse("admin:djangocms_versioning_newscontentversion_unpublish", args=(version_of(content).pk,))
    for headers in ({"sec-fetch-dest": "empty"}, {"x-requested-with": "XMLHttpRequest"}):
        answer = client.post(address, {"x": "1"}, headers=headers)
        assert (answer.status_code, answer["Content-Type"]) == (409, "text/plain; charset=utf-8")
        assert STEP in answer.content.decode()
        assert "Bevestig eerst dat u het bent" in answer.content.decode()
