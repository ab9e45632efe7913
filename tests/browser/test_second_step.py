"""An editor registers an app, and publishes with its codes, in the browser."""

import time

import pytest
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

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


def test_an_editor_sets_up_the_second_step_and_publishes(site, settings, log_in, sound):
    settings.SECOND_FACTOR_REQUIRED = True
    editor = log_in("Eindredacteur", bypass_csp=True)  # for axe, which is put into the page
    content = NewsContentFactory()
    editor.goto(f"{site}{reverse('admin:news_newsitem_embargo', args=(content.news_item_id,))}")
    editor.wait_for_url("**/tweede-stap/instellen/*")
    sound(editor)

    device = TOTPDevice.objects.get()
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time.time()
    editor.fill("[name=code]", f"{totp.token():06}")
    editor.click("main button[type=submit]")
    expect(editor.locator(".second-factor__codes li")).to_have_count(10)
    sound(editor)
    editor.click("main a.button")

    editor.wait_for_url("**/embargo/")
    expect(editor.locator("#content")).to_contain_text("Geen embargo.")
