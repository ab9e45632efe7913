"""A stolen password alone registers no device: the mailbox, a Beheerder or the console vouches for the owner."""

import re
from io import StringIO
from urllib.parse import quote, urlsplit

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.letters import invitation
from accounts.second_factor import mailbox
from accounts.second_factor.confirmed import MOMENT
from letters.sending import deliver_due, post
from limburg_site.log_lines import masked
from tests.accounts.people import (
    ACCOUNTS,
    PASSWORD,
    change_page,
    choose_password,
    code_of,
    let_pass,
    link_in,
    log_in,
    open_mailed_link,
    person,
    superuser,
)
from tests.clients import PasswordClient

pytestmark = pytest.mark.django_db

SET_UP, ASK = reverse("second-factor-setup"), reverse("second-factor-link")


@pytest.fixture
def client():
    return PasswordClient()


@pytest.fixture
def owner():
    return person("eva", "Eindredacteur", password=PASSWORD)


@pytest.fixture
def thief(owner):
    """Somebody who knows the password, in a browser of their own."""
    browser = PasswordClient()
    log_in(browser, owner.username)
    return browser


def mailed(mail):
    return re.search(r"https?://[^/]+(/beheer/tweede-stap/koppeling/\S+)", mail.body)[1]


def registers(browser):
    """Whether the person in this browser gets as far as an app of their own."""
    page = browser.get(SET_UP, follow=True).content.decode()
    device = TOTPDevice.objects.filter(confirmed=False).first()
    browser.post(SET_UP, {"code": code_of(device) if device else "000000"})
    return "<svg" in page and TOTPDevice.objects.filter(confirmed=True).exists()


@pytest.mark.parametrize("required", [True, False])
def test_a_stolen_password_alone_registers_no_device(thief, owner, settings, required):
    settings.SECOND_FACTOR_REQUIRED = required
    assert not registers(thief)

    mailbox.unconfirmed(owner)  # also where one waits already
    assert not registers(thief)


def test_the_owner_registers_a_device_by_a_mailed_link(client, owner, mailoutbox):
    log_in(client, owner.username)
    assert client.get(SET_UP, {"next": "/beheer/news/newsitem/"}).url == f"{ASK}?next=/beheer/news/newsitem/"
    page = client.post(ASK, {"next": "/beheer/news/newsitem/"}).content.decode()
    assert "eva@example.org" in page
    deliver_due()
    assert mailoutbox[-1].to == [owner.email]
    link = mailed(mailoutbox[-1])

    client.get(link)  # as a mail scanner does as well
    assert client.get(SET_UP).url.startswith(ASK)
    assert client.post(link).url.startswith(SET_UP)

    assert registers(client)


def test_the_link_is_of_no_use_to_who_has_only_the_password(thief, client, owner, mailoutbox):
    log_in(client, owner.username)
    client.post(ASK)
    deliver_due()
    client.post(mailed(mailoutbox[-1]))

    assert not registers(thief)
    assert registers(client)


def test_a_link_works_once_and_for_its_owner_alone(client, owner):
    link = urlsplit(mailbox.link_for(owner)).path
    client.force_login(person("els", "Eindredacteur"))
    assert "werkt niet meer" in client.post(link).content.decode()

    client.force_login(owner)
    assert client.post(link).status_code == 302
    assert "werkt niet meer" in client.post(link).content.decode()
    assert "werkt niet meer" in client.post(link[:-2] + "xx/").content.decode()


def test_a_link_stands_for_one_password_one_address_and_one_hour(client, owner, monkeypatch):
    log_in(client, owner.username)
    for change in ("password", "address", "time"):
        link = urlsplit(mailbox.link_for(owner)).path
        if change == "time":
            let_pass(monkeypatch, mailbox.SECONDS + 1)
        elif change == "password":
            owner.set_password(PASSWORD + "!")
            owner.save()
            log_in(client, owner.username, PASSWORD + "!")
        else:
            owner.email = "elders@example.org"
            owner.save()
        assert "werkt niet meer" in client.post(link).content.decode(), change


def test_what_a_link_proves_lasts_an_hour_and_no_longer_than_the_password(client, owner, monkeypatch):
    client.force_login(owner)
    open_mailed_link(client, owner)
    assert client.get(SET_UP).status_code == 200

    let_pass(monkeypatch, mailbox.SECONDS + 1)
    assert client.get(SET_UP).url.startswith(ASK)


def test_a_link_leads_to_the_login_page_first(client, owner):
    link = urlsplit(mailbox.link_for(owner)).path
    assert client.get(link).url == f"/beheer/login/?next={quote(link)}"
    assert client.post("/beheer/login/", {"username": owner.username, "password": PASSWORD, "next": link}).url == link
    assert client.post(link).url.startswith(SET_UP)


def test_links_are_mailed_no_faster_than_anybody_reads(client, owner, mailoutbox):
    client.force_login(owner)
    for _time in range(3):
        client.post(ASK)
    deliver_due()
    assert len(mailoutbox) == 1


def test_who_was_invited_registers_in_the_browser_of_the_invitation(client, mailoutbox):
    nora = person("nora", "Redacteur")
    post(invitation(nora, inviter=superuser()))
    deliver_due()
    choose_password(client, link_in(mailoutbox[-1]))
    log_in(client, nora.username)
    other = PasswordClient()
    log_in(other, nora.username)

    assert not registers(other)
    assert registers(client)


def beheerder(client, confirmed=True):
    boss = person("bea", "Beheerder")
    client.force_login(boss)
    if confirmed:
        device = TOTPDevice.objects.create(user=boss, name="app")
        client.post(reverse("second-factor"), {"code": code_of(device)})
        assert MOMENT in client.session
    return boss


def shown_link(client, account):
    choice = {"action": "show_link_of_second_step", "_selected_action": [account.pk]}
    page = client.post(ACCOUNTS, choice, follow=True).content.decode()
    found = re.search(r"https?://[^/]+(/beheer/tweede-stap/koppeling/[^\s<&]+)", page)
    return found and found[1]


def test_a_beheerder_hands_the_link_over(client, thief, owner):
    boss = beheerder(client)
    link = shown_link(client, owner)

    assert thief.post(link).status_code == 302  # whoever the Beheerder gave it to
    assert LogEntry.objects.filter(user=boss, change_message__contains="tweede stap").exists()


def test_a_beheerder_shows_no_link_without_a_code_nor_for_themselves(client, owner):
    boss = beheerder(client, confirmed=False)
    assert shown_link(client, owner) is None

    client.logout()
    TOTPDevice.objects.all().delete()
    boss.delete()
    boss = beheerder(client)
    assert shown_link(client, boss) is None
    assert shown_link(client, superuser()) is None


def test_a_beheerder_with_a_stolen_password_moves_no_mail_to_themselves(client):
    boss = beheerder(client, confirmed=False)
    client.post(change_page(boss), {"email": "dief@example.org", "first_name": "Bea", "last_name": ""})
    boss.refresh_from_db()
    assert boss.email == "bea@example.org"


def test_the_account_that_the_console_makes_is_confirmed_there(client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    account = superuser(password=PASSWORD)
    log_in(client, account.username)
    assert not registers(client)

    out = StringIO()
    call_command("second_factor_link", account.username, stdout=out)
    client.post(urlsplit(out.getvalue().strip()).path)

    assert registers(client)
    for name in (account.username, "niemand"):
        with pytest.raises(CommandError):
            call_command("second_factor_link", name)


def test_no_log_holds_a_link(owner):
    path = urlsplit(mailbox.link_for(owner)).path
    assert masked(f"GET {path} 200") == "GET /beheer/tweede-stap/koppeling/(token)/ 200"
