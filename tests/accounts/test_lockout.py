from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone

from tests.clients import SiteClient

from .people import ACCOUNTS, PASSWORD, choose_password, is_logged_in, link_in, log_in, person

pytestmark = pytest.mark.django_db
SENTENCE = "vijf keer een fout wachtwoord"


@pytest.fixture
def an():
    return person("an", "Redacteur", password=PASSWORD)


def fail(client, times, name="an@example.org", **headers):
    for _ in range(times):
        response = log_in(client, name, "fout", **headers)
    return response


def test_five_wrong_passwords_lock_the_account_out_in_a_dutch_sentence(client, an):
    assert fail(client, 4).status_code == 200
    response = fail(client, 1)
    assert response.status_code == 429
    assert SENTENCE in response.content.decode()
    assert "60 minuten" in response.content.decode()
    assert response["Retry-After"] == "3600"


def test_during_the_lockout_the_right_password_does_not_help(client, an):
    fail(client, 5)
    assert log_in(client, an.username).status_code == 429
    assert not is_logged_in(client)


def test_four_wrong_passwords_and_the_right_one_start_counting_anew(client, an):
    fail(client, 4)
    assert log_in(client, an.username).status_code == 302
    client.logout()
    assert fail(client, 4).status_code == 200


def test_every_spelling_of_a_name_counts_as_the_same(client, an):
    for name in ("an@example.org", "AN@example.org", " an@Example.ORG ", "ａｎ@example.org"):
        assert log_in(client, name, "fout").status_code == 200
    assert log_in(client, "An@example.org", "fout").status_code == 429


def test_another_browser_gets_no_five_tries_more(client, an):
    for number in range(4):
        fail(client, 1, HTTP_USER_AGENT=f"browser {number}")
    assert fail(SiteClient(), 1, HTTP_USER_AGENT="browser 5").status_code == 429


def test_another_account_from_the_same_address_and_the_same_account_from_elsewhere_are_free(client, an):
    person("bo", password=PASSWORD)
    fail(client, 5)
    assert log_in(SiteClient(), "bo@example.org").status_code == 302
    assert log_in(SiteClient(REMOTE_ADDR="198.51.100.7"), an.username).status_code == 302


def test_other_addresses_of_one_ipv6_network_are_no_way_round(an):
    for number in range(4):
        fail(SiteClient(REMOTE_ADDR=f"2001:db8::{number}"), 1)
    assert fail(SiteClient(REMOTE_ADDR="2001:db8::ffff"), 1).status_code == 429


def test_a_name_that_nobody_has_is_locked_out_likewise(client):
    assert fail(client, 5, "niemand@example.org").status_code == 429


def test_there_is_no_second_login_where_nobody_counts(client, an):
    """`cms.urls` has one for its toolbar; django-axes would count there too, but the site leaves it out."""
    assert client.post("/cms_login/", {"username": an.username, "password": PASSWORD}).status_code in (404, 405)
    assert not is_logged_in(client)


def test_an_hour_after_the_last_wrong_password_the_account_is_free(client, an):
    fail(client, 5)
    fail(client, 3)  # does not make it longer
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=61))
    assert log_in(client, an.username).status_code == 302


def test_a_beheerder_lifts_the_lockout(client, an):
    fail(client, 5)
    staff = SiteClient()
    staff.force_login(person("chef", "Beheerder"))
    response = staff.post(ACCOUNTS, {"action": "lift_lockout", "_selected_action": [an.pk]}, follow=True)
    assert "an@example.org kan opnieuw aanmelden" in response.content.decode()
    assert log_in(client, an.username).status_code == 302


def test_lifting_what_is_not_locked_says_so(client, an):
    client.force_login(person("chef", "Beheerder"))
    response = client.post(ACCOUNTS, {"action": "lift_lockout", "_selected_action": [an.pk]}, follow=True)
    assert "an@example.org was niet geblokkeerd" in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_new_password_ends_the_lockout(client, an, mails):
    fail(client, 5)
    client.post(reverse("admin_password_reset"), {"email": an.email})
    choose_password(client, link_in(mails()[0]), "een-heel-ander-wachtwoord")
    assert log_in(client, an.username, "een-heel-ander-wachtwoord").status_code == 302


@pytest.mark.parametrize("name", ["", "x" * 10_000, "ﷺ" * 150, "\x00", "an@example.org\x00"])
def test_a_strange_name_is_never_an_error_of_the_server(client, name):
    for _ in range(6):
        assert log_in(client, name, "fout").status_code in (200, 429)
