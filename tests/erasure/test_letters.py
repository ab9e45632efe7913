"""An erasure and the outbox: who was erased is written to no more, at no address."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.letters import password_link
from letters.models import Letter
from letters.sending import deliver_due
from press.invitations import invite
from press.letters import letter_to
from press.models import new_seed
from tests.accounts.people import person
from tests.factories import NewsItemFactory

pytestmark = pytest.mark.django_db(transaction=True)

SCREEN = reverse("admin:erasure_erasure_add")
NAME, ADDRESS = "Renée Voorbeeldaerts", "renee.voorbeeldaerts@example.org"


def journalists_letter(email):
    tomorrow, seed = timezone.now() + timedelta(days=1), new_seed()
    invitation, _token = invite(
        NewsItemFactory(embargo_until=tomorrow), None, seed, name=NAME, email=email, expires_at=tomorrow
    )
    return letter_to(invitation, seed)


def erase(client):
    sent = {"kind": "name", "sought": NAME, "ground": "privacy", "confirmed": "1"}
    assert client.post(SCREEN, sent).status_code == 302


@pytest.mark.parametrize("state", ["waiting", "failed"])
@pytest.mark.parametrize("address", [ADDRESS, "redactie@example.org"])
def test_a_letter_that_did_not_leave_is_withdrawn_and_emptied(client, keeper, mailoutbox, state, address):
    letter = journalists_letter(address)
    letter.save()
    if state == "failed":
        letter.end("failed", f"550 {ADDRESS}")
    erase(client)
    Letter.objects.filter(state="failed").update(state="waiting")
    deliver_due()
    letter.refresh_from_db()

    assert mailoutbox == []
    assert (letter.state, letter.text, letter.html, letter.secrets) == ("withdrawn", "", "", {})
    assert "voorbeeldaerts" not in f"{letter.recipient} {letter.error}".lower()


def test_a_letter_to_somebody_else_leaves(client, keeper, mailoutbox):
    password_link(person("bo", "Redacteur")).save()
    erase(client)
    deliver_due()

    assert [mail.to for mail in mailoutbox] == [["bo@example.org"]]
