"""Dates are as precise as their source, in the form, in the database and in words."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from organisations.dating import PartialDate, PartialDateFormField
from organisations.models import Known, Membership, Relation, RelationType
from tests.factories import OrganizationFactory, PersonMembershipFactory


@pytest.mark.parametrize(
    ("typed", "kept", "words"),
    [
        ("2017", "2017", "2017"),
        ("5/2017", "2017-05", "mei 2017"),
        ("6/2/2017", "2017-02-06", "6 februari 2017"),
        ("06-02-2017", "2017-02-06", "6 februari 2017"),
        ("2017-02-06", "2017-02-06", "6 februari 2017"),
    ],
)
def test_an_editor_types_a_date_as_precise_as_the_source(typed, kept, words):
    date = PartialDateFormField().clean(typed)
    assert (date, date.in_words) == (kept, words)
    assert PartialDate.parse(date.as_typed) == date


@pytest.mark.parametrize("typed", ["morgen", "31/2/2017", "13/2017", "0000", "6/2/17", "2017-2"])
def test_what_is_no_date_is_refused_with_a_sentence(typed):
    with pytest.raises(ValidationError, match="geen datum"):
        PartialDateFormField().clean(typed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end", "known_on", "day", "known"),
    [
        ("2017-05", "2018-05", "", "2017-04-30", Known.NO),
        ("2017-05", "2018-05", "", "2017-05-01", Known.HOLDS),
        ("2017-05", "2018-05", "", "2018-05-31", Known.HOLDS),
        ("2017-05", "2018-05", "", "2018-06-01", Known.NO),
        ("2021-05", "", "", "2026-01-01", Known.HOLDS),
        ("", "2018", "", "2018-12-31", Known.HOLDS),
        ("", "2018", "", "2019-01-01", Known.NO),
        ("", "", "2005-05-10", "2005-05-09", Known.NO),
        ("", "", "2005-05-10", "2005-05-10", Known.HOLDS),
        ("", "", "2005-05-10", "2005-05-11", Known.LAST_KNOWN),
        ("", "", "2013", "2013-12-31", Known.HOLDS),
        ("", "", "", "2013-12-31", Known.UNDATED),
    ],
)
def test_what_a_record_says_of_a_day_is_the_same_in_code_and_in_the_database(start, end, known_on, day, known):
    membership = PersonMembershipFactory(start=start, end=end, known_on=known_on)
    day = datetime.date.fromisoformat(day)
    membership.refresh_from_db()
    assert membership.known_about(day) is known
    assert Membership.objects.on(day).exists() is (known is not Known.NO)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "refused"),
    [
        ({"start": "2017-05", "end": "2017"}, False),
        ({"start": "2017-05", "end": "2017-05-02"}, False),
        ({"start": "2017-05", "end": "2017-04-30"}, True),
        ({"start": "2017-05-02", "end": "2016"}, True),
        ({"known_on": "2017", "start": "2016"}, True),
        ({"known_on": "2017"}, False),
    ],
)
def test_an_impossible_period_is_refused_by_the_form_and_by_the_database(dates, refused):
    subject, object = OrganizationFactory(), OrganizationFactory()
    relation = Relation(subject=subject, object=object, type=RelationType.objects.first(), **dates)
    if not refused:
        relation.full_clean()
        relation.save()
        return
    for name, value in dates.items():
        setattr(relation, name, PartialDate(value))
    with pytest.raises(ValidationError):
        relation.clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        relation.save()


@pytest.mark.django_db
def test_a_circle_of_working_groups_is_refused_and_so_is_a_relation_entered_from_its_other_side():
    one, two, three = OrganizationFactory.create_batch(3)
    part = RelationType.objects.get(slug="werkgroep-van")
    Relation.objects.create(subject=two, type=part, object=one)
    Relation.objects.create(subject=three, type=part, object=two)
    with pytest.raises(ValidationError, match="cirkel"):
        Relation(subject=one, type=part, object=three).full_clean()
    together = RelationType.objects.get(slug="werkt-geintegreerd-met")
    Relation.objects.create(subject=one, type=together, object=two)
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.create(subject=two, type=together, object=one)
