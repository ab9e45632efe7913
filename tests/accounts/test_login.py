import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

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


def test_a_wrong_password_gets_a_dutch_sentence(client):
    person("an", "Redacteur", password=PASSWORD)
    assert "kennen we niet" in log_in(client, "an@example.org", "fout").content.decode()


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
    assert client.post(reverse("admin:logout")).status_code == 200
    assert not is_logged_in(client)


def test_a_change_of_password_logs_out_the_other_sessions(client):
    an = person("an", "Redacteur", password=PASSWORD)
    elsewhere = Client()
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
    assert log_in(Client(), an.username).status_code == 200


def test_passwords_are_kept_as_argon2(client):
    assert person("an", password=PASSWORD).password.startswith("argon2")
