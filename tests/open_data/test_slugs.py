"""What open data is known by says so where staff can change it."""

import pytest
from django.apps import apps
from django.db.models import SlugField

from publication.models import Grouper


def keys_of_open_data():
    """The slugs of records without pages of versions: those leave a redirect behind when they change."""
    for model in apps.get_app_config("organisations").get_models():
        if not issubclass(model, Grouper) and not model.__name__.startswith("Historical"):
            yield from (pytest.param(f, id=str(f)) for f in model._meta.local_fields if isinstance(f, SlugField))


@pytest.mark.parametrize("field", list(keys_of_open_data()))
def test_a_slug_on_which_open_data_hangs_says_so(field):
    assert "de open data" in str(field.help_text)


def test_the_type_of_a_relation_is_among_them():
    assert "organisations.RelationType.slug" in {param.id for param in keys_of_open_data()}
