"""The form of a version that is published, or locked by somebody else."""

from datetime import date

import pytest
from lxml import html

from news.models import NewsContent
from tests.factories import DocumentContentFactory, NewsContentFactory, OrganizationContentFactory, UserFactory
from tests.staff.screens import words_on

from .test_admin import change_url, news_form, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def log_in(client):
    def as_role(role):
        user = UserFactory(roles=[role])
        client.force_login(user)
        return user

    return as_role


def messages(response):
    return [str(message) for message in response.context["messages"]]


def buttons(response):
    return {words for words in words_on(response.content.decode()) if words.startswith("Opslaan")}


def test_values_are_shown_in_words(client, log_in):
    log_in("Redacteur")
    body = OrganizationContentFactory(state="published", name="RESOC")
    body.statuses.create(status="ad_hoc")
    news = NewsContentFactory(state="published", kind="press_release", date=date(2017, 2, 6))
    news.organisations.set([body.organization])
    document = DocumentContentFactory(state="published", visible_from=None)

    assert {"Persbericht", "RESOC", "6 februari 2017"} <= words_on(
        client.get(change_url(news.news_item)).content.decode()
    )
    assert body.get_status_display in words_on(client.get(change_url(body.organization)).content.decode())
    words = words_on(client.get(change_url(document.document)).content.decode())
    assert document.get_licence_display() in words and "None" not in words


def test_there_is_no_button_where_nothing_can_be_changed(client, log_in):
    content = NewsContentFactory(state="published")
    log_in("Redacteur")
    assert buttons(client.get(change_url(content.news_item))) == set()

    log_in("Eindredacteur")
    assert "Opslaan" in buttons(client.get(change_url(content.news_item)))


def said(response):
    """What the page says that a refused form is answered with."""
    [note] = html.fromstring(response.content.decode()).find_class("errornote")
    return note.text_content()


def typed(response):
    """What stands on it to copy, by its label."""
    [section] = html.fromstring(response.content.decode()).xpath('//section[@class="typed"]')
    return {label.text: label.find("textarea").text.removeprefix("\n") for label in section.iter("label")}


def test_a_text_that_comes_after_publication_is_shown_to_copy(client, log_in):
    content = NewsContentFactory(state="published", news_item__slug="vast")
    log_in("Redacteur")

    response = client.post(change_url(content.news_item), news_form(slug="anders"))

    assert said(response).startswith("Er is niets opgeslagen. Deze versie is geen concept.")
    assert NewsContent.everything.get().title == content.title
    assert typed(response)["Titel"] == "Startmoment"
    assert "anders" in typed(response).values(), "what goes live at once, and is not theirs to change any more"


def test_a_text_that_comes_while_a_colleague_has_the_lock_is_shown_to_copy(client, log_in):
    colleague = UserFactory(first_name="An", last_name="Peeters")
    content = NewsContentFactory(created_by=colleague, news_item__slug="vast")
    log_in("Redacteur")
    text = 'Eén <script>alert(1)</script> & "twee"\n\n  </textarea>drie'

    response = client.post(change_url(content.news_item), news_form(slug="vast", content__lead=text))

    assert said(response).startswith("Er is niets opgeslagen. Het concept is vergrendeld door")
    assert NewsContent.everything.get().title == content.title
    assert text in typed(response).values()


def test_all_that_was_typed_is_shown_in_words(client, log_in):
    body = OrganizationContentFactory(state="published", name="RESOC").organization
    content = NewsContentFactory(state="published", news_item__slug="vast", kind="news")
    log_in("Redacteur")
    quotation = {"text": "Een sterk\nLimburg.", "speaker": "Iemand", "role": "", "position": 0}
    fields = {"content__kind": "press_release", "content__organisations": [body.pk], **rows("quotations", quotation)}

    words = typed(client.post(change_url(content.news_item), news_form(**fields)))

    assert {"Persbericht", "RESOC", "Een sterk\nLimburg.", "Iemand"} <= set(words.values())
    assert any(label.startswith("Citaat 1: ") for label in words)


def test_keys_that_name_nothing_are_no_fault(client, log_in):
    content = NewsContentFactory(state="published")
    log_in("Redacteur")
    words = typed(client.post(change_url(content.news_item), news_form(content__organisations=["999999", "x"])))
    assert words["Titel"] == "Startmoment"


def test_a_text_that_comes_too_late_with_a_mistake_beside_it_is_shown_as_well(client, log_in):
    content = NewsContentFactory(state="published", news_item__slug="vast")
    log_in("Eindredacteur")

    response = client.post(change_url(content.news_item), news_form(slug=""))

    assert response.context["adminform"].errors
    assert typed(response)["Titel"] == "Startmoment"


def test_an_address_that_was_changed_is_told_from_a_text_that_was_not(client, log_in):
    content = NewsContentFactory(state="published", news_item__slug="vast")
    log_in("Eindredacteur")
    form = news_form(slug="anders")

    response = client.post(change_url(content.news_item), form)
    assert said(response).startswith("De tekst is niet opgeslagen; wat meteen online staat, wel.")
    assert typed(response)["Titel"] == "Startmoment" and "anders" not in typed(response).values()

    without_text = {name: value for name, value in form.items() if not name.startswith("content__")} | {"slug": "weer"}
    [message] = messages(client.post(change_url(content.news_item), without_text, follow=True))
    assert "is gewijzigd" in message
    content.news_item.refresh_from_db()
    assert content.news_item.slug == "weer"


def test_a_form_that_came_too_late_with_nothing_typed_leads_to_the_screen(client, log_in):
    content = NewsContentFactory(state="published", news_item__slug="vast")
    log_in("Redacteur")
    form = {"content__title": content.title, "slug": "vast", **rows("quotations"), **rows("attachments")}

    [message] = messages(client.post(change_url(content.news_item), form | rows("photos"), follow=True))
    assert message.startswith("Er is niets opgeslagen.")
