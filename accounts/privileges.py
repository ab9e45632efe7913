"""Least rights: nobody manages, or makes, an account that may do more, or works on more sites, than they do."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from .workplaces.sites import works_where


def permissions_of(account):
    """Keys of the permissions of `account`. Django's own answer is empty for whoever is not active (yet)."""
    return set(Permission.objects.filter(Q(group__user=account) | Q(user=account)).values_list("pk", flat=True))


def may_manage(actor, account):
    if actor.is_superuser:
        return True
    if account.is_superuser or not works_where(actor, account):
        return False
    return permissions_of(account) <= permissions_of(actor)


def assignable_roles(actor):
    """The groups without a permission that `actor` lacks."""
    if actor.is_superuser:
        return Group.objects.order_by("pk")
    beyond = Permission.objects.exclude(pk__in=permissions_of(actor))
    return Group.objects.exclude(permissions__in=beyond).order_by("pk")
