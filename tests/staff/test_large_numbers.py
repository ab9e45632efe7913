"""A number that no column can hold is no key, whatever form it comes in."""

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from organisations.models import Organization

pytestmark = pytest.mark.django_db
TOO_LARGE = "9" * 20


def forms_to_add(request):
    """Addresses where something is added, and what is sent to choose a thing that is none."""
    for model, screen in admin.site._registry.items():
        try:
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
        except NoReverseMatch:
            continue
        if screen.has_add_permission(request):
            fields = [field for field in model._meta.get_fields() if getattr(field, "remote_field", None)]
            chosen = {field.name: [TOO_LARGE] for field in fields if not field.auto_created}
            yield address, chosen


def test_no_form_fails_on_a_number_that_no_column_can_hold(client, rf, log_in):
    client.raise_request_exception = False
    request = rf.get("/")
    request.user = log_in("Beheerder").user
    failed = []
    for address, chosen in forms_to_add(request):
        answer = client.post(address, chosen)
        if answer.status_code >= 500:
            failed.append((address, str(answer.exc_info[1])))
    assert failed == []


def test_what_is_asked_beside_it_is_found():
    body = Organization.objects.create(slug="voorbeeld")
    assert list(Organization.objects.filter(pk__in=[body.pk, int(TOO_LARGE)])) == [body]
    assert not Organization.objects.filter(pk__in=[int(TOO_LARGE)]).exists()
    assert Organization.objects.exclude(pk__in=[int(TOO_LARGE)]).exists()
