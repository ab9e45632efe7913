"""Shared blocks in shared blocks: a circle shows once, and what multiplies is refused and never shown whole."""

import pytest
from cms.api import add_plugin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from pages.nested_blocks import DEEPEST, MOST
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def category():
    return Category.objects.create(name="Blokken")


@pytest.fixture
def block(category):
    """A function that makes a shared block with these words and other blocks in it."""

    def made(words, *inner, state="published"):
        alias = Alias.objects.create(category=category)
        content = AliasContent.objects.with_user(make.author()).create(alias=alias, name=words, language="nl")
        add_plugin(content.placeholder, "TextPlugin", "nl", body=f"<p>{words}</p>")
        for other in inner:
            put(other, content.placeholder)
        make.bring_to(state, Version.objects.get_for_content(content))
        return alias

    return made


def put(alias, place):
    return add_plugin(place, "Alias", "nl", alias=alias)


def place_of(alias):
    return alias.get_placeholder(show_draft_content=True)


def page_with(*blocks):
    """The address of a published page with these blocks on it."""
    content = make.cms_page("Blad", slug="blad", state="draft")
    for alias in blocks:
        put(alias, content.get_placeholders()[0])
    make.bring_to("published", Version.objects.get_for_content(content))
    return content.page.get_absolute_url("nl")


def test_four_levels_of_blocks_are_not_432(client, block):
    block_of = block("diepst")
    for level in ("derde", "tweede", "eerste"):
        block_of = block(level, *[block_of] * 6)
    address = page_with(*[block_of] * 2)
    with CaptureQueriesContext(connection) as queries:
        text = client.get(address).content.decode()
    shown = sum(text.count(f"<p>{words}</p>") for words in ("eerste", "tweede", "derde", "diepst"))
    assert 0 < shown <= MOST
    assert "<p>diepst</p>" not in text, "deeper than the deepest"
    assert len(queries) < 400


def test_as_deep_as_is_allowed_everything_is_shown(client, block):
    words = [f"laag {level}" for level in range(DEEPEST)]
    alias = block(words[-1])
    for outer in reversed(words[:-1]):
        alias = block(outer, alias)
    text = client.get(page_with(alias)).content.decode()
    assert all(f"<p>{layer}</p>" in text for layer in words)


def test_a_circle_of_before_shows_each_block_once(client, block):
    inner = block("binnen")
    outer = block("buiten", inner)
    put(outer, place_of(inner))
    text = client.get(page_with(outer)).content.decode()
    assert (text.count("<p>buiten</p>"), text.count("<p>binnen</p>")) == (1, 1)


@pytest.fixture
def refusal(client):
    """A function: what the form says to who puts a block in a place."""
    client.force_login(make.UserFactory(is_superuser=True))

    def said(alias, place):
        Version.objects.update(locked_by=None)
        query = f"placeholder_id={place.pk}&plugin_type=Alias&plugin_language=nl&plugin_position=50&cms_path=/"
        form = {"alias": alias.pk, "template": "default", "category": alias.category_id, "site": ""}
        answer = client.post(f"{reverse('admin:cms_placeholder_add_plugin')}?{query}", form)
        assert answer.status_code == 200
        return answer.content.decode()

    return said


def test_a_block_is_not_put_in_itself_or_in_what_stands_in_it(block, refusal):
    inner = block("binnen", state="draft")
    outer = block("buiten", inner, state="draft")
    for alias in (inner, outer):
        assert "zou in zichzelf staan" in refusal(alias, place_of(inner))
    assert place_of(inner).get_plugins().filter(plugin_type="Alias").count() == 0
    assert "zou in zichzelf staan" not in refusal(block("ander"), place_of(inner))
    assert place_of(inner).get_plugins().filter(plugin_type="Alias").count() == 1


def test_a_block_is_not_put_too_deep_whether_counted_from_above_or_below(block, refusal):
    lowest = block("laag", state="draft")
    middle = block("midden", lowest, state="draft")
    block("boven", middle, state="draft")
    assert "ten hoogste drie diep" in refusal(block("ander"), place_of(lowest))
    assert "ten hoogste drie diep" in refusal(block("a", block("b", block("c"))), place_of(block("x", state="draft")))


def test_a_page_takes_no_more_than_forty(block, refusal):
    many = block("veel", *[block("een")] * 25, state="draft")
    content = make.cms_page("Blad", slug="blad", state="draft")
    place = content.get_placeholders()[0]
    put(many, place)
    assert "meer dan veertig" in refusal(many, place)


def test_a_circle_made_by_copying_is_not_published(block):
    inner = block("binnen", state="draft")
    outer = block("buiten", inner)
    put(outer, place_of(inner))
    version = Version.objects.get_for_content(inner.get_content(show_draft_content=True))
    with pytest.raises(ConditionFailed, match="in zichzelf"):
        version.check_publish(make.UserFactory(is_superuser=True))
