"""A strip of Limburg under each card, drawn with shapes: a spoil tip, a headframe, heath, blossom and the Maas.

Units are the card's pixels: 1200 wide, from 0 at the top of the strip to `HEIGHT` at its foot. The inks are those of
the demonstration's drawings (pages/demonstration/sources/landscape.js).
"""

import random
from functools import lru_cache

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 240
FINER = 3  # drawn so many times larger, for smooth edges
STEPS = 12  # straight pieces between two points of a curve

CHALK, SAND, WATER = "#fcf6e9", "#efdab4", "#f4ddc8"
COAL, NIGHT, HEIDE, LING, MAUVE = "#221a26", "#382038", "#733763", "#a35f8c", "#cda6b8"
ROSE, BLOSSOM, OLIVE, MOSS, PINE = "#d8848a", "#f0bab4", "#8a8c50", "#69713f", "#38452f"

# What lies behind one another: an ink and the line of its top, from left to right; below it all is filled.
FAR = [
    (MAUVE, [(0, 150), (180, 128), (420, 146), (760, 140), (1000, 122), (1200, 136)]),
    (LING, [(730, 190), (800, 158), (848, 104), (866, 96), (896, 100), (924, 128), (980, 168), (1040, 190)]),
]
TERRIL = [(370, 190), (440, 168), (490, 132), (512, 124), (556, 66), (592, 12), (612, 4), (656, 10), (676, 24)]
TERRIL += [(722, 92), (770, 128), (792, 134), (852, 190)]
LIT = [
    (370, 190),
    (440, 168),
    (490, 132),
    (512, 124),
    (556, 66),
    (592, 12),
    (612, 4),
    (600, 60),
    (560, 140),
    (530, 190),
]
FURROWS = [
    (HEIDE, [(608, 8), (588, 90), (540, 196), (586, 196), (612, 100)]),
    (HEIDE, [(622, 8), (622, 90), (610, 196), (644, 196), (640, 96)]),
    (COAL, [(644, 14), (676, 100), (690, 196), (722, 196), (692, 96)]),
    (COAL, [(664, 20), (712, 104), (752, 196), (792, 196), (732, 104)]),
]
FIELDS = [
    (OLIVE, [(0, 184), (300, 172), (600, 186), (900, 170), (1200, 178)]),
    (MOSS, [(780, 250), (960, 214), (1120, 196), (1200, 190)]),
]
HEATH = [(0, 196), (200, 186), (420, 198), (620, 192), (760, 210), (840, 246)]
PATH = ([(330, 192), (352, 204), (300, 222), (230, 246)], [(342, 192), (386, 206), (352, 226), (310, 246)])
RIVER = (
    [(1108, 178), (900, 188), (868, 200), (980, 216), (930, 246)],
    [(1128, 178), (966, 192), (1120, 212), (1130, 246)],
)
SHADE = (
    [(1108, 178), (900, 188), (868, 200), (980, 216), (930, 246)],
    [(1116, 178), (918, 192), (1030, 214), (1000, 246)],
)
ORCHARD = [(1060, 184, 6), (1150, 186, 8), (1188, 190, 9), (1166, 206, 11), (1196, 222, 13), (1158, 232, 15)]


@lru_cache(maxsize=1)
def strip():
    """The landscape as an RGBA picture of WIDTH × HEIGHT pixels. It is kept: copy it before drawing on it."""
    picture = Image.new("RGBA", (WIDTH * FINER, HEIGHT * FINER), CHALK + "00")
    draw = ImageDraw.Draw(picture)
    dice = random.Random(2017)  # noqa: S311 (the same strip each time)
    disc(draw, SAND, 300, 128, 84)
    for ink, line in FAR:
        land(draw, ink, line)
    terril(draw)
    headframe(draw, 300, 180)
    trees(draw, dice)
    for ink, line in FIELDS:
        land(draw, ink, line)
    water(draw)
    heath(draw, dice)
    orchard(draw)
    return picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def terril(draw):
    shape(draw, NIGHT, curve(TERRIL))
    shape(draw, LING, curve(LIT))
    for ink, points in FURROWS:
        shape(draw, ink, curve(points))


def headframe(draw, x, foot):
    """The tower of a mine, 120 high, with its two wheels and the stays that take the pull of the cables."""
    tower = [(-16, 0, -9, -92), (16, 0, 9, -92), (62, 0, 10, -84), (-16, 0, 13, -34), (16, 0, -13, -34)]
    braces = [(-13, -34, 11, -64), (13, -34, -11, -64), (-20, -92, 22, -92), (-22, -122, 26, -122), (24, -104, 92, -20)]
    for x1, y1, x2, y2 in tower + braces:
        line(draw, COAL, [(x + x1, foot + y1), (x + x2, foot + y2)], 3)
    for wheel in (-5, 9):
        ring(draw, COAL, x + wheel, foot - 105, 13, 2.5)
    for left, top, right in ((-60, -22, 40), (74, -26, 112), (40, -14, 80)):
        shape(draw, COAL, [(x + left, foot), (x + left, foot + top), (x + right, foot + top), (x + right, foot)])
    shape(draw, COAL, [(x + 70, foot - 26), (x + 93, foot - 42), (x + 116, foot - 26)])
    for window in range(-50, 30, 14):
        shape(draw, SAND, [(x + window + a, foot + b) for a, b in ((0, -16), (7, -16), (7, -8), (0, -8))])


def trees(draw, dice):
    for x in range(-4, 800, 13):
        if not 228 < x < 420:
            disc(draw, dice.choice((PINE, PINE, MOSS)), x, 186 + dice.uniform(-3, 3), dice.uniform(7, 13))
    for x in range(884, 1010, 14):
        tall = dice.uniform(26, 40)
        oval(draw, PINE, x, 184 - tall / 2, 4.5, tall / 2)


def water(draw):
    for ink, (left, right) in ((WATER, RIVER), (MAUVE, SHADE)):
        shape(draw, ink, curve(left) + curve(right)[::-1])


def heath(draw, dice):
    land(draw, HEIDE, HEATH)
    left, right = PATH
    shape(draw, SAND, curve(left) + curve(right)[::-1])
    top = dict(curve(HEATH, rounded=True))
    for _ in range(1400):
        x = dice.uniform(0, 880)
        y = top_at(top, x) + 4 + 60 * dice.random()
        if y < HEIGHT + 8 and not on_path(x, y):
            tuft(draw, dice, x, y)


def tuft(draw, dice, x, y):
    """A spike of heather: nearer ones are larger."""
    size = 0.5 + (y - 186) / 60
    lean = dice.uniform(-3, 3) * size
    line(draw, dice.choice((NIGHT, "#5c2b52", LING, "#8b4a78", MAUVE)), [(x, y), (x + lean, y - 7 * size)], 2.2 * size)


def orchard(draw):
    for x, y, size in ORCHARD:
        line(draw, NIGHT, [(x, y + size), (x, y)], size / 4)
        for ink, rise, share in ((ROSE, 0, 1), (BLOSSOM, 0.25, 0.8), (CHALK, 0.5, 0.45)):
            oval(draw, ink, x, y - size * (0.5 + rise), size * share * 1.15, size * share * 0.9)


def top_at(top, x):
    return top[min(top, key=lambda known: abs(known - x))]


def on_path(x, y):
    return 228 + (246 - y) * 1.9 < x < 318 + (246 - y) * 1.1


def curve(points, rounded=False):
    """A smooth line through `points` (Catmull and Rom), as many short straight pieces."""
    padded = [points[0], *points, points[-1]]
    found = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        found += [tuple(between(*axis, step / STEPS) for axis in zip(a, b, c, d, strict=True)) for step in range(STEPS)]
    found.append(points[-1])
    return [(round(x), y) for x, y in found] if rounded else found


def between(a, b, c, d, t):
    return ((2 * b) + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3) / 2


def land(draw, ink, points):
    top = curve(points)
    shape(draw, ink, [*top, (top[-1][0], HEIGHT + 10), (top[0][0], HEIGHT + 10)])


def shape(draw, ink, points):
    draw.polygon(finer(points), fill=ink)


def line(draw, ink, points, width):
    draw.line(finer(points), fill=ink, width=max(1, round(width * FINER)), joint="curve")


def disc(draw, ink, x, y, radius):
    oval(draw, ink, x, y, radius, radius)


def oval(draw, ink, x, y, across, up):
    draw.ellipse(finer([(x - across, y - up), (x + across, y + up)]), fill=ink)


def ring(draw, ink, x, y, radius, width):
    box = finer([(x - radius, y - radius), (x + radius, y + radius)])
    draw.ellipse(box, outline=ink, width=round(width * FINER))


def finer(points):
    return [(x * FINER, y * FINER) for x, y in points]
