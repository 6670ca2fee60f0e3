"""A sheet of a map as an SVG picture, from the same places as the interactive drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from viz.filled import filled
from viz.layout import HEADING, LINE, WIDTH
from viz.routes import Picture, Route, picture
from viz.style import FONT, HERE, INK, Line
from viz.view import Key, View

__all__ = ["svg", "svg_of"]

_MARGIN = 24
_KEY = 24  # the height of a row of the legend
_LETTER = 7.4  # the width of a letter of the legend, generously
_SIGN = 44


@dataclass(frozen=True, slots=True)
class _PlacedKey:
    """An entry of the legend in its place."""

    key: Key
    x: float
    y: float


def svg(view: View, opened: str = "") -> str:
    """Return the first sheet of a map, or what stands behind one of its boxes, as SVG."""
    return svg_of(view, picture(view.sheet(opened)))


def svg_of(view: View, drawn: Picture) -> str:
    """Return a sheet whose boxes have their places as SVG."""
    wide = max(drawn.width, 520.0)
    keys, rows = _legend(view.keys, wide)
    top, left = -HEADING - _MARGIN, -WIDTH / 2 - _MARGIN
    below = drawn.height + _MARGIN
    return filled(
        "map.svg", view=view, drawn=drawn, keys=keys, left=left, top=top, width=wide + 2 * _MARGIN,
        height=below + rows * _KEY + _MARGIN - top, below=below, half=WIDTH / 2, box=WIDTH,
        line=LINE, heading=-HEADING / 1.4, font=FONT, ink=INK, here=HERE, head=_head,
    )  # fmt: skip


def _legend(legend: Sequence[Key], width: float) -> tuple[list[_PlacedKey], int]:
    """Return the keys in rows, and how many rows there are."""
    placed: list[_PlacedKey] = []
    x, row = 0.0, 0
    for key in legend:
        needed = _SIGN + len(key.text) * _LETTER + 18
        if x and x + needed > width:
            x, row = 0.0, row + 1
        placed.append(_PlacedKey(key, x - WIDTH / 2, row * _KEY))
        x += needed
    return placed, row + 1 if placed else 0


def _head(route: Route) -> str:
    """Return the path of a line's head, which always lies level.

    A head is as long as four widths of its line, and at least nine pixels.
    """
    last = route.pieces[-1]
    x, y = last.end
    line: Line = route.data["line"]
    long = max(9.0, 4 * min(line.width, 4.0))
    toward = -1 if last.kind == "v" or last.end[0] < last.start[0] else 1
    back = x - toward * long
    closed = " Z" if line.head == "arrow" else ""
    return f"M{back:g} {y - long * 0.45:g} L{x:g} {y:g} L{back:g} {y + long * 0.45:g}{closed}"
