import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse
from lxml import html

from tests.clients import SiteClient

from .people import LOGIN, PASSWORD, is_logged_in, log_in, person

pytestmark = pytest.mark.django_db


def test_the_login_page_is_dutch_and_leads_to_a_forgotten_password(client):
    page = client.get(LOGIN)
    assert "Aanmelden" in page.content.decode()
    assert "E-mailadres of gebruikersnaam" in page.content.decode()
    assert "Wachtwoord vergeten?" in page.content.decode()
    assert f'href="{reverse("admin_password_reset")}"' in page.content.decode()


@pytest.mark.parametrize("name", ["an@example.org", "An@Example.ORG", " an@example.org "])
def test_an_invited_person_logs_in_however_the_address_is_typed(client, name):
    person("an", "Redacteur", password=PASSWORD)
    assert log_in(client, name).status_code == 302
    assert is_logged_in(client)


def test_a_password_is_kept_as_argon2_hash_and_an_older_hash_is_renewed_at_login(client, settings):
    person("an", "Redacteur", password=PASSWORD)  # MD5, as all tests are in a hurry
    settings.PASSWORD_HASHERS = [*settings.PASSWORD_HASHERS[1:], settings.PASSWORD_HASHERS[0]]
    log_in(client, "an@example.org")
    assert is_logged_in(client)
    assert User.objects.get().password.startswith("argon2$argon2id$")


def test_a_wrong_password_gets_a_dutch_sentence(client):
    person("an", "Redacteur", password=PASSWORD)
    assert "kennen we niet" in log_in(client, "an@example.org", "fout").content.decode()


def main(response):
    (main,) = html.fromstring(response.content.decode()).xpath("//main")
    return main


def test_what_is_wrong_stands_first_and_is_tied_to_its_field(client):
    response = log_in(client, "", "")
    page = main(response)
    assert "<title>Fout: Aanmelden" in response.content.decode()
    first = page[0]
    assert first.get("role") == "alert" and first.get("tabindex") == "-1" and "autofocus" in first.attrib
    assert len(page.xpath("//*[@autofocus]")) == 1
    for name in ("username", "password"):
        field = page.get_element_by_id(f"id_{name}")
        assert field.get("aria-invalid") == "true"
        assert "Dit veld is verplicht" in page.get_element_by_id(field.get("aria-describedby")).text_content()
        assert first.xpath(f".//a[@href='#id_{name}']")
    assert AccessAttempt.objects.count() == 0


def test_a_wrong_password_is_said_first_and_the_name_stays_filled_in(client):
    page = main(log_in(client, "an@example.org", "fout"))
    assert "kennen we niet" in page[0].text_content()
    assert page.get_element_by_id("id_username").get("value") == "an@example.org"
    assert not page.get_element_by_id("id_password").get("value")


def test_a_password_manager_knows_the_fields(client):
    page = main(client.get(LOGIN))
    fields = {field.get("name"): field.get("autocomplete") for field in page.xpath(".//input[@autocomplete]")}
    assert fields == {"username": "username", "password": "current-password"}
    assert all(page.xpath(f".//label[@for='id_{name}']") for name in fields)
    assert not page.xpath("//script | //@onpaste | //@maxlength[. < 150]")


def test_who_logs_in_goes_to_the_page_that_was_asked_for(client):
    an = person("an", "Redacteur", password=PASSWORD)
    asked = client.get("/beheer/news/newsitem/?q=maas", follow=True)
    after = main(asked).xpath(".//input[@name='next']/@value")[0]
    answer = client.post(LOGIN, {"username": an.username, "password": PASSWORD, "next": after})
    assert answer["Location"] == "/beheer/news/newsitem/?q=maas"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example.com/", "//evil.example.com", "/\\evil.example.com", "javascript:alert(1)", ""]
)
def test_logging_in_leads_to_no_other_site(client, elsewhere):
    an = person("an", "Redacteur", password=PASSWORD)
    assert main(client.get(LOGIN, {"next": elsewhere})).xpath(".//input[@name='next']/@value") == [""]
    answer = client.post(LOGIN, {"username": an.username, "password": PASSWORD, "next": elsewhere})
    assert (answer.status_code, answer["Location"]) == (302, "/beheer/")


def test_who_is_in_already_goes_on_and_a_reader_with_an_account_is_told_why_not(client):
    client.force_login(person("an", "Redacteur"))
    assert client.get(LOGIN)["Location"] == "/beheer/"
    client.force_login(person("lezer", is_staff=False))
    assert "U bent aangemeld als lezer@example.org" in main(client.get(LOGIN)).text_content()


def test_an_account_of_createsuperuser_works_as_usual(client, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", username="Baas", email="Baas@example.org", interactive=False, verbosity=0)
    assert log_in(client, "Baas").status_code == 302
    assert is_logged_in(client)


def test_names_that_look_alike_to_a_database_are_not_the_same(client):
    person("pieter", "Redacteur", password=PASSWORD)
    assert log_in(client, "pıeter@example.org").status_code == 200


def test_logging_out_ends_the_session(client):
    client.force_login(person("an", "Redacteur"))
    response = client.post(reverse("admin:logout"))
    assert response.status_code == 200
    assert main(response).xpath("string(h1)") == "U bent afgemeld"
    assert main(response).xpath(f".//a[@href='{LOGIN}']")
    assert not is_logged_in(client)


def test_a_link_logs_nobody_out(client):
    client.force_login(person("an", "Redacteur"))
    assert client.get(reverse("admin:logout"))["Location"] == "/beheer/"
    assert is_logged_in(client)


def test_a_change_of_password_logs_out_the_other_sessions(client):
    an = person("an", "Redacteur", password=PASSWORD)
    elsewhere = SiteClient()
    for browser in (client, elsewhere):
        log_in(browser, an.username)
    new = "turnhoutse-vaart-1846"
    data = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post(reverse("admin:password_change"), data).status_code == 302
    assert is_logged_in(client)
    assert not is_logged_in(elsewhere)


def test_who_is_made_inactive_is_out_at_once(client):
    an = person("an", "Redacteur", password=PASSWORD)
    log_in(client, an.username)
    an.is_active = False
    an.save()
    assert client.get("/beheer/").status_code == 302
    assert log_in(SiteClient(), an.username).status_code == 200
