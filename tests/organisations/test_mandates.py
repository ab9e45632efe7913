"""End a mandate, or let somebody take it over: one action, with a look before it happens."""

import pytest
from django.urls import reverse
from lxml import html

from organisations.models import Membership, Role
from publication.seen import mark_of
from tests.accounts.people import person
from tests.factories import BenchFactory, BodyMembershipFactory, OrganizationContentFactory, PersonFactory
from tests.factories import PersonMembershipFactory as PersonIn

pytestmark = pytest.mark.django_db
LIST = reverse("admin:organisations_membership_changelist")


@pytest.fixture
def resoc():
    return OrganizationContentFactory(name="RESOC", kind="organ", state="published").organization


@pytest.fixture(autouse=True)
def secretary(client):
    account = person("an", "Eindredacteur")
    client.force_login(account)
    return account


@pytest.fixture
def chair(resoc):
    role = Role.objects.get(slug="voorzitter")
    return PersonIn(body=resoc, person__name="An", role=role, start="2015", source="Verslag 1", state="occupied")


def choose(client, *memberships, **fields):
    keys = [membership.pk for membership in memberships]
    looked_at = {"seen": mark_of(Membership.objects.filter(pk__in=keys))}
    return client.post(LIST, {"action": "end_or_replace", "_selected_action": keys} | looked_at | fields)


def words(response):
    assert response.status_code == 200
    return " ".join(" ".join(html.fromstring(response.content.decode()).itertext()).split())


def test_a_mandate_ends_after_a_look_at_what_will_happen(client, chair):
    asked = words(choose(client, chair))
    assert "Deze mandaten eindigen: An – RESOC, voorzitter" in asked and "meteen zichtbaar" in asked

    look = words(choose(client, chair, step="look", last="30/04/2017"))
    assert "An – RESOC eindigt: van 2015 tot en met 30 april 2017." in look
    chair.refresh_from_db()
    assert not chair.end and chair.history.count() == 1

    done = choose(client, chair, step="do", last="30/04/2017", source="Verslag 2")
    assert done.status_code == 302
    chair.refresh_from_db()
    assert (chair.end, chair.source) == ("2017-04-30", "Verslag 1; Verslag 2")
    assert Membership.objects.count() == 1


def test_what_a_colleague_changed_since_the_look_is_looked_at_again(client, chair):
    look = choose(client, chair, step="look", last="30/04/2017")
    seen = html.fromstring(look.text).xpath("//input[@name='seen']/@value")[0]
    Membership.objects.update(function="burgemeester")

    told = choose(client, chair, step="do", last="30/04/2017", seen=seen)
    assert "Een collega heeft een ervan intussen gewijzigd" in words(told)
    chair.refresh_from_db()
    assert not chair.end

    seen = html.fromstring(told.text).xpath("//input[@name='seen']/@value")[0]
    assert choose(client, chair, step="do", last="30/04/2017", seen=seen).status_code == 302


def test_who_follows_begins_the_day_after_in_the_same_place(client, chair, resoc):
    chair.delegated_by = OrganizationContentFactory(name="ACV", state="published").organization
    chair.bench = BenchFactory(organization=resoc)
    chair.save()
    bo = PersonFactory(name="Bo")
    fields = {"last": "30/04/2017", "person": bo.pk, "function": "schepen", "source": "Verslag 2"}

    look = words(choose(client, chair, step="look", **fields))
    assert "Bo – RESOC begint: sinds 1 mei 2017, einde niet bekend." in look
    assert Membership.objects.count() == 1
    assert choose(client, chair, step="do", **fields).status_code == 302

    follower = Membership.objects.get(person=bo)
    assert (follower.start, follower.end, follower.function, follower.source) == (
        "2017-05-01",
        "",
        "schepen",
        "Verslag 2",
    )
    for name in ("body", "bench", "role", "delegated_by", "position"):
        assert getattr(follower, name) == getattr(chair, name), name
    assert follower.history.get().history_user.username == "an@example.org"


def test_a_month_is_as_precise_for_who_follows(client, chair):
    bo = PersonFactory()
    choose(client, chair, step="do", last="05/2017", person=bo.pk)

    assert Membership.objects.get(person=bo).start == "2017-05"


def test_an_organisation_takes_over_seats_of_an_organisation(client, resoc):
    old = BodyMembershipFactory(body=resoc, seats=3, start="2010")
    new = OrganizationContentFactory(name="Nieuw", state="published").organization
    choose(client, old, step="do", last="2017", member=new.pk)

    follower = Membership.objects.get(member=new)
    assert (follower.seats, follower.start, follower.state) == (3, "2017", "unknown")


@pytest.mark.parametrize(
    ("dates", "fields", "sentence"),
    [
        ({"start": "", "known_on": "2005-05-10"}, {"last": "2017"}, "bekend op één datum"),
        ({"start": "2010", "end": "2012"}, {"last": "2017"}, "heeft al een einde: 2012"),
        ({"start": "2018"}, {"last": "2017"}, "vóór het begin"),
        ({"start": "2010"}, {"last": "31/02/2017"}, "geen datum"),
        ({"start": "2010"}, {"last": "31/12/9999", "person": "other"}, "geen dag na"),
        ({"start": "2010"}, {"last": "2017", "person": "same"}, "Kies iemand anders"),
        ({"start": "2010"}, {"last": "2017", "member": "body"}, "Een persoon volgt een persoon op"),
        ({"start": "2010"}, {"last": "2017", "source": "x" * 195}, "200"),
    ],
)
@pytest.mark.parametrize("step", ["look", "do"])
def test_what_cannot_be_is_said_and_nothing_changes(client, chair, resoc, dates, fields, sentence, step):
    for name, value in dates.items():
        setattr(chair, name, value)
    chair.save()
    others = {"other": PersonFactory().pk, "same": chair.person_id, "body": resoc.pk}
    fields = {name: others.get(value, value) for name, value in fields.items()}
    before = list(Membership.objects.values())

    assert sentence in words(choose(client, chair, step=step, **fields))
    assert list(Membership.objects.values()) == before


def test_of_several_mandates_all_end_or_none(client, chair, resoc):
    other = PersonIn(body=resoc, role=Role.objects.get(slug="effectief-lid"), start="2019")
    assert "vóór het begin" in words(choose(client, chair, other, step="do", last="2017"))
    chair.refresh_from_db()
    assert not chair.end

    assert choose(client, chair, other, step="do", last="2020").status_code == 302
    assert set(Membership.objects.values_list("end", flat=True)) == {"2020"}


def test_who_may_not_publish_has_no_such_action(client, chair):
    client.force_login(person("bo", "Redacteur"))
    choose(client, chair, step="do", last="2017")

    chair.refresh_from_db()
    assert not chair.end
