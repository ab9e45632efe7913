"""What holds for every answer, wherever it comes from."""

import re

FEATURES_OFF = ("camera=()", "geolocation=()", "microphone=()", "payment=()")
# What each error page says first; a browser shows it, and so does a program that only prints the text.
HEADINGS = {
    400: "We kunnen deze aanvraag niet lezen",
    403: "U mag deze pagina niet bekijken",
    404: "We vinden deze pagina niet",
    405: "Deze pagina kunt u alleen lezen",
    413: "Dit is te groot",
    500: "Er ging iets mis bij ons",
}
WAYS_ON = ("/", "/organisaties/", "/nieuws/", "/documenten/", "/contact/")


def policy(headers):
    """The content security policy: directive → sources."""
    return {part.split()[0]: part.split()[1:] for part in headers["Content-Security-Policy"].split(";")}


def has_security_headers(headers):
    assert policy(headers)["default-src"] == ["'none'"]
    assert policy(headers)["base-uri"] == ["'none'"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] in ("strict-origin-when-cross-origin", "same-origin")
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert all(feature in headers["Permissions-Policy"] for feature in FEATURES_OFF)
    assert all(name.strip() for name in headers.get("Vary", "Cookie").split(","))


def is_for_readers(headers):
    has_security_headers(headers)
    assert headers["X-Frame-Options"] == "DENY"
    assert policy(headers)["frame-ancestors"] == ["'none'"]
    assert "script-src" not in policy(headers)
    assert "Set-Cookie" not in headers


def is_for_staff(headers):
    has_security_headers(headers)
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(headers)["frame-ancestors"] == ["'self'"]
    assert policy(headers)["script-src"][0] == "'self'"
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:"} & set(policy(headers)["script-src"])


def is_error_page(status, headers, html):
    """A page of ours: Dutch, with ways on, for no search engine and no cache."""
    assert HEADINGS[status] in html
    assert '<html lang="nl"' in html
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Robots-Tag"] == "noindex"
    assert set(WAYS_ON) <= set(re.findall(r'href="([^"]*)"', html))
    assert not re.search(r"<script(?! type=.application/ld)|<style| style=| on[a-z]+=|Traceback", html)
