"""What a stolen password did: each of these was done without a code."""

import datetime
import re

import pytest
from cms.models import Page, PageUrl
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.second_factor.confirmed import HOURS
from news.models import Correction
from press.invitations import invite
from tests.accounts.people import let_pass
from tests.clients import PasswordClient
from tests.factories import (
    NewsContentFactory,
    cms_page,
)

from .conftest import confirm, is_asked

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:All custom placeholder admin endpoints"),
]


def test_slugs_and_sites_of_news_stay(client, editor):
    content = NewsContentFactory(state="published")
    item = content.news_item
    address = reverse("admin:news_newsitem_change", args=(item.pk,))

    assert is_asked(client.get(address)), "before anything is typed"
    assert is_asked(client.post(address, {"slug": "anders", "content__title": "Anders"}))
    item.refresh_from_db()
    assert item.slug != "anders"
    assert item.sites.exists()


def test_the_home_page_and_the_places_of_pages_stay(client, editor):
    home, other = cms_page("Thuis", slug="thuis", state="published"), cms_page("Ander", slug="ander", state="published")
    before = list(PageUrl.objects.values_list("pk", "path").order_by("pk"))

    assert is_asked(client.post(reverse("admin:cms_page_set_home", args=(other.page_id,))))
    move = {"target": home.page_id, "position": 0}
    assert is_asked(client.post(reverse("admin:cms_page_move_page", args=(other.page_id,)), move))
    assert list(PageUrl.objects.values_list("pk", "path").order_by("pk")) == before


def test_a_page_is_not_deleted(client, editor):
    page = cms_page("Weg", slug="weg", state="published")
    for name, key in (("cms_page", page.page_id), ("cms_pagecontent", page.pk)):
        address = reverse(f"admin:{name}_delete", args=(key,))
        assert is_asked(client.get(address))
        assert is_asked(client.post(address, {"post": "yes"}))
    assert Page.objects.filter(pk=page.page_id).exists()


@pytest.mark.parametrize("address", ["/", "/nieuws/"])
def test_readers_are_asked_nothing(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert not [query for query in queries if re.search("otp_|auth_user|django_session", query["sql"])]


def test_where_nothing_is_held_back_a_screen_costs_two_queries_more(client, writer, settings):
    """Whether there is a device is asked where it matters alone; whether there is an embargo, in one query."""
    costs = {}
    for required in (False, True, True, False):
        settings.SECOND_FACTOR_REQUIRED = required
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/beheer/projects/project/").status_code == 200
        costs[required] = len(queries)
    assert costs[True] <= costs[False] + 1


def test_a_confirmation_holds_for_twelve_hours_and_no_longer(client, editor, monkeypatch):
    content = NewsContentFactory(created_by=editor)
    embargo = reverse("admin:news_newsitem_embargo", args=(content.news_item_id,))
    confirm(client, editor)
    assert client.get(embargo).status_code == 200

    session = client.session
    session.set_expiry(30 * 24 * 3600)  # however long the session lasts
    session.save()
    let_pass(monkeypatch, HOURS * 3600 - 60)
    assert client.get(embargo).status_code == 200
    let_pass(monkeypatch, 120)
    assert is_asked(client.get(embargo))
    confirm(client, editor)
    assert client.get(embargo).status_code == 200


def test_corrections_and_invitations_of_a_release_ask(client, editor, release):
    guest = {"name": "Bo", "email": "bo@example.org", "expires_at": timezone.now() + datetime.timedelta(hours=2)}
    invite(release.news_item, editor, **guest)
    assert is_asked(client.get(reverse("press-invitations", args=(release.news_item_id,))))
    assert is_asked(client.post(reverse("admin:news_correction_add"), {"wrong": "x"}))
    assert not Correction.objects.exists()


def test_another_browser_of_the_same_person_is_asked_again(client, editor):
    confirm(client, editor)
    other = PasswordClient()
    other.force_login(editor)
    embargo = reverse("admin:news_newsitem_embargo", args=(NewsContentFactory().news_item_id,))
    assert client.get(embargo).status_code == 200
    assert is_asked(other.get(embargo))
