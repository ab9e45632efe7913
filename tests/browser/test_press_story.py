"""A release from the editor's first word to the correction, in the browser, as everybody meets it."""

import hashlib
import io
import re
import time
import zipfile
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from documents.models import DocumentContent
from letters.sending import beside
from news.models import NewsContent
from tests.browser.test_editors import act, versions
from tests.factories import pdf_bytes, pptx_bytes, press_picture

ADDRESS = "/nieuws/het-streekplan-is-klaar/"


@pytest.fixture
def pictures(site):
    return [
        press_picture(original_filename="Eerste foto.png"),
        press_picture(original_filename="Tweede foto.png"),
        press_picture(
            original_filename="Foto van de krant.png", reusable=False, licence="all-rights-reserved",
            permission_from="Voorbeeldkrant",
        ),
    ]  # fmt: skip


def add_document(page, site, title, *files):
    page.goto(f"{site}/beheer/documents/document/add/")
    page.fill("[name=content__title]", title)
    page.select_option("[name=content__type]", "persbericht")
    page.fill("[name=content__date]", "06-02-2031")
    for number, file in enumerate(files):
        page.locator("#files-group .add-row a").click()
        page.set_input_files(f"[name=files-{number}-file]", file)
    page.click("[name=_save]")
    page.wait_for_url("**/beheer/documents/document/")


def choose(page, name, words):
    """In a field that completes what is typed."""
    page.locator(f"[name={name}] + .select2").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


def write_release(page, site, pictures):
    page.goto(f"{site}/beheer/news/newsitem/add/")
    page.fill("[name=content__title]", "Het streekplan is klaar")
    page.select_option("[name=content__kind]", "press_release")
    page.fill("[name=content__lead]", "Het plan voor de streek is klaar. Iedereen kan het lezen.")
    for number, title in enumerate(("Persbericht", "Presentatie")):
        page.locator("#attachments-group .add-row a").click()
        choose(page, f"attachments-{number}-document", title)
    for number, picture in enumerate(pictures):
        page.locator("#photos-group .add-row a").click()
        page.locator(f"[name=photos-{number}-picture]").evaluate("(field, key) => { field.value = key }", picture.pk)
    page.click("[name=_save]")
    page.wait_for_url("**/beheer/news/newsitem/")
    return NewsContent.everything.get().news_item


def set_moment(page, moment):
    local = timezone.localtime(moment)
    page.fill("[name=moment_0]", f"{local:%d-%m-%Y}")
    page.fill("[name=moment_1]", f"{local:%H:%M:%S}")


def invite(page, site, item, name):
    """The link that was mailed."""
    page.goto(f"{site}/beheer/pers/{item.pk}/uitnodigingen/")
    page.fill("[name=name]", name)
    page.fill("[name=email]", f"{name.lower()}@example.org")
    page.locator("form:has([name=invite]) button").click()
    expect(page.locator(".messagelist")).to_contain_text("De link wordt verstuurd")
    beside.submit(int).result(timeout=30)
    return re.search(r"^https?://\S+/pers/embargo/\w+/$", mail.outbox[-1].body, re.MULTILINE)[0]


def kit(page, address):
    """The members of a kit, by name, after its checksums were compared."""
    answer = page.request.get(address)
    assert answer.status == 200
    archive = zipfile.ZipFile(io.BytesIO(answer.body()))
    members = {name: archive.read(name) for name in archive.namelist()}
    [sums] = [name for name in members if name.endswith("SHA256SUMS")]
    folder = sums.removesuffix("SHA256SUMS")
    listed = dict(reversed(line.split("  ", 1)) for line in members.pop(sums).decode().splitlines())
    assert {folder + name: total for name, total in listed.items()} == {
        name: hashlib.sha256(data).hexdigest() for name, data in members.items()
    }
    return members


def test_a_release_from_the_first_word_to_the_correction(site, log_in, open_page, pictures):
    editor, reader = log_in("Eindredacteur"), open_page()
    add_document(editor, site, "Persbericht streekplan", file("persbericht.pdf", pdf_bytes(2)))
    add_document(editor, site, "Presentatie streekplan", file("dia.pptx", pptx_bytes(3)), file("dia.pdf", pdf_bytes(3)))
    item = write_release(editor, site, pictures)

    # Under embargo: with the drafts of its documents, and for nobody.
    versions(editor, site)
    act(editor, 1, "publish")
    editor.wait_for_url("**/publish/")
    editor.check("[name=when][value=embargo]")
    set_moment(editor, timezone.now() + timedelta(hours=1))
    editor.locator("form:has([name=documents_decided]) button").click()
    editor.wait_for_url("**/embargo/")
    expect(editor.locator("#content")).to_contain_text("nu niet zichtbaar")
    documents = [content.document.get_absolute_url() for content in DocumentContent.everything.all()]
    for address in (ADDRESS, f"{ADDRESS}persmap.zip", *documents):
        assert reader.request.get(f"{site}{address}").status == 404

    # Two journalists; one of the links is taken back.
    kept, revoked = (invite(editor, site, item, name) for name in ("Eerste", "Tweede"))
    editor.locator("form:has([name=revoke]) button", has_text="Tweede").click()
    expect(editor.locator(".messagelist")).to_contain_text("werkt niet meer")
    assert reader.request.get(revoked).status == 404
    reader.goto(kept)
    expect(reader.locator("main")).not_to_contain_text("streekplan")
    reader.locator("main button").click()
    expect(reader.locator("h1")).to_have_text("Het streekplan is klaar")
    expect(reader.locator(".embargo")).to_contain_text("Onder embargo tot")
    assert all(
        picture.evaluate("image => image.decode().then(() => true)") for picture in reader.locator("main img").all()
    )
    assert reader.request.get(f"{kept}persbericht-streekplan.pdf").status == 200
    assert len(kit(reader, f"{kept}persmap.zip")) >= 7

    # The moment comes, and nobody does anything.
    editor.goto(f"{site}/beheer/news/newsitem/{item.pk}/embargo/")
    set_moment(editor, moment := timezone.now().replace(microsecond=0) + timedelta(seconds=4))
    editor.locator("form:has([name=move]) button").click()
    expect(editor.locator(".messagelist")).to_contain_text("Verschijnt op")
    while timezone.now() < moment - timedelta(milliseconds=300):
        assert reader.request.get(f"{site}{ADDRESS}").status == 404
    time.sleep((moment - timezone.now()).total_seconds() + 0.5)
    assert reader.goto(f"{site}{ADDRESS}").status == 200
    assert [reader.request.get(f"{site}{address}").status for address in documents] == [200, 200]
    assert "Het streekplan is klaar" in reader.request.get(f"{site}/pers/feed/").text()
    names = " ".join(kit(reader, f"{site}{ADDRESS}persmap.zip"))
    assert names.count(".pdf") == 2
    assert names.count(".pptx") == 1
    assert names.count(".png") + names.count(".jpg") >= 2
    assert "krant" not in names
    expect(reader.locator(".photos")).to_contain_text("Niet herbruikbaar.")

    # Something was wrong.
    editor.goto(f"{site}/beheer/news/correction/add/")
    choose(editor, "news_item", "streekplan")
    editor.fill("[name=wrong]", "Het plan had drie delen.")
    editor.fill("[name=right]", "Het plan heeft vier delen.")
    editor.click("[name=_save]")
    editor.wait_for_url("**/beheer/news/correction/")
    reader.reload()
    expect(reader.locator(".correction")).to_contain_text("Juist is: Het plan heeft vier delen.")


def file(name, data):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}
