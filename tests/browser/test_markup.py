"""Every template before the Nu HTML checker.

Its jar comes from npm, which the tests don't need otherwise: `script/audit --tools` puts it into `var/`. Where it is
not, this is skipped, and says so on the terminal.
"""

import pytest

from . import nu
from .situations import sources

pytest_plugins = "tests.browser.collected_site"


@pytest.fixture(scope="module")
def checker(pytestconfig):
    if lack := nu.lack():
        reporter = pytestconfig.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(f"\nNOT RUN: the Nu HTML checker: {lack}", yellow=True)
        pytest.skip(lack)
    return nu


def test_the_nu_html_checker_finds_no_error_on_any_template(checker, collected_site, open_page):
    assert checker.complaints(sources(open_page(), collected_site)) == {}
