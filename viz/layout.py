"""Where the boxes of a map stand: in columns from left to right, ordered so that few lines cross.

A line that passes a column on its way has a lane of its own there, ordered and placed like a box, so
that no line runs behind a box (Sugiyama, Tagawa and Toda, 1981). The same sheet always gives the same
picture.
"""

import textwrap
from bisect import bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import Any

import networkx as nx

from viz.view import Sheet

__all__ = [
    "GAP",
    "HEADING",
    "LINE",
    "LINES",
    "WIDTH",
    "Layers",
    "Spot",
    "arranged",
    "counted",
    "pitch",
    "wrapped",
]

WIDTH = 240
GAP = 12
HEADING = 46
LINE = 15
_PADDING = 22
_LANE = 4  # the height of a lane; with the gap, lines in lanes stand 16 pixels apart
_CHARACTERS = 25.0  # on a line of 14 pixels in a box of this width, in a wide font too
_WIDE = 1.3  # how much wider than others the capitals, m and w are
LINES = 4
_SWEEPS = 12
_LAST = 2.0  # a rank below all others, for what is joined to nothing

Columns = dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle and the height of a box or lane, and the words in it."""

    x: float
    y: float
    height: float
    text: str = ""


@dataclass(frozen=True)
class Layers:
    """The places of boxes and lanes; `ways` are the lanes of each line, by source, target and key."""

    spots: dict[str, Spot]
    lanes: dict[str, Spot]
    ways: dict[tuple[str, str, int], tuple[str, ...]]
    width: float
    height: float


@cache
def wrapped(label: str) -> str:
    """Return a label on lines that fit a box; very long ones end in an ellipsis.

    >>> wrapped("Oak")
    'Oak'
    """
    lines = [line for given in label.splitlines() for line in _broken(given)]
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1].rstrip(" ,;:.…") + "…"]
    return "\n".join(lines)


def counted(title: str, count: str) -> str:
    """Return a title on so many lines that a count stands below it.

    >>> counted("Oak", "3 boxes")
    'Oak\\n3 boxes'
    """
    lines = wrapped(title).splitlines()
    if len(lines) == LINES:
        title = f"{' '.join(lines[: LINES - 1]).rstrip(' ,;:.…–')}…"
    return f"{title}\n{count}"


def _broken(text: str) -> list[str]:
    """Return a line of words on as many lines as it needs; a word that is too long for one is cut."""
    lines = [""]
    for word in (part for given in text.split() for part in textwrap.wrap(given, int(_CHARACTERS / _WIDE))):
        if lines[-1] and _wide(f"{lines[-1]} {word}") > _CHARACTERS:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def _wide(text: str) -> float:
    return sum(_WIDE if c.isupper() or c in "mw%&@—…" else 1.0 for c in text)


def pitch(sheet: Sheet) -> float:
    """Return how far columns stand apart: nearer where there are many, so that they fit a page."""
    return WIDTH + max(84, 330 - 70 * len(sheet.columns))


def arranged(sheet: Sheet) -> Layers:
    """Return the places of all boxes and lanes."""
    graph, ways = _with_lanes(sheet)
    columns = _columns(graph)
    _uncross(graph, columns)
    rows = _rows(graph, columns)
    step = pitch(sheet)
    placed = {
        node: Spot(at * step, rows[node], graph.nodes[node]["height"], graph.nodes[node]["text"])
        for at, nodes in columns.items()
        for node in nodes
    }
    boxes = {node: spot for node, spot in placed.items() if node in sheet.graph}
    lanes = {node: spot for node, spot in placed.items() if node not in sheet.graph}
    bottom = max((spot.y + spot.height / 2 for spot in placed.values()), default=0.0)
    return Layers(boxes, lanes, ways, (len(sheet.columns) - 1) * step + WIDTH, bottom)


def _with_lanes(sheet: Sheet) -> tuple["nx.Graph[str]", dict[tuple[str, str, int], tuple[str, ...]]]:
    """Return the boxes with a lane for every line in every column that it passes."""
    graph: nx.Graph[str] = nx.Graph()
    for node, data in sheet.graph.nodes(data=True):
        text = wrapped(data["label"])
        height = text.count("\n") * LINE + LINE + _PADDING
        graph.add_node(node, column=data["column"], order=data["order"], label=data["label"],
                       text=text, height=height)  # fmt: skip
    ways: dict[tuple[str, str, int], tuple[str, ...]] = {}
    for source, target, key in sorted(sheet.graph.edges(keys=True)):
        first, last = graph.nodes[source]["column"], graph.nodes[target]["column"]
        step = 1 if last > first else -1
        lanes = []
        for column in range(first + step, last, step) if first != last else ():
            lanes.append(f"lane {source} {target} {key} {column}")
            graph.add_node(lanes[-1], column=column, order=(), label="", text="", height=_LANE)
        nx.add_path(graph, (source, *lanes, target))
        ways[source, target, key] = tuple(lanes)
    return graph, ways


def _columns(graph: "nx.Graph[str]") -> Columns:
    """Return the boxes of each column, by their own order where they have one, else by label."""
    found: Columns = defaultdict(list)
    for node, data in sorted(graph.nodes(data=True), key=lambda n: (n[1]["label"], n[0])):
        found[data["column"]].append(node)
    for nodes in found.values():
        nodes.sort(key=lambda node: graph.nodes[node]["order"])
    return dict(sorted(found.items()))


def _uncross(graph: "nx.Graph[str]", columns: Columns) -> None:
    """Order each column by the middle of its neighbours' places, over and over; the best order stays.

    Boxes that carry an order of their own keep it, and lanes find their places between them.
    """
    best, fewest = dict(columns), _crossings(graph, columns)
    for sweep in range(_SWEEPS):
        for at in columns if sweep % 2 == 0 else reversed(columns):
            rank = {n: i / max(1, len(ns) - 1) for ns in columns.values() for i, n in enumerate(ns)}
            keys = {n: _rank(graph, n, rank) for n in columns[at]}
            columns[at] = sorted(columns[at], key=lambda n, keys=keys: keys[n])  # type: ignore[misc]
        crossing = _crossings(graph, columns)
        if crossing < fewest:
            best, fewest = dict(columns), crossing
    columns.update(best)
    for nodes in columns.values():  # what is joined to nothing stands below the rest
        nodes.sort(key=lambda n: not graph.nodes[n]["order"] and not graph.adj[n])


def _rank(graph: "nx.Graph[str]", node: str, rank: dict[str, float]) -> float:
    return rank[node] if graph.nodes[node]["order"] else _middle(graph, node, rank, _LAST)


def _middle(graph: "nx.Graph[str]", node: str, rank: dict[str, Any], otherwise: float) -> float:
    near = [rank[n] for n in graph.adj[node] if n != node and n in rank]
    return fmean(sorted(near)) if near else otherwise


def _crossings(graph: "nx.Graph[str]", columns: Columns) -> int:
    """Return how many pairs of lines cross between neighbouring columns."""
    at = {n: i for nodes in columns.values() for i, n in enumerate(nodes)}
    total = 0
    for column, nodes in columns.items():
        ends: list[int] = []
        for node in nodes:
            right = sorted(at[n] for n in graph.adj[node] if graph.nodes[n]["column"] == column + 1)
            total += sum(len(ends) - bisect_right(ends, end) for end in right)
            for end in right:
                insort(ends, end)
    return total


def _rows(graph: "nx.Graph[str]", columns: Columns) -> dict[str, float]:
    """Stack the fullest column, then put the others beside what they are joined to."""
    heights = {n: graph.nodes[n]["height"] for n in graph}
    tall = {at: sum(heights[n] + GAP for n in nodes) for at, nodes in columns.items()}
    first = max(tall, key=lambda at: (tall[at], -at), default=0)
    y = _stacked(columns.get(first, []), heights, {})
    bottom = tall.get(first, 0.0)
    others = sorted((at for at in columns if at != first), key=lambda at: abs(at - first))
    for at in (*others, *others):  # twice: what stands farther out is known the second time
        wanted = {n: _middle(graph, n, y, 0.0) for n in columns[at] if any(m in y for m in graph.adj[n])}
        y |= _fitted(columns[at], heights, wanted, bottom)
    return y


def _stacked(nodes: list[str], heights: dict[str, float], wanted: dict[str, float]) -> dict[str, float]:
    """Put boxes under each other, none higher than it wants to be."""
    found: dict[str, float] = {}
    edge = 0.0
    for node in nodes:
        middle = max(edge + heights[node] / 2, wanted.get(node, 0.0))
        found[node] = middle
        edge = middle + heights[node] / 2 + GAP
    return found


def _fitted(
    nodes: list[str], heights: dict[str, float], wanted: dict[str, float], bottom: float
) -> dict[str, float]:
    """Let boxes stand where they want to as far as they leave each other room."""
    down = _stacked(nodes, heights, wanted)
    turned = {n: bottom - y for n, y in wanted.items()}
    up = {n: bottom - y for n, y in _stacked(nodes[::-1], heights, turned).items()}
    middle = {n: (down[n] + up[n]) / 2 for n in nodes}
    return _stacked(nodes, heights, middle)
