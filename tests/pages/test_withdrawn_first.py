"""Nothing that readers see is deleted: not by its form, not from a list, not with what it stands below."""

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version

from tests.accounts.people import superuser
from tests.factories import UserFactory, author, bring_to, cms_page
from tests.staff.scene import VERSIONED

pytestmark = pytest.mark.django_db

LABELS = tuple(VERSIONED)


@pytest.fixture
def boss(client):
    """May do all that Django lets anybody do."""
    account = superuser()
    client.force_login(account)
    return account


def delete(client, thing):
    """By its form and from the list of its kind, as far as there are."""
    opts = thing._meta
    for name, args, data in (
        ("delete", (thing.pk,), {"post": "yes"}),
        ("changelist", (), {"action": "delete_selected", "_selected_action": thing.pk, "post": "yes"}),
    ):
        try:
            address = reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=args)
        except NoReverseMatch:
            continue
        client.post(address, data)


@pytest.mark.parametrize("label", LABELS)
def test_nothing_published_is_deleted(client, boss, label):
    content = VERSIONED[label]("published")
    version = Version.objects.get_for_content(content)
    for thing in (content, version.grouper, version):
        delete(client, thing)
        assert Version.objects.filter(pk=version.pk, state="published").exists(), thing
        assert type(content)._base_manager.filter(pk=content.pk).exists(), thing


@pytest.mark.parametrize("label", LABELS)
def test_what_was_never_published_is_deleted_by_its_form(client, boss, label):
    grouper = Version.objects.get_for_content(VERSIONED[label]("draft")).grouper
    delete(client, grouper)
    assert not type(grouper)._base_manager.filter(pk=grouper.pk).exists()


def test_a_page_is_not_deleted_with_what_stands_published_below_it(client, boss):
    above = cms_page("Boven", slug="boven")
    middle = cms_page("Midden", slug="midden", parent=above.page)
    below = cms_page("Onder", slug="onder", parent=middle.page)
    bring_to("published", Version.objects.get_for_content(below))

    for page in (above, middle, below):
        delete(client, page.page)
        delete(client, page)
    assert type(below.page).objects.filter(pk__in=[above.page_id, middle.page_id, below.page_id]).count() == 3


def test_a_published_page_with_a_newer_draft_is_not_deleted_by_way_of_the_draft(client, boss):
    page = cms_page("Twee", slug="twee", state="published")
    draft = Version.objects.get_for_content(page).copy(UserFactory()).content
    delete(client, draft)
    assert Version.objects.filter_by_grouper(page.page).filter(state="published").exists()


def test_a_category_in_use_is_not_deleted_nor_its_name(client, boss):
    category = Category.objects.create(name="Blokken")
    alias = Alias.objects.create(category=category)
    AliasContent.objects.with_user(author()).create(alias=alias, name="Blok", language="nl")
    delete(client, category)
    address = reverse("admin:djangocms_alias_category_delete_translation", args=(category.pk, "nl"))
    assert client.post(address, {"post": "yes"}).status_code == 403
    assert Category.objects.get(pk=category.pk).name == "Blokken"


def test_every_thing_with_versions_has_the_rule(rf, boss):
    """Also one that is made tomorrow: a published version, whose administration says no."""
    request = rf.get("/")
    request.user = boss
    for label, make in VERSIONED.items():
        version = Version.objects.get_for_content(make("published"))
        for thing in (version.grouper, version.content):
            assert not admin.site.get_model_admin(type(thing)).has_delete_permission(request, thing), label
