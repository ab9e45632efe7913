"""A PostgreSQL server of the tests' own, for a CI machine on which none answers."""

import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

SCRIPTS = Path(__file__).resolve().parent


@contextmanager
def throwaway_postgres():
    """Install Debian's PostgreSQL, start it in an empty folder on a free port, and yield its address, or None."""
    if subprocess.run([SCRIPTS / "debian-packages", "postgresql"]).returncode:  # noqa: S603
        yield None
        return
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    port, folder = free_port(), mkdtemp(prefix="postgres-")
    shutil.chown(folder, "postgres")
    as_postgres(programs / "initdb", "-D", folder, "--auth=trust", "--encoding=UTF8", "--no-sync")
    # Nothing here has to outlive a power cut.
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    as_postgres(programs / "pg_ctl", "-D", folder, "-w", "-l", f"{folder}/log", "-o", options, "start")
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        as_postgres(programs / "pg_ctl", "-D", folder, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def as_postgres(*command):
    """PostgreSQL refuses to run as root."""
    subprocess.run(["runuser", "-u", "postgres", "--", *command], check=True, cwd="/", stdout=subprocess.DEVNULL)  # noqa: S603, S607


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
