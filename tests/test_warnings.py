"""A deprecation fails the tests, unless `pytest.ini` names it: what Django 6 leaves out is known before."""

import warnings
from configparser import ConfigParser

import pytest
from django.utils.deprecation import RemovedInDjango60Warning, RemovedInDjango61Warning

from limburg_site.environment import BASE_DIR

pytestmark = pytest.mark.once
# Of Python's categories those that no deprecation belongs to.
OF_SOMETHING_ELSE = {"ResourceWarning"}


def filters():
    """Action, message, category and module of each, as `python -W` takes them; what is left out is empty."""
    read = ConfigParser(interpolation=None)
    read.read(BASE_DIR / "pytest.ini")
    lines = [line.strip() for line in read["pytest"]["filterwarnings"].splitlines()]
    return [(line.split(":") + [""] * 3)[:4] for line in lines if line and not line.startswith("#")]


def test_every_deprecation_that_is_let_pass_is_named_by_its_words_or_its_package():
    first, *others = filters()
    assert first == ["error", "", "", ""]
    nameless = [each for each in others if not each[1] and not each[3] and each[2] not in OF_SOMETHING_ELSE]
    assert nameless == []


@pytest.mark.parametrize("kind", [DeprecationWarning, RemovedInDjango60Warning, RemovedInDjango61Warning])
def test_a_deprecation_that_nobody_named_fails(kind):
    with pytest.raises(kind):
        warnings.warn("This is left out of the next release.", kind, stacklevel=1)
