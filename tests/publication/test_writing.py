"""From a form to the editor of the text: what is in the form is saved on the way, whatever has a text."""

import pytest
from cms.toolbar.utils import get_object_edit_url
from django.contrib import admin
from django.urls import reverse
from lxml import html

from publication.writing import WRITE, WithText
from tests.accounts.people import person
from tests.factories import NewsContentFactory, OrganizationContentFactory, ProjectContentFactory, version_of

MAKERS = {
    "newsitem": NewsContentFactory,
    "organization": OrganizationContentFactory,
    "project": ProjectContentFactory,
}


def with_texts():
    return [model for model, registered in admin.site._registry.items() if isinstance(registered, WithText)]


def fields_of(page):
    """What a browser would send of the form, without its buttons."""
    [form] = page.xpath('//form[.//*[@name="slug"]]')
    return {name: value or "" for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def test_every_form_with_a_text_is_tried():
    assert {model._meta.model_name for model in with_texts()} == set(MAKERS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", MAKERS)
def test_the_way_to_the_text_saves_the_form(client, name):
    editor = person("an", "Eindredacteur")
    client.force_login(editor)
    content = MAKERS[name](created_by=editor)
    opts = content.grouper._meta
    path = reverse(f"admin:{opts.app_label}_{name}_change", args=(content.grouper.pk,))
    page = html.fromstring(client.get(path).content.decode())
    [button] = page.xpath(f'//button[@name="{WRITE}"]')
    assert (button.text, button.get("formtarget")) == ("Bewaren en tekst schrijven", "_top")
    # Whatever else leads away, to the editor or elsewhere: the browser asks (tests/browser/staff/test_leaving.py).
    assert page.xpath('//script[contains(@src, "unsaved-fields.js")]')
    title = next(field for field in ("content__title", "content__name") if page.xpath(f'//*[@name="{field}"]'))

    response = client.post(path, fields_of(page) | {title: "Een andere titel", WRITE: "1"})

    assert response.status_code == 302
    assert response.url == get_object_edit_url(content)
    content = type(content).everything.get(pk=content.pk)
    assert getattr(content, title.removeprefix("content__")) == "Een andere titel"


@pytest.mark.django_db
def test_a_new_item_goes_to_its_text_at_once(client):
    client.force_login(person("an", "Eindredacteur"))
    path = reverse("admin:news_newsitem_add")
    page = html.fromstring(client.get(path).content.decode())
    fields = fields_of(page) | {"content__title": "Nieuw", "slug": "nieuw", "content__lead": "In een zin.", WRITE: "1"}

    response = client.post(path, fields)

    content = version_of(NewsContentFactory._meta.model.everything.get(title="Nieuw")).content
    assert response.url == get_object_edit_url(content)


@pytest.mark.django_db
def test_a_form_with_an_error_comes_back_and_loses_nothing(client):
    editor = person("an", "Eindredacteur")
    client.force_login(editor)
    content = NewsContentFactory(created_by=editor)
    path = reverse("admin:news_newsitem_change", args=(content.news_item_id,))
    fields = fields_of(html.fromstring(client.get(path).content.decode()))

    page = client.post(path, fields | {"content__title": "", "content__lead": "Net geschreven.", WRITE: "1"})

    assert page.status_code == 200 and "Net geschreven." in page.content.decode()
