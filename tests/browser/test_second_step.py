"""An editor registers an app, and publishes with its codes, in the browser."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from organisations.models import Person
from tests.accounts.people import code_of
from tests.factories import NewsContentFactory

from . import axe
from .conditions import CLIPPED


@pytest.fixture
def sound():
    """A function that looks at a page as at the others: axe with all rules, nothing cut off on the narrowest screen."""

    def look(page):
        page.set_viewport_size({"width": 320, "height": 640})
        assert axe.violations(page) == []
        assert page.evaluate(CLIPPED) == []
        page.set_viewport_size({"width": 1280, "height": 900})

    return look


def test_an_editor_sets_up_the_second_step_and_publishes(site, settings, log_in, sound, mailoutbox):
    settings.SECOND_FACTOR_REQUIRED = True
    editor = log_in("Eindredacteur", bypass_csp=True)  # for axe, which is put into the page
    content = NewsContentFactory()
    editor.goto(f"{site}{reverse('admin:news_newsitem_embargo', args=(content.news_item_id,))}")
    editor.wait_for_url(re.compile("/tweede-stap/koppeling/"))
    sound(editor)
    editor.click("main button[type=submit]")
    sound(editor)
    editor.goto(site + link_in(mailoutbox[-1]))
    sound(editor)
    editor.click("main button[type=submit]")
    editor.wait_for_url(re.compile("/tweede-stap/instellen/"))
    sound(editor)

    editor.fill("[name=code]", code_of(TOTPDevice.objects.get()))
    editor.click("main button[type=submit]")
    expect(editor.locator(".second-factor__codes li")).to_have_count(10)
    sound(editor)
    editor.click("main a.button")

    editor.wait_for_url("**/embargo/")
    expect(editor.locator("#content")).to_contain_text("Geen embargo.")


def link_in(mail):
    """The address in it, without its origin."""
    return re.search(r"https?://[^/]+(/beheer/tweede-stap/koppeling/\S+)", mail.body)[1]


def test_what_an_editor_typed_is_sent_after_the_code(site, settings, log_in, sound):
    """The form was open when the twelve hours were over."""
    editor = log_in("Eindredacteur", bypass_csp=True)
    editor.goto(f"{site}{reverse('admin:organisations_person_add')}")
    editor.fill("[name=name]", "An Voorbeeld")
    settings.SECOND_FACTOR_REQUIRED = True
    device = TOTPDevice.objects.create(user=User.objects.get(groups__name="Eindredacteur"), name="app")
    editor.click("[name=_save]")
    editor.wait_for_url(re.compile(r"/tweede-stap/\?next="))
    editor.fill("[name=code]", code_of(device))
    editor.click("main button[type=submit]")
    editor.wait_for_url("**/tweede-stap/verder/*/")
    sound(editor)
    editor.click("main button[type=submit]")

    editor.wait_for_url("**/organisations/person/")
    assert Person.objects.get().name == "An Voorbeeld"
