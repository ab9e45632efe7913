"""What `script/measure-kit` does: a release with large attachments, fetched from a gunicorn as production runs it.

Prints the time to the first byte, the time of the whole, and by how much the memory of the worker grew at its most.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIT = "/nieuws/meting/persmap.zip"
MB = 1_000_000
FILES = 10


def main(megabytes):
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        os.environ |= {"DATA_DIR": folder, "PORT": str(port), "WEB_WORKERS": "1", "LOG_LEVEL": "WARNING"}
        os.environ |= {"SITE_URL": f"http://127.0.0.1:{port}"}
        # A process of its own each, so that what one loads isn't counted with another.
        for command in (ROOT / "manage.py", "prepare_site"), (__file__, "fill", str(megabytes)):
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        serve = [sys.executable, "-m", "gunicorn", "--config", ROOT / "gunicorn.conf.py"]
        server = subprocess.Popen(serve)  # noqa: S603
        try:
            measure(server.pid, port)
        finally:
            server.terminate()
            server.wait()


def fill(megabytes):
    """A published release with attachments of that size together."""
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "limburg_site.settings"
    import django

    django.setup()
    from tests.factories import DocumentContentFactory, NewsContentFactory, add_file, bring_to, pdf_bytes

    release = NewsContentFactory(kind="press_release", news_item__slug="meting")
    for number in range(FILES):
        document = DocumentContentFactory(document__slug=f"meting-{number}")
        # Of a different number of pages each: a file lies under its checksum.
        file = add_file(document, pdf_bytes(number + 1), f"{number}.pdf")
        enlarge(Path(file.file.path), megabytes * MB // FILES)
        bring_to("published", document.versions.get())
        release.attachments.create(document=document.document)
    bring_to("published", release.versions.get())


def enlarge(path, size):
    with path.open("ab") as file:
        while (left := size - file.tell()) > 0:
            file.write(os.urandom(min(MB, left)))


def measure(server, port):
    fetch(port, "/nieuws/meting/")  # what a worker loads at its first page is not the kit's
    worker = worker_of(server)
    before = resident(worker)
    most, ended = [before], threading.Event()
    watch = threading.Thread(target=watched, args=(worker, most, ended))
    watch.start()
    first, total, size = fetch(port, KIT)
    ended.set()
    watch.join()
    print(f"kit            {size / MB:.1f} MB")
    print(f"first byte     {first:.3f} s")
    print(f"whole          {total:.2f} s")
    print(f"extra memory   {(most[0] - before) / MB:.1f} MB (worker {before / MB:.0f} MB before)")


def fetch(port, path):
    """Seconds to the first byte of the body and to the last, and the number of bytes."""
    for _attempt in range(100):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.connect()
            break
        except ConnectionRefusedError:
            time.sleep(0.2)
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    size, first = len(answer.read(1)), time.perf_counter() - start
    while piece := answer.read(MB):
        size += len(piece)
    return first, time.perf_counter() - start, size


def worker_of(server):
    return int(Path(f"/proc/{server}/task/{server}/children").read_text().split()[0])


def resident(process):
    """Bytes of a process that are in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def watched(worker, most, ended):
    while not ended.wait(0.005):
        most[0] = max(most[0], resident(worker))


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:
        fill(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
