"""Who hears of a planned publication that failed."""

import pytest
from django.core import mail
from django.core.management import call_command

from tests.factories import DocumentContentFactory, NewsContentFactory, UserFactory, plan

pytestmark = pytest.mark.django_db


def test_the_editor_is_mailed_the_reason_of_a_failure():
    content = DocumentContentFactory(title="Advies zonder bestand")
    schedule = plan(content)
    call_command("publish_scheduled")
    [message] = mail.outbox
    assert message.to == [schedule.scheduled_by.email]
    assert "Advies zonder bestand" in message.body and "Advies" not in message.subject
    assert str(content.lacks()) in message.body


def test_who_runs_the_site_is_mailed_when_the_editor_left():
    manager = UserFactory(is_superuser=True)
    schedule = plan(NewsContentFactory(), by=UserFactory(is_active=False))
    call_command("publish_scheduled")
    assert [message.to for message in mail.outbox] == [[manager.email]]
    schedule.refresh_from_db()
    assert schedule.state == "failed"
