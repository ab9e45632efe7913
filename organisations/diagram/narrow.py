"""The diagram for a narrow screen: the bodies below each other, the lines in lanes beside them, with numbers."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from .drawing import Drawing, NoRoom, Path, Rectangle, Text, place, wrapped
from .layers import layers_of

WIDTH, MARGIN = 320, 2
# Heights between two boxes, tried one after the other until every number has a place of its own.
GAPS = (16, 32, 48, 72, 108, 160, 240)
BOX_SIZE, NUMBER_SIZE, BADGE = 15, 13, 20
LANE, LANES_AT_MOST, PORT = 24, 150, 22


@dataclass(frozen=True)
class Bundle:
    """Lines with the same words at one body, drawn as one line with branches: from `hub` to each of `others`."""

    hub: int
    others: tuple[int, ...]
    label: str
    outwards: bool
    both_ways: bool

    @property
    def keys(self):
        return (self.hub, *self.others)


@lru_cache(maxsize=256)
def draw(graph):
    """A Drawing of `graph` of 320 units wide. Raises NoRoom for one with so many lines that no room is left."""
    for gap in GAPS:
        drawing = Sketch(graph, gap).drawing()
        if drawing is not None:
            return drawing
    raise NoRoom("No room is left for the numbers of this graph.")


def bundles_of(graph):
    """The edges of `graph` in as few Bundles as a greedy choice finds."""
    groups = defaultdict(list)
    for edge in graph.edges:
        groups[edge.source, edge.label, True].append(edge)
        groups[edge.target, edge.label, False].append(edge)
    left, bundles = set(graph.edges), []
    while left:
        (hub, label, outwards), edges = max(groups.items(), key=lambda group: len(left.intersection(group[1])))
        edges = [edge for edge in edges if edge in left]
        others = tuple(edge.target if outwards else edge.source for edge in edges)
        bundles.append(Bundle(hub, others, label, outwards, edges[0].both_ways))
        left.difference_update(edges)
    return bundles


class Sketch:
    def __init__(self, graph, gap):
        self.graph, self.gap = graph, gap
        layers = layers_of(graph, widest=len(graph.nodes))
        self.order = [node.key for node in sorted(graph.nodes, key=lambda node: layers[node.key])]
        self.bundles = bundles_of(graph)
        self.lanes = self.lanes_of_bundles()
        count = 1 + max(self.lanes, default=0)
        self.pitch = min(LANE, LANES_AT_MOST / count)
        self.box_width = WIDTH - 2 * MARGIN - BADGE / 2 - self.pitch * count
        self.boxes = self.boxes_of_nodes()
        self.ports = self.ports_of_bundles()

    def lanes_of_bundles(self):
        """The lane of each bundle: the first that is free between its ends, short ones near the boxes."""
        rows = {key: row for row, key in enumerate(self.order)}
        spans = [(min(rows[k] for k in bundle.keys), max(rows[k] for k in bundle.keys)) for bundle in self.bundles]
        lanes, used = [0] * len(spans), []
        for number in sorted(range(len(spans)), key=lambda number: spans[number][1] - spans[number][0]):
            top, bottom = spans[number]
            lane = next((n for n, taken in enumerate(used) if all(bottom < a or b < top for a, b in taken)), len(used))
            if lane == len(used):
                used.append([])
            used[lane].append((top, bottom))
            lanes[number] = lane
        return lanes

    def boxes_of_nodes(self):
        touching = defaultdict(int)
        for bundle in self.bundles:
            for key in bundle.keys:
                touching[key] += 1
        nodes, boxes, y = {node.key: node for node in self.graph.nodes}, {}, MARGIN
        for key in self.order:
            words = tuple(wrapped(nodes[key].label, self.box_width - 16, BOX_SIZE))
            height = max(20 + len(words) * BOX_SIZE * Text.LEADING, PORT * touching[key] + 8)
            boxes[key] = Text(Rectangle(MARGIN, y, self.box_width, height), words, BOX_SIZE, nodes[key].kind)
            y += height + self.gap
        return boxes

    def ports_of_bundles(self):
        """The height at which each bundle meets each of its boxes: no two at the same place."""
        rows = {key: row for row, key in enumerate(self.order)}
        at = defaultdict(list)
        for number, bundle in enumerate(self.bundles):
            for key in bundle.keys:
                away = sum(rows[other] - rows[key] for other in bundle.keys)
                at[key].append((away > 0, self.lanes[number] if away <= 0 else -self.lanes[number], number))
        ports = {}
        for key, lines in at.items():
            frame = self.boxes[key].frame
            for place_in_column, (*_, number) in enumerate(sorted(lines), start=1):
                ports[key, number] = frame.y + frame.height * place_in_column / (len(lines) + 1)
        return ports

    def lane_x(self, number):
        return MARGIN + self.box_width + self.pitch * (self.lanes[number] + 1) - 2

    def paths(self, number):
        """The trunk of a bundle, and a branch to each box that it joins."""
        bundle, x = self.bundles[number], self.lane_x(number)
        heights = [self.ports[key, number] for key in bundle.keys]
        yield Path(((x, min(heights)), (x, max(heights))), ())
        for key in bundle.keys:
            edge, height = MARGIN + self.box_width, self.ports[key, number]
            pointed_at = bundle.both_ways or (key != bundle.hub) == bundle.outwards
            yield Path(((x, height), (edge, height)), (((x, height), (edge, height)),) if pointed_at else ())

    def drawing(self):
        """The Drawing, or None where a number found no place."""
        paths = [list(self.paths(number)) for number in range(len(self.bundles))]
        branches = [path.points for lines in paths for path in lines[1:]]
        height = max(box.frame.bottom for box in self.boxes.values()) + MARGIN
        taken, labels = [box.frame for box in self.boxes.values()], []
        for number in sorted(range(len(paths)), key=lambda number: length(paths[number][0])):
            frame = place(self.badges(paths[number][0]), taken, branches, margin=1)
            if frame is None:
                return None
            taken.append(frame)
            words = str(self.graph.labels.index(self.bundles[number].label) + 1)
            labels.append(Text(frame, (words,), NUMBER_SIZE))
        flat = tuple(path for lines in paths for path in lines)
        return Drawing(WIDTH, height, tuple(self.boxes.values()), flat, tuple(labels))

    @staticmethod
    def badges(trunk):
        """Places for the number of a bundle: along its trunk, the middle first."""
        (x, top), (_, bottom) = trunk.points
        steps = max(1, int((bottom - top) // 4))
        for step in sorted(range(steps + 1), key=lambda step: abs(step - steps / 2)):
            y = top + (bottom - top) * step / steps
            yield Rectangle(x - BADGE / 2, y - BADGE / 2, BADGE, BADGE)


def length(path):
    return path.points[1][1] - path.points[0][1]
