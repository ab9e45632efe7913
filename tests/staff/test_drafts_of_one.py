"""A draft is one person's: who saves one that nobody has gets it, as does who takes it over; the others are told."""

import pytest
from cms.api import add_plugin
from cms.toolbar.utils import get_object_edit_url
from django.contrib import admin
from django.urls import reverse
from djangocms_versioning.models import Version

from publication.seen import SeesOthersLive
from tests.clients import SiteClient
from tests.factories import UserFactory, cms_page, version_of

from .scene import VERSIONED
from .screens import filled_in
from .test_two_editors import screen

pytestmark = pytest.mark.django_db
# What has a form with fields of the draft, by the label of its content.
GROUPERS = {
    registered.content_model._meta.label_lower: model
    for model, registered in admin.site._registry.items()
    if isinstance(registered, SeesOthersLive)
}
REFUSED = "Er is niets opgeslagen. Het concept is vergrendeld door"


class Editor:
    """Somebody in a browser of their own."""

    def __init__(self, **fields):
        self.user, self.client = UserFactory(is_superuser=True, **fields), SiteClient()
        self.client.force_login(self.user)

    def open(self, address):
        return filled_in(self.client.get(address))


@pytest.fixture
def two():
    return Editor(first_name="An", last_name="Eerste"), Editor(first_name="Bo", last_name="Tweede")


def free(content):
    """A draft that nobody has."""
    Version.objects.filter(pk=version_of(content).pk).update(locked_by=None)
    return content


def holder_of(content):
    return version_of(content).locked_by


def text_field(form):
    return next(name for name in ("content__title", "content__name") if name in form)


def text_of(content, name):
    return getattr(type(content)._base_manager.get(pk=content.pk), name.removeprefix("content__"))


@pytest.mark.parametrize("label", sorted(GROUPERS))
def test_of_two_who_save_a_draft_that_nobody_has_the_second_is_refused(label, two):
    first, second = two
    content = free(VERSIONED[label]("draft"))
    address = screen(version_of(content).grouper)
    theirs, mine = first.open(address), second.open(address)
    name = text_field(theirs)

    assert first.client.post(address, theirs | {name: "Van de eerste"}).status_code == 302
    answer = second.client.post(address, mine | {name: "Van de tweede"}, follow=True)

    assert text_of(content, name) == "Van de eerste" and holder_of(content) == first.user
    assert "Het concept is vergrendeld door" in answer.text
    if label != "djangocms_alias.aliascontent":
        assert REFUSED in answer.text and "Van de tweede" in answer.text


@pytest.mark.parametrize("label", sorted(GROUPERS))
def test_a_form_with_a_mistake_takes_no_draft(label, two):
    content = free(VERSIONED[label]("draft"))
    address = screen(version_of(content).grouper)
    form = two[0].open(address)
    assert two[0].client.post(address, form | {text_field(form): ""}).status_code == 200
    assert holder_of(content) is None


def test_of_two_who_save_the_settings_of_a_page_the_second_is_shown_what_to_copy(two):
    first, second = two
    content = free(cms_page("Pagina", slug="pagina"))
    address = screen(content)
    theirs, mine = first.open(address), second.open(address)

    assert first.client.post(address, theirs | {"title": "Van de eerste"}).status_code == 302
    answer = second.client.post(address, mine | {"title": "Van de tweede", "slug": "ander-adres"})

    content.refresh_from_db()
    assert (content.title, holder_of(content)) == ("Van de eerste", first.user)
    assert REFUSED in answer.text
    assert "Van de tweede" in answer.text and "ander-adres" in answer.text


def test_who_may_not_change_a_page_is_told_nothing_of_it(two):
    content, client = free(cms_page("Pagina", slug="pagina")), SiteClient()
    client.force_login(UserFactory(is_staff=True))
    assert client.post(screen(content), {"title": "Anders", "slug": "pagina"}).status_code == 403
    assert holder_of(content) is None


@pytest.fixture
def text():
    content = free(VERSIONED["news.newscontent"]("draft"))
    return add_plugin(content.body, "TextPlugin", "nl", body="<p>Eerst</p>")


@pytest.mark.parametrize("query", ["?cms_path=/nl/", ""], ids=["from the page", "without a path"])
@pytest.mark.filterwarnings("ignore:All custom placeholder admin endpoints")
def test_of_two_who_save_a_block_the_second_reads_who_has_the_draft(text, two, query):
    first, second = two
    address = reverse("admin:cms_placeholder_edit_plugin", args=(text.pk,)) + query
    assert first.client.post(address, {"body": "<p>Van de eerste</p>"}).status_code == 200
    answer = second.client.post(address, {"body": "<p>Van de tweede</p>"})

    text.refresh_from_db()
    assert text.body == "<p>Van de eerste</p>" and holder_of(text.placeholder.source) == first.user
    assert answer.status_code == 409 and "An Eerste" in answer.text


def acts_on(text):
    """Address and form of what else changes the blocks of a draft."""
    place = f"placeholder_id={text.placeholder_id}&plugin_type=TextPlugin&plugin_language=nl&plugin_position=2"
    moved = {"plugin_id": text.pk, "target_language": "nl"}
    return {
        "add": (reverse("admin:cms_placeholder_add_plugin") + f"?cms_path=/nl/&{place}", {"body": "<p>Nieuw</p>"}),
        "delete": (reverse("admin:cms_placeholder_delete_plugin", args=(text.pk,)) + "?cms_path=/nl/", {"post": "yes"}),
        "move": (reverse("admin:cms_placeholder_move_plugin") + "?cms_path=/nl/", moved | {"target_position": 1}),
        "clear": (
            reverse("admin:cms_placeholder_clear_placeholder", args=(text.placeholder_id,))
            + "?cms_path=/nl/&language=nl",
            {"post": "yes"},
        ),
    }


@pytest.mark.parametrize("act", ["add", "delete", "move", "clear"])
def test_whatever_changes_the_blocks_takes_the_draft(text, two, act):
    content = text.placeholder.source
    address, form = acts_on(text)[act]
    assert two[0].client.post(address, form).status_code in (200, 302)
    assert holder_of(content) == two[0].user
    assert two[1].client.post(address, form).status_code in (400, 403, 404)
    assert holder_of(content) == two[0].user


def test_who_only_looks_takes_nothing(text, two):
    content = text.placeholder.source
    two[0].client.get(screen(content.news_item))
    two[0].client.get(get_object_edit_url(content))
    two[0].client.get(reverse("admin:cms_placeholder_edit_plugin", args=(text.pk,)) + "?cms_path=/nl/")
    assert holder_of(content) is None


# --- taken over -----------------------------------------------------------------------------------


def unlock(editor, content):
    name = f"admin:djangocms_versioning_{content._meta.model_name}version_unlock"
    version = version_of(content)
    return editor.client.post(reverse(name, args=(version.pk,)), {"from": version.locked_by_id or ""})


@pytest.mark.parametrize("label", sorted(VERSIONED))
def test_who_takes_a_draft_over_has_it(label, two):
    content = VERSIONED[label]("draft")
    Version.objects.filter(pk=version_of(content).pk).update(locked_by=two[0].user)
    assert unlock(two[1], content).status_code == 302
    assert holder_of(content) == two[1].user


def test_who_agreed_to_take_it_from_one_is_asked_again_before_taking_it_from_another(two):
    content = VERSIONED["news.newscontent"]("draft")
    Version.objects.filter(pk=version_of(content).pk).update(locked_by=two[0].user)
    address = reverse("admin:djangocms_versioning_newscontentversion_unlock", args=(version_of(content).pk,))
    answer = two[1].client.post(address, {"from": UserFactory().pk})
    assert answer.status_code == 200 and holder_of(content) == two[0].user


def test_who_lost_a_draft_saves_nothing_any_more(two):
    first, second = two
    content = VERSIONED["news.newscontent"]("draft")
    Version.objects.filter(pk=version_of(content).pk).update(locked_by=first.user)
    form = first.open(screen(content.news_item))
    unlock(second, content)
    answer = first.client.post(screen(content.news_item), form | {"content__title": "Van de eerste"})
    assert REFUSED in answer.text and text_of(content, "title") == content.title


def test_who_gives_a_draft_up_leaves_it_to_whoever_saves_first(two):
    first, second = two
    content = VERSIONED["news.newscontent"]("draft")
    Version.objects.filter(pk=version_of(content).pk).update(locked_by=first.user)
    unlock(first, content)
    assert holder_of(content) is None
    form = second.open(screen(content.news_item))
    assert second.client.post(screen(content.news_item), form).status_code == 302
    assert holder_of(content) == second.user
