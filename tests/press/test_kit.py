"""The press kit: what is in it, and what never is."""

import io
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import DocumentFile
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    add_file,
    bring_to,
    pdf_bytes,
    pptx_bytes,
    press_picture,
)

pytestmark = pytest.mark.django_db

KIT = "/nieuws/plan/persmap.zip"


@pytest.fixture
def release():
    content = NewsContentFactory(
        kind="press_release", news_item__slug="plan", title="Het plan", place="Hasselt", lead="Het plan is klaar."
    )
    content.quotations.create(text="Dit is een begin.", speaker="Een spreker")
    document = DocumentContentFactory(document__slug="cijfers", title="Cijfers", licence="CC-BY-4.0", credit="ERSV")
    add_file(document, pdf_bytes(2), "cijfers.pdf")
    add_file(document, pptx_bytes(), "cijfers.pptx")
    bring_to("published", document.versions.get())
    content.attachments.create(document=document.document)
    draft = DocumentContentFactory(document__slug="geheim")
    add_file(draft, pdf_bytes(), "geheim.pdf")
    content.attachments.create(document=draft.document)
    content.photos.create(picture=press_picture(original_filename="heide.png"), position=1)
    content.photos.create(
        picture=press_picture(
            original_filename="krant.png", credit="De fotograaf", reusable=False, permission_from="Voorbeeldkrant"
        ),
        position=2,
    )
    bring_to("published", content.versions.get())
    return content


def members(client, address=KIT):
    answer = client.get(address)
    data = b"".join(answer)
    assert int(answer["Content-Length"]) == len(data)
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def test_a_kit_holds_the_text_the_files_and_the_reusable_photos(client, release):
    found = members(client)

    assert list(found) == [
        "plan/plan.html",
        "plan/plan.txt",
        "plan/LICENTIES.txt",
        "plan/bijlagen/cijfers.pdf",
        "plan/bijlagen/cijfers.pptx",
        "plan/fotos/01-heide-640x420.png",
        "plan/SHA256SUMS",
    ]
    assert list(members(client)) == list(found)
    text = found["plan/plan.txt"].decode()
    assert text.index("Het plan") < text.index("Hasselt") < text.index("Het plan is klaar.")
    assert "Dit is een begin." in text
    assert "<" not in text
    assert "src=" not in found["plan/plan.html"].decode()


def test_the_licences_name_each_file_and_whom_to_ask_for_the_rest(client, release):
    licences = members(client)["plan/LICENTIES.txt"].decode()

    for words in (
        "bijlagen/cijfers.pdf",
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "fotos/01-heide-640x420.png",
        "Gemaakt door: Voorbeeldfotograaf",
        "Vraag toestemming aan Voorbeeldkrant.",
    ):
        assert words in licences
    assert "\n\n\n" not in licences


def test_the_checksums_are_those_of_the_files(client, release, tmp_path):
    (tmp_path / "kit.zip").write_bytes(b"".join(client.get(KIT)))
    shutil.unpack_archive(tmp_path / "kit.zip", tmp_path)

    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "plan", capture_output=True, text=True
    )

    assert (done.returncode, done.stdout.count(": OK")) == (0, 6), done.stderr


def test_the_page_offers_the_kit_with_its_size(client, release):
    page = client.get("/nieuws/plan/").content.decode()

    assert f'href="{KIT}"' in page
    assert "tekst en 3 bestanden)" in page


def test_the_press_room_leads_to_the_kits_without_asking_more_of_the_database(
    client, release, django_assert_num_queries
):
    client.get("/pers/")
    with CaptureQueriesContext(connection) as one:
        page = client.get("/pers/").content.decode()
    assert f'href="{KIT}"' in page

    NewsContentFactory(kind="press_release", news_item__slug="ander", state="published")
    with django_assert_num_queries(len(one)):
        assert 'href="/nieuws/ander/persmap.zip"' in client.get("/pers/").content.decode()


def test_a_kit_is_asked_for_its_length_without_being_made(client, release):
    answer = client.head(KIT)

    assert answer.status_code == 200
    assert int(answer["Content-Length"]) == len(b"".join(client.get(KIT)))
    assert (answer["Content-Type"], answer["Accept-Ranges"]) == ("application/zip", "none")


def test_the_same_kit_has_the_same_bytes_dated_as_the_release(client, release):
    first, second = (b"".join(client.get(KIT)) for _time in range(2))
    day = release.date

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(day.year, day.month, day.day, 0, 0, 0)}
        assert archive.testzip() is None
    assert struct.unpack("<HH", first[10:14]) == (0, (day.year - 1980) << 9 | day.month << 5 | day.day)


def test_an_unchanged_kit_is_not_sent_again_and_a_changed_one_is(client, release):
    known = client.get(KIT)["ETag"]
    assert client.head(KIT)["ETag"] == known
    assert client.get(KIT, headers={"If-None-Match": known}).status_code == 304

    picture = release.photos.first().picture
    picture.credit = "Een andere fotograaf"
    picture.save()

    assert client.get(KIT, headers={"If-None-Match": known}).status_code == 200


def test_a_part_of_a_kit_is_not_to_be_had(client, release):
    answer = client.get(KIT, headers={"Range": "bytes=0-9"})

    assert (answer.status_code, len(b"".join(answer))) == (200, int(answer["Content-Length"]))


@pytest.mark.parametrize(
    ("damage", "error"), [(Path.unlink, FileNotFoundError), (lambda path: path.write_bytes(b""), RuntimeError)]
)
def test_a_file_that_goes_while_a_kit_is_sent_breaks_it_off(client, release, damage, error):
    answer = client.get(KIT)
    damage(Path(DocumentFile.objects.filter(content__document__slug="cijfers").first().file.path))

    with pytest.raises(error):
        b"".join(answer)


def test_a_release_without_attachments_offers_its_kit_as_well(client):
    NewsContentFactory(kind="press_release", news_item__slug="plan", state="published")

    assert f'href="{KIT}"' in client.get("/nieuws/plan/").content.decode()
    assert list(members(client)) == ["plan/plan.html", "plan/plan.txt", "plan/LICENTIES.txt", "plan/SHA256SUMS"]


def test_plain_news_without_files_has_no_kit(client):
    NewsContentFactory(news_item__slug="plan", state="published")

    assert client.get(KIT).status_code == 404
    assert "persmap.zip" not in client.get("/nieuws/plan/").content.decode()


def test_a_kit_is_whole_or_there_is_none(client, release):
    Path(DocumentFile.objects.filter(content__document__slug="cijfers").first().file.path).unlink()

    assert client.get(KIT).status_code == 404
    assert client.get("/nieuws/plan/").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_kit_can_only_be_fetched(client, release, method):
    assert getattr(client, method)(KIT).status_code == 405
