"""Tables of a text under whose header dashes are drawn: the dashes tell where each column begins and ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.spaced_lines import SpacedLine, Span

__all__ = ["cut_at_rulers"]

_DASHES = re.compile(r"[-=_]{2,}")
_HEADING = re.compile(r"^#{1,6}\s+\S")
_MOST_HEADER = 5  # lines above the dashes
_MOST_LINES = 2000  # under one ruler
_MOST_BLANKS = 4  # empty lines between two rows, as a page's end leaves
_SURE = 3  # edges at which a line of single blanks must keep a column's edge, to be a row after an empty line


def cut_at_rulers(lines: Sequence[SpacedLine]) -> list[SpacedLine]:
    """Return the lines, those above and below a ruler of dashes cut where its columns begin."""
    found = list(lines)
    for at, line in enumerate(lines):
        if len(columns := _columns(line)) > 1:
            for n in [*_above(lines, at, columns), at, *_below(lines, at, columns)]:
                found[n] = replace(lines[n], parts=tuple(_cut(lines[n], columns)), ruled=True)
    return found


def _columns(line: SpacedLine) -> list[Span]:
    return [m.span() for m in _DASHES.finditer(line.text.value)] if line.is_rule else []


def _above(lines: Sequence[SpacedLine], at: int, columns: Sequence[Span]) -> Iterator[int]:
    for n in range(at - 1, max(-1, at - 1 - _MOST_HEADER), -1):
        if not _keeps(lines[n], columns):
            return
        if not _across(lines[n], columns) and (n < at - 1 or len([*_cut(lines[n], columns)]) == 1):
            return
        yield n


def _below(lines: Sequence[SpacedLine], at: int, columns: Sequence[Span]) -> Iterator[int]:
    """Yield the lines of the rows: down to one that runs over an edge, or stands apart without columns."""
    blanks = 0
    for n in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[n]
        if not line.text:
            blanks += 1
            if blanks > _MOST_BLANKS:
                return
            continue
        if not _keeps(line, columns) or (blanks and not _across(line, columns)):
            return
        blanks = 0
        yield n


def _keeps(line: SpacedLine, columns: Sequence[Span]) -> bool:
    """Tell whether no word of a line runs over the beginning of a column."""
    value = line.text.value
    if not line.parts or line.is_rule or _HEADING.match(value):
        return False
    return all(value[start - 1 : start].isspace() or start > len(value) for start, _ in columns[1:])


def _across(line: SpacedLine, columns: Sequence[Span]) -> bool:
    """Tell whether a line shows columns by itself: by a wide gap, or by words in many of them."""
    return len(line.parts) > 1 or line.parts[0][0] >= columns[1][0] or len([*_cut(line, columns)]) > _SURE


def _cut(line: SpacedLine, columns: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretch that a line fills in each column."""
    value = line.text.value
    for a, b in pairwise([0, *(start for start, _ in columns[1:]), max(len(value), columns[-1][0])]):
        words = value[a:b]
        if words.strip():
            yield a + len(words) - len(words.lstrip()), a + len(words.rstrip())
