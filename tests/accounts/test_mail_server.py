"""Mails to staff as a mail server receives them: over SMTP, byte by byte."""

from datetime import UTC
from email.utils import parsedate_to_datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from letters.sending import beside
from tests.mail_server import SENDER

from .people import ACCOUNTS, PASSWORD, choose_password, is_logged_in, log_in, person

pytestmark = pytest.mark.django_db(transaction=True)


def invite(client, address):
    client.force_login(person("chef", "Beheerder"))
    groups = [Group.objects.get(name="Redacteur").pk]
    page = client.post(ACCOUNTS + "add/", {"email": address, "first_name": "Zoë", "groups": groups}, follow=True)
    client.logout()
    beside.submit(int).result(timeout=30)
    return page.content.decode()


def text(message):
    return message.get_body(("plain",)).get_content()


def link_in(message, page):
    (line,) = [line for line in text(message).splitlines() if page in line and "https://" in line]
    assert line.startswith("https://www.example.org/beheer/")
    return line.removeprefix("https://www.example.org")


def subject(message):
    """A subject that starts on a line of its own keeps that space in Python's parser; no mail program shows it."""
    return message["Subject"].strip()


def has_proper_headers(message, recipient):
    assert message["From"] == f"ERSV Limburg – één plek <{SENDER}>"
    assert message["To"] == recipient
    assert message["Message-ID"].endswith("@www.example.org>")
    sent = parsedate_to_datetime(message["Date"]).replace(tzinfo=UTC)  # "-0000" names no zone
    assert abs(timezone.now() - sent).total_seconds() < 600
    assert message["Auto-Submitted"] == "auto-generated"
    parts = [(part.get_content_type(), part.get_content_charset()) for part in message.iter_parts()]
    assert parts == [("text/plain", "utf-8"), ("text/html", "utf-8")]
    assert not message.defects


def test_an_invitation_arrives_whole_and_its_link_works(client, received):
    invite(client, "zoe@example.org")
    sender, recipients, message = received.only()

    assert (sender, recipients) == (SENDER, ["zoe@example.org"])
    has_proper_headers(message, "zoe@example.org")
    assert subject(message) == "Uw account voor de website van ERSV Limburg – één plek"
    assert "Dag Zoë," in text(message)
    assert "ERSV Limburg – één plek" in text(message)
    choose_password(client, link_in(message, "/uitnodiging/"))
    assert log_in(client, "zoe@example.org").status_code == 302
    assert is_logged_in(client)


def test_a_link_for_a_forgotten_password_arrives_whole_and_works(client, received, mails):
    account = person("zoë", "Redacteur", password=PASSWORD)
    account.email = "zoe@example.org"
    account.save()
    client.post(reverse("admin_password_reset"), {"email": "zoe@example.org"})
    mails()
    sender, recipients, message = received.only()

    assert (sender, recipients) == (SENDER, ["zoe@example.org"])
    has_proper_headers(message, "zoe@example.org")
    assert subject(message) == "Een nieuw wachtwoord voor de website van ERSV Limburg – één plek"
    assert "Dag Zoë," in text(message)
    choose_password(client, link_in(message, "/wachtwoord-vergeten/"), "een-heel-ander-wachtwoord")
    assert log_in(client, account.username, "een-heel-ander-wachtwoord").status_code == 302


def test_what_leaves_has_lines_that_every_server_takes(client, received):
    """RFC 5321, 4.5.3.1.6: a line has 1000 bytes at the most, and ends in CRLF."""
    invite(client, "zoe@example.org")
    content = received.envelopes[0].content

    assert max(len(line) for line in content.split(b"\r\n")) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.partition(b"\r\n\r\n")[0].isascii()


def test_a_mailbox_that_the_server_refuses_is_told_to_who_runs_the_site(client, received):
    invite(client, "onbekend@example.org")

    assert received.envelopes == []
    client.force_login(person("beheer", "Beheerder"))
    assert "1 mail kon niet verstuurd worden" in client.get("/beheer/").content.decode()
    page = client.get("/beheer/letters/letter/?state__exact=failed").content.decode()
    assert "onbekend@example.org" in page and "550 5.1.1 no such mailbox" in page
