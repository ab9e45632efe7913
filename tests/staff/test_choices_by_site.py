"""Every field of every form of staff in which a thing is chosen takes nothing that is closed to its person."""

import pytest
from cms.plugin_pool import plugin_pool
from django.contrib import admin
from django.contrib.sites.models import Site
from django.core.exceptions import FieldError, ValidationError
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.urls import resolve

from accounts.workplaces.sites import settle
from documents.models import Document
from news.models import NewsItem
from organisations.models import Organization
from pictures.models import Picture
from publication.belonging import UnknownBelonging, may_open
from tests.factories import UserFactory

from .test_routes_by_site import elsewhere, given  # noqa: F401 - fixtures

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
