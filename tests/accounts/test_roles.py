"""The roles at set-up, and what each gets done in the browser."""

import pytest
from cms.api import create_page
from cms.models import CMSPlugin, Page
from cms.plugin_pool import plugin_pool
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from accounts.role_groups import existing_keys, set_up_roles
from accounts.roles import roles
from tests.factories import NewsContentFactory

from .people import person

pytestmark = pytest.mark.django_db
ROLES = ("Redacteur", "Eindredacteur", "Beheerder")


def permissions_of(name):
    rows = Group.objects.get(name=name).permissions.values_list("content_type__app_label", "codename")
    return {f"{label}.{codename}" for label, codename in rows}


def test_every_role_has_exactly_its_declared_permissions_and_all_of_them_exist():
    assert [role.name for role in roles()] == list(ROLES)
    for role in roles():
        assert permissions_of(role.name) == role.permissions


def test_each_role_may_do_all_that_the_one_before_may():
    redacteur, eindredacteur, beheerder = (permissions_of(name) for name in ROLES)
    assert redacteur < eindredacteur < beheerder


def test_a_redacteur_publishes_nothing_and_deletes_no_page_item_or_picture():
    permissions = permissions_of("Redacteur")
    assert not [name for name in permissions if ".publish_" in name or "versionlock" in name]
    rows = {f"{p.model._meta.app_label}.delete_{p.model._meta.model_name}" for p in plugin_pool.get_all_plugins()}
    rows |= {"news.delete_attachment", "news.delete_photo", "news.delete_quotation", "documents.delete_documentfile"}
    rows |= {"organisations.delete_contactpoint", "organisations.delete_externallink"}
    rows |= {f"projects.delete_{name}" for name in ("phase", "partner", "projectparticipation")}
    rows |= {"organisations.delete_statusperiod", "pages.delete_factrow", "pages.delete_linkrow"}
    plugins = {f"{m._meta.app_label}.delete_{m._meta.model_name}" for m in (CMSPlugin, *CMSPlugin.__subclasses__())}
    assert {name for name in permissions if ".delete_" in name} <= rows | plugins


@pytest.mark.parametrize("action", ["add", "change", "delete", "view"])
def test_every_plugin_is_for_every_role(action):
    for plugin in plugin_pool.get_all_plugins():
        opts = plugin.model._meta
        assert f"{opts.app_label}.{action}_{opts.model_name}" in permissions_of("Redacteur"), plugin


def test_nobody_but_a_superuser_deletes_accounts_or_changes_roles():
    for name in permissions_of("Beheerder"):
        assert name not in {"auth.delete_user", "auth.add_group", "auth.change_group", "auth.delete_group"}


def test_a_new_release_sets_the_permissions_right_and_a_second_time_changes_nothing(django_assert_max_num_queries):
    group = Group.objects.get(name="Redacteur")
    group.permissions.set(Permission.objects.filter(codename="delete_user"))
    Group.objects.get(name="Beheerder").delete()
    call_command("migrate", verbosity=0)
    for role in roles():
        assert permissions_of(role.name) == role.permissions
    with django_assert_max_num_queries(1 + 2 * len(ROLES)):
        set_up_roles()


def test_permissions_that_are_not_there_yet_are_made_first():
    Permission.objects.filter(
        content_type__app_label__in=("redirects", "djangocms_versioning", "cms", "djangocms_alias")
    ).delete()
    set_up_roles()
    for role in roles():
        assert role.permissions <= existing_keys(Permission, "default").keys()
        assert permissions_of(role.name) == role.permissions


LISTS = {
    "news_newsitem": "Redacteur",
    "organisations_organization": "Redacteur",
    "documents_document": "Redacteur",
    "djangocms_alias_alias": "Redacteur",
    "cms_pagecontent": "Redacteur",
    "organisations_relation": "Redacteur",
    "redirects_redirect": "Eindredacteur",
    "auth_user": "Beheerder",
    "regions_region": "Beheerder",
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_own_lists_and_no_others(client, role):
    client.force_login(person("an", role))
    for name, least in LISTS.items():
        allowed = ROLES.index(role) >= ROLES.index(least)
        assert client.get(reverse(f"admin:{name}_changelist")).status_code == (200 if allowed else 403), name
    assert client.get(reverse("admin:filer-directory_listing-root")).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_each_role_fills_in_the_fields_of_a_draft(client, role):
    """Django's own backend would say no as soon as the CMS asks about one object."""
    an = person("an", role)
    content = NewsContentFactory(created_by=an)
    client.force_login(an)
    page = client.get(reverse("admin:news_newsitem_change", args=(content.news_item_id,)))
    assert 'name="content__title"' in page.content.decode()


def page_version(author):
    create_page("Over ons", "pages/page.html", "nl", created_by=author)
    return Version.objects.get(content_type__model="pagecontent")


def alias_version(author):
    category = Category.objects.create(name="Blokken")
    alias = Alias.objects.create(category=category)
    content = AliasContent.objects.with_user(author).create(alias=alias, name="Blok", language="nl")
    return Version.objects.get_for_content(content)


def news_version(author):
    return Version.objects.get_for_content(NewsContentFactory(created_by=author))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("make", [page_version, alias_version, news_version])
def test_a_redacteur_does_not_publish_and_the_others_do(client, role, make):
    an = person("an", role)
    version = make(an)
    client.force_login(an)
    proxy = version.versionable.version_model_proxy._meta.model_name
    client.post(reverse(f"admin:djangocms_versioning_{proxy}_publish", args=(version.pk,)))
    assert Version.objects.get(pk=version.pk).state == (DRAFT if role == "Redacteur" else PUBLISHED)


@pytest.mark.parametrize("role", ROLES)
def test_a_redacteur_does_not_break_a_lock_and_the_others_do(client, role):
    version = news_version(person("bo", "Redacteur"))
    version.locked_by = version.created_by
    version.save()
    client.force_login(person("an", role))
    address = reverse("admin:djangocms_versioning_newscontentversion_unlock", args=(version.pk,))
    client.post(address, {"from": version.locked_by_id})
    holder = "bo@example.org" if role == "Redacteur" else "an@example.org"
    assert Version.objects.get(pk=version.pk).locked_by.username == holder


@pytest.mark.parametrize("role", ROLES)
def test_every_role_makes_a_page(client, role):
    client.force_login(person("an", role))
    address = reverse("admin:cms_pagecontent_add") + "?language=nl"
    assert client.get(address).status_code == 200
    data = {"title": "Werking", "slug": "werking", "language": "nl"}
    assert client.post(address, data).status_code == 302
    assert Page.objects.count() == 1
