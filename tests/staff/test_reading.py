"""Who only looks at a screen holds up nobody: no GET of staff writes, locks a row or takes SQLite's one write lock."""

import re
from contextlib import contextmanager

import pytest
from django.db import connection

from .routes import address, staff_routes
from .watched import undone

pytestmark = pytest.mark.django_db
# A transaction within that of the test is a savepoint; outside of tests it takes the write lock at its begin.
HOLDS_UP = re.compile(r"\s*(INSERT|UPDATE|DELETE|SAVEPOINT)|.*\bFOR (NO KEY )?UPDATE\b", re.DOTALL)
# What packages do, each a moment and no row of anybody else: where somebody was goes into the session …
IN_SESSION = re.compile(
    r"(admin:)?cms_wizard_create|admin:filer-directory_listing.*|admin:filer_folder_changelist"
    r"|admin:cms_placeholder_render_object_edit"
)
# … and an empty transaction stands around the form. Of ours: the key of a second step stays the same until it is used.
FORMS = {
    "admin:cms_placeholder_add_plugin",
    "admin:cms_placeholder_edit_plugin",
    "admin:cms_usersettings_change",
    "admin:djangocms_alias_category_delete_translation",
    "second-factor-setup",
}


@contextmanager
def statements():
    found = []

    def note(execute, sql, params, many, context):
        if HOLDS_UP.match(sql):
            found.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def test_no_get_of_staff_writes_or_locks(scene, log_in, unrendered):
    watch, found = log_in("Beheerder"), {}
    for route in staff_routes():
        with undone(), statements() as held:
            watch.client.cookies.load(watch.cookies)
            watch.client.get(address(route, scene))
        name = route.name or route.pattern
        if held and not IN_SESSION.fullmatch(name) and name not in FORMS:
            found[name] = [sql[:100] for sql in held]
    assert found == {}
