"""A real mail server, and what it was given over SMTP."""

import email
import email.policy
from socket import create_server

import pytest
from aiosmtpd.controller import Controller
from django.contrib.sites.models import Site

from regions.models import Region

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
