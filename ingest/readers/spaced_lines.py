"""Lines whose columns are kept by blanks: the stretches between wide gaps, and the columns they form."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.marks import BULLETS, NUMBER
from ingest.source import Text

__all__ = ["Columns", "SpacedLine", "Span", "spaced_line"]

Span = tuple[int, int]
"""Where a stretch of a line begins and ends."""

_STRETCH = re.compile(r"\S+(?:[ ]\S+)*")
_MARK = re.compile(rf"^\s*(?:[-*{BULLETS}]|{NUMBER})\s+(?=\S)")
_RULE = re.compile(
    r"^\s*(?:(?:[-=_]{2,}\s+)+[-=_]{2,}|[-=_]{20,})\s*$"
)  # dashes under columns, or under all of them
_HEADING = re.compile(r"#{1,6} ")  # of Markdown, which ends a table
_ONE = 1
_TWO = 2


@dataclass(frozen=True)
class SpacedLine:
    """A line with the stretches of it that wide gaps part, from left to right."""

    text: Text
    parts: tuple[Span, ...]
    group: int = 0
    """Lines of one group stand together, with no blank line between them."""
    ruled: bool = False
    """Dashes under the header told where its columns are."""
    over: bool = False
    """It is of a row in which a cell runs over its column's edge, so that its cells are not sure."""

    @property
    def is_rule(self) -> bool:
        """Tell whether the line draws dashes under the columns."""
        return _RULE.match(self.text.value) is not None

    def words(self, part: Span) -> str:
        """Return the words of a stretch."""
        return self.text.value[part[0] : part[1]]


def spaced_line(text: Text) -> SpacedLine:
    """Return a line in its stretches; the mark of a list item belongs to what follows it."""
    value = text.value
    if "\t" in value:
        return SpacedLine(text, ())
    parts = [m.span() for m in _STRETCH.finditer(value)]
    if len(parts) == 1 and _HEADING.match(value):
        return SpacedLine(text, ())
    mark = _MARK.match(value)
    if mark and len(parts) > 1 and parts[1][0] == mark.end():
        parts[:2] = [(parts[0][0], parts[1][1])]
    return SpacedLine(text, tuple(parts))


@dataclass(frozen=True)
class Columns:
    """The stretches of a line's width that columns take up, with gaps between them that no line crosses."""

    spans: tuple[Span, ...]

    def with_line(self, line: SpacedLine) -> "tuple[Columns, SpacedLine] | None":
        """Return the columns with one line more, and the line, parted where a cell fills its column's width.

        None where the line runs across columns.
        """
        if line.is_rule and len(line.parts) == _ONE:
            return self, line
        parts = [p for part in line.parts for p in self._parted(line, part)]
        spans = [*self.spans]
        for part in parts:
            if self._runs_over(parts, part):
                continue
            near = [n for n, span in enumerate(spans) if _touch(span, part)]
            if len(near) > 1:
                return None
            if near:
                a, b = spans[near[0]]
                spans[near[0]] = (min(a, part[0]), max(b, part[1]))
            else:
                spans = sorted([*spans, part])
        if any(_touch(a, b) for a, b in pairwise(spans)):
            return None
        return Columns(tuple(spans)), replace(line, parts=tuple(parts))

    def _parted(self, line: SpacedLine, part: Span) -> list[Span]:
        """Part a stretch of a row where a column begins after a cell that leaves but one blank before it."""
        near = [span for span in self.spans if _touch(span, part)]
        if len(near) != _TWO or len(line.parts) < _TWO:
            return [part]
        blank = line.text.value.rfind(" ", part[0], near[1][0] + 1)
        left, right = (part[0], blank), (blank + 1, part[1])
        apart = (
            near[1][0] - _ONE <= right[0]
            and blank > part[0]
            and not _touch(near[1], left)
            and not _touch(near[0], right)
        )
        return [left, right] if apart else [part]

    def _runs_over(self, parts: list[Span], part: Span) -> bool:
        """Tell whether a cell that begins where its column does runs over into columns that are empty."""
        near = [span for span in self.spans if _touch(span, part)]
        if len(parts) < _TWO or len(near) < _TWO or near[0][0] != part[0]:
            return False
        others = [other for other in parts if other != part]
        touched = [[span for span in self.spans if _touch(span, other)] for other in others]
        return all(len(spans) == _ONE and spans[0] not in near for spans in touched)

    def of(self, line: SpacedLine) -> list[Text]:
        """Return what a line holds in each column; dashes under all columns hold nothing."""
        if line.is_rule and len(line.parts) == _ONE:
            return [Text()] * len(self.spans)
        return [_within(line, span) for span in self.spans]

    def room(self, column: int) -> int:
        """Return the width that the text of a column has before the next one begins."""
        following = self.spans[column + 1 : column + 2]
        end = following[0][0] - 1 if following else self.spans[column][1]
        return end - self.spans[column][0]

    def without(self, column: int) -> "Columns":
        """Return the columns with one joined to the next."""
        spans = [*self.spans]
        spans[column : column + 2] = [(spans[column][0], spans[column + 1][1])]
        return Columns(tuple(spans))


def _touch(span: Span, part: Span) -> bool:
    return part[0] <= span[1] and span[0] <= part[1]


def _within(line: SpacedLine, span: Span) -> Text:
    parts = [p for p in line.parts if span[0] <= p[0] <= span[1]]
    return line.text[parts[0][0] : parts[-1][1]] if parts else Text()
