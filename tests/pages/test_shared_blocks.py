"""The first shared block is made like every other."""

import pytest
from djangocms_alias.models import AliasContent, Category

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    user = UserFactory(roles=["Redacteur"])
    client.force_login(user)
    return user


def offered(client):
    """What the field for the category offers."""
    query = {"app_label": "djangocms_alias", "model_name": "alias", "field_name": "category"}
    return client.get("/beheer/autocomplete/", query).json()["results"]


def test_a_category_is_there_before_the_first_block(client, writer):
    [category] = offered(client)
    assert category["text"] == "Gedeelde blokken"

    client.post(
        "/beheer/djangocms_alias/alias/add/",
        {"content__name": "Openingsuren", "content__language": "nl", "category": category["id"]},
    )

    assert AliasContent.admin_manager.get().name == "Openingsuren"


def test_a_category_of_ones_own_is_offered_at_once(client, writer):
    Category.objects.create(name="Contact")

    assert [category["text"] for category in offered(client)] == ["Contact", "Gedeelde blokken"]
