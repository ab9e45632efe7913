"""What a form asks for does not hang on the button that sent it: the box of the CMS sends forms without it."""

import re

import pytest
from lxml import html

from limburg_site.environment import BASE_DIR

from .routes import addresses

TEMPLATES = [path for path in (BASE_DIR / "templates").glob("admin/**/*.html") if 'method="post"' in path.read_text()]
NAMED_BUTTON = re.compile(r"<(?:button|input[^>]*submit)\b[^>]*\bname=")
SUBMITS = "//form[translate(@method, 'POST', 'post')='post']//*[@type='submit' or (self::button and not(@type))]"
# What these screens do of themselves: no view reads the name. "_continue" alone is the next step of a wizard.
ASKED_BY_NOBODY = {"_save", "save", "add", "confirm", "revert", "_continue", "_export-item", "index", "_cancel"}


@pytest.mark.once
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_button_of_ours_has_a_name(template):
    assert NAMED_BUTTON.findall(template.read_text()) == []


@pytest.mark.once
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_button_of_ours_is_moved_out_of_its_form(template):
    """The box takes the buttons of the first `.submit-row` into its own edge, and hides those of the others."""
    assert "submit-row" not in template.read_text()
    assert not re.search(r"<(?:button|input)[^>]*type=[\"']submit", template.read_text())


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:No user has been supplied")
def test_no_screen_of_staff_hangs_on_the_name_of_its_only_button(scene, log_in):
    watch, found = log_in("Beheerder"), set()
    for route, path in addresses(scene):
        response = watch.send("get", path)
        if response.status_code == 200 and b"<form" in getattr(response, "content", b""):
            found |= {(route.pattern, name) for name in lonely_names(response)}
    assert found == set()


def lonely_names(response):
    """The names of buttons that are the only one of their form."""
    forms = {}
    for button in html.fromstring(response.content).xpath(SUBMITS):
        forms.setdefault(next(button.iterancestors("form")), []).append(button)
    names = {buttons[0].get("name") for buttons in forms.values() if len(buttons) == 1}
    return names - ASKED_BY_NOBODY - {None}
