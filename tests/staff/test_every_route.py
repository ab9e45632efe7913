"""Every route of staff, asked as each role: nobody does what is not theirs, and nothing makes an error of ours."""

import re
from collections import defaultdict

import pytest
from django.apps import apps
from django.urls import reverse

from limburg_site.own_code import frames_of_ours

from .hostile_forms import each_value, mixed, reads_one_by_one
from .routes import Unfilled, address, staff_routes

pytestmark = [
    pytest.mark.django_db,
    # What the package itself does when a shared block is copied; only a warning outside tests.
    pytest.mark.filterwarnings("ignore:No user has been supplied"),
]
ROLES = ("Redacteur", "Eindredacteur", "Beheerder")
REFUSED = (400, 403, 404, 405)
# What somebody sees before being logged in: the login page, and the ways to choose a password.
BEFORE_LOGIN = {
    "admin:login",
    "admin:logout",  # says goodbye to whoever comes
    "admin_password_reset",
    "password_reset_done",
    "password_reset_complete",
    "password_reset_confirm",
    "accept_invitation",
    "admin:cms_usersettings_session_store",  # answers with the names of the settings of the toolbar, all of them public
}
# What somebody sees without a role: their own account.
WITHOUT_ROLE = BEFORE_LOGIN | {
    "admin:index",  # says that there is nothing to do
    "admin:jsi18n",  # words
    "admin:password_change",
    "admin:password_change_done",
    "second-factor",
    "second-factor-setup",
    "second-factor-link",
    "second-factor-mailbox",
    "second-factor-go-on",
}
# What looking around writes about oneself: the settings of the toolbar, and a device that is not confirmed.
OWN = {"cms_usersettings", "cms_placeholder", "otp_totp_totpdevice"}
# Views of the CMS and the media library that want fields even of a GET.
WANT_FIELDS = (
    "beheer/filer/clipboard/operations/",
    "beheer/cms/placeholder/add-plugin/",
    "beheer/cms/usersettings/cms-toolbar/",
    "beheer/cms/page/plugin/alias/create-alias/",
    "beheer/cms/page/plugin/text_plugin/render-plugin/",
    "beheer/cms/pagecontent/([0-9]+)/copy-language/",
    "beheer/cms/pagecontent/<path:object_id>/delete/",
)
# Tables that go with a model, and that have no permission, or none that is asked for.
COMPANIONS = {
    "cms.page": {"cms_pagecontent", "cms_pageurl", "redirects_redirect", "django_redirect"},
    "djangocms_versioning.version": {"djangocms_versioning_version", "djangocms_versioning_statetracking"},
}


def test_every_parameter_is_filled_in(scene):
    unfilled = []
    for route in staff_routes():
        try:
            address(route, scene)
        except Unfilled as gap:
            unfilled.append(str(gap))
    assert unfilled == []


def covered_tables(user):
    """The tables in which `user` may write something."""
    tables = set(OWN)
    for permission in user.get_all_permissions() if user else ():
        label, _, codename = permission.partition(".")
        action, _, name = codename.rpartition("_")
        if action != "view" and name in apps.all_models[label]:
            model = apps.get_model(label, name)
            tables |= {model._meta.db_table for model in (model, *model._meta.get_parent_list())}
            tables |= {field.m2m_db_table() for field in model._meta.many_to_many}
            tables |= COMPANIONS.get(model._meta.label_lower, set())
            if hasattr(model, "history"):
                tables.add(model.history.model._meta.db_table)
    # Of oneself as well: a mail with the link to set up the second step.
    return tables | ({"django_admin_log", "letters_letter"} if user else set())


def findings_of(watch, response, role, route, asked_well):
    turned_away = response.status_code in REFUSED or leads_to_login(response)
    if response.status_code >= 500:
        yield f"{response.status_code}: {response.exc_info and response.exc_info[1]!r}"
    if asked_well and response.status_code == 400:
        yield "400 for a valid request"
    for error in watch.refusals.take():
        if frames := frames_of_ours(error):
            yield f"refused, and it came from {frames[-1]}: {error!r}"
    if turned_away and watch.changed - OWN:
        yield f"refused, and changed {sorted(watch.changed)}"
    if not role and not turned_away and route.name not in (BEFORE_LOGIN if role is None else WITHOUT_ROLE):
        yield f"open: {response.status_code}"
    if watch.changed - watch.covered:
        yield f"changed {sorted(watch.changed - watch.covered)}"
    if role in (None, "", "Redacteur") and watch.live_changed:
        yield "changed what readers see"


def leads_to_login(response):
    return response.status_code == 302 and response["Location"].startswith(reverse("admin:login"))


@pytest.mark.parametrize("role", [None, "", *ROLES])
def test_every_route(role, scene, log_in, unrendered):
    watch, found = log_in(role), defaultdict(list)
    watch.covered = covered_tables(watch.user)
    for route in staff_routes():
        for method, data in requests(route, role, scene):
            response = watch.send(method, address(route, scene), data)
            for finding in findings_of(watch, response, role, route, asked_well=is_valid(route, method)):
                found[finding].append(f"{method} {route.pattern} {'with hostile fields' if data else ''}")
    assert dict(found) == {}


def test_every_route_with_keys_of_nothing(scene, log_in, unrendered):
    """What no database can hold is not there: never an error of ours."""
    watch, found = log_in("Beheerder"), defaultdict(list)
    watch.covered = covered_tables(watch.user)
    for route in staff_routes():
        path = re.sub(r"(?<=/)\d+(?=/)", "9" * 19, address(route, scene))
        for method in ("get", "post") if path != address(route, scene) else ():
            response = watch.send(method, path)
            for finding in findings_of(watch, response, "Beheerder", route, asked_well=False):
                found[finding].append(f"{method} {route.pattern}")
    assert dict(found) == {}


def requests(route, role, scene):
    """What the screens show is the same for whoever may see them: the Beheerder, who may most, looks at all."""
    if role is None or role == "Beheerder":
        yield "get", None
    if role in ROLES and is_only_read(route):
        return
    if role != "Beheerder" or reads_one_by_one(route):
        yield "post", None
    if role == "Beheerder":
        yield "post", mixed(route)
        if reads_one_by_one(route):
            yield from (("post", form) for form in each_value(route, scene))


def is_valid(route, method):
    return method == "get" and not route.pattern.startswith(WANT_FIELDS)


def is_only_read(route):
    """A history and a redirect to a form do nothing, whatever is sent to them."""
    return not route.name or route.name.endswith("_history")
