"""Where the boxes of a map stand: in columns from left to right, ordered so that few lines cross."""

import textwrap
from collections import defaultdict
from statistics import fmean
from typing import Any

import networkx as nx

from viz.view import Sheet

__all__ = ["HEADING", "WIDTH", "Placed", "pitch", "place", "wrapped"]

WIDTH = 240
GAP = 12
HEADING = 46
_LINE = 15
_PADDING = 22
_CHARACTERS = 26  # on a line of 14 pixels in a box of this width, in a wide font too
_LINES = 4
_SWEEPS = 8
_LAST = 2.0  # a rank below all others, for what is joined to nothing

Placed = dict[str, tuple[float, float]]


def wrapped(label: str) -> str:
    """Return a label on lines that fit a box; very long ones end in an ellipsis.

    >>> wrapped("Oak")
    'Oak'
    """
    lines = [part for given in label.splitlines() for part in textwrap.wrap(given, _CHARACTERS) or [""]]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1][: _CHARACTERS - 1] + "…"]
    return "\n".join(lines)


def place(sheet: Sheet) -> tuple[Placed, tuple[float, float]]:
    """Return the middle of every box, and the width and height of the whole."""
    columns = _columns(sheet)
    _uncross(sheet.graph, columns)
    heights = {n: _height(data["label"]) for n, data in sheet.graph.nodes(data=True)}
    rows = _rows(sheet.graph, columns, heights)
    step = pitch(sheet)
    placed = {n: (float(at * step), rows[n]) for at, nodes in columns.items() for n in nodes}
    bottom = max((y + heights[n] / 2 for n, (_, y) in placed.items()), default=0.0)
    return placed, ((len(sheet.columns) - 1) * step + WIDTH, bottom)


def pitch(sheet: Sheet) -> float:
    """Return how far columns stand apart: nearer where there are many, so that they fit a page."""
    return WIDTH + max(64, 330 - 70 * len(sheet.columns))


def _columns(sheet: Sheet) -> dict[int, list[str]]:
    """Return the boxes of each column, by their own order where they have one, else by label."""
    found: dict[int, list[str]] = defaultdict(list)
    for node, data in sorted(sheet.graph.nodes(data=True), key=lambda n: (n[1]["label"], n[0])):
        found[data["column"]].append(node)
    for nodes in found.values():
        nodes.sort(key=lambda node: sheet.graph.nodes[node]["order"])
    return dict(sorted(found.items()))


def _height(label: str) -> float:
    return wrapped(label).count("\n") * _LINE + _LINE + _PADDING


def _uncross(graph: "nx.MultiDiGraph[str]", columns: dict[int, list[str]]) -> None:
    """Order each column by the middle of its neighbours' places, over and over (Sugiyama's heuristic).

    Columns whose nodes carry an order of their own keep it.
    """
    free = [at for at, nodes in columns.items() if not any(graph.nodes[n]["order"] for n in nodes)]
    for sweep in range(_SWEEPS):
        for at in free if sweep % 2 == 0 else reversed(free):
            rank = {n: i / max(1, len(ns) - 1) for ns in columns.values() for i, n in enumerate(ns)}
            columns[at].sort(key=lambda n, rank=rank: _middle(graph, n, rank, _LAST))  # type: ignore[misc]


def _middle(graph: "nx.MultiDiGraph[str]", node: str, rank: dict[str, Any], otherwise: float) -> float:
    near = {*graph.predecessors(node), *graph.successors(node)} - {node}
    return fmean(sorted(rank[n] for n in near)) if near else otherwise


def _rows(
    graph: "nx.MultiDiGraph[str]", columns: dict[int, list[str]], heights: dict[str, float]
) -> dict[str, float]:
    """Stack the fullest column, then put the others beside what they are joined to."""
    tall = {at: sum(heights[n] + GAP for n in nodes) for at, nodes in columns.items()}
    first = max(tall, key=lambda at: (tall[at], -at), default=0)
    y = _stacked(columns.get(first, []), heights, {})
    bottom = tall.get(first, 0.0)
    for at in sorted(columns, key=lambda at: abs(at - first)):
        if at != first:
            wanted = {n: _middle(graph, n, y, 0.0) for n in columns[at] if _joined(graph, n, y)}
            y |= _fitted(columns[at], heights, wanted, bottom)
    return y


def _joined(graph: "nx.MultiDiGraph[str]", node: str, y: dict[str, float]) -> bool:
    near = {*graph.predecessors(node), *graph.successors(node)} - {node}
    return bool(near) and near <= y.keys()


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
