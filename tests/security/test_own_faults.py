"""A fault of ours is never taken for bad input, whatever exception it is: only what packages raise by themselves is."""

import logging

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.sites.shortcuts import get_current_site
from django.db import DataError
from django.db.models.signals import pre_save
from django.urls import path
from django.views.generic import TemplateView

from limburg_site.urls import *  # noqa: F403 - the site's own, handlers too, and some that fail
from limburg_site.urls import urlpatterns as of_the_site
from regions.models import Region
from tests.clients import SiteClient
from tests.factories import UserFactory

FAULTS = [KeyError("x"), IndexError(), ValueError("x"), OverflowError(), DataError(), Region.DoesNotExist()]


def fails(asked, number):
    raise FAULTS[number]


def asks_for_what_is_not_there(asked):
    """Raised in a frame of Django."""
    return Region.objects.get(pk=-1)


class WithoutTemplate(TemplateView):
    """None of its own code stands in the traceback."""


urlpatterns = [
    path("beheer/fout/<int:number>/", fails),
    path("beheer/niets/", asks_for_what_is_not_there),
    path("beheer/leeg/", WithoutTemplate.as_view()),
    path("nieuws/fout/<int:number>/", fails),
    *of_the_site,
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def boss():
    client = SiteClient(raise_request_exception=False)
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("number", range(len(FAULTS)))
def test_what_a_view_of_ours_raises_is_a_fault_of_ours(boss, number, method):
    assert getattr(boss, method)(f"/beheer/fout/{number}/").status_code == 500
    assert boss.get(f"/nieuws/fout/{number}/").status_code == 500


@pytest.mark.parametrize("address", ["/beheer/niets/", "/beheer/leeg/"])
def test_so_is_what_it_makes_a_package_raise(boss, address):
    assert boss.get(address).status_code == 500


def test_so_is_what_our_code_raises_within_a_view_of_a_package(boss):
    def fail(**kwargs):
        raise KeyError("ours")

    pre_save.connect(fail, sender=LogEntry)
    try:
        fields = {"site": get_current_site(None).pk, "old_path": "/oud/", "new_path": "/nieuw/"}
        assert boss.post("/beheer/redirects/redirect/add/", fields).status_code == 500
    finally:
        pre_save.disconnect(fail, sender=LogEntry)


def test_what_a_package_makes_of_bad_input_is_refused_and_logged(boss, caplog):
    with caplog.at_level(logging.ERROR):
        response = boss.post("/beheer/cms/placeholder/copy-plugins/", {"source_language": "nl"})
    assert response.status_code == 400
    assert "Refused as bad input: POST /beheer/cms/placeholder/copy-plugins/" in caplog.text
