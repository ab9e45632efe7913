"""A mail waits in the outbox, leaves after the commit, is tried again, and is sent once."""

import re
import socket
import stat
import time
from datetime import timedelta
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.db.models import CheckConstraint, Q
from django.utils import timezone

from accounts.letters import invitation, password_link
from letters.models import Letter
from letters.sending import beside, deliver, deliver_due, post
from press.invitations import invite, revoke
from press.letters import letter_to
from press.models import Invitation, new_seed
from tests.accounts.people import PASSWORD, link_in, person
from tests.factories import NewsItemFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/beheer/letters/letter/"


@pytest.fixture
def an():
    return person("an", "Redacteur", password=PASSWORD)


@pytest.fixture
def no_mail_server(settings):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def silent_mail_server(settings):
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.getsockname()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_TIMEOUT = 4
        yield
        settled()


def settled():
    beside.submit(int).result(timeout=30)


def waiting(letter):
    """Put it into the outbox as a process does that is killed right after its commit."""
    letter.save()
    return letter


def at(moment):
    Letter.objects.update(due_at=moment)


def kept():
    """Every word of the outbox."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM letters_letter")
        return repr(cursor.fetchall())


def test_it_leaves_once_the_change_is_in_the_database_and_never_after_a_rollback(an, mailoutbox):
    with transaction.atomic():
        post(password_link(an))
        settled()
        assert mailoutbox == []
    settled()
    assert len(mailoutbox) == 1
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post(password_link(an))
        1 / 0  # noqa: B018
    settled()
    deliver_due()
    assert len(mailoutbox) == 1


def test_nobody_waits_for_a_mail_server_that_says_nothing(client, silent_mail_server):
    client.force_login(person("chef", "Beheerder"))
    bo, began = person("bo", "Redacteur"), time.monotonic()
    page = client.post("/beheer/auth/user/", {"action": "invite_again", "_selected_action": [bo.pk]}, follow=True)
    assert "De uitnodiging wordt verstuurd naar bo@example.org" in page.content.decode()
    # Meanwhile everybody else can write: the database is locked by nobody.
    person("ander", "Redacteur")
    assert time.monotonic() - began < 3
    settled()
    assert Letter.objects.get().state == "waiting"


def test_what_failed_is_tried_again_after_growing_pauses_and_given_up_after_a_day(an, no_mail_server):
    letter, pauses = waiting(password_link(an)), []
    for _attempt in range(10):
        at(now := timezone.now())
        deliver_due()
        letter.refresh_from_db()
        pauses.append((letter.due_at - now).total_seconds() // 60)
    assert pauses == [2, 4, 8, 16, 32, 64, 120, 120, 120, 120]
    assert (letter.state, letter.attempts) == ("waiting", 10)
    Letter.objects.update(trying_since=timezone.now() - timedelta(days=1), due_at=timezone.now())
    call_command("publish_scheduled")
    letter.refresh_from_db()
    assert letter.state == "failed"
    assert "ConnectionRefusedError" in letter.error
    assert deliver_due() == []


def test_who_runs_the_site_sees_what_failed_and_tries_it_again(client, an, mailoutbox):
    letter = waiting(password_link(an))
    letter.end("failed", "ConnectionRefusedError: de mailserver")
    client.force_login(person("chef", "Beheerder"))
    assert "1 mail kon niet verstuurd worden" in client.get("/beheer/").content.decode()
    page = client.get(LIST).content.decode()
    for words in (an.email, "Een nieuw wachtwoord", "niet verstuurd", "ConnectionRefusedError: de mailserver"):
        assert words in page
    answer = client.post(LIST, {"action": "try_again", "_selected_action": [letter.pk]}, follow=True)
    assert "We proberen 1 mail opnieuw te versturen" in answer.content.decode()
    settled()
    assert [mail.to for mail in mailoutbox] == [[an.email]]
    assert "kon niet verstuurd worden" not in client.get("/beheer/").content.decode()
    again = client.post(LIST, {"action": "try_again", "_selected_action": [letter.pk]}, follow=True)
    assert "Geen van deze mails is mislukt" in again.content.decode()


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur"])
def test_the_mails_are_for_who_runs_the_site_alone(client, an, role):
    letter = waiting(password_link(an))
    letter.end("failed", "x")
    client.force_login(person("bo", role))
    assert "kon niet verstuurd" not in client.get("/beheer/").content.decode()
    for address in (LIST, f"{LIST}{letter.pk}/change/"):
        assert client.get(address).status_code == 403
    assert client.post(LIST, {"action": "try_again", "_selected_action": [letter.pk]}).status_code == 403


@pytest.mark.parametrize("make", [password_link, lambda account: invitation(account, None)])
def test_the_database_never_holds_a_link_and_forgets_the_words_once_they_are_sent(client, an, mailoutbox, make):
    letter = waiting(make(an))
    before = kept()
    deliver_due()
    [mail] = mailoutbox
    assert client.get(link_in(mail), follow=True).context["validlink"]
    token = link_in(mail).split("/")[-2]
    assert token not in before + kept() and token.encode().hex() not in before
    assert not re.search(r"[0-9a-z]+-[0-9a-f]{32}", before)
    letter.refresh_from_db()
    assert (letter.state, letter.text, letter.html, letter.secrets) == ("sent", "", "", {})
    client.force_login(person("chef", "Beheerder"))
    assert "Dag An" in mail.body and "Dag An" not in client.get(f"{LIST}{letter.pk}/change/").content.decode()


def test_a_link_that_would_open_nothing_is_not_sent(an, mailoutbox):
    letter = waiting(password_link(an))
    an.is_active = False
    an.save()
    deliver_due()
    letter.refresh_from_db()
    assert (letter.state, mailoutbox) == ("withdrawn", [])


def journalists_letter(**fields):
    seed, item = new_seed(), NewsItemFactory(embargo_until=timezone.now() + timedelta(days=1))
    values = {"name": "x", "email": "x@example.org", "expires_at": timezone.now() + timedelta(days=1)} | fields
    invitation, _token = invite(item, None, seed, **values)
    return letter_to(invitation, seed)


@pytest.mark.parametrize("late", ["invitation", "password", "journalist"])
def test_a_letter_that_comes_too_late_for_its_link_is_not_sent_and_the_first_page_tells(
    client, an, mailoutbox, settings, late
):
    settings.PASSWORD_RESET_TIMEOUT = -1
    letters = {
        "invitation": lambda: invitation(an, None),
        "password": lambda: password_link(an),
        "journalist": lambda: journalists_letter(expires_at=timezone.now() - timedelta(minutes=1)),
    }
    letter = waiting(letters[late]())
    deliver_due()
    letter.refresh_from_db()
    assert (letter.state, mailoutbox) == ("failed", [])
    assert "te oud voor zijn link" in letter.error
    client.force_login(person("chef", "Beheerder"))
    assert "1 mail kon niet verstuurd worden" in client.get("/beheer/").content.decode()


def test_the_letter_of_an_invitation_that_was_revoked_is_not_needed_any_more(mailoutbox):
    letter = waiting(journalists_letter())
    revoke(Invitation.objects.get())
    deliver_due()
    letter.refresh_from_db()
    assert (letter.state, letter.text, mailoutbox) == ("withdrawn", "", [])


@pytest.mark.parametrize("outcome", ["sent", "failed", "withdrawn", "postponed"])
def test_what_becomes_of_a_letter_brings_back_no_words_that_were_taken_out_meanwhile(an, outcome):
    letter = waiting(password_link(an))
    gone = {
        "recipient": "verwijderd@example.org",
        "subject": "[verwijderd]",
        "text": "[verwijderd]",
        "html": "",
        "secrets": {},
    }
    Letter.objects.update(**gone)
    if outcome == "postponed":
        letter.postpone("x")
    else:
        letter.end(outcome, "x")
    assert an.email not in kept() and "Een nieuw wachtwoord" not in kept()


@pytest.mark.parametrize("outcome", ["failed", "postponed"])
def test_a_letter_that_was_withdrawn_meanwhile_stays_so_and_learns_no_address(an, outcome):
    letter = waiting(password_link(an))
    Letter.objects.get().end("withdrawn", "niet meer nodig")
    if outcome == "postponed":
        letter.postpone(f"550 {an.email}")
    else:
        letter.end(outcome, f"550 {an.email}")
    letter.refresh_from_db()
    assert (letter.state, letter.error) == ("withdrawn", "niet meer nodig")


def test_two_processes_send_a_letter_once(an, received):
    letters = [waiting(password_link(an)) for _number in range(6)]

    def work():
        try:
            for letter in letters:
                deliver(Letter.objects.get(pk=letter.pk))
        finally:
            connections.close_all()

    workers = [Thread(target=work) for _number in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(received.envelopes) == 6
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def test_a_letter_that_can_not_be_made_holds_up_no_other(an, mailoutbox):
    broken = waiting(password_link(an))
    Letter.objects.update(secrets={"https://x.invalid/": {"maker": "nobody"}})
    waiting(password_link(an))
    deliver_due()
    assert len(mailoutbox) == 1
    broken.refresh_from_db()
    assert broken.state == "waiting" and "KeyError" in broken.error


@pytest.mark.skipif(connection.vendor == "sqlite", reason="it takes a rule of a table by making the table anew")
@pytest.mark.parametrize(("state", "arrives"), [("sent", 2), ("withdrawn", 1)])
def test_a_letter_whose_end_the_database_does_not_take_holds_up_no_other(an, mailoutbox, state, arrives):
    first = waiting(password_link(an))
    waiting(password_link(person("bo", "Redacteur")))
    if state == "withdrawn":
        type(an).objects.filter(pk=an.pk).update(is_active=False)
    refusing = CheckConstraint(condition=~Q(pk=first.pk, state=state), name="refusing")
    with connection.schema_editor() as editor:
        editor.add_constraint(Letter, refusing)
    try:
        deliver_due()
    finally:
        with connection.schema_editor() as editor:
            editor.remove_constraint(Letter, refusing)
    assert len(mailoutbox) == arrives
    assert list(Letter.objects.order_by("pk").values_list("state", flat=True)) == ["waiting", "sent"]


def test_what_was_sent_is_forgotten_after_thirty_days_and_what_waits_is_not(an, mailoutbox):
    old, young = waiting(password_link(an)), waiting(password_link(an))
    deliver_due()
    Letter.objects.filter(pk=old.pk).update(ended_at=timezone.now() - timedelta(days=31))
    late = waiting(password_link(an))
    Letter.objects.filter(pk=late.pk).update(
        written_at=timezone.now() - timedelta(days=31), due_at=timezone.now() + timedelta(hours=1)
    )
    deliver_due()
    assert set(Letter.objects.values_list("pk", flat=True)) == {young.pk, late.pk}


def test_without_a_mail_server_a_mail_is_a_file_that_its_owner_alone_reads(an, settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "letters.backends.PrivateFileBackend", str(tmp_path / "mail")
    (tmp_path / "mail").mkdir(mode=0o755)
    waiting(password_link(an))
    deliver_due()
    [file] = (tmp_path / "mail").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert "/beheer/wachtwoord-vergeten/" in file.read_text()
