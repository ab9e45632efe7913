"""All mail of the site goes through the outbox: nothing else talks to a mail server."""

import ast

import pytest

from limburg_site.environment import BASE_DIR

pytestmark = pytest.mark.once
NOT_OURS = {"tests", ".venv", "var", "node_modules"}
# What puts a mail on its way, by whatever name it was imported: functions of django.core.mail, and its messages.
SENDS = {"send_mail", "send_mass_mail", "mail_admins", "mail_managers", "send_messages", "sendmail", "email_user"}
MESSAGES = {"EmailMessage", "EmailMultiAlternatives", "SMTP", "SMTP_SSL", "get_connection"}


def names_in(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.alias):
            yield node.name.rpartition(".")[2], node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.Name):
            yield node.id, node.lineno


def ways_out():
    for path in BASE_DIR.rglob("*.py"):
        parts = path.relative_to(BASE_DIR).parts
        if parts[0] in NOT_OURS:
            continue
        for name, line in names_in(ast.parse(path.read_text(encoding="utf-8"))):
            if name in SENDS | MESSAGES:
                yield "/".join(parts), name, line


def test_only_the_outbox_makes_and_sends_mail():
    assert {(path, name) for path, name, _line in ways_out()} == {("letters/models.py", "EmailMultiAlternatives")}
