"""Pages that no address shows by itself: after a form, for who is logged in, when something fails, in a long list.

A Situation is opened as an Address is, so that every test of a page reads SCREENS: both together.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.test import RequestFactory, override_settings

from limburg_site import errors

from .addresses import ADDRESSES
from .people_and_news import PASSWORD, STAFF, WITHDRAWN


@dataclass(frozen=True)
class Situation:
    """`reach` brings a page of a browser there; `whole_guide`: shows everything at once, and is as heavy as that."""

    name: str
    reach: Callable
    staff: bool = True
    whole_guide: bool = False

    def open(self, page, site):
        page.context.clear_cookies()
        self.reach(page, site)


def log_in(page, site):
    page.goto(site + "/beheer/login/")
    page.fill("[name=username]", STAFF)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/beheer/")


def log_in_refused(page, site):
    page.goto(site + "/beheer/login/")
    page.get_by_role("button").click()


def locked_out(page, site):
    """An account that nobody has can be locked as well: the answers are the same."""
    page.goto(site + "/beheer/login/")
    while page.locator("[name=password]").count():
        page.fill("[name=username]", "niemand@example.org")
        page.fill("[name=password]", "een-fout-wachtwoord")
        page.get_by_role("button").click()


def logged_out(page, site):
    log_in(page, site)
    page.evaluate("document.querySelector('form[action$=\\'/logout/\\']').submit()")
    page.wait_for_url("**/logout/")


def forgotten_password_refused(page, site):
    page.goto(site + "/beheer/wachtwoord-vergeten/")
    page.fill("[name=email]", "geen adres")
    page.get_by_role("button").click()


def choose_password(page, site):
    page.goto(site + site.links["password"])


def choose_password_refused(page, site):
    choose_password(page, site)
    page.fill("[name=new_password1]", "kort")
    page.fill("[name=new_password2]", "anders")
    page.get_by_role("button").click()


def form_not_sent(page, site):
    """403: the browser keeps no cookies."""
    page.goto(site + "/beheer/login/")
    page.context.clear_cookies()
    page.get_by_role("button").click()


def server_error(page, site):
    """No request makes the site fail: its page for that is put at an address of its own."""
    with override_settings(
        STORAGES={"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    ):
        html = with_one_number(errors.server_error(RequestFactory().get("/fout/")).text)
    page.route(site + "/fout/", lambda route: route.fulfill(status=500, content_type="text/html", body=html))
    page.goto(site + "/fout/")


def with_one_number(html):
    """Each error has a number of its own; here it is always the same."""
    return re.sub(r"<strong>[0-9a-f]{8}</strong>", "<strong>0123abcd</strong>", html)


def embargo(page, site):
    page.goto(site + site.links["embargo"])


def under_embargo(page, site):
    embargo(page, site)
    page.locator(".entrance button").click()


SESSIONS = {}  # cookies of somebody who stays logged in, by site


def for_staff(path):
    def reach(page, site):
        if site not in SESSIONS:
            log_in(page, site)
            SESSIONS[site] = page.context.cookies()
        page.context.add_cookies(SESSIONS[site])
        page.goto(site + path)

    return reach


def of_the_neighbour(path):
    return lambda page, site: page.goto(site.neighbour + path)


SITUATIONS = [
    Situation("login-refused", log_in_refused),
    Situation("locked-out", locked_out),
    Situation("logged-out", logged_out),
    Situation("forgotten-password-refused", forgotten_password_refused),
    Situation("choose-password", choose_password),
    Situation("choose-password-refused", choose_password_refused),
    Situation("form-not-sent", form_not_sent),
    Situation("server-error", server_error),
    Situation("news-first-page", of_the_neighbour("/nieuws/"), staff=False),
    Situation("news-second-page", of_the_neighbour("/nieuws/pagina/2/"), staff=False),
    Situation("news-last-page", of_the_neighbour("/nieuws/pagina/3/"), staff=False),
    Situation("documents-empty", of_the_neighbour("/documenten/"), staff=False),
    Situation("press-release", of_the_neighbour("/nieuws/voorbeeld-persbericht/"), staff=False),
    Situation("press-room-with-a-release", of_the_neighbour("/pers/"), staff=False),
    Situation("press-entrance", embargo, staff=False),
    Situation("press-release-under-embargo", under_embargo, staff=False),
    Situation("press-release-withdrawn", lambda page, site: page.goto(site + WITHDRAWN), staff=False),
    Situation("style-guide", for_staff("/beheer/stijlgids/"), whole_guide=True),
    Situation("style-guide-extremes", for_staff("/beheer/stijlgids/uitersten/"), whole_guide=True),
]
SCREENS = [*ADDRESSES, *SITUATIONS]
SCREEN_NAMES = [screen.name for screen in SCREENS]


def sources(page, site):
    """The HTML of each screen as the server sent it, by name."""
    found, documents = {}, []
    page.on("response", lambda r: documents.append(r) if r.request.is_navigation_request() else None)
    for screen in SCREENS:
        screen.open(page, site)
        ours = [r for r in documents if r.frame == page.main_frame and not 300 <= r.status < 400]
        found[screen.name] = ours[-1].body()
    return found
