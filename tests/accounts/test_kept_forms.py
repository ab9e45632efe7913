"""What was typed survives the question: it is sent again after the code, or stays where it stands."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from lxml import html

from accounts.second_factor import kept_forms
from organisations.models import Person
from tests.accounts.people import code_of, person
from tests.clients import PasswordClient
from tests.factories import NewsContentFactory, bring_to, cms_page, image_bytes, press_picture, version_of
from tests.publication.test_frozen import picture_form

pytestmark = pytest.mark.django_db

STEP = reverse("second-factor")


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


def way_on(asked):
    """Where the question of the step, the answer `asked`, leads to."""
    return parse_qs(urlsplit(asked.url).query)["next"][0]


def send(client, page, **changed):
    """Send the form on `page` again, as a browser does."""
    action, values = form_on(page)
    assert html.fromstring(page.content).forms[0].get("enctype") == "multipart/form-data", "no longer than it was"
    return client.post(action, values | changed)


def form_on(page):
    """Where the form on `page` goes, and what a browser sends of it."""
    [form] = html.fromstring(page.content).forms
    values = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    values.pop("csrfmiddlewaretoken", None)
    return form.get("action"), values


def typed_of(values):
    """What was typed, with the line ends that the reader of the page makes of it."""
    return {name: value[0].replace("\r\n", "\n") for name, value in values.items() if name != kept_forms.FIELD}


def test_a_form_that_was_sent_is_there_again_after_the_code(client, editor):
    asked = client.post(f"{ADD}?_popup=0", TYPED, headers={"referer": "http://testserver/beheer/"})
    go_on = way_on(asked)
    assert asked.url == f"{STEP}?next={go_on}"
    assert not Person.objects.exists()

    assert confirm(client, go_on).url == go_on
    page = client.get(go_on)
    action, values = form_on(page)
    assert action == f"{ADD}?_popup=0"
    assert typed_of(values) == {name: value.replace("\r\n", "\n") for name, value in TYPED.items()}
    assert 'href="/beheer/"' in page.content.decode()

    send(client, page)
    assert Person.objects.get().name == TYPED["name"]
    assert client.get(go_on).url == "/beheer/", "once"


def test_two_tabs_keep_a_form_each(client, editor):
    first = way_on(client.post(ADD, TYPED | {"name": "Eén"}))
    second = way_on(client.post(ADD, TYPED | {"name": "Twee"}))
    confirm(client, second)
    send(client, client.get(second))
    send(client, client.get(first))
    assert set(Person.objects.values_list("name", flat=True)) == {"Eén", "Twee"}


def test_of_many_forms_the_oldest_goes(client, editor):
    ways = [way_on(client.post(ADD, TYPED | {"name": f"Nummer {number}"})) for number in range(kept_forms.MOST + 1)]
    assert [client.get(way).status_code for way in ways] == [302] + [200] * kept_forms.MOST


def test_the_same_form_sent_again_and_again_takes_no_room_of_others(client, editor):
    first = way_on(client.post(ADD, TYPED | {"name": "Eén"}))
    for _again in range(kept_forms.MOST):
        client.post(ADD, TYPED)
    assert client.get(first).status_code == 200


def test_what_is_refused_after_the_code_waits_on(client, editor):
    go_on = way_on(client.post(ADD, TYPED))
    confirm(client, go_on)
    page = client.get(go_on)
    editor.groups.clear()
    assert send(client, page).status_code == 403
    assert typed_of(form_on(client.get(go_on))[1])["name"] == TYPED["name"]


def sent_with_file(client):
    item = NewsContentFactory(state="published").news_item
    file = SimpleUploadedFile("brief.pdf", b"%PDF-1.4", content_type="application/pdf")
    address = reverse("admin:news_newsitem_change", args=(item.pk,))
    go_on = way_on(client.post(address, {"sites": ["1", "2"], "slug": "nieuw", "files-0-file": file}))
    confirm(client, go_on)
    return client.get(go_on)


def test_fields_of_many_values_are_kept(client, editor):
    _action, values = form_on(sent_with_file(client))
    assert (values["sites"], values["slug"]) == (["1", "2"], ["nieuw"])


def test_a_file_is_kept_and_is_saved_after_the_code(client, editor):
    shown = press_picture()
    upload = SimpleUploadedFile("ander.png", image_bytes(80, 60, color="#000000"), "image/png")
    address = reverse("admin:pictures_picture_change", args=(shown.pk,))
    go_on = way_on(client.post(address, picture_form(shown, file=upload)))
    confirm(client, go_on)
    page = client.get(go_on)
    assert "Kies het bestand" not in page.text
    assert send(client, page).status_code == 302
    shown.refresh_from_db()
    assert (shown.width, shown.height) == (80, 60)


def test_a_file_that_cannot_be_kept_is_asked_for_again(client, editor, settings):
    settings.UPLOADS_ROOT.write_text("no folder")
    assert "Kies het bestand brief.pdf opnieuw" in sent_with_file(client).text


def test_what_is_kept_is_of_one_session_and_lasts_as_long(client, editor):
    go_on = way_on(client.post(ADD, TYPED))
    other = PasswordClient()
    other.force_login(editor)
    assert other.get(go_on).url == "/beheer/"
    assert client.session.get_expiry_age() == 12 * 3600
    assert client.get(go_on).status_code == 200
    client.logout()
    client.force_login(editor)
    assert client.get(go_on).url == "/beheer/"


def test_as_much_is_kept_as_may_be_sent(client, editor, settings):
    long = "é " * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 3 - 1000)
    go_on = way_on(client.post(ADD, TYPED | {"note": long}))
    confirm(client, go_on)
    page = client.get(go_on)
    assert form_on(page)[1]["note"] == [long]
    assert send(client, page).status_code == 302
    assert Person.objects.get().name == TYPED["name"]


def test_together_they_take_no_more_room_than_one_may(client, editor, settings):
    long = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2)
    for number in range(3):
        client.post(ADD, TYPED | {"note": f"{number}{long}"})
    [form] = client.session[kept_forms.NAME].values()
    assert dict(form["fields"])["note"] == f"2{long}"


def test_a_password_is_typed_again(client, editor):
    go_on = way_on(client.post(ADD, TYPED | {"password1": "geheim"}))
    assert "geheim" not in client.get(go_on).text


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
    assert (action, typed_of(values)) == (address, {"title": "Anders"})


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
