"""News as staff make it: with the wizard, with the text in the editor, and published from the list."""

import pytest
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.urls import reverse
from djangocms_versioning.models import Version
from lxml import html

from news.models import NewsContent
from news.wizards import news_wizard
from tests.factories import DocumentContentFactory, NewsContentFactory, OrganizationContentFactory, UserFactory
from tests.staff.screens import words_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def log_in(client):
    def as_role(role):
        user = UserFactory(roles=[role])
        client.force_login(user)
        return user

    return as_role


def publish_url(content):
    version = Version.objects.get_for_content(content)
    return reverse("admin:djangocms_versioning_newscontentversion_publish", args=(version.pk,))


def make_with_wizard(client, title):
    steps = reverse("cms_wizard_create")
    start = {"wizard_create_view-current_step": "0", "0-site": 1, "0-language": "nl", "0-entry": news_wizard.id}
    page = client.post(steps, start).content.decode()
    form = {"1-title": title, "1-kind": "news", "1-date": "06-02-2017", "1-lead": "Wat er gebeurde."}
    assert "Inleiding" in page
    return client.post(steps, {"wizard_create_view-current_step": "1", **form})


def test_the_wizard_makes_a_draft_and_leads_to_its_text(client, log_in):
    user = log_in("Redacteur")
    assert "Nieuwsbericht" in words_on(client.get(reverse("cms_wizard_create")).content.decode())

    done = make_with_wizard(client, "De zomer begint")

    content = NewsContent.everything.get()
    assert (content.title, content.news_item.slug, content.versions.get().created_by) == (
        "De zomer begint",
        "de-zomer-begint",
        user,
    )
    assert get_object_edit_url(content) in done.content.decode()
    assert client.get(get_object_edit_url(content)).status_code == 200


@pytest.mark.parametrize(("title", "slug"), [("Feed", "nieuws-feed"), ("2017", "nieuws-2017"), ("…", "nieuws")])
def test_the_wizard_finds_an_address_that_is_free(client, log_in, title, slug):
    log_in("Redacteur")

    make_with_wizard(client, title)
    make_with_wizard(client, title)

    assert sorted(NewsContent.everything.values_list("news_item__slug", flat=True)) == [slug, f"{slug}-2"]


def test_the_form_leads_to_the_text(client, log_in):
    user = log_in("Redacteur")
    draft, published = NewsContentFactory(created_by=user), NewsContentFactory(state="published")
    body = OrganizationContentFactory(created_by=user)

    for content in (draft, body):
        opts = content.grouper._meta
        page = client.get(reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=(content.grouper.pk,)))
        [button] = html.fromstring(page.content.decode()).xpath("//button[text() = 'Bewaren en tekst schrijven']")
        assert (button.get("name"), button.get("formtarget")) == ("_write", "_top")
    for content in (published, NewsContentFactory()):  # of a colleague, who has the lock
        page = client.get(f"/beheer/news/newsitem/{content.news_item_id}/change/").content.decode()
        assert "U kunt de tekst van deze versie nu niet wijzigen. Bovenaan staat waarom." in words_on(page)
    page = client.get("/beheer/news/newsitem/add/").content.decode()
    assert "Bewaren en tekst schrijven" in words_on(page)


def test_the_menu_in_the_list_leads_to_the_question_about_documents(client, log_in):
    user = log_in("Eindredacteur")
    content = NewsContentFactory(created_by=user)
    content.attachments.create(document=DocumentContentFactory(title="Bijlage").document)
    plain = NewsContentFactory(created_by=user)

    menus = html.fromstring(client.get("/beheer/news/newsitem/").content.decode()).xpath("//@data-menu")
    links = {
        link.get("href"): link
        for menu in menus
        for link in html.fromstring(menu.encode().decode("unicode_escape").strip('"')).xpath("//a")
    }

    assert links[publish_url(content)].get("target") == "_top"
    assert "js-cms-tree-lang-trigger" not in links[publish_url(content)].get("class")
    assert "js-cms-tree-lang-trigger" in links[publish_url(plain)].get("class")
    question = client.get(publish_url(content))
    assert "Bijlage" in question.content.decode()
    assert Version.objects.get_for_content(content).state == "draft"


@pytest.mark.parametrize(("role", "offered"), [("Redacteur", False), ("Eindredacteur", True)])
def test_the_toolbar_offers_to_publish_to_who_may(client, log_in, role, offered):
    content = NewsContentFactory(created_by=log_in(role))

    for address in (get_object_edit_url(content), get_object_preview_url(content)):
        assert (publish_url(content) in client.get(address).content.decode()) is offered
