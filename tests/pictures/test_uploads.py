"""The media library as an editor uses it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from filer.models import Folder

from pictures.models import Picture
from tests.factories import NewsContentFactory, PictureFactory, UserFactory, image_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    user = UserFactory(roles=["Redacteur"])
    client.force_login(user)
    return user


@pytest.fixture
def folder():
    return Folder.objects.create(name="Beelden")


def upload(client, folder, data, name="heide.png"):
    url = reverse("admin:filer-ajax_upload", args=(folder.pk,))
    return client.post(url, {"file": SimpleUploadedFile(name, data)})


def form(picture, **changes):
    return {
        "name": "Heide",
        "owner": "",
        "description": "",
        "default_alt_text": "",
        "default_caption": "",
        "credit": "Iemand",
        "licence": "all-rights-reserved",
        "subject_location": "",
    } | changes


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file() and "thumbnails" not in path.as_posix()]


def test_a_writer_uploads_a_picture_and_describes_it(client, writer, folder):
    assert "error" not in upload(client, folder, image_bytes()).json()
    picture = Picture.objects.get()
    assert not picture.complete and not picture.is_public

    url = reverse("admin:pictures_picture_change", args=(picture.pk,))
    refused = client.post(url, form(picture))
    assert "default_alt_text" in refused.context["adminform"].form.errors
    assert client.post(url, form(picture, default_alt_text="Paarse heide")).status_code == 302
    picture.refresh_from_db()
    assert picture.complete and picture.credit == "Iemand"


def test_decorative_and_described_exclude_each_other(client, writer):
    picture = PictureFactory(default_alt_text="")
    url = reverse("admin:pictures_picture_change", args=(picture.pk,))
    both = client.post(url, form(picture, default_alt_text="Heide", decorative="on"))
    assert both.status_code == 200
    assert client.post(url, form(picture, decorative="on")).status_code == 302
    picture.refresh_from_db()
    assert picture.complete and picture.alt == ""


def test_what_is_free_to_reuse_needs_a_licence(client, writer):
    picture = PictureFactory()
    url = reverse("admin:pictures_picture_change", args=(picture.pk,))
    refused = client.post(url, form(picture, default_alt_text="Heide", reusable="on"))
    assert "licence" in refused.context["adminform"].form.errors


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.png", b"<html><script>alert(1)</script></html>"),
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("x.pdf", b"%PDF-1.4"),
        ("x.png", image_bytes()[:200]),
        ("x.jpg", image_bytes()),
        ("x.png", image_bytes(7000, 6000)),
    ],
    ids=["html", "svg", "pdf", "cut off", "wrong name", "42 megapixels"],
)
def test_a_refused_upload_gets_a_sentence_and_leaves_nothing(client, writer, folder, settings, name, data):
    answer = upload(client, folder, data, name)

    assert answer.status_code == 400 and answer.json()["error"]
    assert not Picture.objects.exists()
    assert files_in(settings.MEDIA_ROOT) == []


def test_replacing_a_picture_is_judged_as_well(client, writer):
    picture = PictureFactory()
    url = reverse("admin:pictures_picture_change", args=(picture.pk,))
    data = form(picture, default_alt_text="Heide", file=SimpleUploadedFile("x.png", b"<html>"))
    assert "__all__" in client.post(url, data).context["adminform"].form.errors


def test_staff_see_the_original_of_an_unpublished_picture_and_a_writer_deletes_none(client, writer):
    picture = PictureFactory()
    assert client.get(picture.file.url).status_code == 200
    assert client.get(picture.address(320, "jpg"))["Cache-Control"].startswith("private, no-store")
    client.post(reverse("admin:pictures_picture_delete", args=(picture.pk,)), {"post": "yes"})
    assert Picture.objects.exists()


def test_a_picture_that_news_shows_cannot_be_deleted(client):
    client.force_login(UserFactory(is_superuser=True))
    picture = PictureFactory()
    NewsContentFactory(picture=picture, state="published")
    response = client.post(reverse("admin:pictures_picture_delete", args=(picture.pk,)), {"post": "yes"})
    assert response.status_code < 500 and Picture.objects.exists()
