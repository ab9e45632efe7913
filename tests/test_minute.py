"""What `script/server` does each minute beside gunicorn."""

import os
import subprocess
import sys
import time

import pytest

from limburg_site.environment import BASE_DIR

pytestmark = pytest.mark.once

# Stands for the process that becomes gunicorn: it starts the loop as script/serve.py does, and sleeps.
PARENT = """
import os, sys, time
sys.path.insert(0, {script!r})
import serve
serve.PYTHON = {python!r}
os.chdir({folder!r})
parent = os.getpid()
if (child := os.fork()) == 0:
    serve.{loop}(parent)
    os._exit(0)
print(child, flush=True)
time.sleep(60)
"""


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rpartition(")")[2].split()[0] != "Z"


def wait_until(true):
    deadline = time.monotonic() + 20
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


@pytest.mark.parametrize(
    ("loop", "command"),
    [("publish_each_minute", "publish_scheduled"), ("copy_pictures_each_minute", "make_picture_copies")],
)
def test_the_command_runs_at_the_start_and_the_loop_ends_with_the_server(tmp_path, loop, command):
    (tmp_path / "manage.py").write_text("import sys; open('ran', 'a').write(sys.argv[1] + '\\n'); sys.exit(1)")
    program = PARENT.format(script=str(BASE_DIR / "script"), python=sys.executable, folder=str(tmp_path), loop=loop)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as server:
        running = int(server.stdout.readline())
        assert wait_until((tmp_path / "ran").exists)
        time.sleep(0.5)
        assert is_running(running)  # although the command failed
        server.kill()
    assert wait_until(lambda: not is_running(running))
    assert set((tmp_path / "ran").read_text().split()) == {command}
