"""What a stolen password gave of what is held back, by name and however it is spelled."""

from urllib.parse import quote

import pytest
from cms.api import add_plugin
from cms.models import Placeholder, UserSettings
from django.urls import reverse
from djangocms_alias.models import AliasContent
from djangocms_versioning.models import Version

from tests.factories import (
    UserFactory,
    cms_page,
    plan,
    press_picture,
    version_of,
)

from .conftest import SPELLINGS, confirm, is_asked

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:All custom placeholder admin endpoints"),
]


@pytest.fixture
def draft(writer):
    """A page that the writer works on, with a place for blocks; and the writer's own clipboard."""
    page = cms_page("Kladje", slug="kladje")
    Version.objects.filter_by_grouper(page.page).update(created_by=writer, locked_by=writer)
    clipboard_of(writer)
    return page.get_placeholders()[0]


def clipboard_of(account):
    clipboard = Placeholder.objects.create(slot="clipboard")
    clipboard.source = UserSettings.objects.create(user=account, language="nl", clipboard=clipboard)
    clipboard.save()
    return clipboard


def test_blocks_under_embargo_are_copied_nowhere(client, writer, draft, release, spelled):
    clipboard, block = UserSettings.objects.get(user=writer).clipboard, release.block
    source, plugin = spelled(block.placeholder_id), spelled(block.pk)
    languages = {"source_language": "nl", "target_language": "nl"}
    for where in (clipboard, draft):
        for what in ({"source_plugin_id": plugin}, {}):
            places = {"source_placeholder_id": source, "target_placeholder_id": spelled(where.pk)}
            assert is_asked(client.post(reverse("admin:cms_placeholder_copy_plugins"), places | what | languages))
        move = {
            "plugin_id": spelled(block.pk),
            "placeholder_id": spelled(where.pk),
            "target_language": "nl",
            "target_position": 1,
        }
        for copy in ({}, {"move_a_copy": "true"}):
            assert is_asked(client.post(reverse("admin:cms_placeholder_move_plugin"), move | copy))
        assert not where.get_plugins().exists()


def test_a_shared_block_is_made_of_nothing_under_embargo(client, writer, release, spelled):
    create = reverse("admin:djangocms_alias_create")
    for what in ({"plugin": spelled(release.block.pk)}, {"placeholder": spelled(release.block.placeholder_id)}):
        assert is_asked(client.get(create, what | {"language": "nl"}))
        assert is_asked(client.post(create, what | {"language": "nl", "name": "Mijn blok", "category": 1}))


def test_the_editor_of_texts_names_nothing_under_embargo(client, writer, release, spelled):
    urls = reverse("admin:djangocms_text_textplugin_get_available_urls")
    for reference in ("news.newsitem:{}", "news.NewsItem:{}", "NEWS.NEWSITEM:{}"):
        assert is_asked(client.get(urls, {"g": reference.format(spelled(release.news_item_id))})), reference
    assert is_asked(client.get(urls, {"g": f"documents.document:{spelled(release.attachments.get().document_id)}"}))


# The editor takes the first two words of the label, and reads HTML.
LINKS = ("news.newsitem:{}", "news.newsitem.x:y:{}", "news&#46;newsitem&colon;{}")


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("spelling", sorted(SPELLINGS.keys() - {"quoted"}))
def test_a_text_that_links_to_what_is_under_embargo_asks(client, writer, draft, release, spelling, link):
    key = SPELLINGS[spelling](release.news_item_id)
    body = f'<p><a data-cms-href="{link.format(key)}">x</a></p>'
    add = {"placeholder_id": draft.pk, "plugin_type": "TextPlugin", "plugin_language": "nl", "plugin_position": 1}
    where = reverse("admin:cms_placeholder_add_plugin")
    assert is_asked(client.post(where, {"body": body}, query_params=add | {"cms_path": "/"}))

    text = add_plugin(draft, "TextPlugin", "nl", body=body)  # of who did confirm
    assert is_asked(client.get(reverse("admin:cms_placeholder_edit_plugin", args=(text.pk,))))


def test_what_is_under_embargo_is_asked_for_by_its_address_however_it_is_spelled(client, writer, release, spelled):
    things = {
        release.news_item: ("news_newsitem", "change", "history"),
        release.picture: ("pictures_picture", "change", "history"),
        version_of(release): ("djangocms_versioning_newscontentversion", "compare"),
    }
    for thing, (name, *acts) in things.items():
        for act in acts:
            plain = reverse(f"admin:{name}_{act}", args=(0,))
            address = plain.replace("/0/", f"/{quote(spelled(thing.pk))}/")
            answer = client.get(address)
            assert is_asked(answer), address


def test_no_decoy_hides_a_block_of_what_is_planned(client, editor, spelled):
    """A place in a draft beside it doesn't make a draft of it."""
    mine, other = cms_page("Kladje", slug="kladje"), cms_page("Gepland", slug="gepland")
    place = other.get_placeholders()[0]
    block = add_plugin(place, "TextPlugin", "nl", body="<p>Goedgekeurd</p>")
    plan(other, minutes=60)
    Version.objects.filter(state="draft").update(locked_by=None)
    move = {"plugin_id": spelled(block.pk), "placeholder_id": mine.get_placeholders()[0].pk}
    more = {"target_language": "nl", "target_position": 1}
    assert is_asked(client.post(reverse("admin:cms_placeholder_move_plugin"), move | more))


def test_a_block_that_nobody_can_tell_asks(client, editor):
    place = cms_page("Kladje", slug="kladje").get_placeholders()[0]
    move = {"plugin_id": "x", "placeholder_id": place.pk, "target_language": "nl", "target_position": 1}
    assert is_asked(client.post(reverse("admin:cms_placeholder_move_plugin"), move))


def test_originals_thumbnails_and_copies_of_a_picture_are_not_handed_out(client, writer, release):
    picture = release.picture
    thumbnail = picture.file.get_thumbnail({"size": (80, 80), "crop": True})
    for address in (
        picture.file.url,
        f"/beheer/miniaturen/{thumbnail.name}",
        picture.address(320, "jpg"),
        reverse("admin:pictures_picture_expand", args=(picture.pk,)),
        reverse("admin:filer_picture_fileicon", args=(picture.pk, 32)),
        reverse("admin:pictures_picture_change", args=(picture.pk,)),
        reverse("admin:filer_file_change", args=(picture.pk,)),
    ):
        answer = client.get(address)
        assert is_asked(answer), address
        assert is_asked(client.get(address, headers={"sec-fetch-dest": "image"})), address

    confirm(client, writer)
    assert client.get(picture.file.url).status_code == 200
    assert client.get(picture.address(320, "jpg")).status_code == 200


def test_a_picture_under_no_embargo_is_seen_as_before(client, writer, release):
    picture = press_picture()
    assert client.get(picture.file.url).status_code == 200
    assert client.get(picture.address(320, "jpg")).status_code == 200


def test_a_shared_block_that_shows_what_is_under_embargo_asks(client, writer, release):
    block = AliasContent.objects.with_user(UserFactory()).create(alias=release.shared, name="Blok", language="nl")
    add_plugin(block.placeholder, "PicturePlugin", "nl", picture=release.picture)
    assert is_asked(client.get(reverse("admin:djangocms_alias_alias_change", args=(release.shared.pk,))))
