"""A strip for the cards of any region: rolling hills behind one another, in tints of its accent."""

from math import pi, sin

from PIL import Image, ImageColor, ImageDraw

WIDTH, HEIGHT = 1200, 210  # px of the card
FINER = 3  # drawn so many times larger, for smooth edges
STEP = 6  # px between two points of a line
# From far to near: how dark (1 is the ink itself), the height of its middle, of its waves, their length and start.
HILLS = [(0.16, 62, 34, 980, 0.0), (0.34, 104, 30, 760, 2.1), (0.62, 140, 26, 1120, 4.0), (1, 176, 18, 1500, 1.2)]


def strip(ink, paper):
    """An RGBA image of WIDTH × HEIGHT pixels; what is above the hills is transparent. Inks are written "#rrggbb"."""
    image = Image.new("RGBA", (WIDTH * FINER, HEIGHT * FINER))
    draw = ImageDraw.Draw(image)
    for share, middle, wave, length, start in HILLS:
        line = [(x, middle + wave * sin(2 * pi * x / length + start)) for x in range(0, WIDTH + STEP, STEP)]
        corners = [(0, HEIGHT), *line, (WIDTH, HEIGHT)]
        draw.polygon([(x * FINER, y * FINER) for x, y in corners], fill=tint(ink, paper, share))
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def tint(ink, paper, share):
    """The colour of `ink` that covers `share` of `paper`."""
    pairs = zip(ImageColor.getrgb(ink), ImageColor.getrgb(paper), strict=True)
    return tuple(round(below + (above - below) * share) for above, below in pairs)
