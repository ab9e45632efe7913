"""What the browser hears of the forms that it keeps: the names of those that were saved, and of no others."""

import pytest
from django.urls import reverse
from lxml import html

from organisations.models import Person
from publication.saved_forms import FIELD, LONGEST, MOST, NAME
from tests.factories import NewsContentFactory, UserFactory, version_of

from .test_admin import change_url, document_form, news_form

pytestmark = pytest.mark.django_db
ADD = reverse("admin:organisations_person_add")


def told(client):
    """What the next page of the administration tells the browser."""
    page = html.fromstring(client.get(reverse("admin:index")).content.decode())
    [script] = page.xpath('//script[contains(@src, "unsaved-fields.js")]')
    return script.get("data-saved").split()


def test_a_form_that_was_saved_is_told(client, editor):
    client.post(ADD, {"name": "An Voorbeeld", FIELD: "eerste"})
    assert Person.objects.exists() and told(client) == ["eerste"]


def test_so_is_one_that_says_what_is_lacking_or_leads_on_with_a_lazy_sentence(client, editor):
    without_file = document_form("") | {FIELD: "eerste"}
    assert client.post(reverse("admin:documents_document_add"), without_file).status_code == 302
    version = version_of(NewsContentFactory(created_by=editor))
    client.post(f"/beheer/djangocms_versioning/newscontentversion/{version.pk}/archive/", {FIELD: "tweede"})
    assert told(client) == ["eerste", "tweede"]


def test_a_form_with_a_mistake_is_not(client, editor):
    client.post(ADD, {"name": "", FIELD: "eerste"})
    assert told(client) == []


def test_a_form_of_what_is_gone_is_not_and_its_warning_is_shown(client, editor):
    gone = reverse("admin:organisations_person_change", args=(999,))
    assert client.post(gone, {"name": "An Voorbeeld", FIELD: "eerste"}).status_code == 302
    page = client.get(reverse("admin:index"))
    assert html.fromstring(page.content.decode()).find_class("warning")
    assert told(client) == []


def test_a_form_that_came_too_late_is_not(client, editor):
    content = NewsContentFactory(created_by=UserFactory())
    client.post(change_url(content.news_item), news_form(**{FIELD: "eerste"}))
    assert told(client) == []


def test_a_form_that_leads_to_the_login_is_not(client):
    assert client.post(ADD, {"name": "An Voorbeeld", FIELD: "eerste"}).url.startswith(reverse("admin:login"))
    assert NAME not in client.session


def test_the_last_ones_are_told_and_no_longer_names(client, editor):
    for number in range(MOST + 1):
        client.post(ADD, {"name": f"Nummer {number}", FIELD: f"{number}" + "x" * LONGEST})
    assert len(told(client)) == MOST
    assert {len(name) for name in told(client)} == {LONGEST}
