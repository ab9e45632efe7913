"""What `script/server` does: set up, then become gunicorn. Standard library alone, as it makes `.venv` first."""

import errno
import http.client
import os
import shlex
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from virtual_environment import PYTHON, ROOT, alone, make, run, say


def main():
    # Stopped during set-up, it stops its children too, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    os.chdir(ROOT)
    host, port = wanted_address()
    refuse_unless_free(host, port)
    refuse_unknown_region()
    with alone():
        make("requirements.txt")
        run(PYTHON, "-m", "limburg_site.environment")
        run(PYTHON, "manage.py", "prepare_site")
    # Again: another start may have taken the port while this one waited.
    refuse_unless_free(host, port)
    gunicorn = os.getpid()
    if os.fork() == 0:
        announce(host, port, gunicorn)
        os._exit(0)
    if os.fork() == 0:
        publish_each_minute(gunicorn)
        os._exit(0)
    os.execv(PYTHON, [PYTHON, "-m", "gunicorn", "--config", "gunicorn.conf.py"])  # noqa: S606


def wanted_address():
    """HOST and PORT, as limburg_site/environment.py declares them."""
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        sys.exit(f"PORT must be a number from 1 to 65535, not {port!r}.")
    return host, int(port)


def refuse_unless_free(host, port):
    """End with a sentence if gunicorn could not listen there. Asked before the long work."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as listener:
            # As gunicorn does: connections that are only just closed don't count.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            sys.exit(f"Port {port} of {host} is taken. Choose another one: PORT={port + 1} script/server")
        sys.exit(f"The site can't listen on port {port} of {host}: {error.strerror}.")


def refuse_unknown_region():
    """End with a sentence if SITE names no region of the demonstration; `prepare_site` asks any other."""
    name = os.environ.get("SITE", "").strip()
    if name and not os.environ.get("DATABASE_URL", "").strip():
        known = known_regions(Path(os.environ.get("DATA_DIR") or ROOT / "var", "site.sqlite3"))
        if known and name not in known:
            sys.exit(f"SITE names no region: {name!r}. Known are: {', '.join(known)}.")


def known_regions(database):
    """Their short names: in `database`, or those that a new one is filled with; nothing where that can't be told."""
    if not database.exists():
        sys.path.append(str(ROOT))
        from pages.demonstration import REGIONS

        return REGIONS
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return [slug for (slug,) in connection.execute("SELECT slug FROM regions_region ORDER BY slug")]
    except sqlite3.Error:
        return []


def announce(host, port, gunicorn):
    """Tell the address as soon as the home page answers; the process `gunicorn` has the foreground meanwhile."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    while os.getppid() == gunicorn:
        if status := status_of_home(near, port):
            say(welcome(f"[{near}]:{port}" if ":" in near else f"{near}:{port}", status))
            break
        time.sleep(0.1)


def publish_each_minute(gunicorn):
    """Carry out what staff planned, as long as the process `gunicorn` lives; in production a timer does this.

    A process of its own each minute: it runs the newest code, and what goes wrong in it stops nothing here.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches gunicorn, whose end is ours
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    due = time.monotonic()
    while os.getppid() == gunicorn:
        if time.monotonic() >= due:
            due = time.monotonic() + 60 - time.time() % 60
            subprocess.run([PYTHON, "manage.py", "publish_scheduled"])  # noqa: S603
        time.sleep(0.2)


def status_of_home(host, port):
    connection = http.client.HTTPConnection(host, port, timeout=60)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def welcome(address, status):
    if status >= 500:
        return f"Gunicorn runs at http://{address}/, but the home page fails ({status}): the reason stands above."
    return f"""
The site answers at http://{address}/. Ctrl-C stops it.
Staff work at http://{address}/beheer/. A first account, in another terminal:
    cd {shlex.quote(str(ROOT))} && .venv/bin/python manage.py createsuperuser
"""


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
