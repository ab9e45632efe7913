"""What has no drafts says so beside its fields, and is closed to who may not publish."""

import pytest
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site

from organisations.models import RelationType
from regions.models import Region
from tests.factories import UserFactory

from .screens import words_on

pytestmark = pytest.mark.django_db


def log_in(client, role):
    user = UserFactory(roles=[role])
    client.force_login(user)


def redirect():
    return Redirect.objects.create(site=Site.objects.get_current(), old_path="/oud/", new_path="/nieuw/")


def region():
    return Region.objects.get_or_create(site=Site.objects.get_current(), defaults={"slug": "l", "name": "Limburg"})[0]


def relation_type():
    return RelationType.objects.get_or_create(slug="kent", defaults={"name": "kent", "inverse_name": "gekend"})[0]


@pytest.mark.parametrize(
    ("make", "role", "sentence"),
    [
        (redirect, "Eindredacteur", "wat u opslaat, geldt meteen voor lezers"),
        (region, "Beheerder", "wat u opslaat, staat meteen online, op elke pagina van de site"),
        (relation_type, "Beheerder", "wat u hier bewaart, is meteen zichtbaar voor elke lezer"),
    ],
)
def test_it_says_so_to_who_publishes_and_is_closed_to_who_does_not(client, make, role, sentence):
    thing = make()
    address = f"/beheer/{thing._meta.app_label}/{thing._meta.model_name}/{thing.pk}/change/"

    log_in(client, role)
    assert any(sentence in words for words in words_on(client.get(address).content.decode()))

    # Terms may be looked at; nothing of this may be changed.
    log_in(client, "Redacteur")
    assert b'name="_save"' not in client.get(address).content
    assert client.post(address, {"old_path": "/oud/", "new_path": "/elders/", "name": "x"}).status_code == 403
