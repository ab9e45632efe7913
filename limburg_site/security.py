"""The headers of every response, and its policy: the readers', the staff's or that of a pdf.

Sources: Content Security Policy Level 3 (W3C), Permissions Policy (W3C), Fetch (CORP), HTML (COOP), RFC 9110.
"""

from base64 import b64encode
from hashlib import sha256

from django.conf import settings

from publication.staff_addresses import STAFF_PREFIX

# Inline scripts and handlers of packages that editors can't do without, to the last space. A policy names them by
# their hash (CSP3, 6.7.3); everything else inline stays forbidden to staff as well.
INLINE_SCRIPTS_FOR_STAFF = (
    # jQuery 1.12 in the CMS tries out whether an attribute becomes a handler. Forbidden it would still work, and
    # every editor's console would be full of complaints among which a real one drowns.
    "t",
    # filer, a new folder of the media library: opens the form, puts the cursor in it, closes it again.
    "return showAddAnotherPopup(this);",
    "\n                    document.getElementById('id_name').focus();\n                ",
    "\n        opener.dismissPopupAndReload(window);\n    ",
)

# What browsers could offer to a page and no page here asks for. Only names that browsers know: another one is an
# error in their console. What the editor may use (clipboard, full screen) is not among them.
UNUSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)


def script_sources_for_staff():
    """The value of script-src: our own files, and `INLINE_SCRIPTS_FOR_STAFF`."""
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in INLINE_SCRIPTS_FOR_STAFF]
    return ["'self'", "'unsafe-hashes'", *(f"'sha256-{value}'" for value in hashes)]


def is_for_staff(request):
    """Whether the answer goes to staff: below /beheer/, or elsewhere to who is logged in.

    Asks neither session nor database: who is logged in is known here only where making the answer asked for it.
    Where it didn't (a file, a refusal), the answer is the one that readers get.
    """
    if request.path_info.startswith(STAFF_PREFIX):
        return True
    # Put there by AuthenticationMiddleware at the first use of `request.user`.
    user = getattr(request, "_cached_user", None)
    return user is not None and user.is_staff


def is_pdf(request, response):
    """By the address: a 304 has no content type, and browsers take over its policy (RFC 9111, 3.2)."""
    return request.path_info.endswith(".pdf") and response.status_code < 400


# Open data may be read by any page of any site (Fetch). Without cookies, so nothing is given away by it.
OPEN_DATA_HEADERS = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def is_open_data(request):
    """Marked by the view on the request: a 304 has lost the headers that the view gave (see `is_pdf`)."""
    return getattr(request, "is_open_data", False)


class SecurityHeadersMiddleware:
    """Outermost: also what another middleware refuses has these headers, and no reader gets a cookie."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.headers = {
            "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
            "Cross-Origin-Resource-Policy": "same-origin",
            # SecurityMiddleware sets these as well, but not where it fails itself (a host that is not ours).
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
            "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        }

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in (OPEN_DATA_HEADERS if is_open_data(request) else {}).items():
            response.headers[name] = value
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        if not is_for_staff(request):
            response.cookies.clear()
        tidy_vary(response)
        return response


def tidy_vary(response):
    """Take the empty names out of Vary: the CMS sends ", Accept-Language, Cookie" (RFC 9110, 12.5.5)."""
    if "Vary" in response.headers:
        names = [name.strip() for name in response.headers["Vary"].split(",")]
        del response.headers["Vary"]
        if any(names):
            response.headers["Vary"] = ", ".join(name for name in names if name)


class AudiencePolicyMiddleware:
    """Tells CSPMiddleware, just outside it, which policy holds; settings.py has all three.

    The pages to log in say of themselves that they need no more than readers do (`accounts/signed_out.py`).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        framing = settings.X_FRAME_OPTIONS
        if is_pdf(request, response):
            response._csp_replace = settings.CONTENT_SECURITY_POLICY_PDF
        elif is_for_staff(request) and not getattr(response, "is_for_everybody", False):
            response._csp_replace = settings.CONTENT_SECURITY_POLICY_STAFF
            # The CMS opens forms and previews in frames of its own.
            framing = "SAMEORIGIN"
        # Says the same as frame-ancestors, to old browsers; whatever an editor chose for a page of the CMS.
        response.headers["X-Frame-Options"] = framing
        return response
