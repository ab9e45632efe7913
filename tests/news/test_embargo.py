"""An embargo as staff set, move and end it."""

import datetime
import time

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.models import Version
from lxml import html

from documents.models import Document, DocumentContent
from news.embargo import put_under_embargo
from news.models import NewsItem
from pictures.models import Picture
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    PictureFactory,
    UserFactory,
    add_file,
    pdf_bytes,
)

pytestmark = pytest.mark.django_db

FAR = {"moment_0": "06-02-2031", "moment_1": "10:00"}
MOMENT = datetime.datetime(2031, 2, 6, 9, tzinfo=datetime.UTC)  # ten o'clock in Belgium, in winter


@pytest.fixture
def editor(client):
    return log_in(client, "Eindredacteur")


def log_in(client, role):
    user = UserFactory(roles=[role])
    client.force_login(user)
    return user


def a_release(user=None, state="draft", **values):
    """A release with a picture and with a document that has a draft."""
    content = NewsContentFactory(
        kind="press_release", picture=PictureFactory(), created_by=user, **{"news_item__slug": "plan"} | values
    )
    document = DocumentContentFactory(created_by=user)
    add_file(document, pdf_bytes(), "plan.pdf")
    content.attachments.create(document=document.document)
    if state == "published":
        document.versions.get().publish(user)
        content.versions.get().publish(user)
    return content


def publish_url(content):
    version = Version.objects.get_for_content(content)
    return reverse("admin:djangocms_versioning_newscontentversion_publish", args=(version.pk,))


def embargo_url(content):
    return reverse("admin:news_newsitem_embargo", args=(content.news_item_id,))


def state_of(content):
    return content.versions.values_list("state", flat=True).get()


def text_on(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def moments(content):
    """Of the item, its document and its picture."""
    return {
        NewsItem.objects.get(pk=content.news_item_id).embargo_until,
        Document.objects.get(pk=content.attachments.first().document_id).embargo_until,
        Picture.objects.get(pk=content.picture_id).embargo_until,
    }


def test_a_release_is_published_under_embargo_with_all_that_goes_with_it(client, editor):
    content = a_release(editor)
    draft = Version.objects.get_for_content(DocumentContent.everything.get())
    question = text_on(client.post(publish_url(content)))
    assert "Vanaf wanneer mogen lezers dit zien?" in question

    done = client.post(
        publish_url(content), {"documents_decided": "1", "documents": [draft.pk], "when": "embargo"} | FAR, follow=True
    )

    assert moments(content) == {MOMENT}
    assert state_of(content) == "published"
    assert client.get("/nieuws/plan/").status_code == 404
    assert done.redirect_chain[-1][0] == embargo_url(content)
    assert "Verschijnt op donderdag 6 februari 2031 om 10.00 u., nu niet zichtbaar." in text_on(done)


def test_a_release_without_an_answer_is_not_published(client, editor):
    content = a_release(editor)
    for answer, sentence in (
        ({}, "Dit veld is verplicht."),
        ({"when": "embargo"}, "Vul de dag en het uur in waarop het embargo eindigt."),
        ({"when": "embargo"} | FAR | {"moment_0": "06-02-2017"}, "Dit moment is voorbij. Kies een later moment."),
        # 31 March 2030, half past two: an hour that summer time skips; 27 October: one that it doubles.
        (
            {"when": "embargo", "moment_0": "31-03-2030", "moment_1": "02:30"},
            "Dit uur bestaat niet, of het komt twee keer voor",
        ),
        (
            {"when": "embargo", "moment_0": "27-10-2030", "moment_1": "02:30"},
            "Dit uur bestaat niet, of het komt twee keer voor",
        ),
    ):
        page = text_on(client.post(publish_url(content), {"documents_decided": "1"} | answer))
        assert sentence in page, answer
        assert state_of(content) == "draft"


def test_a_release_appears_within_the_second(client, editor):
    content = a_release(editor, state="draft")
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(seconds=1.5), editor)
    content.versions.get().publish(editor)
    client.logout()
    assert client.get("/nieuws/plan/").status_code == 404

    time.sleep(1.6)

    assert client.get("/nieuws/plan/").status_code == 200


def test_moving_and_ending_take_everything_along(client, editor):
    content = a_release(editor)
    put_under_embargo(content.news_item, MOMENT, editor)
    content.versions.get().publish(editor)

    client.post(embargo_url(content), {"move": "1", "moment_0": "06-02-2031", "moment_1": "08:00"})
    assert moments(content) == {MOMENT - datetime.timedelta(hours=2)}

    client.post(embargo_url(content), {"end": "1"})
    assert max(moments(content)) <= timezone.now()
    assert client.get("/nieuws/plan/").status_code == 200
    late = client.post(embargo_url(content), {"move": "1"} | FAR)
    assert "Lezers zien dit bericht al. Een embargo komt te laat." in text_on(late)
    assert LogEntry.objects.filter(object_id=str(content.news_item_id), change_message__contains="mbargo").count() == 3


def test_who_may_not_publish_can_not_touch_the_embargo(client):
    writer = log_in(client, "Redacteur")
    content = a_release(writer)

    assert client.get(embargo_url(content)).status_code == 403
    assert client.post(embargo_url(content), {"move": "1"} | FAR).status_code == 403
    assert moments(content) == {None}


def test_what_readers_have_can_not_be_held_back(client, editor):
    content = a_release(editor)
    add_file(other := DocumentContentFactory(title="Oude studie"), pdf_bytes(), "studie.pdf")
    other.versions.get().publish(editor)
    content.attachments.create(document=other.document)
    NewsContentFactory(state="published", picture=content.picture)

    page = text_on(client.post(embargo_url(content), {"move": "1"} | FAR))

    assert "Lezers zien “Oude studie” al" in page
    assert "Lezers zien “heide.png” al" in page
    assert moments(content) == {None}


def test_what_waits_for_another_embargo_is_refused(editor):
    first, second = a_release(editor), a_release(editor, news_item__slug="ander-plan")
    second.attachments.create(document=first.attachments.get().document)
    put_under_embargo(first.news_item, MOMENT, editor)

    for moment in (MOMENT, MOMENT + datetime.timedelta(days=1)):
        with pytest.raises(ValidationError, match="ander embargo"):
            put_under_embargo(second.news_item, moment, editor)

    assert NewsItem.objects.get(pk=second.news_item_id).embargo_until is None


def test_what_is_added_later_waits_too(client, editor):
    content = a_release(editor)
    put_under_embargo(content.news_item, MOMENT, editor)
    add_file(late := DocumentContentFactory(), pdf_bytes(), "laat.pdf")
    late.versions.get().publish(editor)
    assert client.get(late.document.get_absolute_url()).status_code == 200
    content.attachments.create(document=late.document)

    client.post(publish_url(content), {"documents_decided": "1"})
    assert state_of(content) == "draft"

    late.versions.get().unpublish(editor)
    add_file(fresh := DocumentContentFactory(document=late.document, created_by=editor), pdf_bytes(), "laat.pdf")
    client.post(publish_url(content), {"documents_decided": "1"})
    Version.objects.get_for_content(fresh).publish(editor)

    assert state_of(content) == "published"
    assert Document.objects.get(pk=late.document_id).embargo_until == MOMENT
    assert client.get(late.document.get_absolute_url()).status_code == 404


def test_the_form_of_the_item_says_what_holds(client, editor):
    content = a_release(editor)
    form = reverse("admin:news_newsitem_change", args=(content.news_item_id,))
    assert "Geen embargo." in text_on(client.get(form))

    put_under_embargo(content.news_item, MOMENT, editor)

    assert "Onder embargo tot donderdag 6 februari 2031 om 10.00 u." in text_on(client.get(form))
