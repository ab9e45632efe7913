"""What `gunicorn.conf.py` promises, asked of a gunicorn of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from limburg_site.environment import BASE_DIR, VARIABLES

pytestmark = pytest.mark.once

TOKEN = "c9q8xk-0123456789abcdef0123456789abcdef"


@pytest.fixture
def gunicorn(tmp_path):
    """A function that starts gunicorn on a free port; it returns one that asks for a path and one that stops it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    names = {variable.name for variable in VARIABLES}
    fresh = {name: value for name, value in os.environ.items() if name not in names}
    started = []

    def start(**variables):
        # From another folder: a service manager may start it from anywhere.
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", BASE_DIR / "gunicorn.conf.py"],
            cwd=tmp_path,
            env=fresh | {"DATA_DIR": str(tmp_path), "PORT": str(port), "WEB_WORKERS": "1"} | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)

        def stop():
            process.send_signal(signal.SIGTERM)
            log, _ = process.communicate(timeout=30)
            return process.returncode, log

        return ask, stop

    def ask(path, tries=100, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", path, headers=headers)
            return connection.getresponse()
        except ConnectionRefusedError:
            if tries == 0:
                raise
            time.sleep(0.1)
            return ask(path, tries - 1, **headers)
        finally:
            connection.close()

    yield start
    for process in started:
        process.terminate()
        process.communicate()


def test_the_log_keeps_no_query_no_token_no_address_and_no_line_break(gunicorn):
    ask, stop = gunicorn()
    ask(f"/robots.txt/%0Aforged?name=somebody&next=/{TOKEN}/")
    ask(f"/beheer/uitnodiging/MQ/{TOKEN}/")
    code, log = stop()
    assert code == 0
    lines = log.splitlines()
    assert " GET /robots.txt/%0Aforged " in lines[0]
    assert " GET /beheer/uitnodiging/MQ/(token)/ " in lines[1]
    assert "somebody" not in log and TOKEN not in log and "127.0.0.1" not in log


def test_the_server_does_not_tell_what_it_is(gunicorn):
    ask, _ = gunicorn()
    assert ask("/robots.txt").getheader("Server") == "web"


def test_a_request_line_without_end_is_refused(gunicorn):
    ask, _ = gunicorn()
    assert ask("/" + "a" * 8190).status == 414


def test_a_request_is_secure_when_a_trusted_proxy_says_so(gunicorn):
    ask, _ = gunicorn(HTTPS="yes", TRUSTED_PROXIES="127.0.0.1")
    assert ask("/robots.txt").status == 301
    assert ask("/robots.txt", **{"X-Forwarded-Proto": "https"}).status != 301


def test_a_request_is_not_secure_because_somebody_else_says_so(gunicorn):
    ask, _ = gunicorn(HTTPS="yes", TRUSTED_PROXIES="127.0.0.9")
    assert ask("/robots.txt", **{"X-Forwarded-Proto": "https"}).status == 301
