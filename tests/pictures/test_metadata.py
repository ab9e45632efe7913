"""What a copy of a picture says of itself, and what it keeps for itself."""

import io
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image, ImageChops, PngImagePlugin

from pictures.derivatives import widths_for
from pictures.jpeg import with_metadata
from tests.factories import NewsContentFactory, press_picture

pytestmark = pytest.mark.django_db
PRIVATE = b"SN-4711-GEHEIM"


def private_image(format):
    """An image with a comment, a serial number, a place and an orientation in its own metadata."""
    image = Image.effect_noise((400, 300), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = PRIVATE.decode()
    exif.get_ifd(0x8769)[0xA431] = PRIVATE.decode()
    exif.get_ifd(0x8825)[1] = "N"
    options = {"exif": exif.tobytes()}
    if format == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", PRIVATE.decode())
    else:
        options["xmp"] = b"<x>" + PRIVATE + b"</x>"
    if format == "JPEG":
        options["comment"] = PRIVATE
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def picture_of(format, **fields):
    name = f"foto.{format.lower()}"
    return press_picture(file=ContentFile(private_image(format), name=name), original_filename=name, **fields)


def body(response):
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def packet(data):
    with Image.open(io.BytesIO(data)) as image:
        xmp = image.info["xmp"] if "xmp" in image.info else image.info["XML:com.adobe.xmp"].encode()
        return xmp.decode()


def download(picture, size="original"):
    return reverse("pictures:download", args=(picture.pk, picture.sha1[:12], size))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_every_copy_carries_its_record_and_nothing_private(client, format):
    picture = picture_of(format, credit="Jan & <Piet>", name="Mechelse\x0bheide")
    NewsContentFactory(state="published", picture=picture)
    width = widths_for(picture)[0]
    addresses = [picture.address(width, "jpg"), picture.address(width, "avif"), download(picture)]
    for data in (body(client.get(address)) for address in addresses):
        xmp = packet(data)
        assert "<photoshop:Credit>Jan &amp; &lt;Piet&gt;</photoshop:Credit>" in xmp and "Mechelse heide" in xmp
        assert "Heide in bloei. Voorbeeld, op de heide." in xmp and "2017-02-06" in xmp
        assert "https://creativecommons.org/licenses/by/4.0/" in xmp
        assert PRIVATE not in data
        with Image.open(io.BytesIO(data)) as image:
            assert set(image.getexif()) <= {0x0112}
        assert ElementTree.fromstring(xmp.encode()).tag == "{adobe:ns:meta/}xmpmeta"  # noqa: S314 - our own bytes


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_the_original_that_is_offered_has_the_pixels_of_ours(client, format):
    picture = picture_of(format)
    NewsContentFactory(state="published", picture=picture)
    with Image.open(io.BytesIO(body(client.get(download(picture))))) as ours, Image.open(picture.file) as original:
        assert ours.getexif()[0x0112] == 6 and ours.size == original.size
        assert ImageChops.difference(ours.convert("RGB"), original.convert("RGB")).getbbox() is None


def coded(data):
    """The bytes of a JPEG from its first scan on, without what follows its end."""
    return data[data.index(b"\xff\xda") : data.rindex(b"\xff\xd9") + 2]


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}], ids=str)
def test_a_jpeg_keeps_its_coded_bytes_and_loses_what_stands_behind_them(client, options):
    buffer = io.BytesIO()
    Image.effect_noise((400, 300), 60).convert("RGB").save(buffer, "JPEG", comment=PRIVATE, **options)
    file = ContentFile(buffer.getvalue() + b"film" + PRIVATE, name="foto.jpeg")
    picture = press_picture(file=file, original_filename="foto.jpeg")
    NewsContentFactory(state="published", picture=picture)

    ours = body(client.get(download(picture)))

    assert coded(ours) == coded(buffer.getvalue())
    assert PRIVATE not in ours and "<photoshop:Credit>" in packet(ours)


@pytest.mark.parametrize("cut", [0, 2, 3, 30, 600, -2])
def test_what_is_no_whole_jpeg_is_said_to_be_none(cut):
    with pytest.raises(ValueError, match="JPEG|segment|scan"):
        with_metadata(private_image("JPEG")[:cut], b"", b"<x/>")


@pytest.mark.parametrize(
    ("field", "empty", "named"),
    [
        ("credit", "", "naamsvermelding"),
        ("default_caption", "", "bijschrift"),
        ("who_and_where", "", "wie en waar"),
        ("default_alt_text", "", "beschrijving"),
        ("made_on", None, "datum"),
        ("reusable", False, "wie"),
    ],
)
def test_what_the_press_needs_is_named(field, empty, named):
    assert press_picture().lacks_for_press() == ""
    assert named in press_picture(**{field: empty}).lacks_for_press()
