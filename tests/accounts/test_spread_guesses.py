"""Guesses over many addresses, over many accounts, and of the old password in an open session."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone

from accounts.known_devices import cookie_name
from tests.clients import SiteClient

from .people import PASSWORD, choose_password, is_logged_in, link_in, log_in, person

pytestmark = pytest.mark.django_db
CHANGE = "/beheer/password_change/"
NEW = "een-heel-ander-wachtwoord"


@pytest.fixture
def an():
    return person("an", "Redacteur", password=PASSWORD)


def from_everywhere(name, guesses):
    """So many wrong passwords, each from another address; the last answer."""
    for number in range(guesses):
        response = log_in(SiteClient(REMOTE_ADDR=f"198.51.{number}.7"), name, "fout")
    return response


def test_guesses_from_many_addresses_end_after_thirty(an):
    assert from_everywhere(an.username, 30).status_code == 200
    stranger = SiteClient(REMOTE_ADDR="203.0.113.9")
    answer = log_in(stranger, an.username, PASSWORD)
    assert answer.status_code == 429
    assert "een browser die we niet kennen" in answer.content.decode()
    assert not is_logged_in(stranger)


def test_a_stranger_who_guesses_locks_nobody_out_of_the_browser_that_they_work_with(an):
    own = SiteClient(REMOTE_ADDR="192.0.2.1")
    log_in(own, an.username)
    own.post("/beheer/logout/")
    from_everywhere(an.username, 31)
    assert log_in(own, an.username).status_code == 302
    assert is_logged_in(own)


def test_a_known_browser_gives_no_more_than_five_tries_from_one_address(an):
    own = SiteClient(REMOTE_ADDR="192.0.2.1")
    log_in(own, an.username)
    own.post("/beheer/logout/")
    assert [log_in(own, an.username, "fout").status_code for _try in range(5)] == [200] * 4 + [429]


def test_the_cookie_of_one_account_is_worth_nothing_for_another(an):
    bo, own = person("bo", "Redacteur", password=PASSWORD), SiteClient(REMOTE_ADDR="192.0.2.1")
    log_in(own, bo.username)
    own.post("/beheer/logout/")
    from_everywhere(an.username, 31)
    assert log_in(own, an.username).status_code == 429
    for made_up in ("", "x", "x:y:z", own.cookies[cookie_name()].value[:-1]):
        own.cookies[cookie_name()] = made_up
        assert log_in(own, an.username).status_code == 429


def test_the_cookie_goes_to_staff_pages_alone_and_tells_no_name(an):
    own = SiteClient()
    cookie = log_in(own, an.username).cookies[cookie_name()]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/beheer/", True, "Strict")
    assert an.username not in cookie.value
    assert cookie_name() not in own.get("/nieuws/").cookies
    assert cookie_name() not in log_in(SiteClient(), an.username, "fout").cookies


@pytest.mark.django_db(transaction=True)
def test_the_link_in_a_mail_opens_the_way_for_a_new_browser(an, mails):
    from_everywhere(an.username, 31)
    new = SiteClient(REMOTE_ADDR="203.0.113.9")
    new.post(reverse("admin_password_reset"), {"email": an.email})
    choose_password(new, link_in(mails()[-1]), NEW)
    from_everywhere(an.username, 31)
    assert log_in(new, an.username, NEW).status_code == 302


def test_one_address_guesses_thirty_times_an_hour_whatever_the_names(an):
    guesser = SiteClient(REMOTE_ADDR="203.0.113.9")
    answers = [log_in(guesser, f"iemand-{number}@example.org", "fout").status_code for number in range(31)]
    assert answers == [200] * 30 + [429]
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=61))
    assert log_in(guesser, an.username).status_code == 302


def change(client, old):
    return client.post(CHANGE, {"old_password": old, "new_password1": NEW, "new_password2": NEW})


def test_wrong_old_passwords_in_an_open_session_are_counted_like_those_at_the_login(client, an):
    client.force_login(an)
    assert [change(client, f"gok-{number}").status_code for number in range(5)] == [200] * 4 + [429]
    assert change(client, PASSWORD).status_code == 429
    an.refresh_from_db()
    assert an.check_password(PASSWORD)
    assert log_in(SiteClient(), an.username).status_code == 429


def test_old_passwords_guessed_from_many_addresses_are_limited_as_well(an):
    client = SiteClient()
    client.force_login(an)
    for number in range(30):
        client.defaults["REMOTE_ADDR"] = f"198.51.{number}.7"
        assert change(client, f"gok-{number}").status_code == 200
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    assert change(client, PASSWORD).status_code == 429


def test_no_password_that_was_tried_is_kept(client, an):
    client.force_login(an)
    change(client, "mijn-vorige-wachtwoord")
    attempt = AccessAttempt.objects.get()
    assert "mijn-vorige-wachtwoord" not in attempt.post_data and NEW not in attempt.post_data


def test_who_knows_the_old_password_changes_it_and_a_weak_new_one_counts_as_no_guess(client, an):
    client.force_login(an)
    for _try in range(6):
        answer = client.post(CHANGE, {"old_password": PASSWORD, "new_password1": "kort", "new_password2": "kort"})
        assert answer.status_code == 200
    assert change(client, PASSWORD).status_code == 302
    an.refresh_from_db()
    assert an.check_password(NEW)
