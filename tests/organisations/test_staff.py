"""Seats and relations as a secretary keeps them: one screen for a body, lists, and errors as sentences."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from organisations.models import Bench, BenchKind, ChangeEvent, Membership, Person, Relation, RelationType, Role, Theme
from tests.accounts.people import person
from tests.factories import (
    BenchFactory,
    BodyMembershipFactory,
    OrganizationContentFactory,
    PersonFactory,
    PersonMembershipFactory,
)

pytestmark = pytest.mark.django_db
LIVE = "meteen zichtbaar"


@pytest.fixture
def secretary(client):
    account = person("an", "Eindredacteur")
    client.force_login(account)
    return account


@pytest.fixture
def resoc():
    return OrganizationContentFactory(name="RESOC", state="published", organization__slug="resoc").organization


def body(name):
    return OrganizationContentFactory(name=name, state="published").organization


def screen(organization):
    return reverse("admin:organisations_seating_change", args=(organization.pk,))


def add(model):
    return reverse(f"admin:organisations_{model}_add")


def rows(prefix, *items, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(items), f"{prefix}-INITIAL_FORMS": initial}
    for number, item in enumerate(items):
        data |= {f"{prefix}-{number}-{name}": value for name, value in item.items()}
    return data


def screen_form(**sections):
    data = {}
    for prefix in ("benches", "memberships", "relations_from", "relations_to"):
        data |= rows(prefix, *sections.get(prefix, ()))
    return data


def words(response):
    return " ".join(" ".join(html.fromstring(response.content.decode()).itertext()).split())


def errors_of(response):
    """Errors by field, of the form and of all rows."""
    forms = [response.context["adminform"].form]
    for formset in response.context["inline_admin_formsets"]:
        forms += formset.formset.forms
    return {name: list(found) for form in forms for name, found in form.errors.items()}


# --- one screen


def test_benches_members_and_relations_of_a_body_are_kept_on_one_screen(client, secretary, resoc):
    kind, voka, an = BenchKind.objects.get(slug="werkgeversorganisaties"), body("Voka"), PersonFactory(name="An")
    response = client.post(
        screen(resoc),
        screen_form(
            benches=[{"kind": kind.pk, "seats": 8, "position": 0}],
            memberships=[
                {"member": voka.pk, "seats": 4, "state": "unknown", "position": 0},
                {"person": an.pk, "role": Role.objects.get(slug="voorzitter").pk, "state": "occupied", "position": 1}
                | {"start": "05/2017", "source": "Verslag"},
            ],
            relations_from=[{"type": RelationType.objects.get(slug="adviseert").pk, "object": voka.pk}],
        ),
    )

    assert response.status_code == 302, errors_of(response)
    assert Bench.objects.get().seats == 8
    assert {str(m) for m in Membership.objects.all()} == {"Voka – RESOC", "An – RESOC"}
    assert Relation.objects.get().object == voka
    page = client.get("/organisaties/resoc/").content.decode()
    assert "Sinds mei 2017, einde niet bekend" in page and "adviseert" in page


def test_a_date_stands_in_the_form_as_people_write_it_here(client, secretary, resoc):
    PersonMembershipFactory(body=resoc, role=Role.objects.first(), known_on="2005-05-10")

    assert 'value="10/05/2005"' in client.get(screen(resoc)).content.decode()


def test_the_screen_warns_that_it_is_live_and_is_linked_from_the_texts(client, secretary, resoc):
    assert LIVE in words(client.get(screen(resoc)))
    change = reverse("admin:organisations_organization_change", args=(resoc.pk,))
    assert screen(resoc) in client.get(change).content.decode()


def test_who_may_not_publish_sees_the_screen_and_changes_nothing(client, resoc):
    client.force_login(person("bo", "Redacteur"))
    BenchFactory(organization=resoc, kind=BenchKind.objects.first())
    page = client.get(screen(resoc))

    assert page.status_code == 200 and 'name="_save"' not in page.content.decode()
    assert client.post(screen(resoc), screen_form()).status_code == 403
    for model in ("bench", "membership", "person", "relation", "changeevent", "role", "theme"):
        assert client.get(reverse(f"admin:organisations_{model}_changelist")).status_code == 200, model
        assert client.get(add(model)).status_code == 403, model


def test_the_right_to_change_records_is_not_enough_without_the_right_to_publish(client, resoc):
    from django.contrib.auth.models import Permission

    account = person("bo", "Redacteur")
    account.user_permissions.set(Permission.objects.filter(codename__in=("change_seating", "add_membership")))
    client.force_login(account)

    assert client.post(screen(resoc), screen_form()).status_code == 403
    assert client.get(add("membership")).status_code == 403


def test_terms_are_kept_by_the_administrator_and_read_by_the_others(client, secretary):
    data = {"slug": "water", "label": "water", "position": 0}
    assert client.post(add("theme"), data).status_code == 403
    client.force_login(person("cas", "Beheerder"))
    assert client.post(add("theme"), data).status_code == 302
    assert Theme.objects.filter(slug="water").exists()


def test_the_screen_of_a_large_body_shows_some_rows_and_leads_to_all(client, secretary, resoc):
    role = Role.objects.get(slug="effectief-lid")
    PersonMembershipFactory.create_batch(30, body=resoc, role=role)
    PersonMembershipFactory(body=resoc, role=role, end="2010")
    page = client.get(screen(resoc))

    assert page.content.decode().count("memberships-19-id") and "memberships-20-id" not in page.content.decode()
    assert "11 daarvan staan niet hieronder" in words(page)
    assert f"?body__id__exact={resoc.pk}" in page.content.decode()


# --- errors as sentences


def membership(resoc, **fields):
    return {"body": resoc.pk, "state": "unknown", "seats": "", "position": 0} | fields


def test_what_a_constraint_refuses_is_said_at_its_field(client, secretary, resoc):
    voka, an = body("Voka"), PersonFactory()
    chair = Role.objects.get(slug="voorzitter").pk
    BodyMembershipFactory(body=resoc, member=voka)
    PersonMembershipFactory(body=resoc, person=an, role_id=chair, start="2017")
    cases = [
        (membership(resoc, member=voka.pk), "member", "al ingevoerd"),
        (membership(resoc, person=an.pk, role=chair, start="2017"), "person", "al ingevoerd"),
        (membership(resoc, person=an.pk), "role", "rol"),
        (membership(resoc, member=resoc.pk), "member", "zichzelf"),
        (membership(resoc, state="vacant"), "source", "bron"),
        (membership(resoc), "member", "Kies een persoon of een organisatie"),
        (membership(resoc, member=voka.pk, seats=0, start="2016"), "seats", "zetel"),
        (membership(resoc, member=voka.pk, start="2018", end="2017"), "end", "vóór het begin"),
        (membership(resoc, member=voka.pk, start="2018", known_on="2017"), "known_on", "één datum"),
        (membership(resoc, member=voka.pk, start="31/02/2018"), "start", "geen datum"),
    ]
    for data, field, sentence in cases:
        response = client.post(add("membership"), data)
        assert response.status_code == 200, data
        found = errors_of(response)
        assert list(found) == [field] and sentence in found[field][0], (data, found)
        assert len(found[field]) == 1
    assert Membership.objects.count() == 2


def test_a_double_entry_is_refused_in_a_row_of_the_screen_too(client, secretary, resoc):
    voka = body("Voka")
    BodyMembershipFactory(body=resoc, member=voka)
    row = {"member": voka.pk, "state": "unknown", "position": 0}
    response = client.post(screen(resoc), screen_form(memberships=[row]))

    assert "al ingevoerd" in errors_of(response)["member"][0]


def test_two_equal_rows_at_once_are_refused(client, secretary, resoc):
    row = {"member": body("Voka").pk, "state": "unknown", "position": 0}
    response = client.post(screen(resoc), screen_form(memberships=[row, row]))

    assert "zeggen hetzelfde" in words(response)
    assert not Membership.objects.exists()


def test_a_relation_entered_from_both_sides_at_once_saves_nothing_and_says_so(client, secretary, resoc):
    other, both = body("Ander"), RelationType.objects.get(slug="werkt-geintegreerd-met").pk
    form = screen_form(
        relations_from=[{"type": both, "object": other.pk}], relations_to=[{"type": both, "subject": other.pk}]
    )

    assert "zeggen hetzelfde" in words(client.post(screen(resoc), form, follow=True))
    assert not Relation.objects.exists()


def relation(subject, slug, object, **fields):
    return {"subject": subject.pk, "type": RelationType.objects.get(slug=slug).pk, "object": object.pk} | fields


def test_relations_that_cannot_be_are_refused_at_the_other_organisation(client, secretary, resoc):
    group, other = body("Groep"), body("Ander")
    for subject, slug, object in ((group, "werkgroep-van", resoc), (resoc, "werkt-geintegreerd-met", other)):
        assert client.post(add("relation"), relation(subject, slug, object)).status_code == 302
    cases = [
        (relation(resoc, "adviseert", resoc), "zichzelf"),
        (relation(group, "werkgroep-van", resoc), "bestaat al"),
        (relation(other, "werkt-geintegreerd-met", resoc), "al ingevoerd"),
        (relation(resoc, "werkgroep-van", group), "cirkel"),
    ]
    for data, sentence in cases:
        response = client.post(add("relation"), data)
        assert response.status_code == 200
        assert sentence in errors_of(response)["object"][0]
    mirrored = {"type": RelationType.objects.get(slug="werkt-geintegreerd-met").pk, "object": resoc.pk}
    response = client.post(screen(other), screen_form(relations_from=[mirrored]))
    assert "al ingevoerd" in errors_of(response)["object"][0]


def test_a_change_that_changes_nothing_is_refused(client, secretary, resoc):
    data = {"kind": "succession", "originals": [resoc.pk], "results": [resoc.pk]}
    assert "verandert niets" in errors_of(client.post(add("changeevent"), data))["results"][0]
    assert not ChangeEvent.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_who_loses_a_race_gets_the_sentence_of_a_double_entry(client):
    from concurrent.futures import ThreadPoolExecutor

    from django.contrib.contenttypes.models import ContentType
    from django.db.models.signals import pre_save

    from accounts.role_groups import set_up_roles

    ContentType.objects.clear_cache()
    set_up_roles()
    client.force_login(person("an", is_superuser=True))

    def somebody_else(name):
        Person.objects.create(name=name)
        connection.close()

    def race(sender, instance, **kwargs):
        pre_save.disconnect(race, sender=Person)
        with ThreadPoolExecutor(1) as pool:
            pool.submit(somebody_else, instance.name).result(timeout=10)

    pre_save.connect(race, sender=Person)
    response = client.post(add("person"), {"name": "Voorbeeld"})

    assert response.status_code == 200 and "bestaat al" in errors_of(response)["name"][0]
    assert Person.objects.filter(name="Voorbeeld").count() == 1


# --- history


def test_the_history_says_who_changed_what_in_dutch(client, secretary, resoc):
    assert client.post(add("person"), {"name": "Jan Jansen"}).status_code == 302
    an = Person.objects.get()
    change = reverse("admin:organisations_person_change", args=(an.pk,))
    assert client.post(change, {"name": "Jan Janssen"}).status_code == 302
    page = words(client.get(reverse("admin:organisations_person_history", args=(an.pk,))))

    for sentence in ("Door wie", "an@example.org", "Toegevoegd", "Gewijzigd", "Jan Jansen", "Geschiedenis van"):
        assert sentence in page, sentence
    assert "Revert" not in page and "Choose" not in page
    record = an.history.last()
    seen = client.get(reverse("admin:organisations_person_simple_history", args=(an.pk, record.pk)))
    assert seen.status_code == 200 and 'value="Revert"' not in seen.content.decode()


# --- lists


@pytest.mark.parametrize("model", ["membership", "bench", "person", "relation", "seating"])
def test_lists_cost_as_many_queries_for_ten_rows_as_for_a_thousand(client, secretary, resoc, model):
    role, kind = Role.objects.get(slug="effectief-lid"), BenchKind.objects.first()
    advises = RelationType.objects.get(slug="adviseert")

    def fill(first, last):
        bodies = [body(f"Orgaan {n}") for n in range(first, last, 20)]
        for n in range(first, last):
            PersonMembershipFactory(body=bodies[(n - first) // 20], role=role, delegated_by=resoc)
        for other in bodies:
            BenchFactory(organization=other, kind=kind)
            Relation.objects.create(subject=resoc, type=advises, object=other)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(f"admin:organisations_{model}_changelist")).status_code == 200
        return len(captured)

    fill(0, 40)
    queries()
    few = queries()
    fill(40, 1000)
    assert queries() <= few


def test_a_search_finds_people_bodies_and_sources(client, secretary, resoc):
    PersonMembershipFactory(body=resoc, person__name="Jan Jansen", role=Role.objects.first(), source="Verslag 7")
    PersonMembershipFactory(body=resoc, person__name="Bo", role=Role.objects.first())
    for asked in ("Jansen", "Verslag 7"):
        page = words(client.get(reverse("admin:organisations_membership_changelist"), {"q": asked}))
        assert "Jan Jansen" in page and "Bo" not in page.split()
