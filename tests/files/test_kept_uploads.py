"""A chosen file outlives the errors of its form: whatever the form, for whoever sent it, for a day."""

import os
import stat
import time

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from lxml import html

from documents.models import DocumentContent, DocumentFile
from files import kept_uploads
from organisations.models import Membership
from tests.accounts.people import person
from tests.factories import DocumentContentFactory, PictureFactory, image_bytes, pdf_bytes

pytestmark = pytest.mark.django_db
ADD = reverse("admin:documents_document_add")
ROWS = {"files-TOTAL_FORMS": "1", "files-INITIAL_FORMS": "0"}
FORM = ROWS | {
    "slug": "advies",
    "sites": ["1"],
    "content__type": "advies",
    "content__date": "06-02-2031",
    "content__language": "nl",
    "content__licence": "all-rights-reserved",
}


@pytest.fixture(autouse=True)
def editor(client):
    account = person("an", "Eindredacteur")
    client.force_login(account)
    return account


def pdf(name="advies.pdf", data=None):
    return SimpleUploadedFile(name, data or pdf_bytes(2), content_type="application/pdf")


def came_back(response):
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def tokens(page):
    return {field.get("name"): field.get("value") for field in page.xpath('//input[contains(@name, "-kept")]')}


def chosen(page):
    return [words.strip() for words in page.xpath("//strong/text()") if words.startswith("Gekozen: ")]


def test_a_file_in_a_row_is_kept_and_saved_with_the_next_try(client):
    page = came_back(client.post(ADD, FORM | {"files-0-file": pdf()}))

    assert chosen(page) == ["Gekozen: advies.pdf"]
    [field] = page.xpath('//input[@name="files-0-file"]')
    assert field.get("required") is None
    kept = tokens(page)
    assert kept.keys() == {"files-0-file-kept"}
    assert client.post(ADD, FORM | kept | {"content__title": "Advies"}).status_code == 302
    file = DocumentFile.objects.get()
    assert (file.format, file.pages) == ("pdf", 2)
    assert file.file.read().startswith(b"%PDF")


def test_a_file_is_kept_over_many_errors_without_another_copy(client):
    kept = tokens(came_back(client.post(ADD, FORM | {"files-0-file": pdf()})))

    for _again in range(3):
        page = came_back(client.post(ADD, FORM | kept))
        assert tokens(page) == kept and chosen(page) == ["Gekozen: advies.pdf"]
    assert len(list(settings.UPLOADS_ROOT.iterdir())) == 1


def test_another_choice_takes_its_place(client):
    kept = tokens(came_back(client.post(ADD, FORM | {"files-0-file": pdf()})))

    client.post(ADD, FORM | kept | {"content__title": "Advies", "files-0-file": pdf("beter.pdf", pdf_bytes(5))})

    assert DocumentFile.objects.get().pages == 5


def test_what_was_refused_itself_is_not_kept(client):
    page = came_back(client.post(ADD, FORM | {"content__title": "Advies", "files-0-file": pdf(data=b"geen pdf")}))

    assert tokens(page) == {} and page.xpath('//*[contains(@class, "errorlist")]')
    assert not settings.UPLOADS_ROOT.exists()


@pytest.mark.parametrize("gone", ["cleaned up", "too old", "changed", "another person", "another form"])
def test_no_document_is_made_without_its_file(client, gone, monkeypatch):
    kept = tokens(came_back(client.post(ADD, FORM | {"files-0-file": pdf()})))
    target = ADD
    if gone == "cleaned up":
        [path] = settings.UPLOADS_ROOT.iterdir()
        path.unlink()
    elif gone == "too old":
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now + kept_uploads.SECONDS + 5)
    elif gone == "changed":
        kept = {name: f"{value}x" for name, value in kept.items()}
    elif gone == "another person":
        client.force_login(person("bo", "Eindredacteur"))
    else:
        content = DocumentContentFactory(created_by=person("an2", "Eindredacteur"))
        client.force_login(content.versions.get().created_by)
        target = reverse("admin:documents_document_change", args=(content.document_id,))

    page = came_back(client.post(target, FORM | kept | {"content__title": "Advies"}))

    assert "is er niet meer. Kies het opnieuw." in page.text_content()
    assert not DocumentFile.objects.exists()
    assert not DocumentContent.everything.filter(title="Advies").exists()


def test_a_picture_is_kept(client):
    picture = PictureFactory(owner=person("an3", "Eindredacteur"))
    client.force_login(person("bas", "Beheerder"))
    path = reverse("admin:pictures_picture_change", args=(picture.pk,))
    file = SimpleUploadedFile("nieuw.png", image_bytes(80, 60, color="#000000"), content_type="image/png")
    fields = {"original_filename": "heide.png", "name": "", "licence": "CC-BY-4.0"}

    page = came_back(client.post(path, fields | {"file": file}))

    assert chosen(page) == ["Gekozen: nieuw.png"]
    response = client.post(path, fields | tokens(page) | {"default_alt_text": "Zwart"})
    assert response.status_code == 302
    picture.refresh_from_db()
    assert (picture.width, picture.height) == (80, 60)


def test_a_table_to_import_is_kept(client):
    path = reverse("admin:organisations_membership_import")
    table = SimpleUploadedFile("leden.csv", b"orgaan;persoon\r\nonbekend;An\r\n", content_type="text/csv")

    page = came_back(client.post(path, {"import_file": table, "format": "99", "resource": "0"}))

    assert chosen(page) == ["Gekozen: leden.csv"]
    again = client.post(path, tokens(page) | {"format": "0", "resource": "0"})
    assert "onbekend" in again.content.decode()
    assert not Membership.objects.exists()


def test_it_is_for_nobody_else_on_the_machine_and_goes_after_a_day(client):
    client.post(ADD, FORM | {"files-0-file": pdf()})
    [path] = settings.UPLOADS_ROOT.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.UPLOADS_ROOT.stat().st_mode) == 0o700
    call_command("remove_unused_files", delete=True, verbosity=0)
    assert path.exists()

    os.utime(path, (time.time() - kept_uploads.SECONDS - 60,) * 2)
    call_command("remove_unused_files", delete=True, verbosity=0)

    assert not path.exists()


def test_a_file_that_another_form_cleans_away_meanwhile_fails_nothing(client):
    settings.UPLOADS_ROOT.mkdir(parents=True, exist_ok=True)
    listed = settings.UPLOADS_ROOT / "listed"
    listed.symlink_to(settings.UPLOADS_ROOT / "gone")  # is listed, and not there when it is looked at

    page = came_back(client.post(ADD, FORM | {"files-0-file": pdf()}))

    assert chosen(page) == ["Gekozen: advies.pdf"]
