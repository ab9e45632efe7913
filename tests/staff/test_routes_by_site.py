"""Every route of staff that names a thing, asked by each role of another site: closed, or to be looked at alone."""

from collections import defaultdict

import pytest
from cms.models import Placeholder
from django.apps import apps
from django.contrib import admin
from django.contrib.sites.models import Site
from django.urls import resolve, reverse

from accounts.models import Workplace
from accounts.naming import by_address
from accounts.workplaces.sites import settle
from news.models import NewsContent
from organisations.models import Membership
from publication.belonging import belongs, may_change, may_open
from tests import factories as make

from .routes import PARAMETER, address, staff_routes
from .test_every_route import OWN, REFUSED

pytestmark = [
    pytest.mark.django_db,
    # What the package itself does when a shared block is copied; only a warning outside tests.
    pytest.mark.filterwarnings("ignore:No user has been supplied"),
]
# Their parameters name nothing that belongs to a site.
NAMES_NOTHING = {
    "style-guide-picture",
    "schedule-month",
    "password_reset_confirm",
    "accept_invitation",
    "second-factor-mailbox",
    "second-factor-go-on",
    "admin:app_list",
    "",  # the last of all, for what is no address; redirects of old addresses lead to a form
}
# What is opened to be looked at; a screen that deletes or publishes is for who may.
LOOKS = ("_change", "_history", "_preview", "staff-file")
# Everybody's: accounts have a rule of their own, settings and a clipboard are one's own.
EVERYBODYS = {"auth.user", "cms.usersettings", "filer.clipboard"}


@pytest.fixture
def given(scene):
    """A function that gives all of the scene to the sites, where it has sites at all."""

    def give(*sites):
        objects = scene.objects
        shown, file, folder = objects["pictures.picture"], objects["filer.file"], objects["filer.folder"]
        content = scene.versions["news.newscontent", "draft"].content
        NewsContent.everything.filter(pk=content.pk).update(picture=shown)
        type(shown).objects.filter(pk=shown.pk).update(folder=folder)
        Membership.objects.filter(pk=objects["organisations.membership"].pk).update(
            person=objects["organisations.person"]
        )
        for model in apps.get_models():
            if hasattr(model, "sites") and not hasattr(model, "instance_type") and model is not Workplace:
                for thing in model._base_manager.all():
                    thing.sites.set(sites)
        return file

    return give


def named_routes():
    return [route for route in staff_routes() if PARAMETER.search(route.pattern) and route.name not in NAMES_NOTHING]


def things(route, scene):
    return by_address(resolve(address(route, scene)))


def test_every_route_with_a_parameter_names_a_thing(scene):
    silent = [route.pattern for route in named_routes() if not things(route, scene)]
    assert silent == []


def test_an_address_of_the_fields_of_a_place_names_the_place(scene):
    """Its key is that of no block, though there may be one with the same."""
    place = Placeholder.objects.create(pk=10**9, slot="ver")
    match = resolve(reverse("admin:cms_placeholder_edit_field", args=(place.pk, "nl")))
    assert by_address(match) == [place]


def test_of_every_thing_with_a_screen_it_is_known_where_it_belongs():
    for model in admin.site._registry:
        assert belongs(model, [1]) is not None


def test_nearly_everything_of_the_scene_is_closed_to_other_sites(scene, given, elsewhere):
    given(Site.objects.get_current())
    user = make.UserFactory(roles=["Beheerder"], works_on=[elsewhere])
    open_to_all = {label for label, thing in scene.objects.items() if may_open(user, thing)}
    assert open_to_all <= EVERYBODYS | {
        # Words and lists that all sites share.
        "auth.group", "erasure.erasure", "sites.site", "filer.folderpermission", "filer.thumbnailoption",
        "organisations.benchkind", "organisations.classification", "organisations.relationtype", "organisations.role",
        "organisations.theme",
        # Nothing was said yet of where they belong.
        "filer.file", "organisations.changeevent", "organisations.areachange",
        # A block without a site is for all of them.
        "djangocms_alias.alias", "djangocms_alias.aliascontent", "djangocms_alias.category",
    }  # fmt: skip


@pytest.mark.parametrize("role", ["Redacteur", "Beheerder"])
def test_what_is_only_on_another_site_is_closed(role, scene, given, elsewhere, log_in, unrendered):
    given(Site.objects.get_current())
    watch, found = log_in(role), defaultdict(list)
    settle(watch.user, [elsewhere], every_site=False)
    for route in named_routes():
        if all(may_open(watch.user, thing) for thing in things(route, scene)):
            continue
        for method in ("get", "post"):
            response = watch.send(method, address(route, scene))
            if response.status_code not in REFUSED or watch.changed - OWN:
                found[f"{response.status_code} {watch.changed}"].append(f"{method} {route.pattern}")
    assert dict(found) == {}


def is_closed_by_its_site(watch, path, site):
    """Whether it is closed, and would not be to who works on all sites."""
    if watch.send("get", path).status_code != 403:
        return False
    settle(watch.user, [], every_site=True)
    status = watch.send("get", path).status_code
    settle(watch.user, [site], every_site=False)
    watch.forget()
    return status != 403


@pytest.mark.parametrize("role", ["Beheerder"])
def test_what_is_shared_is_opened_and_not_changed(role, scene, given, elsewhere, log_in, unrendered):
    given(Site.objects.get_current(), elsewhere)
    watch, found = log_in(role), defaultdict(list)
    settle(watch.user, [elsewhere], every_site=False)
    for route in named_routes():
        [thing, *_others] = things(route, scene)
        if may_change(watch.user, thing):
            continue
        looks = route.name.endswith(LOOKS) and may_open(watch.user, thing)
        if looks and is_closed_by_its_site(watch, address(route, scene), elsewhere):
            found["not opened"].append(route.pattern)
        response = watch.send("post", address(route, scene))
        if response.status_code not in REFUSED or watch.changed - OWN:
            found[f"{response.status_code} {watch.changed}"].append(route.pattern)
    assert dict(found) == {}
