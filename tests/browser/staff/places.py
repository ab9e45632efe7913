"""Where staff meet a screen: on its own page, and in the box that the CMS opens over the page of a thing."""

import time

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse


class OwnPage:
    def __init__(self, page, site, over):
        """`over`: what is shown below the box."""
        self.page, self.site, self.screen, self.over = page, site, page, over
        self.user = get_user_model().objects.get(username="beheerder")
        # What was said to be not saved, and errors of the server after it was.
        self.refused = []
        page.on("response", lambda answer: self.refused.append(answer.url) if answer.status >= 500 else None)
        self.asked = set()  # what the server has still to answer
        page.on("request", lambda request: self.asked.add(request))
        for event in ("requestfinished", "requestfailed"):
            page.on(event, lambda request: self.asked.discard(request))
        page.set_default_timeout(10_000)

    def open(self, address):
        self.page.goto(f"{self.site}{address}")

    def press(self, words):
        """The button with these words, and what comes of it."""
        button = self.page.locator(":is(button, input[type=submit])", has_text=words)
        button = button.or_(self.page.locator(f"input[type=submit][value='{words}']"))
        button.first.click()
        self.page.wait_for_load_state()


class Box(OwnPage):
    """The box stays open over the page of a published item, and leads on from there as its links do."""

    def open(self, address):
        kind = ContentType.objects.get_for_model(self.over)
        preview = reverse("admin:cms_placeholder_render_object_preview", args=(kind.pk, self.over.pk))
        self.page.goto(f"{self.site}{preview}")
        self.page.locator(".cms-toolbar-item-navigation a", has_text="Nieuwsbericht").click()
        self.page.locator(".cms-toolbar-item-navigation a", has_text="Titel, datum en andere velden").click()
        frame = self.page.locator(".cms-modal iframe")
        frame.locator("xpath=self::*[contains(@style, 'visible')]").wait_for()
        self.screen = frame.element_handle().content_frame()
        self.screen.goto(f"{self.site}{address}")
        self.settled()

    def press(self, words):
        edge = self.page.locator(".cms-modal-buttons .cms-btn", has_text=words)
        if edge.count():
            edge.first.click()
        else:
            inside = self.screen.locator(":is(button, input[type=submit]):visible", has_text=words)
            inside.or_(self.screen.locator(f"input[type=submit][value='{words}']:visible")).first.click()
        self.settled()

    def settled(self):
        """Once nothing was asked for half a second: a script, too, asks on with what it was answered."""
        quiet, until = 0, time.monotonic() + 20
        while quiet < 5 and time.monotonic() < until:
            self.page.wait_for_timeout(100)
            quiet = 0 if self.asked else quiet + 1
        if not self.screen.is_detached():
            self.screen.wait_for_load_state()
        self.refused += self.page.locator(".saving-said[role=alert]:visible").all_inner_texts()
