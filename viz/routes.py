"""How the lines of a map run: from the side of a box, through their lanes, to the side of another.

A route is a chain of pieces that vis-network and SVG draw alike: `s` swings from one height to
another, `l` is straight, `h` leaves level and arrives upright, `v` leaves upright and arrives level.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from viz.layout import WIDTH, Layers, Spot, arranged, pitch
from viz.view import Sheet

__all__ = ["Picture", "Piece", "Route", "picture"]

_APART = 9.0  # pixels between lines that leave a box on one side
_BEND = 22.0  # how far a line within a column swings out, and a little more for each further one
_ROUND = 9.0
_FLAT = 1.0  # a difference of heights that no one sees

Point = tuple[float, float]
End = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a route."""

    kind: str
    start: Point
    end: Point

    @property
    def middle(self) -> Point:
        """The middle of its ends, where a label stands."""
        return (self.start[0] + self.end[0]) / 2, (self.start[1] + self.end[1]) / 2

    def as_svg(self) -> str:
        """Return the piece as a command of an SVG path, from where the last one ended.

        >>> Piece("s", (0, 0), (10, 8)).as_svg()
        'C5 0 5 8 10 8'
        """
        (x0, y0), (x1, y1) = self.start, self.end
        middle = (x0 + x1) / 2
        numbers = {
            "s": (middle, y0, middle, y1, x1, y1),
            "l": (x1, y1),
            "h": (x1, y0, x1, y1),
            "v": (x0, y1, x1, y1),
        }[self.kind]
        return {"s": "C", "l": "L", "h": "Q", "v": "Q"}[self.kind] + " ".join(f"{n:g}" for n in numbers)


@dataclass(frozen=True, slots=True)
class Route:
    """A line of the sheet and the pieces that it runs along."""

    source: str
    target: str
    data: dict[str, Any]
    pieces: tuple[Piece, ...]

    @property
    def at(self) -> Point:
        """Where a label of the line stands: on its first swing."""
        return self.pieces[len(self.pieces) // 2 if self.pieces[0].kind == "h" else 0].middle

    def as_svg(self) -> str:
        """Return the path in SVG."""
        (x, y) = self.pieces[0].start
        return f"M{x:g} {y:g} " + " ".join(piece.as_svg() for piece in self.pieces)


@dataclass(frozen=True)
class Picture:
    """A sheet with everything in its place; the middle of the first column is at x = 0, its top at y = 0."""

    sheet: Sheet
    spots: dict[str, Spot]
    routes: tuple[Route, ...]
    headings: tuple[tuple[str, float], ...]
    width: float
    height: float


def picture(sheet: Sheet) -> Picture:
    """Return a sheet with its boxes and lines in their places."""
    layers = arranged(sheet)
    ports = _ports(sheet, layers)
    bends: dict[int, int] = defaultdict(int)
    routes = []
    for source, target, key, data in sorted(sheet.graph.edges(keys=True, data=True), key=lambda e: e[:3]):
        if source == target:
            continue
        start, end = ports[source, target, key, 0], ports[source, target, key, 1]
        column = sheet.graph.nodes[source]["column"]
        if column == sheet.graph.nodes[target]["column"]:
            pieces = _beside(start, end, bends[column])
            bends[column] += 1
        else:
            pieces = _onward(start, end, [layers.lanes[n] for n in layers.ways[source, target, key]])
        routes.append(Route(source, target, data, pieces))
    headings = tuple((title, at * pitch(sheet)) for at, title in enumerate(sheet.columns) if title)
    return Picture(sheet, layers.spots, tuple(routes), headings, layers.width, layers.height)


def _onward(start: Point, end: Point, lanes: list[Spot]) -> tuple[Piece, ...]:
    """Return the pieces through the lanes, each of which is passed straight."""
    toward = 1 if end[0] > start[0] else -1
    points = [start]
    for lane in lanes:
        points += [(lane.x - toward * WIDTH / 2, lane.y), (lane.x + toward * WIDTH / 2, lane.y)]
    points.append(end)
    return tuple(
        Piece("l" if at % 2 or abs(a[1] - b[1]) < _FLAT else "s", a, b)
        for at, (a, b) in enumerate(pairwise(points))
    )


def _beside(start: Point, end: Point, nth: int) -> tuple[Piece, ...]:
    """Return the pieces of a line that leaves a column and comes back to it."""
    far = start[0] + _BEND + 5 * (nth % 4)
    turn = _ROUND if end[1] > start[1] else -_ROUND
    turn = turn if abs(end[1] - start[1]) > 2 * _ROUND else (end[1] - start[1]) / 2
    first, last = (far, start[1] + turn), (far, end[1] - turn)
    return Piece("h", start, first), Piece("l", first, last), Piece("v", last, end)


def _ports(sheet: Sheet, layers: Layers) -> dict[End, Point]:
    """Return where every line leaves and reaches its boxes: spread over a side, by where it comes from."""
    sides: dict[tuple[str, int], list[tuple[float, End]]] = defaultdict(list)
    for source, target, key in sorted(sheet.graph.edges(keys=True)):
        a, b = layers.spots[source], layers.spots[target]
        lanes = [layers.lanes[n] for n in layers.ways[source, target, key]]
        toward = 1 if b.x >= a.x else -1
        back = 1 if b.x == a.x else -toward  # within a column both ends are on the right
        sides[source, toward].append(((lanes[0] if lanes else b).y, (source, target, key, 0)))
        sides[target, back].append(((lanes[-1] if lanes else a).y, (source, target, key, 1)))
    found: dict[End, Point] = {}
    for (node, side), ends in sides.items():
        spot, count = layers.spots[node], len(ends)
        apart = min(_APART, (spot.height - 10) / max(1, count - 1))
        for at, (_, end) in enumerate(sorted(ends)):
            found[end] = spot.x + side * WIDTH / 2, spot.y + (at - (count - 1) / 2) * apart
    return found
