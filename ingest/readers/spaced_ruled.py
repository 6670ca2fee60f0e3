"""Tables of a text under whose header dashes are drawn: the dashes tell where each column begins and ends."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise, takewhile

from ingest.readers.lost_cells import ends_rows
from ingest.readers.lost_heads import head_kind
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
            below = _below(lines, at, columns)
            for n in [*_above(lines, at, columns), at, *below]:
                found[n] = replace(lines[n], parts=tuple(_cut(lines[n], columns)), ruled=True)
            for n in _unsure(lines, below, columns):
                found[n] = replace(lines[n], ruled=True, over=True)
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


def _below(lines: Sequence[SpacedLine], at: int, columns: Sequence[Span]) -> list[int]:
    """Return the lines of the rows: down to prose that runs over an edge, or stands apart without columns."""
    found: list[int] = []
    blanks = 0
    for n in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[n]
        if not line.text:
            blanks += 1
            if blanks > _MOST_BLANKS:
                break
            continue
        row = _keeps(line, columns) and (not blanks or _across(line, columns))
        if not row and not _runs_over(lines, n, columns):
            break
        blanks = 0
        found.append(n)
    return found


def _runs_over(lines: Sequence[SpacedLine], n: int, columns: Sequence[Span]) -> bool:
    """Tell whether a line that runs over an edge is of a row: rows stand around it, or it has wide gaps."""
    line = lines[n]
    if _ends(line) or ends_rows(line.text) or _keeps(line, columns):
        return False
    wide = len(line.parts) > 1
    following = takewhile(lambda m: lines[m].text, range(n + 1, min(n + _MOST_LINES, len(lines))))
    last = max(following, default=n)
    row = any(_is_row(lines[m], columns) for m in range(n + 1, last + 1))
    if lines[n - 1].text:
        return row or wide or line.text.value[:1].isspace() or line.text.value[:1].islower()
    after = lines[last + 1 : last + 1 + _MOST_BLANKS + _MOST_HEADER]
    below = next((one for one in after if one.text), None)
    headed = any(one.is_rule for one in after) or any(head_kind(line.words(part)) for part in line.parts)
    return wide and below is not None and not headed and _is_row(below, columns)  # else another table


def _is_row(line: SpacedLine, columns: Sequence[Span]) -> bool:
    return _keeps(line, columns) and _across(line, columns)


def _unsure(lines: Sequence[SpacedLine], rows: Sequence[int], columns: Sequence[Span]) -> set[int]:
    """Return the lines of rows in which a cell runs over an edge: its rest may stand below it, or above."""
    over = {n for n in rows if not _keeps(lines[n], columns)}
    apart = any(b - a > 1 for a, b in pairwise(rows))
    found = set(over)
    for n in over:
        rest = takewhile(lambda m: m in rows and (apart or not _begins(lines[m], columns)), count(n + 1))
        found |= {*rest}
        if apart or not _begins(lines[n], columns):
            begun = takewhile(lambda m: m in rows, count(n - 1, -1))
            above = [*begun] if apart else [*_up_to_begin(lines, begun, columns)]
            found |= {*above}
    return found


def _up_to_begin(
    lines: Sequence[SpacedLine], numbers: Iterable[int], columns: Sequence[Span]
) -> Iterator[int]:
    """Yield the numbers of lines upwards, the last that of the line with which a row begins."""
    for n in numbers:
        yield n
        if _begins(lines[n], columns):
            return


def _begins(line: SpacedLine, columns: Sequence[Span]) -> bool:
    """Tell whether a line begins a row: its first cell begins as a sentence does."""
    first = line.text.value[: columns[1][0]].strip()
    return bool(first) and not first[0].islower()


def _keeps(line: SpacedLine, columns: Sequence[Span]) -> bool:
    """Tell whether no word of a line runs over the beginning of a column."""
    value = line.text.value
    return not _ends(line) and all(
        value[start - 1 : start].isspace() or start > len(value) for start, _ in columns[1:]
    )


def _ends(line: SpacedLine) -> bool:
    """Tell whether a line is no row, but dashes or a heading."""
    return not line.parts or line.is_rule or _HEADING.match(line.text.value) is not None


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
