"""Check boxes drawn on a PDF page, as the marks that they show: a box is checked by what lies in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.readers.pdf_marks import CHECKED, UNCHECKED, mark_of
from ingest.readers.pdf_words import Word

__all__ = ["CheckBox", "box_words", "check_boxes"]

_SMALLEST, _LARGEST = 5.0, 16.0  # points
_SQUARE = 1.5  # points by which its sides may differ
_NEAR = 1.5  # points
_LEAST_STROKE = 0.3  # of the box, that a tick or cross takes
_LABEL = 18.0  # points from a box to the words that it marks
_MOST = 200  # small squares on a page; more are a drawing
_PAPER = 0.96  # of full light
_TICKS = frozenset("xX✓✔✗✘☒☑√×✕✖")


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A drawn box, and whether a cross, tick or dot lies in it."""

    left: float
    top: float
    right: float
    bottom: float
    checked: bool = False

    def holds(self, drawn: dict[str, Any]) -> bool:
        """Tell whether the middle of what is drawn lies in the box."""
        x, y = (drawn["x0"] + drawn["x1"]) / 2, (drawn["top"] + drawn["bottom"]) / 2
        return bool(self.left <= x <= self.right and self.top <= y <= self.bottom)

    def touches(self, drawn: dict[str, Any]) -> bool:
        """Tell whether what is drawn meets the box, or is next to it."""
        across = drawn["x0"] <= self.right + _NEAR and drawn["x1"] >= self.left - _NEAR
        return bool(across and drawn["top"] <= self.bottom + _NEAR and drawn["bottom"] >= self.top - _NEAR)

    def is_of(self, drawn: dict[str, Any]) -> bool:
        """Tell whether a drawn box, and no line, is this one."""
        mine = (self.left, self.top, self.right, self.bottom)
        its = (drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"])
        alike = all(abs(a - b) < _NEAR for a, b in zip(mine, its, strict=True))
        return alike and (drawn["object_type"] == "rect" or _is_square(drawn))


def check_boxes(page: Any, words: Sequence[dict[str, Any]]) -> list[CheckBox]:
    """Return the check boxes of a page of pdfplumber's: small squares that stand alone beside words."""
    squares = [box for box in (*page.rects, *page.curves) if _is_square(box)]
    if not squares or len(squares) > _MOST:
        return []
    found: list[CheckBox] = []
    for square in squares:
        box = CheckBox(square["x0"], square["top"], square["x1"], square["bottom"])
        if any(known.is_of(square) for known in found) or not _is_labelled(box, words):
            continue
        if (checked := _checked(box, page, words)) is not None:
            found.append(CheckBox(box.left, box.top, box.right, box.bottom, checked))
    return found


def box_words(boxes: Iterable[CheckBox]) -> list[Word]:
    """Return the marks of boxes as words at their places: ☒ or ☐."""
    return [
        Word(
            CHECKED if b.checked else UNCHECKED,
            b.left,
            b.right,
            b.top,
            b.bottom,
            round(b.bottom - b.top, 1),
            False,
        )
        for b in boxes
    ]


def _is_square(box: dict[str, Any]) -> bool:
    width, height = box["x1"] - box["x0"], box["bottom"] - box["top"]
    small = min(width, height) >= _SMALLEST and max(width, height) <= _LARGEST
    if not small or abs(width - height) > _SQUARE:
        return False
    is_box = box["object_type"] == "rect" or len(box.get("pts") or ()) in (4, 5)
    return bool(
        is_box and box.get("stroke") and (not box.get("fill") or _is_paper(box.get("non_stroking_color")))
    )


def _is_paper(colour: Any) -> bool:
    parts = colour if isinstance(colour, list | tuple) else [colour]
    return len(parts) in (1, 3) and all(isinstance(c, int | float) and c >= _PAPER for c in parts)


def _is_labelled(box: CheckBox, words: Sequence[dict[str, Any]]) -> bool:
    middle = (box.top + box.bottom) / 2
    return any(
        0 <= w["x0"] - box.right + _NEAR <= _LABEL and w["top"] <= middle <= w["bottom"] for w in words
    )


def _checked(box: CheckBox, page: Any, words: Sequence[dict[str, Any]]) -> bool | None:
    """Tell whether a box is checked; None where it is part of a grid, or holds something else."""
    signs = [word for word in words if box.holds(word)]
    if signs:
        return True if all(_is_tick(word) for word in signs) else None
    drawn = [d for d in (*page.rects, *page.curves, *page.lines) if box.touches(d) and not box.is_of(d)]
    inside = [d for d in drawn if box.holds(d) and _fits(box, d)]
    if any(d not in inside and not _surrounds(d, box) for d in drawn):
        return None
    sides = [max(d["x1"] - d["x0"], d["bottom"] - d["top"]) for d in inside]
    return any(side >= _LEAST_STROKE * (box.right - box.left) for side in sides)


def _is_tick(word: dict[str, Any]) -> bool:
    text = mark_of(word["chars"][0]["fontname"].lower(), word["text"])
    return len(text) == 1 and text in _TICKS


def _fits(box: CheckBox, drawn: dict[str, Any]) -> bool:
    """Tell whether what is drawn is no larger than a tick, which may reach over the box's edge."""
    room = (box.right - box.left) * 1.5
    return bool(drawn["x1"] - drawn["x0"] <= room and drawn["bottom"] - drawn["top"] <= room)


def _surrounds(drawn: dict[str, Any], box: CheckBox) -> bool:
    """Tell whether a larger box, as that of a table's cell or of a page, lies around the box."""
    return bool(drawn["x0"] < box.left - _NEAR and drawn["x1"] > box.right + _NEAR
                and drawn["top"] < box.top - _NEAR and drawn["bottom"] > box.bottom + _NEAR)  # fmt: skip
