"""Every screen of staff with the keys of what is held back: it is told on none."""

import datetime
import re

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from news.embargo import put_under_embargo
from tests.accounts.people import person
from tests.factories import (
    NewsContentFactory,
    UserFactory,
    version_of,
)
from tests.staff.routes import every_route

from .conftest import SECRET, is_asked

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:All custom placeholder admin endpoints"),
]
# What answers by itself to parameters, instead of a form of the administration.
PACKAGES = ("beheer/cms/placeholder/", "beheer/cms/page/plugin/", "beheer/cms/usersettings/", "beheer/autocomplete/")


def keys_of(release):
    """Every parameter by which a package or a form of ours names a thing, and the keys of what is under embargo."""
    block, picture, version = release.block, release.picture, version_of(release)
    document = release.attachments.get().document_id
    return [
        *[{name: block.placeholder_id} for name in ("placeholder", "placeholder_id", "source_placeholder_id")],
        *[{name: block.pk} for name in ("plugin", "plugin_id", "source_plugin_id", "plugin_parent")],
        {"file_id": picture.pk},
        {"picture": picture.pk},
        {"content__picture": picture.pk},
        {"photos-0-picture": picture.pk},
        {"attachments-0-document": document},
        {"news_item": release.news_item_id},
        {"compare_to": version.pk},
        {"g": f"news.newsitem:{release.news_item_id}"},
        {"body": f'<a data-cms-href="news.NewsItem:{release.news_item_id}">x</a>'},
        {"obj_type": "news.newscontent", "obj_id": release.pk},
        {"obj_type": ContentType.objects.get_for_model(release).pk, "obj_id": release.pk},
    ]


def test_no_screen_of_staff_tells_what_is_under_embargo(client, release):
    """Every route, with the keys of what is held back in its address and in its parameters: SECRET is nowhere."""
    client.force_login(person("wim", "Redacteur"))
    client.raise_request_exception = False
    found = set()
    for route in every_route():
        if not route.pattern.startswith("beheer/"):
            continue
        for address, keys in requests(route, release):
            answer = client.get(address, keys)
            if not answer.streaming and not is_asked(answer) and SECRET.lower() in answer.content.decode().lower():
                found.add((route.name or route.pattern, str(keys)))
    assert found == set()


def requests(route, release):
    """`route` with a key of what is held back in its address; or, where it has none, with each in its parameters."""
    parameter = re.compile(r"<(?:\w+:)?\w+>|\([^()]*(?:\([^()]*\))?[^()]*\)")
    if not parameter.search(route.pattern):
        every = keys_of(release) if route.pattern.startswith(PACKAGES) else ()
        yield from (("/" + route.pattern, keys) for keys in [{}, *every])
    elif "object/" in route.pattern or "beheer/r/" in route.pattern:
        kind = ContentType.objects.get_for_model(release).pk
        yield "/" + parameter.sub("{}", route.pattern).format(kind, release.pk), {}
    elif "path>" in route.pattern or "url>" in route.pattern:
        yield "/" + parameter.sub(release.picture.file.name, route.pattern), {}
    else:
        key = key_for(route, release)
        yield "/" + parameter.sub(str(key), route.pattern), {}


def key_for(route, release):
    """The key of the thing of `release` that the address may be about."""
    document, picture = release.attachments.get().document, release.picture
    act, model = route.name.rpartition(":")[2], route.pattern.split("/")[2]
    if act.startswith("staff-"):
        return document.contents(manager="everything").get().files.get().pk
    if act.endswith("alias_usage"):
        return release.shared.pk
    if "placeholder_clear" in act:
        return release.block.placeholder_id
    return {
        "alias": release.shared.pk,
        "placeholder": release.block.pk,
        "page": release.block.pk,
        "picture": picture.pk,
        "file": picture.pk,
        "folder": picture.folder_id,
        "document": document.pk,
        "documentcontent": document.contents(manager="everything").get().pk,
        "documentcontentversion": document.contents(manager="everything").get().versions.get().pk,
        "newscontent": release.pk,
        "newscontentversion": version_of(release).pk,
        "versie": version_of(release).pk,
    }.get(model, release.news_item_id)


def test_the_start_names_nothing_under_embargo_that_its_user_worked_on(client, release):
    account = person("eva", "Eindredacteur")
    client.force_login(account)
    assert client.get("/beheer/").status_code == 200
    LogEntry.objects.log_actions(account.pk, [release.news_item], CHANGE, change_message="x", single_object=True)
    assert is_asked(client.get("/beheer/"))


def test_lists_ask_only_while_something_in_them_is_held_back(client, writer):
    assert client.get("/beheer/news/newsitem/").status_code == 200
    content = NewsContentFactory(title=SECRET)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(days=1), UserFactory())

    assert is_asked(client.get("/beheer/news/newsitem/"))
    assert client.get("/beheer/projects/project/").status_code == 200
    assert client.get("/beheer/documents/document/").status_code == 200
