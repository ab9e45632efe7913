"""What is live at once of a versioned thing, its address and its sites, is not a Redacteur's once readers see it."""

from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.contrib.sites.models import Site
from django.forms.models import model_to_dict
from django.urls import reverse
from django.utils import timezone
from djangocms_alias.models import Category
from djangocms_versioning.models import Version

from publication.embargo import Embargoed
from publication.seen import SeesOthersLive
from tests.clients import SiteClient
from tests.factories import UserFactory, bring_to, plan, version_of
from tests.staff.routes import Unfilled, address, staff_routes
from tests.staff.scene import VERSIONED
from tests.staff.screens import filled_in

from .questions import hidden

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No user has been supplied")]
LATER = timezone.now() + timezone.timedelta(days=30)
# Model → its screen: news items, documents, bodies, projects, shared blocks.
SCREENS = {model: found for model, found in admin.site._registry.items() if isinstance(found, SeesOthersLive)}


def content_label(model):
    return SCREENS[model].content_model._meta.label_lower


def has(model, name):
    return name in {field.name for field in model._meta.get_fields()}


def draft(model):
    return VERSIONED[content_label(model)]("draft")


def published(model):
    return publish(draft(model))


def publish(content):
    return bring_to("published", version_of(content)).content


def give(content, sites):
    """Let the thing that `content` is a version of stand on `sites` alone."""
    thing = version_of(content).grouper
    if has(type(thing), "sites"):
        thing.sites.set(sites)
    else:
        type(thing).objects.filter(pk=thing.pk).update(site=sites[0] if sites else None)
    return content


def elsewhere():
    return Site.objects.get_or_create(domain="ander.example.org", defaults={"name": "Ander"})[0]


def planned(model):
    content = draft(model)
    plan(content, minutes=60)
    return content


def planned_again(model):
    """Withdrawn, with a new version that goes out by itself."""
    newer = VERSIONED[content_label(model)]("unpublished").versions.get().copy(UserFactory()).content
    plan(newer, minutes=60)
    return newer


def under_embargo(model):
    content = draft(model)
    model._base_manager.update(embargo_until=LATER)
    return publish(content)


def before_its_window(model):
    content = draft(model)
    SCREENS[model].content_model.everything.update(visible_from=LATER)
    content.refresh_from_db()
    return publish(content)


# In these readers see it, or will without another decision; the condition says which models know it.
SEEN = {
    "published here": (published, lambda model: True),
    "published on another site": (lambda model: give(published(model), [elsewhere()]), lambda model: True),
    "published and given to no site": (lambda model: give(published(model), []), lambda model: True),
    "planned": (planned, lambda model: True),
    "withdrawn, and planned again": (planned_again, lambda model: True),
    "under embargo": (under_embargo, lambda model: issubclass(model, Embargoed)),
    "before its window": (before_its_window, lambda model: has(SCREENS[model].content_model, "visible_from")),
}
UNSEEN = {
    "a draft": draft,
    "withdrawn": lambda model: VERSIONED[content_label(model)]("unpublished"),
}
CASES = [
    pytest.param(model, name, id=f"{model._meta.label_lower}: {name}")
    for model in SCREENS
    for name, (_make, knows) in SEEN.items()
    if knows(model)
]
UNSEEN_CASES = [
    pytest.param(model, name, id=f"{model._meta.label_lower}: {name}") for model in SCREENS for name in UNSEEN
]


def browser(role):
    client = SiteClient()
    client.force_login(UserFactory(roles=[role]))
    return client


def change_address(thing):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=(thing.pk,))


def live(thing):
    """Every field of the thing itself as it is kept now: none of them waits for a version."""
    return {
        name: sorted(map(str, value)) if isinstance(value, list) else value
        for name, value in model_to_dict(type(thing).objects.get(pk=thing.pk)).items()
    }


def other_values(thing):
    """Another value for each live field that somebody can change."""
    if has(type(thing), "sites"):
        return {"slug": "gewijzigd-adres", "sites": [Site.objects.create(domain="derde.example.org", name="Derde").pk]}
    return {"category": Category.objects.create(name="Andere").pk, "site": elsewhere().pk, "static_code": "anders"}


def ready(content):
    """The thing, with its draft at nobody's, and the whole form in which somebody changes what is live."""
    Version.objects.update(locked_by=None)
    thing = version_of(content).grouper
    pages = [browser(role).get(change_address(thing)) for role in ("Redacteur", "Eindredacteur")]
    form = {}
    for page in pages:
        form |= filled_in(page) if 'name="_save"' in page.text else {}
    form.pop("seen", None)
    return thing, form | other_values(thing)


def attempts(thing, form):
    """Every address of staff that names the thing or a version of it, each asked in each way that the CMS knows."""
    contents = SCREENS[type(thing)].contents_of(thing)
    objects = {thing._meta.label_lower: thing, contents.model._meta.label_lower: contents.latest("pk")}
    for route in staff_routes():
        try:
            path = address(route, SimpleNamespace(objects=objects)) if route.model in objects else ""
        except (Unfilled, AttributeError):
            continue
        if path:
            yield path, form
            yield path, form | {"_continue": "1", "_popup": "1", "_selected_action": thing.pk, "action": "save"}
            yield f"{path}?cms_content={objects[contents.model._meta.label_lower].pk}", form


def test_the_four_rooms_and_shared_blocks_are_tried_here():
    assert {model._meta.label_lower for model in SCREENS} >= {
        "news.newsitem",
        "documents.document",
        "organisations.organization",
        "projects.project",
        "djangocms_alias.alias",
    }


@pytest.mark.parametrize(("model", "situation"), CASES)
def test_a_redacteur_changes_nothing_of_what_readers_see_or_will_see(model, situation):
    thing, form = ready(SEEN[situation][0](model))
    before, writer = live(thing), browser("Redacteur")
    tried = [path for path, sent in attempts(thing, form) if writer.post(path, sent) is not None]
    assert change_address(thing) in tried
    assert live(thing) == before


@pytest.mark.parametrize(("model", "situation"), CASES)
def test_who_publishes_changes_it_with_the_same_form(model, situation):
    """So that what is refused above is refused for who asks, not for what stands in the form."""
    thing, form = ready(SEEN[situation][0](model))
    before, publisher = live(thing), browser("Eindredacteur")
    page = publisher.post(change_address(thing), form)
    if "Door deze wijziging vervalt" in page.text:
        publisher.post(change_address(thing), hidden(page))
    assert live(thing) != before


@pytest.mark.parametrize(("model", "situation"), UNSEEN_CASES)
def test_what_somebody_judges_first_is_hers_to_change(model, situation):
    thing, form = ready(UNSEEN[situation](model))
    before = live(thing)
    browser("Redacteur").post(change_address(thing), form)
    assert live(thing) != before
