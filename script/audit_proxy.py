"""Caddy in front of the site: TLS and HTTP/2, as in production, with a certificate of its own."""

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

from tests.servers import wait_for

CONFIGURATION = """{
	admin off
	skip_install_trust
	auto_https disable_redirects
}
https://localhost:%(front)d {
	tls internal
	reverse_proxy 127.0.0.1:%(port)d
}
"""


@contextmanager
def tls(folder, front, port):
    """Serve what answers at `port` on `front` as well, encrypted; Caddy keeps its files in `folder`."""
    configuration = Path(folder) / "Caddyfile"
    configuration.write_text(CONFIGURATION % {"front": front, "port": port})
    process = subprocess.Popen(  # noqa: S603
        ["caddy", "run", "--config", configuration, "--adapter", "caddyfile"],  # noqa: S607
        env=os.environ | {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(front, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=40)
