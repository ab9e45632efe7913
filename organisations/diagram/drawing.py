"""The shapes of a drawing, in units of the SVG's own frame, and labels that keep out of each other's way."""

from dataclasses import dataclass

# Widths in parts of the type size, on the large side of the fonts in static/css/tokens.css: a reader may have any.
NARROW, WIDE, CAPITAL, OTHER = 0.4, 0.98, 0.8, 0.66
NARROW_LETTERS, WIDE_LETTERS = set("iljtfrI.,:;'’-() "), set("mwMW%@")


def text_width(text, size):
    return size * sum(letter_width(letter) for letter in text)


def letter_width(letter):
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in WIDE_LETTERS:
        return WIDE
    return CAPITAL if letter.isupper() else OTHER


def wrapped(text, width, size):
    """`text` in lines of at most `width`. A word that does not fit in a line of its own is broken."""
    lines = [""]
    for word in text.replace("-", "- ").split():
        for part in fitting(word, width, size):
            joined = lines[-1] + ("" if lines[-1].endswith("-") else " ") + part if lines[-1] else part
            if text_width(joined, size) <= width:
                lines[-1] = joined
            else:
                lines.append(part)
    return lines


def fitting(word, width, size):
    """The word whole, or in pieces with hyphens that each fit."""
    while text_width(word, size) > width and len(word) > 2:
        end = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or text_width(word[:n] + "-", size) <= width)
        yield word[:end] + "-"
        word = word[end:]
    yield word


class NoRoom(Exception):
    """A graph has so many lines that no place is left for the words of one."""


@dataclass(frozen=True)
class Rectangle:
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self):
        return self.x + self.width / 2

    @property
    def bottom(self):
        return self.y + self.height

    @property
    def right(self):
        return self.x + self.width

    def overlaps(self, other, margin=0):
        return (
            self.x < other.right + margin
            and other.x < self.right + margin
            and self.y < other.bottom + margin
            and other.y < self.bottom + margin
        )

    def crossed_by(self, start, end):
        """Whether the line from `start` to `end` passes through: it does unless all corners lie on one side of it."""
        (x1, y1), (x2, y2) = start, end
        if max(x1, x2) < self.x or min(x1, x2) > self.right or max(y1, y2) < self.y or min(y1, y2) > self.bottom:
            return False
        sides = [
            (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) for x in (self.x, self.right) for y in (self.y, self.bottom)
        ]
        return min(sides) <= 0 <= max(sides)


@dataclass(frozen=True)
class Text:
    """Lines of text in the middle of `frame`."""

    frame: Rectangle
    lines: tuple[str, ...]
    size: float
    kind: str = ""

    LEADING = 1.25

    @property
    def rows(self):
        """(x, y of the baseline, line) of each line."""
        top = self.frame.y + (self.frame.height - len(self.lines) * self.size * self.LEADING) / 2
        return [
            (round(self.frame.middle, 1), round(top + self.size * (self.LEADING * n + 1), 1), line)
            for n, line in enumerate(self.lines)
        ]


@dataclass(frozen=True)
class Path:
    """A line through `points`, with an arrow at its end, and one at its start where it holds both ways."""

    points: tuple[tuple[float, float], ...]
    arrows: tuple[tuple[tuple[float, float], tuple[float, float]], ...]

    @property
    def d(self):
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in self.points)

    @property
    def heads(self):
        return [arrow_head(*arrow) for arrow in self.arrows]


def arrow_head(before, tip, length=9, half=4.5):
    """The path of a triangle that ends in `tip`, seen from the point `before`."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    distance = (dx * dx + dy * dy) ** 0.5 or 1
    dx, dy = dx / distance, dy / distance
    base = tip[0] - dx * length, tip[1] - dy * length
    left, right = (base[0] - dy * half, base[1] + dx * half), (base[0] + dy * half, base[1] - dx * half)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (tip, left, right)) + "Z"


@dataclass(frozen=True)
class Drawing:
    width: float
    height: float
    boxes: tuple[Text, ...]
    paths: tuple[Path, ...]
    labels: tuple[Text, ...]


def place(candidates, taken, lines, margin=3):
    """The frame among `candidates` that overlaps nothing in `taken` and hides the fewest of `lines`, or None."""
    free = [frame for frame in candidates if not any(frame.overlaps(other, margin) for other in taken)]
    return min(free, key=lambda frame: sum(frame.crossed_by(*line) for line in lines), default=None)
