"""The programs that the audit needs: which are there, what npm adds, and their versions."""

import json
import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WANTED = ROOT / "tests" / "browser" / "tools"
FOLDER = ROOT / "var" / "audit"
NEEDED = {"chromium": "chromium", "node": "nodejs", "npm": "npm", "java": "default-jre-headless"}

# As root it has no sandbox; nothing may run beside what is measured.
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# The audit's own certificate is signed by nobody.
TRUSTING = ssl.create_default_context()
TRUSTING.check_hostname, TRUSTING.verify_mode = False, ssl.CERT_NONE


def install():
    """Put what `tests/browser/tools` locks into `var/audit`; end with a sentence where that can't be done."""
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if missing:
        sys.exit(f"The audit needs more than this machine has. On Debian: apt install {' '.join(missing)}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    lock = (WANTED / "package-lock.json").read_bytes()
    stamp = FOLDER / "installed.json"
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(WANTED / name, FOLDER)
    print("Installing Lighthouse and the Nu HTML checker from npm ...", flush=True)
    # No scripts: they would fetch browsers.
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=FOLDER, env=os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"}).returncode:  # noqa: S603
        sys.exit("npm could not install them. Does this machine reach the package registry?")
    stamp.write_bytes(lock)


def chromium():
    return shutil.which("chromium")


def has_proxy():
    return bool(shutil.which("caddy"))


def versions():
    wanted = json.loads((WANTED / "package.json").read_text())["dependencies"]
    return {"Lighthouse": wanted["lighthouse"], "Nu HTML checker": wanted["vnu-jar"]}
