"""A file that is replaced: its address leads to the new one, and what readers had stays to be had beside it."""

import datetime
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.models import Version

from documents.models import DocumentFile, FormerFile
from files.unused import named_by_rows
from tests.documents.test_documents import body_of, publish
from tests.factories import DocumentContentFactory, UserFactory, add_file, pdf_bytes, pptx_bytes
from tests.publication.test_admin import change_url, rows

pytestmark = pytest.mark.django_db

NOW, V1 = "/documenten/advies-1/advies-1.pdf", "/documenten/advies-1/v1/advies-1.pdf"
OLD, NEW = pdf_bytes(1), pdf_bytes(2)


def document(**fields):
    content = DocumentContentFactory(document__slug="advies-1", title="Advies 1", **fields)
    add_file(content, OLD, "x.pdf")
    add_file(content, pptx_bytes(), "x.pptx")
    return content


def draft_of(content):
    return Version.objects.get_for_content(content).copy(UserFactory()).content


def replace(content, data=NEW, note="Een cijfer op bladzijde 2 is verbeterd."):
    """Publish a next version with another pdf."""
    draft = draft_of(content)
    draft.files.get(format="pdf").delete()
    add_file(draft, data, "y.pdf")
    draft.change_note = note
    draft.save()
    publish(draft)
    return draft


@pytest.fixture
def replaced():
    content = document()
    publish(content)
    return replace(content)


def test_the_address_has_the_new_file_and_the_former_one_is_beside_it(client, replaced):
    assert body_of(client.get(NOW)) == NEW
    former = client.get(V1)
    assert (former.status_code, former["Content-Type"], body_of(former)) == (200, "application/pdf", OLD)
    assert client.get(V1.replace(".pdf", ".pptx")).status_code == 404, "the slides were not replaced"


def test_the_page_says_when_and_why_and_gives_the_checksum(client, replaced):
    page = client.get("/documenten/advies-1/").content.decode()

    assert "Eerdere versies" in page and f'href="{V1}"' in page
    assert "Een cijfer op bladzijde 2 is verbeterd." in page
    assert FormerFile.objects.get().checksum in page


def test_each_replacement_has_its_number(client, replaced):
    replace(replaced, pdf_bytes(3), "Nog een cijfer.")

    assert body_of(client.get(V1)) == OLD
    assert body_of(client.get(V1.replace("v1", "v2"))) == NEW
    assert client.get(V1.replace("v1", "v3")).status_code == 404


def test_a_version_with_the_same_file_leaves_no_former_one(client):
    content = document()
    publish(content)
    publish(draft_of(content))
    assert not FormerFile.objects.exists()


def test_what_never_got_out_stays_in(client):
    for fields in (
        {"visible_from": timezone.now() + datetime.timedelta(hours=1)},
        {"document__embargo_until": timezone.now() + datetime.timedelta(hours=1)},
        {"document__sites": []},
    ):
        content = DocumentContentFactory(**fields)
        add_file(content, OLD, "x.pdf")
        publish(content)
        replace(content)
        assert not FormerFile.objects.exists(), fields


def test_what_was_public_until_its_window_closed_was_public(client):
    content = document(visible_until=timezone.now() + datetime.timedelta(hours=1))
    publish(content)
    past = timezone.now() - datetime.timedelta(hours=1)
    type(content).everything.filter(pk=content.pk).update(visible_until=past)
    content.refresh_from_db()
    Version.objects.get_for_content(content).statetracking_set.update(date=past - datetime.timedelta(hours=1))
    draft = replace(content)
    assert client.get(V1).status_code == 404, "the document is not public now"

    type(content).everything.filter(pk=draft.pk).update(visible_until=None)
    assert body_of(client.get(V1)) == OLD


def test_a_former_file_is_public_only_while_its_document_is(client, replaced):
    type(replaced).everything.filter(pk=replaced.pk).update(visible_from=timezone.now() + datetime.timedelta(hours=1))
    assert client.get(V1).status_code == 404
    type(replaced).everything.filter(pk=replaced.pk).update(visible_from=None)
    Version.objects.get_for_content(replaced).unpublish(UserFactory())
    assert client.get(V1).status_code == 404


def test_who_may_publish_takes_a_former_file_back(client, replaced):
    client.force_login(UserFactory(is_superuser=True))
    former = FormerFile.objects.get()
    page = client.get(change_url(replaced.document))
    assert "v1 (pdf)" in page.content.decode()
    row = {"id": former.pk, "document": replaced.document.pk, "change_note": "Een cijfer.", "withdrawn": "on"}
    data = {"slug": "advies-1", "sites": [1], **rows("files"), **rows("former_files", row, initial=1)}
    assert client.post(change_url(replaced.document), data).status_code == 302

    client.logout()
    assert client.get(V1).status_code == 404
    assert "Eerdere versies" not in client.get("/documenten/advies-1/").content.decode()


def test_a_writer_does_not_take_a_former_file_back(client, replaced):
    user = UserFactory(roles=["Redacteur"])
    client.force_login(user)
    former = FormerFile.objects.get()
    row = {"id": former.pk, "document": replaced.document.pk, "change_note": "", "withdrawn": "on"}
    data = {"slug": "advies-1", "sites": [1], **rows("files"), **rows("former_files", row, initial=1)}
    client.post(change_url(replaced.document), data)

    former.refresh_from_db()
    assert not former.withdrawn and former.change_note


def test_what_changed_has_to_be_said_before_publishing(client):
    content = document()
    publish(content)
    draft = draft_of(content)
    draft.files.get(format="pdf").delete()
    add_file(draft, NEW, "y.pdf")
    version = Version.objects.get_for_content(draft)
    client.force_login(version.created_by)
    version.created_by.is_superuser = True
    version.created_by.save()
    url = reverse("admin:djangocms_versioning_documentcontentversion_publish", args=(version.pk,))
    client.post(url)
    assert Version.objects.get(pk=version.pk).state == "draft"
    assert "wat er veranderd is" in draft.lacks()

    draft.change_note = "Een cijfer."
    draft.save()
    client.post(url)
    assert Version.objects.get(pk=version.pk).state == "published"
    assert draft_of(draft).change_note == ""


def test_former_addresses_follow_the_document(client, replaced):
    replaced.document.slug = "advies-2"
    replaced.document.save()
    response = client.get(V1)
    assert (response.status_code, response["Location"]) == (301, V1.replace("advies-1", "advies-2"))


def test_the_bytes_of_a_former_file_are_in_use(replaced):
    former = FormerFile.objects.get()
    DocumentFile.objects.filter(checksum=former.checksum).delete()

    assert Path(former.file.path) in named_by_rows()
