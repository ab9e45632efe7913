"""Whatever staff open, of whatever state: a page, a redirect or a refusal, never an error of ours."""

import pytest
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url, get_object_structure_url
from django.urls import reverse
from djangocms_versioning.models import Version

from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    UserFactory,
    cms_page,
)

pytestmark = pytest.mark.django_db

ACTIONS = ["change", "compare", "archive", "publish", "unpublish", "revert", "discard", "unlock", "edit_redirect"]
MAKERS = {
    "page": lambda state: cms_page("Pagina", slug="pagina", state=state),
    "news": lambda state: NewsContentFactory(state=state),
    "document": lambda state: DocumentContentFactory(state=state),
    "body": lambda state: OrganizationContentFactory(state=state),
}


@pytest.mark.parametrize("state", ["draft", "published", "unpublished", "archived"])
@pytest.mark.parametrize("kind", MAKERS)
def test_every_address_of_a_version(client, kind, state):
    client.force_login(UserFactory(is_superuser=True))
    content = MAKERS[kind](state)
    version = Version.objects.get_for_content(content)
    proxy = f"{version.content_type.model}version"
    paths = [make(content) for make in (get_object_edit_url, get_object_preview_url, get_object_structure_url)]
    paths += [reverse(f"admin:djangocms_versioning_{proxy}_{action}", args=(version.pk,)) for action in ACTIONS]
    opts = content._meta
    paths += [reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}") for name in ("changelist", "add")]
    paths.append(reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=(content.pk,)))
    paths.append(reverse(f"admin:djangocms_versioning_{proxy}_changelist"))

    assert {path: client.get(path).status_code for path in paths if client.get(path).status_code >= 500} == {}
    assert client.get(paths[1]).status_code == 200
    assert client.get(paths[-2], follow=True).status_code == 200
