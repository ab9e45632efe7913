"""The press contact, boilerplates and facts: dated, live at once, and never two at a time."""

import datetime
import html
import re

import pytest
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from press.models import Boilerplate, PressContact
from tests.factories import BoilerplateFactory, PressContactFactory, PressFactFactory, UserFactory

pytestmark = pytest.mark.django_db

CONTACT = "/beheer/press/presscontact/"


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def as_role(client):
    def log_in(name):
        user = UserFactory(roles=[name])
        client.force_login(user)

    return log_in


def contact_form(**fields):
    site = Site.objects.get_current().pk
    return {"site": site, "name": "Voorbeeld Twee", "telephone": "011 00 00 00", "start": "01/06/2017"} | fields


def errors(response):
    found = re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', response.content.decode(), re.S)
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", text).strip() for text in found))


def test_the_contact_is_the_one_of_the_day_and_of_the_site():
    former = PressContactFactory(end=day("2017-05-31"))
    present = PressContactFactory(start=day("2017-06-01"))
    elsewhere = Site.objects.create(domain="elders.example.org", name="Elders")
    on = PressContact.objects.on
    site = Site.objects.get_current()

    assert [on(site, day(text)) for text in ("2016-12-31", "2017-01-01", "2017-05-31", "2017-06-01")] == [
        None,
        former,
        former,
        present,
    ]
    assert on(elsewhere, day("2017-06-01")) is None


@pytest.mark.parametrize(("start", "end"), [("01/06/2017", ""), ("31/12/2017", "01/02/2018"), ("01/01/2016", "")])
def test_a_period_that_overlaps_is_refused_with_a_sentence(client, as_role, start, end):
    PressContactFactory(end=day("2017-12-31"))
    as_role("Eindredacteur")

    answer = client.post(f"{CONTACT}add/", contact_form(start=start, end=end))

    assert answer.status_code == 200
    assert "Voorbeeld perscontact is perscontact in een deel van deze periode" in errors(answer)
    assert PressContact.objects.count() == 1


def test_a_period_that_follows_is_saved(client, as_role):
    PressContactFactory(end=day("2017-05-31"))
    as_role("Eindredacteur")

    assert client.post(f"{CONTACT}add/", contact_form()).status_code == 302
    assert PressContact.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"telephone": "", "email": ""}, "Vul een telefoonnummer of een e-mailadres in."),
        ({"start": "02/06/2017", "end": "01/06/2017"}, "Het einde kan niet vóór het begin liggen."),
    ],
)
def test_bad_input_gets_a_sentence(client, as_role, fields, sentence):
    as_role("Eindredacteur")

    assert sentence in errors(client.post(f"{CONTACT}add/", contact_form(**fields)))


def test_the_database_itself_holds_one_contact_without_an_end():
    PressContactFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        PressContactFactory(start=day("2018-01-01"))


@pytest.mark.parametrize(("name", "allowed"), [("Redacteur", False), ("Eindredacteur", True), ("Beheerder", True)])
def test_who_may_publish_changes_and_who_writes_drafts_looks(client, as_role, name, allowed):
    records = {"presscontact": PressContactFactory(), "boilerplate": BoilerplateFactory(), "fact": PressFactFactory()}
    as_role(name)

    for model, record in records.items():
        path = f"/beheer/press/{model}/"
        assert client.get(path).status_code == 200
        assert client.get(f"{path}{record.pk}/change/").status_code == 200
        assert (client.get(f"{path}add/").status_code == 200) == allowed
        assert (client.post(f"{path}{record.pk}/change/", {}).status_code != 403) == allowed


def test_the_boilerplate_is_the_newest_that_had_begun():
    old = BoilerplateFactory()
    new = BoilerplateFactory(organization=old.organization, start=day("2020-01-01"))
    other = BoilerplateFactory(start=day("2018-01-01"))

    def on(text):
        return set(Boilerplate.objects.on(day(text)))

    assert on("2016-12-31") == set()
    assert on("2019-12-31") == {old, other}
    assert on("2020-01-01") == {new, other}


def test_two_boilerplates_of_one_day_are_refused():
    text = BoilerplateFactory()

    with pytest.raises(ValidationError, match="al een tekst vanaf deze dag"):
        Boilerplate(organization=text.organization, text="Nog een", start=text.start).full_clean()
