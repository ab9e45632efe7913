"""What is live at once on a page of the CMS is for those who may publish."""

import pytest
from cms.models import Page
from django.contrib.auth.models import Group

from tests.factories import UserFactory, cms_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client):
    def with_role(role):
        user = UserFactory()
        user.groups.add(Group.objects.get(name=role))
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
