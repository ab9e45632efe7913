"""What the site is in production: an ordinary user's process with secrets, a database behind a port and a DATA_DIR.

`python -m tests.files.ordinary DATA_DIR sealed|open [SEAL ...]` lets a confined process look around, and prints what it
reported.
"""

import io
import json
import os
import socket
import sys
from pathlib import Path

from django.conf import settings

from files.confined import read_confined


def main(folder, how, *seals):
    assert os.geteuid() != 0, "root passes every check"
    assert "SECRET_KEY" in os.environ
    for name in ("site.sqlite3", "spare"):
        Path(folder, name).write_text("x")
    with socket.create_server(("127.0.0.1", 0)) as database, socket.socket(socket.AF_UNIX) as local:
        local.bind(str(Path(folder, "socket")))
        local.listen()
        port = str(database.getsockname()[1])
        print(json.dumps(read_confined("tests.files.curious", io.BytesIO(b"x"), how, folder, port, *seals)))


if __name__ == "__main__":
    settings.configure(BASE_DIR=Path(__file__).resolve().parents[2])
    main(*sys.argv[1:])
