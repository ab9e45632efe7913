"""What was planned is what appears: whatever changes it, the plan lapses, and whoever changes it is asked first."""

import datetime
import re

import pytest
from cms.api import add_plugin
from cms.toolbar.utils import get_object_edit_url
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from letters.models import Letter
from news.models import Quotation
from organisations.models import ContactPoint
from pages.models import FactRow
from publication.models import PublicationSchedule
from publication.scheduling.digest import digest_of
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PictureFactory,
    UserFactory,
    add_file,
    author,
    bring_to,
    cms_page,
    image_bytes,
    pdf_bytes,
    plan,
    press_picture,
    version_of,
)
from tests.publication.questions import hidden

from .test_admin import change_url, news_form

pytestmark = [
    pytest.mark.django_db,
    # What the package itself does when a shared block is copied; only a warning outside tests.
    pytest.mark.filterwarnings("ignore:No user has been supplied"),
]


def shared_block(state=PUBLISHED, words="<p>Blok</p>"):
    alias = Alias.objects.create(category=Category.objects.create(name="Blokken"))
    content = AliasContent.objects.with_user(author()).create(alias=alias, name="Blok", language="nl")
    text = add_plugin(content.placeholder, "TextPlugin", "nl", body=words)
    bring_to(state, Version.objects.get_for_content(content))
    return alias, content, text


# --- what counts ------------------------------------------------------------------------------


def text_of_news():
    content = NewsContentFactory()
    return content, lambda: type(content).everything.filter(pk=content.pk).update(title="Anders")


def row_of_news():
    content = NewsContentFactory()
    row = Quotation.objects.create(content=content, text="Wij doen mee.", speaker="Voorbeeld")
    return content, lambda: Quotation.objects.filter(pk=row.pk).update(text="Wij doen niet mee.")


def another_row():
    content = OrganizationContentFactory()
    return content, lambda: ContactPoint.objects.create(content=content, label="Vragen")


def link_to_many():
    content, body = NewsContentFactory(), OrganizationContentFactory(state=PUBLISHED).organization
    return content, lambda: content.organisations.add(body)


def sites():
    content = NewsContentFactory()
    return content, lambda: content.news_item.sites.clear()


def address():
    content = NewsContentFactory()
    return content, lambda: type(content.news_item).objects.filter(pk=content.news_item_id).update(slug="elders")


def file_of_a_document():
    content = DocumentContentFactory()
    file = add_file(content, pdf_bytes(), "advies.pdf")
    return content, lambda: type(file).objects.filter(pk=file.pk).update(checksum="f" * 64)


def file_of_an_attached_document():
    content, document = NewsContentFactory(), DocumentContentFactory(state=DRAFT)
    file = add_file(document, pdf_bytes(), "advies.pdf")
    version_of(document).publish(author())
    content.attachments.create(document=document.document)
    return content, lambda: type(file).objects.filter(pk=file.pk).update(checksum="f" * 64)


def picture(**change):
    def made():
        shown = press_picture()
        content = NewsContentFactory(picture=shown)
        return content, lambda: type(shown).objects.filter(pk=shown.pk).update(**change)

    return made


def photo():
    content, shown = NewsContentFactory(), press_picture()
    content.photos.create(picture=shown)
    return content, lambda: type(shown).objects.filter(pk=shown.pk).update(sha1="0" * 40)


def block(change):
    def made():
        content = cms_page("Gepland")
        place = content.get_placeholders()[0]
        text = add_plugin(place, "TextPlugin", "nl", body="<p>Eerst</p>")
        add_plugin(place, "QuotePlugin", "nl", text="Ja", speaker="Voorbeeld")
        facts = add_plugin(place, "FactsPlugin", "nl")
        FactRow.objects.create(block=facts, label="Leden", value="12")
        shown = add_plugin(place, "PicturePlugin", "nl", picture=PictureFactory())
        return content, lambda: change(place, text, facts, shown)

    return made


def block_of_news():
    content = NewsContentFactory()
    text = add_plugin(content.body, "TextPlugin", "nl", body="<p>Eerst</p>")
    return content, lambda: type(text).objects.filter(pk=text.pk).update(body="<p>Daarna</p>")


def block_that_is_shared():
    alias, _content, text = shared_block()
    content = cms_page("Gepland")
    add_plugin(content.get_placeholders()[0], "Alias", "nl", alias=alias)
    return content, lambda: type(text).objects.filter(pk=text.pk).update(body="<p>Daarna</p>")


CHANGES = {
    "text": text_of_news,
    "row": row_of_news,
    "another row": another_row,
    "link to many": link_to_many,
    "sites": sites,
    "address": address,
    "file": file_of_a_document,
    "file of an attached document": file_of_an_attached_document,
    "original of a picture": picture(sha1="0" * 40),
    "description of a picture": picture(default_alt_text="Iets anders"),
    "licence of a picture": picture(licence="all-rights-reserved", reusable=False),
    "focal point": picture(subject_location="1,1"),
    "photo": photo,
    "block": block(lambda place, text, facts, shown: type(text).objects.filter(pk=text.pk).update(body="<p>Nu</p>")),
    "block taken out": block(lambda place, text, facts, shown: place.delete_plugin(text)),
    "another block": block(lambda place, *_: add_plugin(place, "TextPlugin", "nl", body="<p>Erbij</p>")),
    "row of a block": block(lambda place, text, facts, shown: facts.rows.update(value="13")),
    "picture of a block": block(
        lambda place, text, facts, shown: type(shown.picture).objects.filter(pk=shown.picture_id).update(sha1="0" * 40)
    ),
    "block of news": block_of_news,
    "shared block": block_that_is_shared,
}


@pytest.mark.parametrize("made", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_was_changed_by_whatever_way_does_not_go_out_and_the_planner_is_mailed(made):
    content, change = made()
    schedule = plan(content)
    change()
    call_command("publish_scheduled")
    schedule.refresh_from_db()
    assert (schedule.state, version_of(content).state) == ("failed", DRAFT)
    assert "gewijzigd nadat het ingepland was" in schedule.note
    [message] = mail.outbox
    assert message.to == [schedule.scheduled_by.email]
    assert "gewijzigd nadat het ingepland was" in message.body


@pytest.mark.parametrize("made", CHANGES.values(), ids=CHANGES.keys())
def test_what_nobody_changed_goes_out(made):
    content, _change = made()
    schedule = plan(content)
    call_command("read_documents")
    call_command("publish_scheduled")
    schedule.refresh_from_db()
    assert (schedule.state, schedule.note) == ("done", "")


def test_a_document_and_a_shared_block_that_are_planned_before_it_do_not_hold_it_up():
    news, document = NewsContentFactory(), DocumentContentFactory()
    add_file(document, pdf_bytes(), "advies.pdf")
    news.attachments.create(document=document.document)
    alias, block, _text = shared_block(DRAFT)
    page = cms_page("Gepland")
    add_plugin(page.get_placeholders()[0], "Alias", "nl", alias=alias)
    first = [plan(content, minutes=-3) for content in (document, block)]
    then = [plan(content, minutes=-2) for content in (news, page)]
    call_command("publish_scheduled")
    for schedule in (*first, *then):
        schedule.refresh_from_db()
        assert (schedule.state, schedule.note) == ("done", "")


def test_a_plan_of_before_is_frozen_by_the_next_minute():
    content = NewsContentFactory()
    schedule = plan(content, minutes=5)
    PublicationSchedule.objects.update(digest="")
    call_command("publish_scheduled")
    schedule.refresh_from_db()
    assert schedule.digest == digest_of(content)


# --- who changes it is asked --------------------------------------------------------------------


def role(client, *roles):
    user = UserFactory(roles=roles)
    client.force_login(user)
    return user


def unlocked():
    Version.objects.update(locked_by=None)


def planned_news(**fields):
    content = NewsContentFactory(title="Gepland bericht", **fields)
    unlocked()
    return content, plan(content, minutes=60)


def form_of(content, **changes):
    return news_form(slug=content.news_item.slug, **changes)


def test_who_may_publish_is_asked_and_plans_it_again_under_their_own_name(client):
    user = role(client, "Eindredacteur")
    content, schedule = planned_news()
    page = client.post(change_url(content.news_item), form_of(content, content__title="Anders"))
    assert "Door deze wijziging vervalt de planning van" in page.text
    assert "Bewaren en opnieuw inplannen" in page.text and "Niet bewaren" in page.text
    content.refresh_from_db()
    assert content.title == "Gepland bericht"

    client.post(change_url(content.news_item), hidden(page))
    content.refresh_from_db(), schedule.refresh_from_db()
    assert (content.title, schedule.state, schedule.scheduled_by) == ("Anders", "pending", user)
    PublicationSchedule.objects.update(moment=timezone.now())
    call_command("publish_scheduled")
    assert version_of(content).state == PUBLISHED


def test_the_former_planner_is_mailed(client):
    role(client, "Eindredacteur")
    content, schedule = planned_news()
    planner = schedule.scheduled_by
    page = client.post(change_url(content.news_item), form_of(content, content__title="Anders"))
    assert not Letter.objects.exists()
    client.post(change_url(content.news_item), hidden(page))
    letter = Letter.objects.get()
    assert letter.recipient == planner.email and "opnieuw ingepland" in letter.subject


def test_who_may_not_publish_saves_and_the_plan_is_over(client):
    role(client, "Redacteur")
    content, schedule = planned_news()
    page = client.post(change_url(content.news_item), form_of(content, content__title="Anders"))
    assert "Door deze wijziging vervalt de planning van" in page.text
    assert "opnieuw inplannen</button>" not in page.text and "Niet bewaren" in page.text
    client.post(change_url(content.news_item), hidden(page))
    content.refresh_from_db(), schedule.refresh_from_db()
    assert (content.title, schedule.state) == ("Anders", "ended")
    assert Letter.objects.get().recipient == schedule.scheduled_by.email


def test_a_second_change_is_asked_about_again(client):
    role(client, "Eindredacteur")
    content, _schedule = planned_news()
    for title in ("Anders", "Nog anders"):
        page = client.post(change_url(content.news_item), form_of(content, content__title=title))
        assert "Door deze wijziging vervalt" in page.text
        client.post(change_url(content.news_item), hidden(page))
        content.refresh_from_db()
        assert content.title == title


def test_saving_without_a_change_asks_nothing(client):
    role(client, "Eindredacteur")
    content, schedule = planned_news()
    same = form_of(content, content__title=content.title, content__lead=content.lead)
    same["content__date"] = content.date.strftime("%d-%m-%Y")
    assert client.post(change_url(content.news_item), same).status_code == 302
    schedule.refresh_from_db()
    assert schedule.state == "pending"


def test_a_moment_of_today_is_named_by_its_hour_and_another_by_its_day(client):
    role(client, "Eindredacteur")
    content, _schedule = planned_news()
    late = timezone.localtime().replace(hour=23, minute=59, second=59)
    for moment, words in (
        (late, "vervalt de planning van 23.59 uur."),
        (datetime.datetime(2044, 2, 6, 8, tzinfo=datetime.UTC), "van zaterdag 6 februari 2044 om 9.00 u."),
    ):
        PublicationSchedule.objects.update(moment=moment)
        page = client.post(change_url(content.news_item), form_of(content, content__title="Anders"))
        assert words in page.text


def test_what_goes_out_together_lapses_together(client):
    role(client, "Redacteur")
    content, schedule = planned_news()
    other = plan(NewsContentFactory(title="Het andere"), minutes=60)
    group = "6b2d7300-0000-4000-8000-000000000000"
    PublicationSchedule.objects.update(group=group)
    page = client.post(change_url(content.news_item), form_of(content, content__title="Anders"))
    assert "Het andere" in page.text
    client.post(change_url(content.news_item), hidden(page))
    schedule.refresh_from_db(), other.refresh_from_db()
    assert {schedule.state, other.state} == {"ended"}


# --- by every way -------------------------------------------------------------------------------


def planned_page():
    content = cms_page("Gepland")
    place = content.get_placeholders()[0]
    plugins = [add_plugin(place, "TextPlugin", "nl", body=f"<p>{n}</p>") for n in (1, 2)]
    unlocked()
    plan(content, minutes=60)
    return content, place, plugins


def path_of(content):
    return f"?cms_path={get_object_edit_url(content)}"


def ways():
    content, place, plugins = planned_page()
    path = path_of(content)
    base = "/beheer/cms/placeholder/"
    add = f"&placeholder_id={place.pk}&plugin_type=QuotePlugin&plugin_language=nl&plugin_position=1"
    yield "add", f"{base}add-plugin/{path}{add}", {"text": "Nieuw", "speaker": "Iemand"}
    yield "edit", f"{base}edit-plugin/{plugins[0].pk}/{path}", {"body": "<p>Anders</p>"}
    yield "delete", f"{base}delete-plugin/{plugins[0].pk}/{path}", {"post": "yes"}
    yield (
        "move",
        f"{base}move-plugin/{path}",
        {"plugin_id": plugins[0].pk, "target_language": "nl", "target_position": 2},
    )
    yield "clear", f"{base}clear-placeholder/{place.pk}/{path}&language=nl", {"post": "yes"}


@pytest.mark.parametrize("way", ["add", "edit", "delete", "move", "clear"])
def test_a_block_on_the_page_is_changed_after_the_question_and_not_before(client, way):
    role(client, "Eindredacteur")
    [(address, data)] = [(address, data) for name, address, data in ways() if name == way]
    schedule = PublicationSchedule.objects.get()
    before = digest_of(schedule.version.content)
    page = client.post(address, data)
    assert "Door deze wijziging vervalt de planning van" in page.text, page.text[:500]
    assert digest_of(schedule.version.content) == before

    answer = client.post(address, hidden(page))
    assert answer.status_code in (200, 302), answer.text
    schedule.refresh_from_db()
    assert schedule.state == "pending"
    assert schedule.digest == digest_of(schedule.version.content) != before


def test_a_script_of_the_cms_gets_a_sentence_and_the_way_on(client):
    role(client, "Eindredacteur")
    _name, address, data = list(ways())[3]
    answer = client.post(address, data, headers={"sec-fetch-dest": "empty"})
    assert answer.status_code == 409
    assert "Door deze wijziging vervalt de planning van" in answer.text
    ahead = re.search(r'href="([^"]+)"', answer.text)[1]
    assert "Bewaren en opnieuw inplannen" in client.get(ahead).text
    client.post(ahead)
    assert client.post(address, data, headers={"sec-fetch-dest": "empty"}).status_code == 200
    assert PublicationSchedule.objects.get().state == "pending"


def picture_form(shown, **changes):
    return {
        "name": "",
        "default_alt_text": shown.default_alt_text,
        "default_caption": shown.default_caption or "",
        "who_and_where": shown.who_and_where,
        "made_on": shown.made_on.strftime("%d-%m-%Y"),
        "credit": shown.credit,
        "licence": shown.licence,
        "reusable": "on",
        "permission_from": "",
        "subject_location": "",
        "owner": "",
    } | changes


def test_another_file_for_a_picture_is_kept_while_the_question_stands(client):
    role(client, "Eindredacteur")
    shown = press_picture()
    content, schedule = planned_news(picture=shown)
    address = f"/beheer/pictures/picture/{shown.pk}/change/"
    upload = SimpleUploadedFile("ander.png", image_bytes(color="#000000"), "image/png")
    page = client.post(address, picture_form(shown, file=upload))
    assert "Door deze wijziging vervalt" in page.text, page.text[:900]
    former = shown.sha1
    shown.refresh_from_db()
    assert shown.sha1 == former

    client.post(address, hidden(page))
    shown.refresh_from_db(), schedule.refresh_from_db()
    assert shown.sha1 != former
    assert schedule.state == "pending" and schedule.digest == digest_of(content)


def asked_with(client, *uploads):
    shown = press_picture()
    planned_news(picture=shown)
    address = f"/beheer/pictures/picture/{shown.pk}/change/"
    return shown, address, client.post(address, picture_form(shown, file=uploads))


def test_where_its_file_cannot_be_kept_nothing_is_asked_and_nothing_saved(client, settings):
    """A question without the file would save the record without it."""
    role(client, "Eindredacteur")
    settings.UPLOADS_ROOT.write_text("no folder")
    upload = SimpleUploadedFile("ander.png", image_bytes(color="#000000"), "image/png")
    shown, _address, answer = asked_with(client, upload)
    assert answer.status_code == 507
    former = shown.sha1
    shown.refresh_from_db()
    assert shown.sha1 == former
    assert PublicationSchedule.objects.get().state == "pending"


def test_every_file_of_a_field_is_kept_while_the_question_stands(client):
    role(client, "Eindredacteur")
    uploads = [SimpleUploadedFile(f"{n}.png", image_bytes(n, 60, color="#000000"), "image/png") for n in (70, 80)]
    shown, address, page = asked_with(client, *uploads)
    assert len(hidden(page)["file-kept"]) == 2
    client.post(address, hidden(page))
    shown.refresh_from_db()
    assert shown.width == 80


def test_words_of_a_picture_ask_who_may_change_them(client):
    shown = press_picture()
    _content, schedule = planned_news(picture=shown)
    address, other = f"/beheer/pictures/picture/{shown.pk}/change/", picture_form(shown, credit="Iemand anders")

    role(client, "Redacteur")
    assert client.post(address, other).status_code == 403
    user = role(client, "Eindredacteur")
    page = client.post(address, other)
    assert "Door deze wijziging vervalt" in page.text
    client.post(address, hidden(page))

    schedule.refresh_from_db(), shown.refresh_from_db()
    assert (schedule.state, schedule.scheduled_by, shown.credit) == ("pending", user, "Iemand anders")


def test_another_file_of_a_planned_document_is_kept_while_the_question_stands(client):
    role(client, "Eindredacteur")
    content = DocumentContentFactory()
    file = add_file(content, pdf_bytes(), "advies.pdf")
    unlocked()
    schedule = plan(content, minutes=60)
    address = change_url(content.document)
    data = {
        "content__title": content.title,
        "content__type": content.type,
        "content__date": content.date.strftime("%d-%m-%Y"),
        "content__language": "nl",
        "content__licence": content.licence,
        "slug": content.document.slug,
        "sites": [site.pk for site in content.document.sites.all()],
        "files-TOTAL_FORMS": 1,
        "files-INITIAL_FORMS": 1,
        "files-0-id": file.pk,
        "files-0-content": content.pk,
        "files-0-file": SimpleUploadedFile("ander.pdf", pdf_bytes(2), "application/pdf"),
    }
    page = client.post(address, data)
    assert "Door deze wijziging vervalt" in page.text, page.text[:900]
    client.post(address, hidden(page))
    former = file.checksum
    file.refresh_from_db(), schedule.refresh_from_db()
    assert file.checksum != former and file.pages == 2
    assert schedule.state == "pending" and schedule.digest == digest_of(content)


def test_a_shared_block_in_it_is_published_after_the_question(client):
    role(client, "Eindredacteur")
    alias, former, _text = shared_block()
    page = cms_page("Gepland")
    add_plugin(page.get_placeholders()[0], "Alias", "nl", alias=alias)
    schedule = plan(page, minutes=60)
    draft = version_of(former).copy(author())
    add_plugin(draft.content.placeholder, "TextPlugin", "nl", body="<p>Erbij</p>")
    address = reverse("admin:djangocms_versioning_aliascontentversion_publish", args=(draft.pk,))
    asked = client.post(address)
    assert "Door deze wijziging vervalt" in asked.text
    assert version_of(draft.content).state == DRAFT
    client.post(address, hidden(asked))
    schedule.refresh_from_db()
    assert (version_of(draft.content).state, schedule.state) == (PUBLISHED, "pending")
