"""What `script/test` does inside `.venv`: the suite on SQLite, on PostgreSQL and in Chromium, and one sum at the end.

What this machine lacks is named as NOT RUN. With CI=true it is installed, or the run fails.
"""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from xml.etree import ElementTree

import psycopg2
from throwaway_postgres import throwaway_postgres

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from limburg_site.environment import VARIABLES  # noqa: E402

AT_ONCE = 3  # runs beside each other: two keep two processors busy, and none is idle while the last one ends
IN_CI = os.environ.get("CI") == "true"
KEY_OF_THE_TESTS = "of the tests alone, and as long and as varied as that of a real site: 0123456789abcdef"
NEAR_DATABASES = ("postgres://postgres@127.0.0.1:5432/postgres", "postgres://root@127.0.0.1:5432/root")


@dataclass
class Run:
    """One run of pytest, and what came of it."""

    name: str
    marker: str
    environment: dict = field(default_factory=dict)
    lack: str = ""
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0

    def execute(self, arguments, folder, aloud):
        """Run pytest, which leaves its report in `folder`; return what it said, or None if it spoke `aloud`."""
        report = Path(folder) / f"{self.name}.xml"
        command = [sys.executable, "-m", "pytest", "-m", self.marker, f"--junitxml={report}", *arguments]
        environment = clean_environment() | {"DATA_DIR": str(ROOT / "var" / "test" / self.name)} | self.environment
        began = time.monotonic()
        where = {} if aloud else {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        done = subprocess.run(command, cwd=ROOT, env=environment, **where)  # noqa: S603
        self.seconds = time.monotonic() - began
        self.count(report)
        # 0: passed, 1: tests failed, 5: none was selected. Anything else, pytest itself didn't end well.
        if done.returncode not in (0, 5) and not self.failed:
            self.failed = 1
        return done.stdout

    def count(self, report):
        """Read pytest's own report; a run that wrote none counts nothing."""
        if not report.exists():
            return
        for suite in ElementTree.parse(report).iter("testsuite"):  # noqa: S314 (written by our own pytest)
            tests, failures, errors, skipped = (
                int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")
            )
            self.failed += failures + errors
            self.skipped += skipped
            self.passed += tests - failures - errors - skipped

    @property
    def ran(self):
        return self.passed + self.failed + self.skipped > 0


def clean_environment():
    """This process's environment without what would change the site under test, and without a folder for data."""
    names = {variable.name for variable in VARIABLES}
    return {k: v for k, v in os.environ.items() if k not in names}


def main(arguments):
    subprocess.run([sys.executable, "-m", "limburg_site.catalogues"], cwd=ROOT, check=True)  # noqa: S603
    with ExitStack() as until_the_end:
        # The longest first: what is shortest fills the time that the others leave.
        runs = [Run("SQLite", "not browser"), *on_postgres(until_the_end), *in_chromium()]
        folder = until_the_end.enter_context(TemporaryDirectory())
        beside_each_other([run for run in runs if not run.lack], arguments, folder)
    return close(runs, everything_expected=IN_CI and not arguments)


def beside_each_other(runs, arguments, folder):
    """Run them beside each other. The first speaks at once; what the others say follows, each in one piece."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        running = [(run, pool.submit(run.execute, arguments, folder, aloud=run is runs[0])) for run in runs]
        for run, ended in running:
            print(title(run), flush=True)
            print(ended.result() or "", end="", flush=True)


def title(run):
    return f"\n-- {run.name} ".ljust(80, "-")


def on_postgres(until_the_end):
    """What the guarded rooms promise is tried there with the settings of production, the rest as on a fresh machine."""
    asked = os.environ.get("TEST_DATABASE_URL")
    url = next(filter(answers, [asked] if asked else NEAR_DATABASES), None)
    if not url and IN_CI:
        url = until_the_end.enter_context(throwaway_postgres())
    lack = "" if url else f"no PostgreSQL answers at {'TEST_DATABASE_URL' if asked else '127.0.0.1:5432'}"
    return [
        Run(name, f"not browser and not once and {which}", lack=lack, environment=settings(url, name) if url else {})
        for name, which, settings in (
            ("PostgreSQL", "not guarded", as_embedded),
            ("Production", "guarded", as_in_production),
        )
    ]


def answers(url):
    try:
        psycopg2.connect(url, connect_timeout=5).close()
    except psycopg2.Error:
        return False
    return True


def as_embedded(url, name):
    """PostgreSQL is the only difference."""
    return {
        "DATABASE_URL": own_database(url, name),
        "SECRET_KEY": KEY_OF_THE_TESTS,
        "HTTPS": "false",
        "SECOND_FACTOR": "false",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "SITE_URL": "http://127.0.0.1:8000",
    }


def as_in_production(url, name):
    """All that is on by itself with a DATABASE_URL: TLS alone, and the second step for who makes things public."""
    return {
        "DATABASE_URL": own_database(url, name),
        "SECRET_KEY": KEY_OF_THE_TESTS,
        "ALLOWED_HOSTS": "www.example.org",
        "SITE_URL": "https://www.example.org",
    }


def own_database(url, name):
    """This clone's own and this run's own, so that no two meet."""
    name = f"limburg_{sha256(str(ROOT).encode()).hexdigest()[:8]}_{name.lower()}"
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def in_chromium():
    if IN_CI:
        subprocess.run([ROOT / "script" / "debian-packages", "chromium"], check=False)  # noqa: S603
    lack = "" if shutil.which("chromium") else "no chromium on this machine (Debian: apt install chromium)"
    return [
        Run("Chromium, staff", "browser and staff", lack=lack),
        Run("Chromium, readers", "browser and not staff", lack=lack),
    ]


def close(runs, everything_expected):
    """Print what ran, what didn't, and the sum that ends the output. Returns the exit code."""
    print("\n-- Summary ".ljust(80, "-"))
    for run in runs:
        if run.lack:
            print(f"{run.name:<17} NOT RUN: {run.lack}")
        else:
            counts = f"{run.passed:>5} passed {run.failed:>4} failed {run.skipped:>4} skipped"
            print(f"{run.name:<17} {counts} {run.seconds:>7.1f} s")
    missing = [run.name for run in runs if not run.ran]
    if everything_expected and missing:
        print(f"In CI every part of the suite must run; this did not: {', '.join(missing)}.")
    passed, failed, skipped = (sum(getattr(run, kind) for run in runs) for kind in ("passed", "failed", "skipped"))
    if not passed + failed:
        print("No test ran.")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""), flush=True)
    return int(failed > 0 or not passed or (everything_expected and bool(missing)))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
