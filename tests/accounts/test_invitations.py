import socket

import pytest
from django.contrib.auth.models import Group
from django.contrib.sites.models import Site

from regions.models import Region

from .people import ACCOUNTS, change_page, choose_password, is_logged_in, link_in, log_in, person

# Mails leave when the account is in the database: that takes real transactions.
pytestmark = pytest.mark.django_db(transaction=True)
ADD = f"{ACCOUNTS}add/"


@pytest.fixture
def chef(client):
    account = person("chef", "Beheerder")
    client.force_login(account)
    return account


def invite(client, address="Bo.Claes@Example.ORG", **changed):
    groups = [Group.objects.get(name="Redacteur").pk]
    return client.post(ADD, {"email": address, "first_name": "Bo", "groups": groups} | changed, follow=True)


def invited(django_user_model):
    return django_user_model.objects.get(username="bo.claes@example.org")


def test_an_invited_person_chooses_a_password_and_logs_in(client, chef, mails, django_user_model):
    page = invite(client).content.decode()
    assert "De uitnodiging wordt verstuurd naar Bo.Claes@example.org" in page
    (mail,) = mails()
    assert mail.to == ["Bo.Claes@example.org"]
    assert mail.subject.startswith("Uw account voor de website van ")
    assert "Dag Bo," in mail.body
    assert "Chef nodigt u uit" in mail.body
    client.logout()

    chosen = choose_password(client, link_in(mail))
    assert "Uw wachtwoord is ingesteld" in chosen.content.decode()
    assert log_in(client, "bo.claes@example.org").status_code == 302
    assert is_logged_in(client)
    account = invited(django_user_model)
    assert [group.name for group in account.groups.all()] == ["Redacteur"]
    assert account.is_staff
    assert not account.is_superuser


def test_the_link_has_the_origin_of_the_settings_whatever_the_host_header(client, chef, mails, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://www.example.org"
    client.post(
        ADD,
        {"email": "bo@example.org", "first_name": "Bo", "groups": [Group.objects.get(name="Redacteur").pk]},
        headers={"host": "evil.example.com", "x-forwarded-host": "evil.example.com"},
    )
    assert "https://www.example.org/beheer/uitnodiging/" in mails()[0].body
    assert "evil" not in mails()[0].body


def test_an_account_needs_an_address_a_first_name_and_a_role(client, chef, mails, django_user_model):
    before = django_user_model.objects.count()
    for missing in ("email", "first_name", "groups"):
        assert invite(client, **{missing: ""} if missing != "email" else {"address": ""}).status_code == 200
    assert django_user_model.objects.count() == before
    assert mails() == []


@pytest.mark.parametrize("address", ["bo.claes@example.org", "BO.CLAES@example.org", " bo.claes@example.org"])
def test_an_address_has_one_account(client, chef, mails, address):
    invite(client)
    assert "Er is al een account met dit e-mailadres" in invite(client, address).content.decode()
    assert len(mails()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["x" * 200, "x" * 160 + "@example.org", "a@b@c", "x\x00@example.org", "x@example"])
def test_an_address_that_is_none_makes_no_account(client, chef, address, django_user_model):
    assert invite(client, address).status_code in (200, 400)
    assert list(django_user_model.objects.filter(is_active=True)) == [chef]


def test_a_mail_server_that_fails_is_told_and_the_account_stays(client, chef, settings, mails, django_user_model):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert "De uitnodiging wordt verstuurd naar" in invite(client).content.decode()
    mails()
    page = client.get("/beheer/letters/letter/").content.decode()
    assert "Bo.Claes@example.org" in page and "ConnectionRefusedError" in page
    assert invited(django_user_model).is_active


def send_again(client, account):
    data = {"action": "invite_again", "_selected_action": [account.pk]}
    return client.post(ACCOUNTS, data, follow=True).content.decode()


def test_an_invitation_sent_again_replaces_the_first_one(client, chef, mails, django_user_model):
    invite(client)
    assert "De uitnodiging wordt verstuurd naar" in send_again(client, invited(django_user_model))
    first, second = mails()
    client.logout()
    assert "Deze link werkt niet meer" in client.get(link_in(first), follow=True).content.decode()
    choose_password(client, link_in(second))
    assert log_in(client, "bo.claes@example.org").status_code == 302


def test_who_has_a_password_or_is_inactive_gets_no_second_invitation(client, chef, mails):
    assert "heeft al een wachtwoord" in send_again(client, person("an", "Redacteur", password="x"))
    assert "is niet actief" in send_again(client, person("uit", "Redacteur", is_active=False))
    assert mails() == []


def test_a_link_works_once(client, chef, mails):
    invite(client)
    client.logout()
    choose_password(client, link_in(mails()[0]))
    assert "Deze link werkt niet meer" in client.get(link_in(mails()[0]), follow=True).content.decode()


def test_a_link_is_dead_once_the_account_is_inactive_or_has_another_address(client, chef, mails, django_user_model):
    invite(client)
    account = invited(django_user_model)
    for change in ({"is_active": False}, {"is_active": True, "email": "ander@example.org"}):
        django_user_model.objects.filter(pk=account.pk).update(**change)
        assert "Deze link werkt niet meer" in client.get(link_in(mails()[0]), follow=True).content.decode()


def test_a_link_expires(client, chef, mails, settings):
    invite(client)
    settings.PASSWORD_RESET_TIMEOUT = -1
    page = client.get(link_in(mails()[0]), follow=True).content.decode()
    assert "Deze link werkt niet meer" in page
    assert "Vraag een nieuwe link" in page


def test_an_invitation_is_no_link_for_a_forgotten_password(client, chef, mails):
    invite(client)
    other = link_in(mails()[0]).replace("uitnodiging", "wachtwoord-vergeten")
    assert "Deze link werkt niet meer" in client.get(other, follow=True).content.decode()


def test_a_weak_password_is_refused(client, chef, mails, django_user_model):
    invite(client)
    for weak in ("kort", "123456789012", "bo.claes@example.org"):
        choose_password(client, link_in(mails()[0]), weak)
        assert not invited(django_user_model).has_usable_password()


def test_a_new_address_becomes_the_name_to_log_in_with(client, chef):
    an = person("an", "Redacteur", password="heide-mijn-bloesem-maas")
    groups = [Group.objects.get(name="Redacteur").pk]
    data = {"email": "An.Nieuw@example.org", "first_name": "An", "is_active": "on", "groups": groups}
    assert client.post(change_page(an), data).status_code == 302
    client.logout()
    assert log_in(client, "an.nieuw@example.org").status_code == 302


def test_the_site_name_in_mails_is_that_of_the_region(client, chef, mails):
    Region.objects.all().delete()
    Region.objects.create(site=Site.objects.get_current(), slug="l", name="ERSV & co")
    invite(client)
    assert mails()[0].subject == "Uw account voor de website van ERSV & co"
    assert "de website van ERSV & co." in mails()[0].body
