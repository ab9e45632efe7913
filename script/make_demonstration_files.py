"""What `script/make-demonstration-files` does: SVG to JPEG, HTML to tagged PDF, JSON to slides (PDF and PPTX)."""

import json
import shutil
import subprocess
import sys
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from demonstration_slides import build as build_slides
from PIL import Image

FOLDER = Path(__file__).resolve().parent.parent / "pages" / "demonstration"
SOURCES, PICTURES, FILES = FOLDER / "sources", FOLDER / "pictures", FOLDER / "files"
WIDTH, HEIGHT = 2400, 1600
MAX_PICTURE_BYTES = 350_000
# Headless Chromium leaves the last rows of its window unpainted in a large picture: they are cut off.
SPARE_ROWS = 160
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    "--virtual-time-budget=20000",
    "--force-device-scale-factor=1",
]
PRINT = ["--no-pdf-header-footer", "--generate-pdf-document-outline"]


def main():
    programs = [shutil.which("chromium"), shutil.which("fc-list")]
    if not all(programs) or "Libertine" not in run(programs[1]).stdout:
        sys.exit("Something is missing. On Debian: apt install chromium fontconfig fonts-linuxlibertine")
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        for source in sorted(SOURCES.glob("*.svg")):
            make_picture(source, scratch)
        make_documents(scratch)
    for made in sorted([*PICTURES.iterdir(), *FILES.iterdir()]):
        print(f"{made.stat().st_size // 1000:5d} kB  {made.relative_to(FOLDER)}")


def make_picture(source, scratch):
    shot = scratch / f"{source.stem}.png"
    chromium(scratch, f"--window-size={WIDTH},{HEIGHT + SPARE_ROWS}", f"--screenshot={shot}", source.as_uri())
    with Image.open(shot) as picture:
        data = smallest_good_jpeg(picture.convert("RGB").crop((0, 0, WIDTH, HEIGHT)))
    (PICTURES / f"{source.stem}.jpg").write_bytes(data)


def smallest_good_jpeg(picture):
    """The best of a few qualities that stays within the budget."""
    for quality in range(82, 60, -3):
        data = jpeg(picture, quality)
        if len(data) <= MAX_PICTURE_BYTES:
            return data
    raise SystemExit("A picture stays too large: draw it with less grain.")


def jpeg(picture, quality):
    data = BytesIO()
    picture.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
    return data.getvalue()


def make_documents(scratch):
    """Print from a copy of the sources, in which the pictures are small enough for a document."""
    work = scratch / "demonstration"
    shutil.copytree(SOURCES, work / "sources")
    (work / "pictures").mkdir()
    with Image.open(PICTURES / "limburgse-streken.jpg") as picture:
        small = jpeg(picture.crop((0, 330, WIDTH, 1090)).resize((1200, 380), Image.Resampling.LANCZOS), 70)
    (work / "pictures" / "limburgse-streken.jpg").write_bytes(small)

    deck = json.loads((SOURCES / "presentatie-lires.json").read_text())
    (work / "sources" / "presentatie-lires.html").write_text(deck_as_html(deck))
    for name in ("persbericht-lires", "presentatie-lires"):
        page = (work / "sources" / f"{name}.html").as_uri()
        chromium(scratch, *PRINT, f"--print-to-pdf={FILES / name}.pdf", page)
    build_slides(deck, work / "pictures", FILES / "presentatie-lires.pptx")


def chromium(scratch, *arguments):
    run(shutil.which("chromium"), *FLAGS, f"--user-data-dir={scratch / 'profile'}", *arguments)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)  # noqa: S603


def deck_as_html(deck):
    slides = "\n".join(
        f'<section class="slide slide--{slide["kind"]}">{slide_as_html(slide)}'
        f'<p class="example"><strong>{escape(deck["example"])}</strong> <span>{number}</span></p></section>'
        for number, slide in enumerate(deck["slides"], 1)
    )
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(deck["title"])}</title>'
        f'<link rel="stylesheet" href="documents.css"></head><body class="deck">{slides}</body></html>'
    )


def slide_as_html(slide):
    if slide["kind"] == "title":
        lines = "".join(f"<p>{escape(line)}</p>" for line in slide["lines"])
        picture = f'<img src="../pictures/{slide["picture"]}" alt="{escape(slide["alt"])}">'
        return f"{picture}<div><h1>{escape(slide['title'])}</h1>{lines}</div>"
    heading = f"<h2>{escape(slide['title'])}</h2>"
    if slide["kind"] == "table":
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in slide["head"])
        rows = "".join(f'<tr><th scope="row">{escape(a)}</th><td>{escape(b)}</td></tr>' for a, b in slide["rows"])
        return f"{heading}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    tag = "ol" if slide["kind"] == "steps" else "ul"
    items = "".join(f"<li>{escape(line)}</li>" for line in slide["lines"])
    return f"{heading}<{tag}>{items}</{tag}>"


if __name__ == "__main__":
    main()
