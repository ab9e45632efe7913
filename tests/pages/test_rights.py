"""What is live at once on a page of the CMS is for those who may publish."""

import pytest
from cms.models import Page

from tests.factories import NewsContentFactory, PictureFactory, UserFactory, cms_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client):
    def with_role(role):
        user = UserFactory(roles=[role])
        client.force_login(user)
        return user

    return with_role


@pytest.mark.parametrize(("role", "allowed"), [("Redacteur", False), ("Eindredacteur", True)])
def test_advanced_settings_places_and_the_home_page(client, person, role, allowed):
    first = cms_page("Eerste", slug="eerste", state="published")
    second = cms_page("Tweede", slug="tweede", state="published")
    person(role)

    assert (client.get(f"/beheer/cms/page/{first.page.pk}/advanced-settings/").status_code == 200) == allowed
    client.post(f"/beheer/cms/page/{second.page.pk}/set-home/")
    assert Page.objects.get(pk=second.page.pk).is_home == allowed
    if allowed:
        assert client.get("/eerste/").status_code in (200, 301)
        assert client.get("/tweede/")["Location"] == "/"
    before = list(Page.objects.order_by("path").values_list("pk", flat=True))
    client.post(f"/beheer/cms/page/{second.page.pk}/move-page/", {"position": 0, "target": ""})
    after = list(Page.objects.order_by("path").values_list("pk", flat=True))
    assert allowed or before == after


@pytest.mark.parametrize(("role", "allowed"), [("Redacteur", False), ("Eindredacteur", True)])
def test_publishing_a_page_and_a_shared_block(client, person, role, allowed):
    from djangocms_alias.models import Alias, AliasContent, Category
    from djangocms_versioning.models import Version

    user = person(role)
    page = cms_page("Pagina", slug="pagina")
    alias = Alias.objects.create(category=Category.objects.create(name="Blokken"))
    block = AliasContent.objects.with_user(user).create(alias=alias, name="Gedeeld", language="nl")
    for content, name in ((page, "pagecontentversion"), (block, "aliascontentversion")):
        version = Version.objects.get_for_content(content)
        client.post(f"/beheer/djangocms_versioning/{name}/{version.pk}/publish/")
        assert (Version.objects.get(pk=version.pk).state == "published") == allowed


def test_nobody_changes_a_published_title_past_its_versions(client, person):
    page = cms_page("Titel", slug="titel", state="published")
    person("Eindredacteur")
    answer = client.post(
        f"/beheer/cms/page/{page.page.pk}/nl/edit-field/?edit_fields=title,page_title,menu_title",
        {"title": "Anders", "page_title": "", "menu_title": ""},
    )
    assert answer.status_code == 403
    assert "Anders" not in client.get("/titel/").content.decode()


@pytest.mark.parametrize(("role", "allowed"), [("Redacteur", False), ("Eindredacteur", True)])
def test_a_picture_that_readers_see(client, person, role, allowed):
    picture = PictureFactory()
    NewsContentFactory(picture=picture, state="published")
    person(role)
    fields = {"name": "x", "default_alt_text": "Anders", "licence": "all-rights-reserved", "subject_location": ""}
    client.post(f"/beheer/pictures/picture/{picture.pk}/change/", fields)
    picture.refresh_from_db()
    assert (picture.alt == "Anders") == allowed


GARBAGE = [
    "/beheer/cms/usersettings/cms-toolbar/?cms_path=http://[",
    "/beheer/cms/usersettings/cms-toolbar/?obj_id=abc&obj_type=cms.pagecontent",
    "/beheer/news/newsitem/abc/change/",
    "/beheer/documents/document/abc/change/",
    "/beheer/filer/folder/abc/delete/",
    "/beheer/pictures/picture/abc/delete/",
    "/beheer/cms/pagecontent/999999/change-navigation/",
    "/beheer/nieuw/create/?page=abc",
    "/beheer/cms/page/plugin/alias/select2/?site=abc",
]


@pytest.mark.parametrize("path", GARBAGE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_garbage_from_staff_is_no_error_of_ours(client, person, path, method):
    person("Beheerder")
    assert getattr(client, method)(path).status_code < 500
