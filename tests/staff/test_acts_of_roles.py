"""Who does what: the acts that matter, each done as each role, on things that are somebody else's."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.models import Version

from news.embargo import put_under_embargo
from press.invitations import invite
from tests import factories as make

from .test_every_route import OWN
from .watched import undone

pytestmark = [
    pytest.mark.django_db,
    # What the package itself does when a shared block is copied; only a warning outside tests.
    pytest.mark.filterwarnings("ignore:No user has been supplied"),
]
ROLES = {"": "-", "Redacteur": "R", "Eindredacteur": "E", "Beheerder": "B"}
KINDS = ("pagecontent", "aliascontent", "organizationcontent", "documentcontent", "projectcontent", "newscontent")
FAR = {"moment_0": "06-02-2044", "moment_1": "10:00"}
PLAN = {"schedule": "1", "publish_0": "06-02-2044", "publish_1": "10:00", "unpublish_0": "", "unpublish_1": ""}
EXPIRES = {"expires_at_0": "06-02-2045", "expires_at_1": "10:00"}
RIGHT = {"kind": "correction", "wrong": "Het is 11.", "right": "Het is 13.", "date": "06-02-2031"}
DELETE = {"post": "yes"}
SELECTED = {"action": "delete_selected"} | DELETE

# (what is done with a version, in which state it is, who may): R Redacteur, E Eindredacteur, B Beheerder.
ACTS_ON_VERSIONS = (
    ("publish", "draft", "EB"),
    ("unpublish", "published", "EB"),
    ("revert", "unpublished", "REB"),
    ("archive", "draft", "REB"),
    ("discard", "draft", "REB"),
    ("unlock", "locked", "EB"),
)

# (route, the object of the scene that it is about or that is chosen in a list, what is sent, who may).
ACTS = (
    ("admin:news_newsitem_embargo", "item", {"move": "1"} | FAR, "EB"),
    ("admin:news_newsitem_embargo", "embargoed", {"end": "1"}, "EB"),
    ("press-invitations", "embargoed", {"invite": "1", "name": "Bo", "email": "bo@example.org"} | EXPIRES, "EB"),
    ("press-invitations", "embargoed", {"revoke": "{invitation}"}, "EB"),
    ("admin:djangocms_versioning_newscontentversion_unpublish", "published", {"reason": "Toch niet."}, "EB"),
    ("admin:news_correction_add", None, RIGHT | {"news_item": "{published item}"}, "EB"),
    ("admin:news_correction_change", "news.correction", RIGHT | {"reason": "Het was toch 13."}, "B"),
    ("schedule-version", "draft", PLAN, "EB"),
    ("schedule-version", "planned", {"cancel": "1"}, "EB"),
    ("admin:auth_user_add", None, {"email": "bo@example.org", "first_name": "Bo", "groups": "{auth.group}"}, "B"),
    ("admin:auth_user_delete", "auth.user", DELETE, ""),
    ("admin:auth_group_add", None, {"name": "Anders"}, ""),
    ("admin:auth_group_change", "auth.group", {"name": "Anders"}, ""),
    ("admin:auth_group_delete", "auth.group", DELETE, ""),
    ("admin:sites_site_add", None, {"domain": "elders.example.org", "name": "Elders"}, ""),
    ("admin:sites_site_change", "sites.site", {"domain": "elders.example.org", "name": "Elders"}, ""),
    ("admin:letters_letter_changelist", "letters.letter", {"action": "try_again"}, "B"),
    ("admin:redirects_redirect_delete", "redirects.redirect", DELETE, "EB"),
    ("admin:redirects_redirect_changelist", "redirects.redirect", SELECTED, "EB"),
    ("admin:filer-directory_listing-make_root_folder", None, {"name": "Nieuw"}, "REB"),
    ("admin:filer_folder_delete", "filer.folder", DELETE, "EB"),
    ("admin:organisations_person_add", None, {"name": "Iemand"}, "EB"),
    ("admin:organisations_membership_delete", "organisations.membership", DELETE, "EB"),
    ("admin:organisations_membership_changelist", "organisations.membership", SELECTED, "EB"),
    ("admin:organisations_theme_delete", "organisations.theme", DELETE, "B"),
    ("admin:press_fact_delete", "press.fact", DELETE, "EB"),
    ("admin:press_fact_changelist", "press.fact", SELECTED, "EB"),
    ("admin:cms_page_set_home", "page", {}, "EB"),
    ("admin:cms_page_get_permissions", "page", {}, ""),
    ("admin:regions_region_delete", "regions.region", DELETE, ""),
)
ASKED_ON_LISTS = ("redirects_redirect", "organisations_membership", "press_fact", "auth_user")


def done(watch):
    return bool(watch.changed - OWN - {"django_admin_log"})


@pytest.mark.parametrize("role", ROLES)
def test_who_does_what_with_a_version(role, scene, log_in, unrendered):
    watch, found = log_in(role), {}
    Version.objects.filter(state="draft").update(locked_by=None)
    watch.forget()
    for act, state, _roles in ACTS_ON_VERSIONS:
        for (label, _), version in scene.versions.items():
            kind = label.partition(".")[2]
            if scene.versions[label, state if state != "locked" else "draft"] != version:
                continue
            with undone():
                if state == "locked":
                    Version.objects.filter(pk=version.pk).update(locked_by=version.created_by)
                    watch.forget()
                watch.send(
                    "post",
                    reverse(f"admin:djangocms_versioning_{kind}version_{act}", args=(version.pk,)),
                    {"discard": "1", "from": version.created_by_id},
                )
                found[act, kind] = done(watch)
    expected = {(act, kind): ROLES[role] in roles for act, _state, roles in ACTS_ON_VERSIONS for kind in KINDS}
    assert {key for key in expected if found[key] != expected[key]} == set()


@pytest.fixture
def chosen(scene):
    """The keys of what acts are about, by name: that of the scene, and what they need besides."""
    release = make.NewsContentFactory(kind="press_release")
    put_under_embargo(release.news_item, timezone.now() + datetime.timedelta(days=1), make.author())
    make.bring_to("published", make.version_of(release))
    invitation, _token = invite(
        release.news_item, make.author(), name="An", email="an@example.org", expires_at=release.news_item.embargo_until
    )
    planned = make.plan(make.NewsContentFactory(), minutes=60)
    published = scene.versions["news.newscontent", "published"]
    return {label: instance.pk for label, instance in scene.objects.items()} | {
        "draft": scene.versions["news.newscontent", "draft"].pk,
        "item": scene.versions["news.newscontent", "draft"].grouper.pk,
        "page": scene.versions["cms.pagecontent", "published"].grouper.pk,
        "published": published.pk,
        "published item": published.grouper.pk,
        "embargoed": release.news_item_id,
        "invitation": invitation.pk,
        "planned": planned.version_id,
    }


def request_of(chosen, name, about, data):
    """The address and the form of one line of ACTS."""
    data = {field: chosen[value[1:-1]] if value.startswith("{") else value for field, value in data.items()}
    key = about and chosen[about]
    if name.endswith("_changelist"):
        return reverse(name), data | {"_selected_action": key}
    return reverse(name, args=(key,) if key else ()), data


@pytest.mark.parametrize("role", ROLES)
def test_who_does_what_else(role, chosen, log_in, unrendered):
    Version.objects.update(locked_by=None)
    watch, wrong = log_in(role), []
    for name, about, data, roles in ACTS:
        watch.send("post", *request_of(chosen, name, about, data))
        if done(watch) != (ROLES[role] in roles):
            wrong.append((name, data))
    assert wrong == []


def test_actions_on_lists_ask_for_the_second_step(scene, log_in, unrendered, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    watch = log_in("Beheerder")
    settings.SECOND_FACTOR_REQUIRED = True
    for name in ASKED_ON_LISTS:
        path = reverse(f"admin:{name}_changelist")
        assert watch.send("get", path).status_code == 200
        assert watch.send("post", path, SELECTED | {"_selected_action": "1"}).url.startswith(
            reverse("second-factor-setup")
        ), name
        assert not done(watch)
