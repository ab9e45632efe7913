"""Only a Beheerder erases, with a second step and a reason."""

import re

import pytest
from django.contrib.sites.models import Site
from django.core.management import call_command
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.workplaces.sites import settle
from erasure import ledger
from erasure.carrying_out import line
from erasure.models import Erasure
from erasure.names import mark_of
from news.models import NewsContent
from tests.accounts.people import let_pass, person
from tests.clients import PasswordClient
from tests.factories import NewsContentFactory

pytestmark = pytest.mark.django_db

SCREEN, LIST = reverse("admin:erasure_erasure_add"), reverse("admin:erasure_erasure_changelist")
FORM = {"kind": "name", "sought": "Voorbeeldaerts", "ground": "court", "confirmed": "1"}


@pytest.fixture
def item():
    return NewsContentFactory(title="Voorbeeldaerts benoemd")


def still_there(item):
    return NewsContent.everything.filter(title="Voorbeeldaerts benoemd").exists()


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur", None])
def test_nobody_else_sees_the_screen_or_erases(client, item, role):
    client.force_login(person("eva", *filter(None, [role])))

    assert client.get(SCREEN).status_code in (302, 403) and client.post(SCREEN, FORM).status_code in (302, 403)
    assert client.get(LIST).status_code in (302, 403)
    assert still_there(item)


def test_a_reader_is_sent_to_the_login(client, item):
    assert client.post(SCREEN, FORM).url.startswith("/beheer/login/")
    assert still_there(item)


def test_who_works_on_some_of_the_sites_reads_whom_to_ask(client, keeper, item):
    settle(keeper, [Site.objects.get_current()], every_site=False)
    answer = client.post(SCREEN, FORM)

    assert answer.status_code == 403 and "Vraag het aan iemand die op alle sites werkt." in answer.content.decode()
    assert still_there(item)


def test_a_beheerder_erases_and_sees_what_was_erased_when_and_why(client, keeper, item):
    assert client.post(SCREEN, FORM).url == LIST
    assert not still_there(item)

    page = re.sub(r"<[^>]+>", " ", client.get(LIST).content.decode())
    assert "een naam" in page and "een beslissing van een rechter" in page and "els@example.org" in page
    assert "Voorbeeldaerts" not in page


@pytest.mark.parametrize("registered", [True, False])
def test_the_second_step_is_asked_first(keeper, item, settings, registered):
    TOTPDevice.objects.all().delete()
    client = PasswordClient()
    client.force_login(keeper)
    if registered:
        TOTPDevice.objects.create(user=keeper, name="app")
    else:
        settings.SECOND_FACTOR_REQUIRED = True

    for answer in (client.get(SCREEN), client.post(SCREEN, FORM)):
        assert answer.url.startswith(reverse("second-factor") if registered else reverse("second-factor-setup"))
    assert still_there(item)


def test_the_second_step_of_yesterday_is_asked_anew(client, keeper, item, monkeypatch, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client.confirm(keeper)
    let_pass(monkeypatch, 12 * 3600 + 1)

    for answer in (client.get(SCREEN), client.post(SCREEN, FORM)):
        assert answer.url.startswith(reverse("second-factor"))
    assert still_there(item)


@pytest.mark.parametrize("missing", ["kind", "sought", "ground"])
def test_without_a_reason_nothing_is_erased(client, keeper, item, missing):
    page = client.post(SCREEN, FORM | {missing: ""})

    assert page.status_code == 200 and missing in page.context["form"].errors
    assert still_there(item)


@pytest.mark.parametrize("name", ["ab", "…", "verwijderd", "Verwijder", "Voorbeeldaerts\nx"])
def test_a_name_that_would_take_everything_along_is_refused(client, keeper, item, name):
    page = client.post(SCREEN, FORM | {"sought": name})

    assert "minstens drie letters" in page.content.decode()
    assert still_there(item)


def test_an_erasure_that_stopped_half_way_is_carried_out_by_the_next_start(keeper, item):
    """It was put on the list, and then the machine stopped."""
    key = ledger.key()
    ledger.append(line("name", [mark_of("Voorbeeldaerts", key)], "privacy", keeper))
    with (ledger.path_of("list.jsonl")).open("a") as file:
        file.write('{"key": "cut o')
    call_command("repeat_erasures")

    assert not still_there(item)
    assert Erasure.objects.get().by == keeper


def test_without_its_key_the_list_is_not_passed_over_in_silence(keeper, item):
    key = ledger.key()
    ledger.append(line("name", [mark_of("Voorbeeldaerts", key)], "privacy", keeper))
    ledger.path_of("key").unlink()

    with pytest.raises(ledger.KeyIsMissing):
        call_command("repeat_erasures")
