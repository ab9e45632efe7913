"""Every field of every form of staff in which a thing is chosen takes nothing that is closed to its person."""

import pytest
from cms.models import Page
from cms.plugin_pool import plugin_pool
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.sites.models import Site
from django.core.exceptions import FieldError, ValidationError
from django.forms import BaseForm, ModelChoiceField, ModelMultipleChoiceField
from django.urls import resolve
from filer.models import File

from accounts.workplaces.sites import settle
from documents.models import Document
from limburg_site.environment import BASE_DIR
from news.models import NewsItem
from organisations.models import Organization
from pictures.models import Picture
from publication.belonging import UnknownBelonging, may_open
from publication.own_choices import OwnChoices
from tests.factories import UserFactory

from .routes import addresses
from .test_routes_by_site import given  # noqa: F401 - a fixture

pytestmark = [
    pytest.mark.django_db,
    # Of a form of a package that no address leads to.
    pytest.mark.filterwarnings("ignore:The default scheme will be changed"),
]


@pytest.fixture
def asked(rf, scene, given, elsewhere):  # noqa: F811
    """A request of somebody who works on another site than that of the scene."""
    given(Site.objects.get_current())
    request = rf.get("/beheer/organisations/seating/add/")
    request.resolver_match = resolve(request.path)
    request.user, request.session = UserFactory(roles=["Beheerder"]), {}
    settle(request.user, [elsewhere], every_site=False)
    return request


def screens(request):
    """Of models in which something is filled in, and of blocks."""
    for screen in admin.site._registry.values():
        if screen.has_add_permission(request) or screen.has_change_permission(request):
            yield screen
    for plugin in plugin_pool.get_all_plugins():
        yield plugin(plugin.model, admin.site)


def form_classes(screen, request):
    try:
        yield screen.get_form(request)
    except FieldError:
        return  # only looked at: it is written on a page of its own
    for formset, _inline in screen.get_formsets_with_inlines(request):
        yield formset.form


def choices(request):
    """Names of fields and the fields themselves, as a form has them."""
    for screen in screens(request):
        for form in form_classes(screen, request):
            for name, field in form().fields.items():
                if isinstance(field, ModelChoiceField):
                    yield f"{type(screen).__name__} {form.__name__} {name}", field


def closed_things(user, model):
    try:
        return [thing for thing in model._base_manager.all() if not may_open(user, thing)]
    except UnknownBelonging:
        return []


@pytest.fixture
def made_forms(monkeypatch):
    """Every form of ours in which a thing is chosen, from the moment that it is made."""
    forms, make, ours = [], BaseForm.__init__, tuple(forms_of_ours())

    def note(form, *args, **kwargs):
        make(form, *args, **kwargs)
        if isinstance(form, ours):
            forms.append(form)

    monkeypatch.setattr(BaseForm, "__init__", note)
    return forms


def choosing(form):
    return {name: field for name, field in form.fields.items() if isinstance(field, ModelChoiceField)}


def forms_of_ours(kind=BaseForm):
    """Classes that were written here, in which a thing is chosen."""
    for form in kind.__subclasses__():
        yield from forms_of_ours(form)
        written = is_ours(form) and not issubclass(form, OwnChoices)
        if written and any(isinstance(field, ModelChoiceField) for field in getattr(form, "base_fields", {}).values()):
            yield form


def is_ours(kind):
    return (BASE_DIR / kind.__module__.partition(".")[0]).is_dir() and not kind.__module__.startswith("tests")


def acts(scene, request):
    """Lists of the administration, and what is sent to carry out each of their actions on the thing of the scene."""
    screens = {model._meta.label_lower: screen for model, screen in admin.site._registry.items()}
    for route, path in addresses(scene):
        if route.name.endswith("_changelist") and route.model in screens and route.model in scene.objects:
            for action in screens[route.model].get_actions(request):
                yield path, {"action": action, ACTION_CHECKBOX_NAME: [scene.objects[route.model].pk]}


def takes(field, thing):
    try:
        field.clean([thing.pk] if isinstance(field, ModelMultipleChoiceField) else thing.pk)
    except ValidationError:
        return False
    return True


def test_no_field_takes_what_is_closed(asked):
    closed, taken = {}, []
    for name, field in choices(asked):
        model = field.queryset.model
        if model not in closed:
            closed[model] = closed_things(asked.user, model)
        taken += [f"{name}: {model._meta.label}" for thing in closed[model] if takes(field, thing)]
    assert taken == []
    assert all(closed[model] for model in (Picture, Document, NewsItem, Organization))


def give_pages(site):
    Page.objects.update(site=site)


@pytest.mark.filterwarnings("ignore:No user has been supplied")
def test_no_form_of_ours_takes_what_is_closed(
    scene, given, elsewhere, log_in, made_forms, unrendered, asked  # noqa: F811
):  # fmt: skip
    """They are made while the scene is open to their person; then it is closed, but for what was chosen before."""
    given(elsewhere)
    give_pages(elsewhere)
    watch = log_in("Beheerder")
    settle(watch.user, [elsewhere], every_site=False)
    File.objects.update(owner=watch.user)  # filer's form is for the owner
    for _route, path in addresses(scene):
        watch.send("post", path)
    for path, sent in acts(scene, asked):
        watch.send("post", path, sent)
    given(Site.objects.get_current())
    give_pages(Site.objects.get_current())
    assert [kind for kind in forms_of_ours() if not any(isinstance(form, kind) for form in made_forms)] == []
    taken = set()
    for form in made_forms:
        for name, field in choosing(form).items():
            for thing in closed_things(watch.user, field.queryset.model):
                if form.get_initial_for_field(field, name) != thing.pk and takes(field, thing):
                    taken.add(f"{type(form).__name__} {name}")
    assert taken == set()
