"""The drawn lines of a PDF page that may rule a table: dashes joined, underlines' boxes left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.readers.pdf_boxes import CheckBox

__all__ = ["Rule", "Rules", "rules_of"]

_THIN = 3.0  # points; a box that is no thicker is a line
_SAME = 2.5  # points between lines that are one
_MEET = 3.0  # points by which lines that meet may miss each other
_LEAST_ENDS = 3  # lines that end together where a table is open
_DASH_GAP = 4.0  # points between the dashes of a line
_SHORTEST = 6.0  # points
_WHITE = 0.96  # of full light; paler colours are seen as paper
_WHOLE_PAGE = 0.95  # of its width and height
_MOST = 4000  # lines on a page; a drawing has more, and no table is looked for in it


@dataclass(frozen=True, slots=True)
class Rule:
    """A level or upright line: `at` from the top or left, from `start` to `end` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


def rules_of(page: Any, boxes: Sequence[CheckBox] = ()) -> Rules:
    """Return the lines of a page of pdfplumber's without its check boxes; none where there are too many."""
    drawn = [*_lines(page.lines), *_boxes(page, boxes)]
    if len(drawn) > _MOST:
        return Rules((), ())
    level = [*_joined(rule for kind, rule in drawn if kind == "level")]
    upright = [*_joined(rule for kind, rule in drawn if kind == "upright")]
    ends = [*_closing(upright, level)]
    sides = [*_closing(level, upright)]
    return Rules((*level, *ends), (*upright, *sides))


def _closing(rules: list[Rule], across: list[Rule]) -> Iterator[Rule]:
    """Yield the line at which several lines of a table end together though none is drawn there.

    So a row is left open that goes on on the next page, and a table without a frame at its sides.
    """
    for pick in (_start_of, _end_of):
        ends = sorted(rules, key=pick)
        while ends:
            group = [rule for rule in ends if pick(rule) - pick(ends[0]) <= _SAME]
            ends = ends[len(group) :]
            at, low, high = pick(group[0]), min(r.at for r in group), max(r.at for r in group)
            drawn = any(abs(r.at - at) <= _MEET and r.start <= high and r.end >= low for r in across)
            crossed = [r for r in across if sum(_meet(r, rule) for rule in group) >= 2]
            if len(group) >= _LEAST_ENDS and not drawn and crossed:
                yield Rule(at, low, high)


def _start_of(rule: Rule) -> float:
    return rule.start


def _end_of(rule: Rule) -> float:
    return rule.end


def _meet(rule: Rule, other: Rule) -> bool:
    """Tell whether a line crosses another, or ends at it."""
    along = other.start - _MEET <= rule.at <= other.end + _MEET
    return along and rule.start - _MEET <= other.at <= rule.end + _MEET


def _lines(lines: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Rule]]:
    for line in lines:
        yield from _sides(line, thin=True)


def _boxes(page: Any, boxes: Sequence[CheckBox]) -> Iterator[tuple[str, Rule]]:
    """Yield the thin boxes as lines, and the sides of boxes that frame or colour something."""
    for box in [*page.rects, *page.curves]:
        if any(known.is_of(box) for known in boxes):
            continue
        width, height = box["x1"] - box["x0"], box["bottom"] - box["top"]
        if width > _WHOLE_PAGE * page.width and height > _WHOLE_PAGE * page.height:
            continue
        if width <= _THIN or height <= _THIN:
            yield from _sides(box, thin=True)
        elif box["object_type"] == "rect" and (box.get("stroke") or _is_seen(box.get("non_stroking_color"))):
            yield from _sides(box, thin=False)


def _sides(box: dict[str, Any], *, thin: bool) -> Iterator[tuple[str, Rule]]:
    left, right, top, bottom = box["x0"], box["x1"], box["top"], box["bottom"]
    width, height = right - left, bottom - top
    if not thin:
        for at in (top, bottom):
            yield "level", Rule(at, left, right)
        for at in (left, right):
            yield "upright", Rule(at, top, bottom)
        return
    if height <= _THIN:
        yield "level", Rule((top + bottom) / 2, left, right)
    if width <= _THIN:
        yield "upright", Rule((left + right) / 2, top, bottom)


def _is_seen(colour: Any) -> bool:
    """Tell whether a box's colour differs from that of paper."""
    if isinstance(colour, int | float):
        return bool(colour < _WHITE)
    if not isinstance(colour, list | tuple) or not all(isinstance(c, int | float) for c in colour):
        return colour is not None
    if len(colour) == 4:  # cyan, magenta, yellow, black
        return bool(max(colour) > 1 - _WHITE)
    return bool(colour and min(colour) < _WHITE)


def _joined(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield lines that lie on one another, or go on after a gap as between dashes, as one."""
    for at, group in _by_place(rules):
        start = end = None
        for rule in sorted(group, key=lambda r: r.start):
            if end is not None and rule.start <= end + _DASH_GAP:
                end = max(end, rule.end)
                continue
            if start is not None and end is not None and end - start >= _SHORTEST:
                yield Rule(at, start, end)
            start, end = rule.start, rule.end
        if start is not None and end is not None and end - start >= _SHORTEST:
            yield Rule(at, start, end)


def _by_place(rules: Iterable[Rule]) -> Iterator[tuple[float, list[Rule]]]:
    """Yield the lines that lie at the same place, or nearly so, with that place."""
    groups: dict[float, list[Rule]] = defaultdict(list)
    first = None
    for rule in sorted(rules, key=lambda r: r.at):
        if first is None or rule.at - first > _SAME:
            first = rule.at
        groups[first].append(rule)
    for group in groups.values():
        weight = sum(r.end - r.start for r in group) or 1.0
        yield sum(r.at * (r.end - r.start) for r in group) / weight if weight > 1 else group[0].at, group
