"""The lists of addresses and situations are complete: a template in neither would be audited by nothing."""

import pytest
from django.conf import settings
from django.test.signals import template_rendered

from pages.demonstration import vlaams_brabant

from . import people_and_news
from .addresses import ADDRESSES, CollectedSite
from .situations import SCREEN_NAMES, SITUATIONS

TEMPLATES = settings.BASE_DIR / "templates"
# What staff see behind the login: tests/staff walks through it.
STAFF = ("admin/", "cms/", "djangocms_alias/", "djangocms_versioning/", "import_export/", "simple_history/")
MAILS = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("*/mail/*.html")}
ELSEWHERE = MAILS | {  # tests/accounts, tests/letters and tests/press read the mails
    "press/kit/release.html",  # a file within a zip: tests/press/test_kit.py
    "documents/removed.html",  # after an erasure: tests/erasure
    "pages/opening.html",  # of a site without a region: tests/regions/test_opening.py
    # With a secret that is another each time: test_second_step.py
    *(f"accounts/second_factor/{name}.html" for name in ("code", "setup", "codes", "link", "mailbox")),
    # After a form was sent: test_second_step.py and tests/accounts/test_kept_forms.py
    *(f"accounts/second_factor/{name}.html" for name in ("go_on", "kept_form", "in_frame")),
}


@pytest.fixture
def rendered():
    """The names of the templates that were rendered, parts included."""
    names = set()

    def remember(template, **kwargs):
        names.add(template.name)

    template_rendered.connect(remember)
    yield names
    template_rendered.disconnect(remember)


def test_every_address_answers_as_it_should(demonstration, client):
    answers = {address: client.get(address.path).status_code for address in ADDRESSES}

    assert {address: status for address, status in answers.items() if status != address.status} == {}


def test_every_template_is_at_an_address_or_in_a_situation(demonstration, client, rendered, open_page):
    for address in ADDRESSES:
        client.get(address.path)
    vlaams_brabant.load()
    site, page = CollectedSite(demonstration), open_page()
    site.neighbour, site.links = demonstration, people_and_news.add()
    for situation in SITUATIONS:
        situation.open(page, site)

    ours = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")}
    readers = {name for name in ours if not name.startswith(STAFF)}
    assert readers >= ELSEWHERE
    assert sorted(readers - ELSEWHERE - rendered) == []


def test_no_two_screens_have_one_name():
    assert len(SCREEN_NAMES) == len(set(SCREEN_NAMES))
