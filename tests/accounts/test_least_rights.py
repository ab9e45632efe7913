"""Nobody gets at more than their role allows, by the forms of the accounts or around them."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from letters.models import Letter

from .people import ACCOUNTS, change_page, person, superuser

pytestmark = pytest.mark.django_db
ADD = f"{ACCOUNTS}add/"


@pytest.fixture
def chef(client):
    """A Beheerder, logged in."""
    account = person("chef", "Beheerder")
    client.force_login(account)
    return account


def fields(account, *roles, **changed):
    """The form of an account as a browser sends it."""
    data = {"email": account.email, "first_name": account.first_name, "last_name": "", "is_active": "on"} | changed
    return {name: value for name, value in data.items() if value is not None} | {
        "groups": list(Group.objects.filter(name__in=roles).values_list("pk", flat=True))
    }


def roles_of(account):
    return set(account.groups.values_list("name", flat=True))


@pytest.fixture
def beyond(db):
    """A role with a permission that no Beheerder has."""
    group = Group.objects.create(name="Systeem")
    group.permissions.add(Permission.objects.get(codename="delete_user"))
    return group


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur"])
def test_only_a_beheerder_sees_the_accounts(client, role):
    an = person("an", role)
    client.force_login(an)
    for address in (ACCOUNTS, ADD, change_page(an), reverse("admin:auth_group_changelist")):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur", "Beheerder"])
def test_a_beheerder_gives_every_role_up_to_their_own(client, chef, role):
    an = person("an")
    assert client.post(change_page(an), fields(an, role)).status_code == 302
    assert roles_of(an) == {role}


def test_a_beheerder_gives_no_role_beyond_their_own_rights(client, chef, beyond):
    an = person("an", "Redacteur")
    assert "Systeem" not in client.get(change_page(an)).content.decode()
    assert client.post(change_page(an), fields(an, "Systeem")).status_code == 200
    assert client.post(ADD, {"email": "x@example.org", "first_name": "X", "groups": [beyond.pk]}).status_code == 200
    assert roles_of(an) == {"Redacteur"}


def test_a_beheerder_cannot_change_their_own_roles_or_shut_themselves_out(client, chef):
    assert client.post(change_page(chef), fields(chef, "Redacteur", is_active=None)).status_code == 302
    chef.refresh_from_db()
    assert roles_of(chef) == {"Beheerder"}
    assert chef.is_active


def test_a_beheerder_cannot_make_itself_superuser(client, chef):
    more = {"is_superuser": "on", "is_staff": "on", "user_permissions": [Permission.objects.first().pk]}
    client.post(change_page(chef), fields(chef) | more)
    chef.refresh_from_db()
    assert not chef.is_superuser
    assert not chef.user_permissions.exists()


@pytest.mark.django_db(transaction=True)
def test_a_beheerder_cannot_make_another_account_superuser(client, chef, django_user_model):
    more = {"is_superuser": "on", "user_permissions": [Permission.objects.first().pk]}
    an = person("an", "Redacteur")
    client.post(change_page(an), fields(an, "Redacteur") | more)
    new = {"email": "bo@example.org", "first_name": "Bo", "groups": [Group.objects.get(name="Redacteur").pk]}
    client.post(ADD, new | more)
    for account in (an, django_user_model.objects.get(email="bo@example.org")):
        account.refresh_from_db()
        assert not account.is_superuser
        assert not account.user_permissions.exists()


def test_a_beheerder_does_not_see_superusers(client, chef):
    boss = superuser()
    assert boss.email not in client.get(ACCOUNTS).content.decode()
    for address in (change_page(boss), f"{ACCOUNTS}{boss.pk}/history/"):
        assert boss.email not in client.get(address, follow=True).content.decode()
    client.post(change_page(boss), fields(boss, email="chef2@example.org"))
    boss.refresh_from_db()
    assert boss.email == "baas@example.org"


@pytest.mark.parametrize("active", [True, False])
def test_a_beheerder_looks_at_an_account_that_may_do_more_and_changes_nothing(client, chef, beyond, active):
    """Also when it is not active: activating it would be giving away more than one has."""
    high = person("hoog", "Systeem", is_active=active)
    assert client.get(change_page(high)).status_code == 200
    assert client.post(change_page(high), fields(high, "Redacteur", email="mij@example.org")).status_code == 403
    high.refresh_from_db()
    assert (high.email, high.is_active, roles_of(high)) == ("hoog@example.org", active, {"Systeem"})


@pytest.mark.parametrize("action", ["invite_again", "lift_lockout"])
def test_actions_on_an_account_that_may_do_more_are_refused(client, chef, beyond, action):
    high, boss = person("hoog", "Systeem"), superuser()
    data = {"action": action, "_selected_action": [high.pk, boss.pk]}
    page = client.post(ACCOUNTS, data, follow=True).content.decode()
    assert "heeft meer rechten dan het uwe" in page
    assert "baas@" not in page
    assert not Letter.objects.exists()


@pytest.mark.parametrize("who", [superuser, lambda: person("chef", "Beheerder")])
def test_nobody_sets_the_password_of_another(client, who):
    client.force_login(who())
    an = person("an", "Redacteur")
    data = {"password1": "heide-mijn-maas-1", "password2": "heide-mijn-maas-1", "usable_password": "true"}
    for address in (f"{ACCOUNTS}{an.pk}/password/", f"/beheer/password/{an.pk}/"):
        client.post(address, data)
    an.refresh_from_db()
    assert not an.has_usable_password()


@pytest.mark.parametrize("who", [superuser, lambda: person("chef", "Beheerder")])
def test_nobody_deletes_an_account_as_versions_remember_who_wrote_them(client, django_user_model, who):
    client.force_login(who())
    an = person("an", "Redacteur")
    assert client.post(f"{ACCOUNTS}{an.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(ACCOUNTS, {"action": "delete_selected", "_selected_action": [an.pk], "post": "yes"})
    assert django_user_model.objects.filter(pk=an.pk).exists()


@pytest.mark.parametrize("who", [superuser, lambda: person("chef", "Beheerder")])
def test_nobody_changes_in_the_browser_what_a_role_may_do(client, who):
    client.force_login(who())
    group = Group.objects.get(name="Redacteur")
    address = reverse("admin:auth_group_change", args=(group.pk,))
    assert client.get(address).status_code == 200
    assert client.post(address, {"name": "Anders"}).status_code == 403
    assert client.get(reverse("admin:auth_group_add")).status_code == 403


def test_a_password_is_not_found_out_by_filtering_the_list(client, chef):
    assert client.get(ACCOUNTS, {"password__startswith": "a"}).status_code in (302, 400)


def test_a_superuser_manages_everybody_but_makes_no_superuser_in_the_browser(client, beyond):
    client.force_login(superuser())
    high = person("hoog", "Systeem")
    assert client.post(change_page(high), fields(high, "Beheerder") | {"is_superuser": "on"}).status_code == 302
    high.refresh_from_db()
    assert roles_of(high) == {"Beheerder"}
    assert not high.is_superuser
