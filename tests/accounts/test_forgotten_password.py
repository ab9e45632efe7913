import socket
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.clients import SiteClient

from .people import PASSWORD, choose_password, is_logged_in, link_in, log_in, person

# The mail is made in another thread, which sees only what is in the database.
pytestmark = pytest.mark.django_db(transaction=True)
NEW = "een-heel-ander-wachtwoord"


@pytest.fixture
def ask(client, mails):
    """Ask for a link, and return the page that follows once the mail, if any, was sent."""

    def ask(address="an@example.org"):
        response = client.post(reverse("admin_password_reset"), {"email": address})
        mails()
        return client.get(response["Location"]) if response.status_code == 302 else response

    return ask


@pytest.fixture
def an():
    return person("an", "Redacteur", password=PASSWORD)


def test_who_forgot_the_password_chooses_a_new_one_by_mail(client, ask, an, mails):
    assert "Wachtwoord vergeten?" in client.get(reverse("admin_password_reset")).content.decode()
    assert "Kijk in uw mailbox" in ask("AN@example.org").content.decode()
    (mail,) = mails()
    assert mail.to == [an.email]
    assert mail.subject.startswith("Een nieuw wachtwoord voor de website van ")
    assert "Uw wachtwoord is ingesteld" in choose_password(client, link_in(mail), NEW).content.decode()
    assert log_in(client, an.username, PASSWORD).status_code == 200
    assert log_in(client, an.username, NEW).status_code == 302
    assert is_logged_in(client)


def test_the_answer_does_not_tell_whether_an_account_exists(client, ask, an, mails):
    known, unknown = ask(), ask("niemand@example.org")
    assert known.request["PATH_INFO"] == unknown.request["PATH_INFO"]
    assert known.content == unknown.content
    assert len(mails()) == 1


def test_asking_takes_the_same_queries_for_an_account_and_for_nobody(client, an, mails):
    client.get(reverse("admin_password_reset"))  # the first request of a process fills the cache of sites
    asked = []
    for address in (an.email, "niemand@example.org"):
        with CaptureQueriesContext(connection) as queries:
            client.post(reverse("admin_password_reset"), {"email": address})
        asked.append([query["sql"] for query in queries])
        mails()
    assert asked[0] == asked[1]
    assert not any("auth_user" in sql for sql in asked[0])


def test_who_is_inactive_gets_nothing(client, ask, mails):
    person("uit", password=PASSWORD, is_active=False)
    ask("uit@example.org")
    assert mails() == []


def test_who_was_invited_and_has_no_password_yet_gets_the_invitation(client, ask, mails):
    person("nieuw", "Redacteur")
    ask("nieuw@example.org")
    (mail,) = mails()
    assert "/beheer/uitnodiging/" in mail.body
    assert "U bent uitgenodigd" in mail.body
    choose_password(client, link_in(mail), NEW)
    assert log_in(client, "nieuw@example.org", NEW).status_code == 302


def test_within_five_minutes_there_is_one_mail_for_each_account(client, ask, an, mails):
    person("bo", password=PASSWORD)
    for address in ("an@example.org", "AN@example.org", "bo@example.org", "an@example.org"):
        ask(address)
    assert [mail.to for mail in mails()] == [["an@example.org"], ["bo@example.org"]]
    LogEntry.objects.update(action_time=timezone.now() - timedelta(minutes=6))
    ask()
    assert len(mails()) == 3


def test_an_address_that_only_looks_alike_gets_nothing(client, ask, mails):
    person("mike", password=PASSWORD)
    ask("mıke@example.org")
    assert mails() == []


def test_the_link_has_the_origin_of_the_settings_whatever_the_host_header(client, an, mails, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://www.example.org"
    client.post(reverse("admin_password_reset"), {"email": an.email}, headers={"host": "evil.example.com"})
    (mail,) = mails()
    assert "https://www.example.org/beheer/wachtwoord-vergeten/" in mail.body
    assert "evil" not in mail.body


def test_the_page_behind_a_link_has_no_token_in_its_address_and_tells_it_to_nobody(client, ask, an, mails):
    ask()
    link = link_in(mails()[0])
    first = client.get(link)
    assert first.status_code == 302
    assert first["Location"] == link.replace(link.split("/")[-2], "kiezen")
    page = client.get(first["Location"])
    assert page.status_code == 200
    for response in (first, page):
        assert response["Referrer-Policy"] == "same-origin"
        assert "no-store" in response["Cache-Control"]


def test_a_new_password_logs_out_whoever_was_in(client, ask, an, mails):
    thief = SiteClient()
    log_in(thief, an.username)
    ask()
    choose_password(client, link_in(mails()[0]), NEW)
    assert not is_logged_in(thief)


def test_a_mail_server_that_fails_changes_nothing_for_who_asks(client, ask, an, settings, mails):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert "Kijk in uw mailbox" in ask().content.decode()
    assert mails() == []


def test_the_history_of_the_account_tells_that_a_link_was_sent(client, ask, an, mails):
    ask()
    mails()
    client.force_login(person("chef", "Beheerder"))
    page = client.get(reverse("admin:auth_user_history", args=(an.pk,)))
    assert "Er is een link gevraagd om een wachtwoord te kiezen" in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["MQ/x", "MQ/kiezen", "%00/x", "é/x", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk/a-b", "x" * 500 + "/a-b", "_/-", "MQ/-"],
)
def test_a_link_that_was_never_made_gets_a_page(client, an, path):
    for start in ("wachtwoord-vergeten", "uitnodiging"):
        response = client.get(f"/beheer/{start}/{path}/", follow=True)
        assert response.status_code in (200, 400)
        assert response.status_code == 400 or "Deze link werkt niet meer" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", "geen-adres", "x\x00@example.org", "x" * 5000 + "@example.org"])
def test_an_address_that_is_none_gets_the_form_again(client, ask, mails, address):
    assert ask(address).status_code in (200, 400)
    assert mails() == []
