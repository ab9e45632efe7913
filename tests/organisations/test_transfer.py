"""Memberships in and out as CSV, through the administration, with files as spreadsheets make them."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from organisations.models import Membership, Organization, Person, Role
from tests.accounts.people import person
from tests.factories import (
    BenchFactory,
    BenchKindFactory,
    BodyMembershipFactory,
    OrganizationContentFactory,
    PersonMembershipFactory,
)

pytestmark = pytest.mark.django_db
IMPORT, CONFIRM = (reverse(f"admin:organisations_membership_{name}") for name in ("import", "process_import"))
EXPORT = reverse("admin:organisations_membership_export")
HEADERS = "orgaan;geleding;organisatie;samen met;persoon;rol;functie;afgevaardigd door;zetels;bezet;van;bron"
ROWS = [
    "resoc;werkgevers;unizo;vkw-limburg;;;;;3;;;Verslag",
    "resoc;;;;Zoë Ångström;voorzitter;burgemeester;UNIZO;;bezet;05/2017;Verslag",
]


@pytest.fixture(autouse=True)
def secretary(client):
    client.force_login(person("an", "Eindredacteur"))


@pytest.fixture(autouse=True)
def resoc():
    for slug, name in (("unizo", "UNIZO"), ("vkw-limburg", "VKW Limburg")):
        OrganizationContentFactory(name=name, state="published", organization__slug=slug)
    body = OrganizationContentFactory(name="RESOC", state="published", organization__slug="resoc").organization
    BenchFactory(organization=body, kind=BenchKindFactory(slug="werkgevers", label="werkgevers"))
    return body


def table(*rows, headers=HEADERS, separator=";"):
    return "\r\n".join((headers, *rows)).replace(";", separator) + "\r\n"


def upload(client, data, name="leden.csv"):
    data = data.encode() if isinstance(data, str) else data
    return client.post(IMPORT, {"import_file": SimpleUploadedFile(name, data), "format": "0", "resource": "0"})


def words(response):
    assert response.status_code == 200
    main = html.fromstring(response.content.decode()).xpath('//*[@id="content"]')[0]
    return " ".join(" ".join(main.itertext()).split())


def confirm(client, response):
    fields = html.fromstring(response.content.decode()).xpath('//input[@type="hidden"]')
    data = {field.get("name"): field.get("value") for field in fields}
    return client.post(CONFIRM, data, follow=True)


def exported(client, query=""):
    response = client.get(EXPORT + query)
    assert response["Content-Type"].startswith("text/csv")
    assert 'filename="lidmaatschappen.csv"' in response["Content-Disposition"]
    return response.content


def read(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


ENCODINGS = {
    "semicolons": (";", "utf-8"),
    "commas": (",", "utf-8"),
    "BOM": (";", "utf-8-sig"),
    "Windows": (";", "cp1252"),
    "tabs": ("\t", "utf-8-sig"),
}


@pytest.mark.parametrize(("separator", "encoding"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_table_is_looked_at_first_and_then_imported(client, resoc, separator, encoding):
    look = upload(client, table(*ROWS, separator=separator).encode(encoding))
    assert "Er is nog niets bewaard" in words(look) and "Zoë Ångström" in words(look)
    assert not Membership.objects.exists() and not Person.objects.exists()

    assert "2 nieuw" in confirm(client, look).content.decode()
    seats, chair = sorted(Membership.objects.all(), key=lambda membership: membership.person_id or 0)
    assert (seats.member.slug, seats.seats, str(seats.bench)) == ("unizo", 3, "werkgevers")
    assert [body.slug for body in seats.shared_with.all()] == ["vkw-limburg"]
    assert (chair.person.name, chair.role.slug, chair.start) == ("Zoë Ångström", "voorzitter", "2017-05")
    assert (chair.delegated_by.slug, chair.state, chair.function) == ("unizo", "occupied", "burgemeester")
    assert chair.history.get().history_user.username == "an@example.org"


BAD_ROWS = [
    ("geen;;unizo;;;;;;;;;", "orgaan", "Er is geen organisatie “geen”."),
    (";;unizo;;;;;;;;;", "orgaan", "veld"),
    ("resoc;vakbonden;unizo;;;;;;;;;", "geleding", "heeft geen geleding “vakbonden”"),
    ("resoc;;;;An;koning;;;;;;", "rol", "Er is geen rol “koning”."),
    ("resoc;;unizo;;;;;;veel;;;", "zetels", "geen aantal zetels"),
    ("resoc;;unizo;;;;;;;misschien;;", "bezet", "geen van deze woorden"),
    ("resoc;;unizo;;;;;;;;31/02/2017;", "van", "geen datum"),
    ("resoc;;unizo;wie;;;;;;;;", "samen met", "Er is geen organisatie “wie”."),
]


@pytest.mark.parametrize(("row", "column", "sentence"), BAD_ROWS, ids=[case[1] + case[0][:3] for case in BAD_ROWS])
def test_a_mistake_is_said_by_line_and_column_and_nothing_is_imported(client, row, column, sentence):
    page = words(upload(client, table(*ROWS, row)))

    assert f"Regel 4, kolom “{column}”" in page and sentence in page
    assert "Ja, importeer dit" not in page
    assert not Membership.objects.exists() and not Person.objects.exists()


def test_rules_of_the_record_are_said_by_line_too(client):
    page = words(upload(client, table("resoc;;;;An;;;;;;;", "resoc;;unizo;;;;;;;;;", "resoc;;unizo;;;;;;;;;")))

    assert "Regel 2: Kies de rol" in page or "Regel 2, kolom" in page
    assert "Regel 4: Dit lidmaatschap" in page
    assert not Membership.objects.exists()


def test_an_unknown_number_is_no_new_record(client):
    page = words(upload(client, table("99;resoc;unizo", "x;resoc;unizo", headers="nummer;orgaan;organisatie")))

    assert "Er is geen lidmaatschap met nummer 99" in page and "“x” is geen nummer" in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "leeg"),
        ("orgaan;gewicht\nresoc;3\n", "Deze kolommen kennen wij niet: gewicht."),
        ("organisatie\nunizo\n", "verplicht"),
        ("orgaan;orgaan\nresoc;resoc\n", "één keer"),
        ("orgaan;organisatie\nresoc;unizo;meer\n", "Regel 2 heeft meer cellen"),
        ("orgaan;organisatie\n", "geen rijen"),
        (b"\x00\x01\x02", "kennen wij niet"),
        (b"PK\x03\x04" + b"\xff" * 200, "kennen wij niet"),
        ("orgaan\n" + '"' + "x" * 200_000 + '"', "niet lezen"),
        ("orgaan\n" + "resoc\n" * 5001, "meer dan 5000 rijen"),
    ],
)
def test_what_is_no_such_table_is_refused_with_a_sentence(client, data, sentence):
    assert sentence in words(upload(client, data))


def test_a_large_file_is_refused(client):
    assert "groter dan 1 MB" in words(upload(client, b"x" * (1024 * 1024 + 1)))


def test_what_changed_between_the_look_and_the_confirmation_imports_nothing(client, resoc):
    look = upload(client, table(*ROWS))
    BodyMembershipFactory(body=resoc, bench=resoc.benches.get(), member=Organization.objects.get(slug="unizo"))
    page = confirm(client, look).content.decode()

    assert "intussen is er iets veranderd" in page
    assert Membership.objects.count() == 1 and not Person.objects.exists()


def test_a_record_that_a_colleague_changed_after_the_look_is_not_overwritten(client, resoc):
    membership = BodyMembershipFactory(body=resoc, bench=resoc.benches.get())
    look = upload(client, table(*ROWS))
    Membership.objects.filter(pk=membership.pk).update(function="Van een collega")
    assert "intussen is er iets veranderd" in confirm(client, look).content.decode()
    assert Membership.objects.get().function == "Van een collega"


@pytest.mark.parametrize("name", ["iets", "../../etc/passwd", "", "a:b:c"])
def test_what_was_not_looked_at_is_not_imported(client, name):
    data = {"import_file_name": name, "original_file_name": "leden.csv", "format": "0", "resource": "0"}
    response = client.post(CONFIRM, data, follow=True)

    assert response.status_code == 200
    assert not Membership.objects.exists()


def test_an_export_comes_back_without_a_change(client, resoc):
    confirm(client, upload(client, table(*ROWS)))
    data, changes = exported(client), Membership.history.count()
    assert data.startswith(b"\xef\xbb\xbf")
    look = upload(client, data)

    assert "Ongewijzigd" in words(look)
    assert "2 ongewijzigd" in confirm(client, look).content.decode()
    assert Membership.history.count() == changes


def test_a_row_with_its_number_changes_that_record(client, resoc):
    chair = PersonMembershipFactory(body=resoc, role=Role.objects.get(slug="voorzitter"), start="2015")
    data = exported(client).decode("utf-8-sig").replace(";2015;;", ";2015;2017;")
    confirm(client, upload(client, data))

    chair.refresh_from_db()
    assert chair.end == "2017" and Membership.objects.count() == 1


@pytest.mark.parametrize("cell", ["=1+1", "+32", "-1", "@SUM(A1)", "\tx"])
def test_a_cell_is_no_formula_in_a_spreadsheet_and_comes_back_as_it_was(client, resoc, cell):
    member = PersonMembershipFactory(body=resoc, role=Role.objects.first(), function=cell, source=cell)
    row = read(exported(client))[0]
    assert (row["functie"], row["bron"]) == (f"'{cell}", f"'{cell}")

    Membership.objects.update(function="", source="")
    confirm(client, upload(client, row_as_exported(row)))
    member.refresh_from_db()
    assert member.function == cell


def row_as_exported(row):
    stream = io.StringIO()
    writer = csv.DictWriter(stream, row, delimiter=";")
    writer.writeheader()
    writer.writerow(row)
    return stream.getvalue()


def test_the_export_follows_the_filter_of_the_list(client, resoc):
    other = OrganizationContentFactory(state="published").organization
    role = Role.objects.first()
    PersonMembershipFactory(body=resoc, role=role, person__name="An")
    PersonMembershipFactory(body=other, role=role, person__name="Bo")

    assert [row["persoon"] for row in read(exported(client, f"?body__id__exact={resoc.pk}"))] == ["An"]


def test_a_thousand_rows_are_exported_with_as_many_queries_as_ten(client, resoc, django_assert_max_num_queries):
    role = Role.objects.first()
    people = Person.objects.bulk_create(Person(name=f"Voorbeeld {n}") for n in range(1000))
    Membership.objects.bulk_create(
        Membership(body=resoc, person=each, role=role, delegated_by=resoc) for each in people
    )
    with django_assert_max_num_queries(25):
        assert len(read(exported(client))) == 1000


def test_who_may_not_publish_neither_imports_nor_exports(client):
    client.force_login(person("bo", "Redacteur"))

    assert upload(client, table(*ROWS)).status_code == 403
    assert client.post(CONFIRM, {}).status_code == 403
    assert client.get(EXPORT).status_code == 403
    page = client.get(reverse("admin:organisations_membership_changelist")).content.decode()
    assert IMPORT not in page and EXPORT not in page


def test_the_form_warns_that_it_is_live(client):
    assert "meteen zichtbaar voor elke lezer" in words(client.get(IMPORT))
