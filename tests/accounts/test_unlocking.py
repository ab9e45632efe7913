"""Who loses the lock of a draft reads in a mail who lifted it, and where the draft is."""

import pytest
from django.urls import reverse
from djangocms_versioning.models import Version

from letters.sending import deliver_due
from tests.factories import NewsContentFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return UserFactory(first_name="An", email="an@example.org")


@pytest.fixture
def unlock(client, author):
    def by(user, holder=author, **headers):
        version = Version.objects.get_for_content(NewsContentFactory(created_by=author, title="De zomer\nbegint"))
        Version.objects.filter(pk=version.pk).update(locked_by=holder)
        client.force_login(user)
        address = reverse("admin:djangocms_versioning_newscontentversion_unlock", args=(version.pk,))
        response = client.post(address, {"from": holder.pk if holder else ""}, **headers)
        deliver_due()
        assert response.status_code == 302
        assert Version.objects.get(pk=version.pk).locked_by == (None if user == holder else user)
        return version

    return by


def colleague():
    return UserFactory(first_name="Bert", last_name="Claes", roles=["Eindredacteur"])


def test_the_author_reads_who_unlocked_what_and_where_it_is(unlock, mailoutbox, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://www.example.org", ["*"]

    version = unlock(colleague(), headers={"host": "evil.example"})

    [mail] = mailoutbox
    assert mail.to == ["an@example.org"]
    assert mail.subject == "Uw concept is ontgrendeld"
    assert mail.body.startswith("Dag An,\n\nBert Claes heeft uw concept “De zomer\nbegint” ontgrendeld")
    assert f"\nhttps://www.example.org/beheer/cms/placeholder/object/{version.content_type_id}/preview/" in mail.body
    assert "Bert Claes heeft het concept nu. Spreek met Bert Claes af wie verder werkt." in mail.body
    [html] = [part.content for part in mail.alternatives]
    assert "Uw concept is ontgrendeld" in html and "Bert Claes" in html and "werkt één keer" not in html
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
    assert "evil" not in mail.body and "CMS" not in mail.subject + mail.body


def test_who_works_on_a_draft_of_somebody_else_is_told_and_its_author_is_not(unlock, mailoutbox):
    unlock(colleague(), holder=UserFactory(first_name="Chris", email="chris@example.org"))

    [mail] = mailoutbox
    assert mail.to == ["chris@example.org"]
    assert mail.body.startswith("Dag Chris,")


def test_who_gives_up_a_lock_gets_no_mail_and_neither_does_the_author(unlock, mailoutbox):
    me = colleague()

    unlock(me, holder=me)

    assert mailoutbox == []


def test_who_left_gets_no_mail(unlock, mailoutbox, author):
    author.is_active = False
    author.save()

    unlock(colleague())

    assert mailoutbox == []


def test_a_mail_server_that_fails_does_not_keep_the_lock(unlock, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    unlock(colleague())
