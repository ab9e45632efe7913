"""The second step is asked for whatever an account that may make something public sends, but for drafts.

The routes come from the resolver: a new one asks, or has a line here with what it proves.
"""

import re
from contextlib import suppress
from http.cookies import SimpleCookie
from types import SimpleNamespace

import pytest
from cms.api import add_plugin
from cms.models import CMSPlugin, UserSettings
from cms.wizards.wizard_base import get_entries
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from djangocms_versioning.models import Version
from lxml import html

from accounts.without_role import OWN_DOOR
from news.models import NewsItem
from tests.clients import PasswordClient
from tests.factories import NewsContentFactory, image_bytes, plan

from .routes import Unfilled, address, staff_routes

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No user has been supplied"),
    pytest.mark.filterwarnings("ignore:All custom placeholder admin endpoints"),
]

STEP, SET_UP = reverse("second-factor"), reverse("second-factor-setup")
OWN = (
    *OWN_DOOR,
    "admin:cms_usersettings_session_store",
    "admin:cms_usersettings_get_toolbar",
    "admin:cms_usersettings_change",
    "admin:djangocms_text_textplugin_get_messages",
)
BLOCKS = (
    "admin:cms_placeholder_add_plugin",
    "admin:cms_placeholder_edit_plugin",
    "admin:cms_placeholder_delete_plugin",
    "admin:cms_placeholder_move_plugin",
    "admin:cms_placeholder_copy_plugins",
    "admin:cms_placeholder_clear_placeholder",
    "admin:cms_placeholder_edit_field",
    "admin:djangocms_text_textplugin_revert_on_cancel",
)
GROUPERS = ("news_newsitem", "documents_document", "organisations_organization", "projects_project")
SCREENS = (*GROUPERS, "djangocms_alias_alias", "cms_pagecontent")
NEW = (
    "cms_wizard_create",
    "admin:cms_wizard_create",
    "admin:filer-ajax_upload",
    "admin:filer-directory_listing-make_folder",
    "admin:filer-directory_listing-make_root_folder",
    *(f"admin:{screen}_add" for screen in SCREENS),
)
CHANGES = tuple(f"admin:{screen}_change" for screen in SCREENS)
# Forms that a person fills in, or confirms.
FILLED_IN = re.compile(r"_(add|change|delete|import|advanced)$|version_(unpublish|archive|revert|discard)$|_embargo$")
VERSIONS = re.compile(r"admin:djangocms_versioning_\w+version_edit_redirect")


def is_asked(answer):
    return answer.status_code == 409 or answer.headers.get("Location", "").startswith((STEP, SET_UP))


@pytest.fixture
def client():
    return PasswordClient()


@pytest.fixture
def asked(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def free(scene):
    """Nothing in the scene is locked by another: what holds somebody back is the second step alone."""
    Version.objects.filter(state="draft").update(locked_by=None)


@pytest.fixture
def watch(log_in, asked, free, unrendered):
    return log_in("Beheerder")


@pytest.fixture
def public(scene):
    """The scene, with the published version or thing in the place of each draft."""
    objects = dict(scene.objects)
    for (label, state), version in scene.versions.items():
        if state == "published":
            objects[label] = version.content
            objects[version.grouper._meta.label_lower] = version.grouper
    page = objects["cms.pagecontent"]
    place = page.get_placeholders()[0]
    objects["cms.placeholder"] = place
    text = add_plugin(place, "TextPlugin", "nl", body="<p>Wat lezers zien.</p>")
    alias = add_plugin(place, "Alias", "nl", alias=objects["djangocms_alias.alias"])
    return SimpleNamespace(**vars(scene) | {"objects": objects, "plugins": {"text": text, "alias": alias}})


def addresses(scene):
    """Each route with its address; `test_every_route` names those for which the scene has nothing."""
    for route in staff_routes():
        with suppress(Unfilled):
            yield route, address(route, scene)


def test_every_route_asks_or_is_known_to_write_drafts_only(scene, watch):
    """Known: a line above, with a proof below."""
    known = {*OWN, *NEW, *CHANGES, *BLOCKS}
    through = {route.name for route, where in addresses(scene) if not is_asked(watch.send("post", where, {"x": "1"}))}
    assert {name for name in through if name not in known and not VERSIONS.fullmatch(name)} == set()


def test_on_what_is_public_every_route_asks_but_for_what_is_about_oneself_or_new(scene, public, watch):
    known = {*OWN, *NEW}
    through = {
        route.name for route, where in addresses(public) if not is_asked(watch.send("post", where, keys_of(public)))
    }
    assert {name for name in through if name not in known and not VERSIONS.fullmatch(name)} == set()


def keys_of(scene):
    """What the packages read besides the address: the places and the blocks of the scene."""
    place, text = scene.objects["cms.placeholder"].pk, scene.plugins["text"].pk
    return {
        "placeholder_id": place,
        "source_placeholder_id": place,
        "target_placeholder_id": place,
        "placeholder": place,
        "plugin_id": text,
        "source_plugin_id": text,
        "plugin": text,
    }


def test_a_screen_that_leads_to_what_asks_is_asked_before_anything_is_typed(scene, public, watch):
    """But for what only a script or a button sends, which has no screen."""
    missing = []
    for route, where in addresses(public):
        if not FILLED_IN.search(route.name) or route.name in {*NEW, *OWN}:
            continue
        if not is_asked(watch.send("get", where)):
            missing.append(route.name)
    assert missing == []


@pytest.mark.parametrize("name", CHANGES)
def test_the_form_of_what_no_reader_saw_is_open(scene, watch, name):
    version = next(
        version for (label, state), version in scene.versions.items() if state == "draft" and fits(name, version)
    )
    thing = version.content if name.startswith("admin:cms_") else version.grouper
    for method in ("get", "post"):
        assert not is_asked(watch.send(method, reverse(name, args=(thing.pk,)), {"x": "1"}))


def fits(name, version):
    opts = (version.content if name.startswith("admin:cms_") else version.grouper)._meta
    return name == f"admin:{opts.app_label}_{opts.model_name}_change"


def test_what_was_planned_asks_before_it_is_changed(scene, watch):
    version = scene.versions["cms.pagecontent", "draft"]
    plan(version.content, minutes=60)
    watch.forget()
    edit = reverse("admin:cms_placeholder_edit_plugin", args=(scene.plugins["text"].pk,))
    assert is_asked(watch.send("post", edit, {"body": "<p>Ongezien</p>"}))
    assert is_asked(watch.send("get", reverse("admin:cms_pagecontent_change", args=(version.content.pk,))))


# --- proofs: what is let through changes nothing that readers see -----------------------------------------------------


@pytest.fixture
def held(scene, log_in, asked, free, public):
    """Somebody who may publish, with a password alone; and a function that tells whether readers saw a change."""
    watch = log_in("Eindredacteur")
    before = seen_by_readers(scene)

    def sent(path, data=None, **query):
        watch.client.cookies = SimpleCookie(watch.cookies)
        answer = watch.client.post(path, data or {}, query_params=query)
        assert not is_asked(answer), path
        assert answer.status_code < 400, (path, answer.status_code)
        assert seen_by_readers(scene) == before, path
        return answer

    sent.user, sent.client = watch.user, watch.client
    return sent


def seen_by_readers(scene):
    """Every page of what is published, the lists and the feeds, as a stranger gets them."""
    things = [version.content for (_label, state), version in scene.versions.items() if state == "published"]
    pages = [thing.get_absolute_url() for thing in things if hasattr(thing, "get_absolute_url")]
    lists = [
        "/",
        "/nieuws/",
        "/nieuws/feed/",
        "/documenten/",
        "/projecten/",
        "/organisaties/",
        "/pers/",
        "/sitemap.xml",
    ]
    stranger = PasswordClient()
    return {path: re.sub(rb"[0-9]{2}:[0-9]{2}:[0-9]{2}", b"", stranger.get(path).content) for path in pages + lists}


def test_blocks_of_a_draft_are_written_unseen(scene, held):
    place, text = scene.objects["cms.placeholder"], scene.plugins["text"]
    other = scene.versions["cms.pagecontent", "draft"].content
    held(reverse("admin:cms_placeholder_edit_plugin", args=(text.pk,)), {"body": "<p>Anders</p>"})
    held(
        reverse("admin:cms_placeholder_add_plugin"),
        {"body": "<p>Nieuw</p>"},
        placeholder_id=place.pk, plugin_type="TextPlugin", plugin_language="nl", plugin_position=1, cms_path="/",
    )  # fmt: skip
    assert CMSPlugin.objects.filter(placeholder=place).count() == 3
    clipboard = UserSettings.objects.get(user=held.user).clipboard
    copy = {"source_language": "nl", "target_language": "nl", "source_placeholder_id": place.pk}
    held(
        reverse("admin:cms_placeholder_copy_plugins"),
        copy | {"source_plugin_id": text.pk, "target_placeholder_id": clipboard.pk},
    )
    pasted = clipboard.get_plugins().get()
    move = {"plugin_id": pasted.pk, "placeholder_id": place.pk, "target_language": "nl", "target_position": 1}
    held(reverse("admin:cms_placeholder_move_plugin"), move | {"move_a_copy": "true"})
    held(reverse("admin:cms_placeholder_delete_plugin", args=(text.pk,)), {"post": "yes"})
    held(reverse("admin:cms_placeholder_clear_placeholder", args=(place.pk,)), {"post": "yes"}, language="nl")
    assert not other.get_placeholders()[0].get_plugins().exists()


def test_what_readers_never_saw_is_changed_unseen(scene, held):
    content = NewsContentFactory(created_by=held.user)
    form = filled_in(held.client, reverse("admin:news_newsitem_change", args=(content.news_item_id,)))
    held(
        reverse("admin:news_newsitem_change", args=(content.news_item_id,)),
        form | {"content__title": "Nog niet klaar", "slug": "nog-niet-klaar"},
    )
    content.news_item.refresh_from_db()
    assert content.news_item.slug == "nog-niet-klaar"


def filled_in(client, path):
    """The form of the administration at `path`, as a browser would send it."""
    page = html.fromstring(client.get(path).content)
    form = next(form for form in page.forms if form.get("id", "").endswith("_form"))
    return {name: value for name, value in form.form_values() if not name.startswith("_")}


def test_something_new_is_unseen(scene, held):
    add = reverse("admin:news_newsitem_add")
    held(add, filled_in(held.client, add) | {"content__title": "Nieuw", "slug": "nieuw", "content__lead": "Nieuw."})
    assert NewsItem.objects.filter(slug="nieuw").exists()
    page = reverse("admin:cms_pagecontent_add")
    held(page, filled_in(held.client, page) | {"title": "Nieuwe pagina", "slug": "nieuwe-pagina"})
    held(reverse("admin:filer-directory_listing-make_root_folder"), {"name": "Nieuw"})
    upload = SimpleUploadedFile("nieuw.png", image_bytes(), content_type="image/png")
    held(reverse("admin:filer-ajax_upload", args=(scene.objects["filer.folder"].pk,)), {"file": upload})


def test_a_new_draft_of_what_is_published_is_unseen(scene, held):
    for (label, state), version in scene.versions.items():
        if state == "published":
            name = f"admin:djangocms_versioning_{label.partition('.')[2]}version_edit_redirect"
            held(reverse(name, args=(version.pk,)))
    assert Version.objects.filter(state="draft", created_by=held.user).count() == 6


def test_every_wizard_makes_drafts_only(scene, held):
    """All that they offer; each is begun and, with what a person fills in, ended."""
    published, drafts = set(Version.objects.filter(state="published")), Version.objects.filter(state="draft").count()
    for entry in get_entries():
        begun = {"wizard_create_view-current_step": "0", "0-entry": entry.id, "0-language": "nl"}
        held(reverse("cms_wizard_create"), begun)
        names = {"title": "Nieuw", "slug": "nieuw", "name": "Nieuw", "lead": "Nieuw.", "summary": "Nieuw."}
        more = {
            "kind": "news",
            "category": scene.objects["djangocms_alias.category"].pk,
            "type": "studie",
            "date": "2031-03-01",
        }
        data = {f"1-{name}": value for name, value in (names | more).items()}
        held(reverse("cms_wizard_create"), data | {"wizard_create_view-current_step": "1"})
    assert set(Version.objects.filter(state="published")) == published
    assert Version.objects.filter(state="draft").count() > drafts + 1


@pytest.mark.parametrize("name", OWN)
def test_what_is_about_oneself_is_about_nobody_else(scene, log_in, asked, free, name):
    """Nothing in a database but one's own account, session, toolbar and device."""
    route = next(route for route in staff_routes() if route.name == name)
    watch = log_in("Beheerder")
    watch.send("post", address(route, scene), {"settings": "{}", "language": "nl", "x": "1"})
    assert watch.changed <= ABOUT_ONESELF


ABOUT_ONESELF = {"cms_usersettings", "cms_placeholder", "otp_totp_totpdevice", "django_admin_log", "auth_user"}
ABOUT_ONESELF |= {"letters_letter"}  # a mail to the owner
