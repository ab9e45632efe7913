"""The form of a version that is published, or locked by somebody else."""

from datetime import date

import pytest

from news.models import NewsContent
from tests.factories import DocumentContentFactory, NewsContentFactory, OrganizationContentFactory, UserFactory
from tests.staff.screens import words_on

from .test_admin import change_url, news_form

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


def test_a_text_that_comes_after_publication_is_not_called_saved(client, log_in):
    content = NewsContentFactory(state="published", news_item__slug="vast")
    log_in("Redacteur")

    response = client.post(change_url(content.news_item), news_form(), follow=True)

    [message] = messages(response)
    assert message.startswith("Er is niets opgeslagen. Deze versie is geen concept.")
    assert NewsContent.everything.get().title == content.title


def test_a_text_that_comes_while_a_colleague_has_the_lock_is_not_called_saved(client, log_in):
    colleague = UserFactory(first_name="An", last_name="Peeters")
    content = NewsContentFactory(created_by=colleague, news_item__slug="vast")
    log_in("Redacteur")

    response = client.post(change_url(content.news_item), news_form(slug="vast"), follow=True)

    [message] = messages(response)
    assert message.startswith("Er is niets opgeslagen. Het concept is vergrendeld door")
    assert NewsContent.everything.get().title == content.title


def test_an_address_that_was_changed_is_told_from_a_text_that_was_not(client, log_in):
    content = NewsContentFactory(state="published", news_item__slug="vast")
    log_in("Eindredacteur")
    form = news_form(slug="anders")

    [message] = messages(client.post(change_url(content.news_item), form, follow=True))
    assert message.startswith("De tekst is niet opgeslagen; wat meteen online staat, wel.")

    without_text = {name: value for name, value in form.items() if not name.startswith("content__")} | {"slug": "weer"}
    [message] = messages(client.post(change_url(content.news_item), without_text, follow=True))
    assert "is gewijzigd" in message
    content.news_item.refresh_from_db()
    assert content.news_item.slug == "weer"
