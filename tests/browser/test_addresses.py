"""The list of addresses is complete: a template that is at none of them would be audited by nothing."""

import pytest
from django.conf import settings
from django.test.signals import template_rendered

from .addresses import ADDRESSES

TEMPLATES = settings.BASE_DIR / "templates"
# What staff see behind the login: tests/staff walks through it.
STAFF = ("admin/", "cms/", "djangocms_alias/", "djangocms_versioning/", "import_export/", "simple_history/")
ELSEWHERE = {
    "accounts/locked_out.html",  # the answer to a sixth wrong password
    "accounts/logged_out.html",  # the answer to the button to log out
    # Mails: tests/accounts/test_letters.py reads them.
    "accounts/mail/letter.html",
    "accounts/mail/invitation.html",
    "accounts/mail/password_link.html",
    "accounts/mail/unlocked.html",
    "pages/style_guide.html",  # for who is logged in
    # Blocks that the demonstration does not use: the style guide shows them.
    "components/contact-block.html",
    "components/latest-documents.html",
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


def test_every_template_is_at_one_of_the_addresses(demonstration, client, rendered):
    answers = {address: client.get(address.path).status_code for address in ADDRESSES}

    assert {address: status for address, status in answers.items() if status != address.status} == {}
    ours = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")}
    readers = {name for name in ours if not name.startswith(STAFF)}
    assert sorted(readers - ELSEWHERE - rendered) == []
