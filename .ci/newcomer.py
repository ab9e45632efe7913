"""Starts the site as a newcomer would: in a copy of the clone, with an empty environment, from another folder.

Usage: newcomer.py FOLDER_FOR_THE_COPY. Fails when the home page doesn't answer, or far too late.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(folder):
    clone = copy_clone(Path(folder) / "a newcomer's clone")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # What is promised, doubled: a busy machine is not a fault of the site.
    in_time = [start(name, clone, port, limit) for name, limit in (("First", 80), ("Later", 10))]
    return 0 if all(in_time) else 1


def copy_clone(target):
    """Copy what git has or would take: no .venv, no database, no compiled catalogue."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603
    for name in filter(None, names.split("\0")):
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


def start(name, clone, port, limit):
    """Start the server, wait for its home page, stop it. Returns whether all of that went well and in time."""
    environment = {key: os.environ[key] for key in ("HOME", "PATH")} | {"PORT": str(port)}
    began = time.monotonic()
    server = subprocess.Popen([clone / "script" / "server"], cwd="/", env=environment)  # noqa: S603
    try:
        while not (status := status_of_home(port)) and server.poll() is None and time.monotonic() - began < 3 * limit:
            time.sleep(0.05)
        seconds = time.monotonic() - began
        time.sleep(1)  # lets the server print its welcome
    finally:
        server.send_signal(signal.SIGTERM)
        code = server.wait(timeout=60)
    answer = f"{name} start: {seconds:.1f} s (promised: {limit // 2} s), home page {status}, exit code {code}"
    print(answer, flush=True)
    return status == 200 and seconds < limit and code == 0


def status_of_home(port):
    """The status of the home page, or None while nothing listens."""
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60).status  # noqa: S310
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
