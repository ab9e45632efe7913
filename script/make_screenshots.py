"""What `script/make-screenshots` does: six windows on the demonstration, as JPEG, for README.md and docs/design.md."""

import shutil
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.collected_site import free_port, prepare, served  # noqa: E402

FOLDER = ROOT / "docs" / "screens"
LARGEST = 960  # px wide


@dataclass(frozen=True)
class Screen:
    """A window of `width` × `height` CSS pixels; `above`: a selector of what stands at its top."""

    name: str
    path: str
    width: int = 1280
    height: int = 1000
    scheme: str = "light"
    above: str = "body"
    site: str = "limburg"


SCREENS = (
    Screen("home", "/"),
    Screen("table", "/organisaties/resoc-limburg/", above="h2:has-text('Wie zit aan tafel')"),
    Screen(
        "diagram", "/organisaties/", width=768, height=900, scheme="dark", above="h2:has-text('Hoe ze samenhangen')"
    ),
    Screen("article", "/nieuws/lires-startmoment/", height=1200),
    Screen("phone", "/", width=390, height=844, scheme="dark"),
    Screen("second-site", "/economie-en-landbouw/economisch-beleid/ersv/", site="vlaams-brabant"),
)


def main():
    FOLDER.mkdir(exist_ok=True)
    sites = {site: free_port() for site in ("limburg", "vlaams-brabant")}
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        prepare(folder)
        browser = playwright.chromium.launch(
            args=["--no-sandbox", "--disable-gpu"], executable_path=shutil.which("chromium")
        )
        for screen in SCREENS:
            with served(folder, sites[screen.site], SITE=screen.site):
                picture = shoot(browser, f"http://127.0.0.1:{sites[screen.site]}", screen)
            picture.save(path := FOLDER / f"{screen.name}.jpg", quality=72, optimize=True, progressive=True)
            print(f"{path.stat().st_size // 1000:4d} kB  {path.relative_to(ROOT)}")


def shoot(browser, origin, screen):
    """The window as a picture of at most LARGEST pixels wide."""
    window = {"width": screen.width, "height": screen.height}
    page = browser.new_page(viewport=window, color_scheme=screen.scheme, locale="nl-BE", reduced_motion="reduce")
    page.goto(origin + screen.path, wait_until="networkidle")
    page.locator(screen.above).first.evaluate("element => element.scrollIntoView()")
    page.wait_for_load_state("networkidle")
    with Image.open(BytesIO(page.screenshot())) as picture:
        page.close()
        shot = picture.convert("RGB")
    shot.thumbnail((LARGEST, LARGEST * 2), Image.Resampling.LANCZOS)
    return shot


if __name__ == "__main__":
    main()
