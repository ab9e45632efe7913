"""What `script/audit` does: the site with its demonstration content, every template, every budget.

Ends with 1 if a budget is broken.
"""

import sys
import urllib.request
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import audit_lighthouse as lighthouse  # noqa: E402
import audit_tools as tools  # noqa: E402
from audit_findings import Findings  # noqa: E402
from audit_proxy import tls  # noqa: E402
from audit_report import problems, report, table  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from tests.browser import axe, nu  # noqa: E402
from tests.browser.addresses import ADDRESSES, NAMES  # noqa: E402
from tests.browser.collected_site import free_port, prepare, served  # noqa: E402
from tests.browser.weights import SMALL_PHONE, weigh  # noqa: E402

REPORT = ROOT / "docs" / "audit.md"
WINDOWS = [
    {"viewport": viewport, "color_scheme": scheme}
    for viewport in (SMALL_PHONE["viewport"], {"width": 1280, "height": 900})
    for scheme in ("light", "dark")
]


def main(arguments):
    if unknown := set(arguments) - {"--tools", *NAMES}:
        sys.exit(f"No such template: {', '.join(sorted(unknown))}. These are known: {', '.join(NAMES)}")
    tools.install()
    if "--tools" in arguments:
        return 0
    rows = [Findings(address) for address in ADDRESSES if not arguments or address.name in arguments]
    with site() as (origin, encrypted):
        versions = tools.versions() | in_browser(rows, origin)
        validate(rows, origin)
        for row in rows:
            say(f"Lighthouse: {row.address.name}")
            row.lighthouse = lighthouse.measure(origin, row.address)
    if arguments:
        print(table(rows))
    else:
        REPORT.write_text(report(rows, versions, date.today(), encrypted))
        print(REPORT.read_text())
    for problem in (broken := problems(rows, encrypted)):
        say(f"BROKEN {problem}")
    return int(bool(broken))


@contextmanager
def site():
    """Yield the origin of a throw-away site, and whether it is reached as in production, over TLS and HTTP/2."""
    with TemporaryDirectory(prefix="audit-") as folder, ExitStack() as until_the_end:
        say("Preparing a site with the demonstration content ...")
        prepare(folder)
        port, front = free_port(), free_port()
        if not tools.has_proxy():
            say("GAP: no caddy on this machine (Debian: apt install caddy): measured without TLS and HTTP/2.")
            until_the_end.enter_context(served(folder, port, WEB_WORKERS="2"))
            yield f"http://127.0.0.1:{port}", False
            return
        origin = f"https://localhost:{front}"
        production = {"HTTPS": "true", "TRUSTED_PROXIES": "127.0.0.1", "SITE_URL": origin, "ALLOWED_HOSTS": "localhost"}
        until_the_end.enter_context(served(folder, port, WEB_WORKERS="2", **production))
        until_the_end.enter_context(tls(folder, front, port))
        yield origin, True


def in_browser(rows, origin):
    """Weigh and check each page in Chromium; return the versions of what did it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=tools.CHROMIUM_FLAGS)
        for row in rows:
            say(f"Bytes and axe: {row.address.name}")
            row.weight = weigh(browser, origin, row.address)
            row.axe = sorted({found for window in WINDOWS for found in axe_in(browser, window, origin, row.address)})
        return {"Chromium": browser.version, "axe-core": axe.version(browser.new_page())}


def axe_in(browser, window, origin, address):
    context = browser.new_context(**window, locale="nl-BE", bypass_csp=True, ignore_https_errors=True)
    try:
        page = context.new_page()
        page.goto(origin + address.path)
        return axe.violations(page)
    finally:
        context.close()


def validate(rows, origin):
    say("The Nu HTML checker ...")
    found = nu.complaints({row.address.name: fetch(origin + row.address.path) for row in rows})
    for row in rows:
        row.nu = found.get(row.address.name, [])


def fetch(url):
    """The HTML at `url`, whatever its status; the certificate is this audit's own."""
    try:
        return urllib.request.urlopen(url, context=tools.TRUSTING).read()  # noqa: S310 (our own origin)
    except urllib.error.HTTPError as error:
        return error.read()


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
