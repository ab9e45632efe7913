"""Nothing is part of its own parts: not through rows of one form, and not through two people at once."""

import threading
import time

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections, transaction

from organisations.models import Relation, RelationType
from tests.factories import OrganizationContentFactory, OrganizationFactory

from .test_staff import body, errors_of, screen, screen_form, secretary  # noqa: F401 - a fixture

PART = "werkgroep-van"


def part_of():
    return RelationType.objects.get(slug=PART)


@pytest.fixture
def table():
    return OrganizationContentFactory(name="Tafel", state="published").organization


@pytest.mark.django_db
def test_two_rows_of_one_form_close_no_circle(client, secretary, table):  # noqa: F811
    group = body("Werkgroep")
    response = client.post(
        screen(table),
        screen_form(
            relations_from=[{"type": part_of().pk, "object": group.pk}],
            relations_to=[{"type": part_of().pk, "subject": group.pk}],
        ),
    )
    assert response.status_code == 200
    assert "cirkel" in str(errors_of(response))
    assert "cirkel" in response.content.decode()
    assert not Relation.objects.exists()


@pytest.mark.django_db
def test_two_rows_close_no_circle_through_a_body_in_between(client, secretary, table):  # noqa: F811
    above, below = body("Boven"), body("Onder")
    Relation.objects.create(subject=above, type=part_of(), object=below)
    response = client.post(
        screen(table),
        screen_form(
            relations_from=[{"type": part_of().pk, "object": above.pk}],
            relations_to=[{"type": part_of().pk, "subject": below.pk}],
        ),
    )
    assert "cirkel" in str(errors_of(response))
    assert Relation.objects.count() == 1


@pytest.mark.django_db
def test_a_row_that_closes_a_circle_with_what_is_stored_is_told_where_it_is_seen(client, secretary, table):  # noqa: F811
    group = body("Werkgroep")
    Relation.objects.create(subject=table, type=part_of(), object=group)
    response = client.post(screen(table), screen_form(relations_to=[{"type": part_of().pk, "subject": group.pk}]))
    assert "cirkel" in response.content.decode()


@pytest.mark.django_db
def test_rows_that_close_no_circle_are_kept(client, secretary, table):  # noqa: F811
    response = client.post(
        screen(table),
        screen_form(
            relations_from=[{"type": part_of().pk, "object": body("Boven").pk}],
            relations_to=[{"type": part_of().pk, "subject": body("Onder").pk}],
        ),
    )
    assert response.status_code == 302, errors_of(response)
    assert Relation.objects.count() == 2


def waits_for_a_lock(process, seconds=20):
    """Whether the connection with this number of a process comes to wait for another; asked from one of its own."""
    asking = connections.create_connection("default")
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with asking.cursor() as cursor:
                cursor.execute("SELECT wait_event_type FROM pg_stat_activity WHERE pid = %s", [process])
                if cursor.fetchone() == ("Lock",):
                    return True
            time.sleep(0.02)
        return False
    finally:
        asking.close()


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_close_no_circle():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    part = RelationType.objects.create(slug="deel-van", name="deel van", inverse_name="heeft deel", hierarchical=True)
    one, two = OrganizationFactory.create_batch(2)
    outcome, process = [], threading.Event()
    numbers = []

    def second():
        try:
            with transaction.atomic():
                connection.ensure_connection()
                numbers.append(connection.connection.info.backend_pid)
                process.set()
                relation = Relation(subject=two, type=part, object=one)
                relation.full_clean()
                relation.save()
                outcome.append("saved")
        except ValidationError as error:
            outcome.append(str(error))
        finally:
            connection.close()

    with transaction.atomic():
        first = Relation(subject=one, type=part, object=two)
        first.full_clean()
        thread = threading.Thread(target=second)
        thread.start()
        assert process.wait(20)
        assert waits_for_a_lock(numbers[0])
        first.save()
    thread.join(20)

    assert "cirkel" in outcome[0]
    assert Relation.objects.get() == first
