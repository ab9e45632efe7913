"""A real browser against a real server, with the demonstration content."""

import os
import shutil
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import sync_playwright

from accounts.workplaces.sites import settle

# Playwright runs an event loop in this thread, in which Django otherwise refuses its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# Every test with a server ends with empty tables: what migrations put into them is put back.
FILLED_BY_MIGRATIONS = {
    "0002_relation_types": "add_types",
    "0006_terms": "add_terms",
    "0009_terms_of_the_table": "add_terms",
}
PASSWORD = "een-lang-wachtwoord-voor-de-test"


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            # Emptying every table takes a second: only for those that fill them.
            if {"live_server", "transactional_db"} & set(item.fixturenames):
                item.add_marker(pytest.mark.django_db(transaction=True))
                item.add_marker(pytest.mark.staff)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """The server's threads need a database on disk: SQLite in memory locks whole tables for each of them."""
    from django.db import connections

    database = connections["default"].settings_dict
    if "sqlite3" in database["ENGINE"]:
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium")
    assert path, "chromium is not installed: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def site(live_server, settings, transactional_db):
    """The address of a running site, with what its migrations put into it."""
    for name, function in FILLED_BY_MIGRATIONS.items():
        getattr(import_module(f"organisations.migrations.{name}"), function)(apps, None)
    settings.SITE_URL = live_server.url
    return live_server.url


@pytest.fixture
def demonstration(site):
    """The address of a running site with the demonstration content."""
    from pages.demonstration.loader import load

    assert load()
    return site


@pytest.fixture
def open_page(chromium):
    """A function that opens a page in a window of its own; what the browser complains about fails the test."""
    contexts, complaints = [], []

    def open_in_new_window(url="about:blank", **options):
        context = chromium.new_context(locale="nl-BE", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if "Content Security Policy" in m.text else None)
        page.goto(url)
        return page

    yield open_in_new_window
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def log_in(site, open_page):
    """A function that logs a new person with a role in, in a window of their own."""

    def as_role(role, **options):
        user = get_user_model().objects.create_user(
            role.lower(), f"{role.lower()}@example.org", PASSWORD, is_staff=True
        )
        user.groups.add(Group.objects.get(name=role))
        settle(user, [], every_site=True)
        page = open_page(f"{site}/beheer/login/", viewport={"width": 1280, "height": 900}, **options)
        page.fill("[name=username]", user.username)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/beheer/")
        return page

    return as_role
