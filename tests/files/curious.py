"""A confined process that tries what it may not, and reports what it got: run with what there is to be got.

`python -m tests.files.curious sealed|open DATA_DIR PORT [SEAL ...]`: "open" tries the same without any limits, to show
that it could; with names of seals only those are put on.
"""

import os
import resource
import signal
import socket
import subprocess
import sys
from pathlib import Path

from files.limits import MEGABYTE, confine, report
from files.sealing import SEALS

PARENT = os.getppid()


def environment_of_the_parent(folder, port):
    return b"SECRET_KEY" in Path(f"/proc/{PARENT}/environ").read_bytes()


def list_of_files(folder, port):
    return os.listdir(folder)


def bytes_of_a_file(folder, port):
    return Path(folder, "site.sqlite3").read_bytes()


def write_a_file(folder, port):
    return Path(folder, "new").write_text("x")


def remove_a_file(folder, port):
    Path(folder, "spare").unlink()
    return True


def connection(folder, port):
    return socket.socket().connect((b"127.0.0.1", int(port))) is None  # bytes need no codec for names


def socket_of_the_machine(folder, port):
    return socket.socket(socket.AF_UNIX).connect(str(Path(folder, "socket"))) is None


def port_of_its_own(folder, port):
    return socket.create_server(("127.0.0.1", 0)) is not None


def program(folder, port):
    return subprocess.run(["/bin/true"], check=True) is not None


def copy_of_itself(folder, port):
    if os.fork() == 0:
        os._exit(0)
    return os.wait() is not None


def signal_to_the_parent(folder, port):
    os.kill(PARENT, signal.SIGCONT)
    return True


def limits_of_the_parent(folder, port):
    return resource.prlimit(PARENT, resource.RLIMIT_NOFILE) is not None


TRIES = [
    environment_of_the_parent,
    list_of_files,
    bytes_of_a_file,
    write_a_file,
    connection,
    socket_of_the_machine,
    port_of_its_own,
    program,
    copy_of_itself,
    signal_to_the_parent,
    limits_of_the_parent,
    remove_a_file,
]


def main(how, folder, port, *names):
    if how == "sealed":
        for name in [name for name in names if name not in SEALS]:
            raise ValueError(name)
        for name in set(SEALS) - set(names or SEALS):
            SEALS[name] = missing
        report(seals=confine(memory=60 * MEGABYTE))
    for attempt in TRIES:
        try:
            got = attempt(folder, port)
        except OSError as error:
            got = False
            report(**{f"{attempt.__name__}_why": str(error)})
        report(**{attempt.__name__: bool(got)})


def missing():
    raise OSError("as on a kernel without it")


if __name__ == "__main__":
    main(*sys.argv[1:])
