"""Staff keep municipalities, mergers and milestones: live at once, so for who may publish."""

import html
import re

import pytest
from django.contrib.sites.models import Site

from organisations.models import Area, AreaChange, Milestone
from tests.factories import AreaChangeFactory, AreaFactory, MilestoneFactory, OrganizationContentFactory, UserFactory

pytestmark = pytest.mark.django_db

AREA = "/beheer/organisations/area/"
CHANGE = "/beheer/organisations/areachange/"
MILESTONE = "/beheer/organisations/milestone/"


@pytest.fixture
def role(client):
    def log_in(name):
        user = UserFactory(roles=[name])
        client.force_login(user)
        return user

    return log_in


@pytest.fixture
def editor(role):
    return role("Eindredacteur")


def empty(*prefixes):
    return {f"{prefix}-{name}": 0 for prefix in prefixes for name in ("TOTAL_FORMS", "INITIAL_FORMS")}


def area_form(**fields):
    blank = {"name": "Alken", "kind": "municipality", "slug": "alken", "sites": [Site.objects.get_current().pk]}
    return blank | empty("wholes", "participations") | fields


def change_form(originals, results, date="01/01/2019"):
    return {
        "date": date,
        "originals": [area.pk for area in originals],
        "results": [area.pk for area in results],
        "source": "Een lijst",
    }


def errors(response):
    assert response.status_code == 200
    found = re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', response.content.decode(), re.S)
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", text).strip() for text in found))


def text(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


@pytest.mark.parametrize(("name", "allowed"), [("Redacteur", False), ("Eindredacteur", True), ("Beheerder", True)])
def test_who_may_publish_changes_and_who_writes_drafts_looks(client, role, name, allowed):
    area, change, milestone = AreaFactory(), AreaChangeFactory(), MilestoneFactory()
    role(name)

    for path, record in ((AREA, area), (CHANGE, change), (MILESTONE, milestone)):
        assert client.get(path).status_code == 200
        assert client.get(f"{path}{record.pk}/change/").status_code == 200
        assert (client.get(f"{path}add/").status_code == 200) == allowed
        assert (client.get(f"{path}{record.pk}/delete/").status_code == 200) == allowed
        assert (client.post(f"{path}{record.pk}/change/", {}).status_code != 403) == allowed


@pytest.mark.parametrize("path", [AREA, CHANGE, MILESTONE])
def test_the_form_says_that_a_change_is_live_at_once(client, editor, path):
    sentence = "wat u bewaart, staat meteen online" if path == CHANGE else "is meteen zichtbaar voor elke lezer"
    assert text(client, f"{path}add/").count(sentence) == 1


def test_an_area_is_entered_with_where_it_lies_and_takes_part_on_one_screen(client, editor):
    region = AreaFactory(name="Noord-Limburg", kind=Area.Kind.SUB_REGION)
    body = OrganizationContentFactory(name="Overleg", state="published")
    rows = {
        "wholes-TOTAL_FORMS": 1,
        "wholes-0-whole": region.pk,
        "wholes-0-known_on": "2005",
        "wholes-0-source": "Een verslag",
        "participations-TOTAL_FORMS": 1,
        "participations-0-organization": body.organization.pk,
        "participations-0-start": "02/2013",
    }
    assert client.post(f"{AREA}add/", area_form(**rows)).status_code == 302

    page = text(client, "/gemeenten/alken/")
    assert "Noord-Limburg" in page and "laatst bekend: 2005" in page
    assert "Overleg" in page and "sinds februari 2013" in page


def test_a_new_area_is_for_the_site_on_which_the_editor_works(client, editor):
    Site.objects.create(domain="elders.example.org", name="Elders")
    ticked = re.findall(r'name="sites" value="(\d+)"[^>]*checked', client.get(f"{AREA}add/").content.decode())

    assert ticked == [str(Site.objects.get_current().pk)]


def test_staff_find_an_area_however_they_type_it(client, editor):
    AreaFactory(name="Sint-Truiden")
    AreaFactory(name="Alken")

    assert "Sint-Truiden" in text(client, f"{AREA}?q=sint truiden")
    found = client.get(
        "/beheer/autocomplete/?app_label=organisations&model_name=areachange&field_name=originals&term=SINTTRUIDEN"
    )
    assert [item["text"] for item in found.json()["results"]] == ["Sint-Truiden"]


def test_a_merger_shows_at_once_and_its_history_says_who_entered_it(client, editor):
    ended = [AreaFactory(name=name, end="2018-12-31") for name in ("Neerpelt", "Overpelt")]
    new = AreaFactory(name="Pelt", slug="pelt")
    assert client.post(f"{CHANGE}add/", change_form(ended, [new])).status_code == 302

    assert "gingen samen op in" in text(client, "/gemeenten/pelt/")
    page = text(client, f"{CHANGE}{AreaChange.objects.get().pk}/history/")
    assert editor.username in page and "Door wie" in page


def test_a_merger_that_contradicts_the_areas_is_refused_with_a_sentence(client, editor):
    open_end, later = AreaFactory(name="Bilzen"), AreaFactory(name="Hoeselt", end="2024-12-31")
    new, old = AreaFactory(name="Nieuw", start="2019-01-01"), AreaFactory(name="Ouder", start="1977")

    assert "Bilzen bestaat nog op die datum" in errors(client.post(f"{CHANGE}add/", change_form([open_end], [new])))
    assert "Hoeselt bestaat nog op die datum" in errors(client.post(f"{CHANGE}add/", change_form([later], [new])))
    assert "Voor en na zijn gelijk" in errors(client.post(f"{CHANGE}add/", change_form([old], [old])))
    gone = AreaFactory(end="2018-12-31")
    assert "Ouder bestond al voor die datum" in errors(client.post(f"{CHANGE}add/", change_form([gone], [old])))
    assert not AreaChange.objects.exists()


def test_an_impossible_date_keeps_what_was_typed(client, editor):
    fields = {"date": "31/02/2014", "kind": "pact", "title": "Een pact", "source": "Een bron", "sites": [1]}
    response = client.post(f"{MILESTONE}add/", fields)

    assert "is geen datum" in errors(response)
    assert 'value="31/02/2014"' in response.content.decode()
    assert not Milestone.objects.exists()


@pytest.mark.parametrize("make", [AreaFactory, AreaChangeFactory, MilestoneFactory])
def test_an_earlier_state_can_be_looked_at_and_not_put_back(client, editor, make):
    record = make(source="Een eerdere bron")
    record.source = "Een andere bron"
    record.save()
    opts = record._meta
    earlier = f"/beheer/{opts.app_label}/{opts.model_name}/{record.pk}/history/{record.history.last().pk}/"

    page = text(client, earlier)
    page = re.sub("<template.*?</template>", "", page, flags=re.DOTALL)  # what offers text that was typed
    assert "Een eerdere bron" in page and "Terugzetten" not in page
    assert client.post(earlier, {"source": "Een eerdere bron"}).status_code == 403
    record.refresh_from_db()
    assert record.source == "Een andere bron"


def test_lists_cost_the_same_queries_for_few_records_and_many(client, editor):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries(path):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    def add(count):
        for _ in range(count):
            AreaChangeFactory(originals=[AreaFactory()], results=[AreaFactory()])
            MilestoneFactory()

    paths = (AREA, CHANGE, MILESTONE)
    add(3)
    for path in paths:
        queries(path)
    few = [queries(path) for path in paths]
    add(30)

    assert [queries(path) for path in paths] == few
