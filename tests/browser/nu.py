"""The Nu HTML checker (vnu.jar), where this machine has it: `script/audit` installs it from npm."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from limburg_site.environment import BASE_DIR

JAR = BASE_DIR / "var" / "audit" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def lack():
    """What is missing to run it, as a sentence, or nothing."""
    if not shutil.which("java"):
        return "no java on this machine (Debian: apt install default-jre-headless)"
    return "" if JAR.exists() else "no vnu.jar; npm has it: script/audit --tools"


def version():
    return run("--version").stdout.strip()


def complaints(pages):
    """The errors of each page: `pages` is a mapping of name to HTML; a page without errors is not in the answer."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{name}.html" for name in pages]
        for file, html in zip(files, pages.values(), strict=True):
            file.write_bytes(html)
        messages = json.loads(run("--errors-only", "--format", "json", *files).stderr)["messages"]
    found = {}
    for message in messages:
        found.setdefault(Path(message["url"]).stem, []).append(sentence(message))
    return found


def run(*arguments):
    return subprocess.run(["java", "-jar", JAR, *arguments], capture_output=True, text=True)


def sentence(message):
    return f"line {message.get('lastLine', '?')}: {message['message']} [{message.get('extract', '').strip()[:120]}]"
