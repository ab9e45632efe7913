"""What `script/make-icons` does: the mark in chalk on a tile of each accent, as PNG, for browsers and phones.

`mark.svg` is drawn for 24 px and more; `icon.svg` is a bolder cut on a grid of 16 px. Both are heather; each accent
gets a folder with its tiles and its own `icon.svg`, the favicon itself.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from PIL import Image, ImageOps

FOLDER = Path(__file__).resolve().parent.parent / "static" / "img"
CHALK = "#fbf9f5"  # --surface of tokens.css
INKS = {  # --accent of tokens.css, light and dark
    "heather": ("#642a6c", "#e6bcec"),
    "bluebell": ("#2a3c8f", "#c0cbfa"),
    "beech": ("#1d5038", "#b3dfc3"),
    "brick": ("#7d2d1b", "#f5c3b3"),
}
DRAWN = 512  # px; Chromium's window has a least size, so that smaller icons are made smaller afterwards


@dataclass(frozen=True)
class Icon:
    """`share` is the part of the tile's width that the mark takes, `corner` the radius as a part of the width."""

    name: str
    source: str
    size: int
    share: float
    corner: float = 0


ICONS = (
    Icon("favicon-32.png", "icon.svg", 32, share=0.8, corner=0.16),
    # Phones cut the corners themselves; 0.6 stays within the circle that Android may cut.
    Icon("apple-touch-icon.png", "mark.svg", 180, share=0.62),
)
# From which the shape of the mark comes, whatever its ink: `pictures.cards` paints it, and decodes no picture.
LARGE = Icon("icon-512.png", "mark.svg", 512, share=0.6)
MARK, MARK_SIDE, MARK_EDGE = FOLDER.parent.parent / "pictures" / "mark.gray", 56, 0.19


def main():
    chromium = shutil.which("chromium") or sys.exit("chromium is missing. On Debian: apt install chromium")
    make(LARGE, INKS["heather"][0], FOLDER, chromium)
    write_mark()
    for accent, (light, _) in INKS.items():
        (FOLDER / accent).mkdir(exist_ok=True)
        recolour(accent)
        for icon in ICONS:
            make(icon, light, FOLDER / accent, chromium)


def write_mark():
    """What is chalk in the large icon, as bytes of grey: MARK_SIDE × MARK_SIDE."""
    with Image.open(FOLDER / LARGE.name) as icon:
        tile = ImageOps.autocontrast(icon.convert("L"))
    edge = round(tile.width * MARK_EDGE)
    mark = tile.crop((edge, edge, tile.width - edge, tile.width - edge))
    MARK.write_bytes(mark.resize((MARK_SIDE, MARK_SIDE), Image.Resampling.LANCZOS).tobytes())


def recolour(accent):
    """Write the favicon of `accent`: that of heather in other inks."""
    drawing = (FOLDER / "icon.svg").read_text()
    for heather, ink in zip(INKS["heather"], INKS[accent], strict=True):
        drawing = drawing.replace(heather, ink)
    (FOLDER / accent / "icon.svg").write_text(drawing)


def make(icon, ink, target, chromium):
    with TemporaryDirectory() as folder:
        photograph(tile(icon, ink), Path(folder), chromium)
        with Image.open(Path(folder) / "tile.png") as drawn:
            picture = drawn.crop((0, 0, DRAWN, DRAWN)).resize((icon.size, icon.size), Image.Resampling.LANCZOS)
    opaque = not icon.corner
    picture.convert("RGB" if opaque else "RGBA").save(target / icon.name, optimize=True)
    print(f"{(target / icon.name).stat().st_size:6d} B  {(target / icon.name).relative_to(FOLDER)}")


def photograph(drawing, folder, chromium):
    page, shot = folder / "tile.svg", folder / "tile.png"
    page.write_text(drawing)
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"]
    # Two windows high: headless Chromium leaves the last rows of its window unpainted.
    size = f"--window-size={2 * DRAWN},{2 * DRAWN}"
    command = [chromium, *flags, "--default-background-color=00000000", f"--user-data-dir={folder / 'profile'}", size]
    subprocess.run([*command, f"--screenshot={shot}", page.as_uri()], check=True, capture_output=True, timeout=120)  # noqa: S603


def tile(icon, ink):
    """The drawing: the paths of the source, without its colours, in the middle of a square of 32 filled with `ink`."""
    paths = ElementTree.parse(FOLDER / icon.source).iter("{http://www.w3.org/2000/svg}path")  # noqa: S314 (our own file)
    shapes = "".join(f'<path d="{path.get("d")}"/>' for path in paths)
    edge = 16 * (1 - icon.share)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="{DRAWN}" height="{DRAWN}">'
        f'<rect width="32" height="32" rx="{32 * icon.corner}" fill="{ink}"/>'
        f'<g fill="{CHALK}" transform="translate({edge} {edge}) scale({icon.share})">{shapes}</g></svg>'
    )


if __name__ == "__main__":
    main()
