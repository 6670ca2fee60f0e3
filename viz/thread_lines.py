"""The thread of an item as a small drawing: boxes in columns, lines by basis, sized for its words."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from graph.items import Item, spaced
from graph.trace import Step, Trace

__all__ = ["Drawing", "DrawnBox", "DrawnLine", "draw_thread"]

_WIDE, _GAP, _LINE, _PAD, _BETWEEN = 194, 44, 17, 9, 14
_LETTERS, _LINES = 24, 3
_A_COLUMN = 7  # boxes that the eye still follows
_COLUMNS = 3  # on either side


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """One item: where it is drawn, and its words in lines."""

    item: Item
    kind: str
    lines: tuple[str, ...]
    x: int
    y: int
    height: int
    here: bool

    @property
    def width(self) -> int:
        """Every box is equally wide."""
        return _WIDE


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One link between two boxes, as a path."""

    path: str
    basis: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A thread as it is drawn, and how many steps of it are not."""

    width: int
    height: int
    boxes: tuple[DrawnBox, ...]
    lines: tuple[DrawnLine, ...]
    left_out: int


def draw_thread(found: Trace) -> Drawing:
    """Return the drawing: left of the item what it serves, right of it what serves it."""
    up, down = _columns(found.item, found.up), _columns(found.item, found.down)
    depth = max(up.values(), default=0)
    place = {iri: depth - at for iri, at in up.items()} | {iri: depth + at for iri, at in down.items()}
    place[found.item.iri] = depth
    items = {found.item.iri: found.item} | {s.item.iri: s.item for s in (*found.up, *found.down)}
    boxes = _boxes(found.item, items, place)
    lines = tuple(
        _line(boxes[left], boxes[right], step)
        for left, right, step in (
            *((s.item.iri, s.source.iri, s) for s in found.up),
            *((s.source.iri, s.item.iri, s) for s in found.down),
        )
        if left in boxes and right in boxes
    )  # fmt: skip
    width = max((b.x + _WIDE for b in boxes.values()), default=0) + 2
    height = max((b.y + b.height for b in boxes.values()), default=0) + 2
    left_out = len(items) - len(boxes) + found.cut
    return Drawing(width, height, tuple(boxes.values()), lines, left_out)


def _columns(item: Item, steps: Iterable[Step]) -> dict[str, int]:
    """Return the column of each item on one side, counted from the item; only the nearest are drawn."""
    found: dict[str, int] = {}
    sizes: dict[int, int] = {}
    for step in sorted(steps, key=lambda s: s.depth):
        iri, at = step.item.iri, step.depth
        reached = step.source.iri == item.iri or step.source.iri in found
        if iri in found or iri == item.iri or at > _COLUMNS or not reached or sizes.get(at, 0) >= _A_COLUMN:
            continue
        found[iri] = at
        sizes[at] = sizes.get(at, 0) + 1
    return found


def _boxes(here: Item, items: dict[str, Item], place: dict[str, int]) -> dict[str, DrawnBox]:
    """Return the boxes, each column centred."""
    columns: dict[int, list[str]] = {}
    for iri, at in place.items():
        columns.setdefault(at, []).append(iri)
    words = {iri: _wrapped(items[iri].label) for iri in place}
    tall = {iri: _PAD * 2 + _LINE * (len(words[iri]) + 1) for iri in place}
    heights = {at: sum(tall[i] + _BETWEEN for i in iris) - _BETWEEN for at, iris in columns.items()}
    whole = max(heights.values())
    found: dict[str, DrawnBox] = {}
    for at, iris in sorted(columns.items()):
        y = 2 + (whole - heights[at]) // 2
        for iri in iris:
            x = 2 + at * (_WIDE + _GAP)
            found[iri] = DrawnBox(items[iri], _kind(items[iri]), words[iri], x, y, tall[iri], iri == here.iri)
            y += tall[iri] + _BETWEEN
    return found


def _line(left: DrawnBox, right: DrawnBox, step: Step) -> DrawnLine:
    x1, y1 = left.x + _WIDE, left.y + left.height // 2
    x2, y2 = right.x, right.y + right.height // 2
    bend = (x2 - x1) // 2
    path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return DrawnLine(path, step.basis, f"{step.source.label} {step.words} {step.item.label}")


def _kind(item: Item) -> str:
    said = item.kind or spaced(item.type)
    return f"{said[:1].upper()}{said[1:]} {item.number}".strip()[:_LETTERS]


def _wrapped(label: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(label, _LETTERS, max_lines=_LINES, placeholder="…")) or ("",)
