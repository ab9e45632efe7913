"""Mails to staff as a mail server receives them: over SMTP, byte by byte."""

import email
import email.policy
from datetime import UTC
from email.utils import parsedate_to_datetime
from socket import create_server

import pytest
from aiosmtpd.controller import Controller
from django.contrib.auth.models import Group
from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils import timezone

from accounts.mail import later
from regions.models import Region

from .people import ACCOUNTS, PASSWORD, choose_password, is_logged_in, log_in, person

pytestmark = pytest.mark.django_db(transaction=True)
SENDER = "website@example.org"


class Received:
    """What aiosmtpd calls with each mail; refuses whom it does not know."""

    def __init__(self):
        self.envelopes = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - named by aiosmtpd
        if address.startswith("onbekend@"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.envelopes.append(envelope)
        return "250 OK"

    def only(self):
        """Sender, recipients and message of the one mail that came."""
        (envelope,) = self.envelopes
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        return envelope.mail_from, envelope.rcpt_tos, message


@pytest.fixture
def received(settings):
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.DEFAULT_FROM_EMAIL = SENDER
    settings.SITE_URL = "https://www.example.org"
    Region.objects.create(site=Site.objects.get_current(), name="ERSV Limburg – één plek")
    mails = Received()
    server = Controller(mails, hostname="127.0.0.1", port=port)
    server.start()
    yield mails
    server.stop()


def invite(client, address):
    client.force_login(person("chef", "Beheerder"))
    groups = [Group.objects.get(name="Redacteur").pk]
    page = client.post(ACCOUNTS + "add/", {"email": address, "first_name": "Zoë", "groups": groups}, follow=True)
    client.logout()
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


def test_a_link_for_a_forgotten_password_arrives_whole_and_works(client, received):
    account = person("zoë", "Redacteur", password=PASSWORD)
    account.email = "zoe@example.org"
    account.save()
    client.post(reverse("admin_password_reset"), {"email": "zoe@example.org"})
    later.submit(int).result(timeout=30)
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


def test_a_mailbox_that_the_server_refuses_is_told_to_who_invites(client, received):
    page = invite(client, "onbekend@example.org")

    assert received.envelopes == []
    assert "de uitnodiging is niet verstuurd" in page
