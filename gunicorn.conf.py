"""How gunicorn serves the site; what differs between machines comes from the environment (docs/operations.md)."""

import os
import sys

import gunicorn.glogging
import gunicorn.http.wsgi
import gunicorn.util

# Gunicorn reads this file before it puts the project on the path.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from limburg_site.environment import Environment
from limburg_site.kept_errors import KeptErrors
from limburg_site.log_lines import WithoutTokens, masked

environment = Environment()

wsgi_app = "limburg_site.wsgi"
chdir = os.path.dirname(os.path.abspath(__file__))
bind = environment.bind
proc_name = "limburg_site"
# Asked of whoever scans for servers to attack, and of nobody else.
gunicorn.http.wsgi.SERVER = "web"

# Threads: while a reader takes minutes over a download, others are served. Sync workers cut it off at `timeout`.
worker_class = "gthread"
workers = environment["WEB_WORKERS"]
threads = environment["WEB_THREADS"]
# Longer than a proxy keeps an idle connection (nginx: 60 s), or the proxy now and then writes to a closed one.
keepalive = 75
# A thread worker's own sign of life, not the length of a request.
timeout = 30
# A reload or a stop lets running requests end: enough for the largest upload over a slow line.
graceful_timeout = 30
# Workers are not renewed after a number of requests: that drops requests on their kept connections, and no leak
# is known that would be worth it. Let the service manager watch the memory.
max_requests = 0
# Not loaded before the fork: `kill -HUP` then serves new code without a dropped request.
preload_app = False
# The sign of life is a file; on a busy disk touching it can block. Memory doesn't.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
# No second way in: signals do all that is needed.
control_socket_disable = True

limit_request_line = 8190
limit_request_fields = 100
limit_request_field_size = 8190
# X-Forwarded-Proto makes a request secure when one of these sends it, and nobody else.
forwarded_allow_ips = ",".join(environment["TRUSTED_PROXIES"])


class Logger(gunicorn.glogging.Logger):
    """Logs the path as it was sent (decoded, it could hold line breaks), without its query and without tokens."""

    def setup(self, cfg):
        """What fails outside Django is kept as well; again after a reload, which makes another of these."""
        super().setup(cfg)
        self.error_log.handlers = [one for one in self.error_log.handlers if not isinstance(one, KeptErrors)]
        self.error_log.addHandler(KeptErrors(environment.data_dir / "log"))
        self.error_log.filters = [WithoutTokens()]

    def atoms(self, resp, req, environ, request_time):
        path = masked(environ["RAW_URI"].partition("?")[0])
        return super().atoms(resp, req, environ, request_time) | {"U": path}


logger_class = Logger
loglevel = environment["LOG_LEVEL"].lower()
errorlog = "-"
accesslog = "-" if environment["LOG_LEVEL"] in ("DEBUG", "INFO") else None
# Nobody's address and no browser: what is not kept needs no protection. A proxy in front keeps its own log.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"


def post_worker_init(worker):
    """What gunicorn refuses by itself gets the site's page and headers."""
    from limburg_site import protocol

    gunicorn.util.write_error = protocol.write_error
