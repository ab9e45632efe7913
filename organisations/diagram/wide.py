"""The diagram for a wide screen: layers from top to bottom, each line with its own words."""

from collections import defaultdict
from functools import lru_cache

from .drawing import Drawing, NoRoom, Path, Rectangle, Text, place, text_width, wrapped
from .layers import chains_of, columns_of, layers_of

WIDEST = 5  # nodes in a layer
COLUMN, BOX, MARGIN = 196, 168, 4
BOX_SIZE, LABEL_SIZE, LABEL_WIDTH = 16, 14, 124
# Heights between two layers, tried one after the other until every label has a place of its own.
GAPS = (76, 108, 148, 200, 280, 400, 560, 800, 1200)
ALONG = (0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1)


@lru_cache(maxsize=64)
def draw(graph):
    """A Drawing of `graph`. Raises NoRoom for one with so many lines that no room is left for words."""
    order = Order(graph)
    for gap in GAPS:
        sketch = Sketch(graph, order, gap)
        labels = sketch.labels()
        if labels is not None:
            return Drawing(sketch.width, sketch.height, tuple(sketch.boxes.values()), tuple(sketch.paths), labels)
    raise NoRoom("No room is left for the words of this graph.")


class Order:
    """What stands in which layer, and where in it."""

    def __init__(self, graph):
        self.chains, self.levels = chains_of(graph, layers_of(graph, WIDEST))
        self.columns = columns_of(self.chains, self.levels)


class Sketch:
    """Boxes and lines of `graph`, with `gap` units between two layers."""

    def __init__(self, graph, order, gap):
        self.graph = graph
        self.chains, self.levels, self.columns = order.chains, order.levels, order.columns
        words = {node.key: tuple(wrapped(node.label, BOX - 20, BOX_SIZE)) for node in graph.nodes}
        self.box_height = 24 + BOX_SIZE * Text.LEADING * max(map(len, words.values()))
        self.step = self.box_height + gap
        self.boxes = {
            node.key: Text(self.frame(node.key), words[node.key], BOX_SIZE, node.kind) for node in graph.nodes
        }
        self.ports = self.ports_of_chains()
        self.paths = [self.path(number) for number in range(len(graph.edges))]

    @property
    def width(self):
        return 2 * MARGIN + COLUMN * max(self.columns.values()) + BOX

    @property
    def height(self):
        return self.top(max(self.levels.values())) + self.box_height + MARGIN

    def top(self, layer):
        return MARGIN + layer * self.step

    def frame(self, vertex):
        x = MARGIN + COLUMN * self.columns[vertex]
        return Rectangle(x, self.top(self.levels[vertex]), BOX, self.box_height)

    def ports_of_chains(self):
        """Where each chain meets its boxes: lines at one side of a box stand apart, in the order of their ends."""
        sides = defaultdict(list)
        for number, chain in enumerate(self.chains):
            for end, next_to in ((chain[0], chain[1]), (chain[-1], chain[-2])):
                below = self.levels[next_to] > self.levels[end]
                sides[end, below].append((self.columns[next_to], number))
        ports = {}
        for (vertex, below), lines in sides.items():
            frame = self.frame(vertex)
            for place_in_row, (_, number) in enumerate(sorted(lines), start=1):
                x = frame.x + frame.width * place_in_row / (len(lines) + 1)
                ports[vertex, number] = (x, frame.bottom if below else frame.y)
        return ports

    def path(self, number):
        chain = self.chains[number]
        down = self.levels[chain[-1]] > self.levels[chain[0]]
        points = [self.ports[chain[0], number]]
        for vertex in chain[1:-1]:
            frame = self.frame(vertex)
            through = [(frame.middle, frame.y), (frame.middle, frame.bottom)]
            points += through if down else reversed(through)
        points.append(self.ports[chain[-1], number])
        arrows = [(points[-2], points[-1])]
        if self.graph.edges[number].both_ways:
            arrows.append((points[1], points[0]))
        return Path(tuple(points), tuple(arrows))

    def labels(self):
        """The words of each line, none over another, a box or an arrow; None where they do not fit."""
        taken = [box.frame for box in self.boxes.values()]
        lines = [segment for path in self.paths for segment in zip(path.points, path.points[1:], strict=False)]
        found = {}
        # What has the least choice comes first.
        for number in sorted(range(len(self.paths)), key=lambda number: len(self.paths[number].points)):
            words = tuple(wrapped(self.graph.edges[number].label, LABEL_WIDTH, LABEL_SIZE))
            frame = place(self.label_frames(self.paths[number], words), taken, lines)
            if frame is None:
                return None
            taken.append(frame)
            found[number] = Text(frame, words, LABEL_SIZE)
        return tuple(found[number] for number in range(len(self.paths)))

    def label_frames(self, path, words):
        """Places for the words of a line: along it, the middle of each part first, and within the frame."""
        width = max(text_width(line, LABEL_SIZE) for line in words) + 8
        height = len(words) * LABEL_SIZE * Text.LEADING + 4
        for (x1, y1), (x2, y2) in zip(path.points, path.points[1:], strict=False):
            for part in ALONG:
                x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
                x = min(max(x, width / 2 + 1), self.width - width / 2 - 1)
                yield Rectangle(x - width / 2, y - height / 2, width, height)
