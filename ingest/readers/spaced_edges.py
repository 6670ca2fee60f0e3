"""Columns that stand but one blank apart: their edges are the words of a header over which no row runs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.spaced_lines import SpacedLine

__all__ = ["cut_at_edges"]

_WORD = re.compile(r"\S+")
_HEADING = re.compile(r"^#{1,6}\s+\S")
_RULED = re.compile(r"^[\s\-=_+|]*$")
_HEADER = 2  # lines of a header whose words may begin columns
_MOST_LINES = 400  # that are looked at below one header
_MOST_BLANKS = 4  # empty lines between two rows, as a page's end leaves
_WIDE = 2  # blanks that part two columns wherever they stand
_LEAST_SEEN = 2  # rows in which a column begins after more than one blank
_LEAST_EDGES = 2  # that are seen so often


@dataclass
class _Table:
    """The lines under a header, and at which of its words columns begin: in how many rows that is seen."""

    lines: list[int]
    edges: dict[int, int]

    @property
    def holds(self) -> bool:
        return sum(seen >= _LEAST_SEEN for seen in self.edges.values()) >= _LEAST_EDGES


def cut_at_edges(lines: Sequence[SpacedLine]) -> list[SpacedLine]:
    """Return the lines, the rows under a header cut where its columns begin.

    Headers of the same words have the same columns: what is seen under one holds for all.
    """
    found = list(lines)
    alike: dict[str, list[_Table]] = defaultdict(list)
    at = 0
    while at < len(lines):
        first = len(lines[at].parts) > 1 and not lines[at].is_rule and not lines[at].ruled
        table = _table(lines, at) if first else None
        if table and table.holds:
            alike[lines[at].text.value.rstrip()].append(table)
            at = table.lines[-1] + 1
        else:
            at += 1
    for header, tables in alike.items():
        seen = {edge for table in tables for edge, times in table.edges.items() if times}
        for table in tables:
            edges = sorted(_marked(header, seen & table.edges.keys(), table, lines))
            for n in table.lines:
                parts = tuple(_cut(lines[n], edges))
                if len(parts) > _WIDE or not _is_alone(lines, n):
                    found[n] = replace(lines[n], parts=parts)
    return found


def _table(lines: Sequence[SpacedLine], at: int) -> _Table:
    """Return what stands under a header: down to the first line that runs over most of its columns."""
    front = [lines[n] for n in range(at, min(at + _HEADER, len(lines))) if lines[n].parts]
    starts = {m.start() for line in front for m in _WORD.finditer(line.text.value)} - {0}
    edges = {s: _seen(front[0], s) for s in starts if not _crosses(front[0], s)}
    taken, blanks = [at], 0
    for n in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[n]
        blanks = blanks + 1 if not line.text else 0
        if (
            blanks > _MOST_BLANKS
            or line.ruled
            or (line.text and not line.parts)
            or _HEADING.match(line.text.value)
        ):
            break
        if not line.text or _RULED.match(line.text.value):
            continue
        crossed = {s for s in edges if _crosses(line, s)}
        sure = {s for s in edges if edges[s] and s < len(line.text)}
        if len(crossed & sure) * 2 > len(sure):
            break
        edges = {s: seen + _seen(line, s) for s, seen in edges.items() if s not in crossed}
        taken.append(n)
    return _Table(taken, edges)


def _is_alone(lines: Sequence[SpacedLine], n: int) -> bool:
    """Tell whether a line without wide gaps stands between empty lines, as a heading does."""
    around = (lines[m].text for m in (n - 1, n + 1) if 0 <= m < len(lines))
    return len(lines[n].parts) == 1 and not any(around)


def _crosses(line: SpacedLine, edge: int) -> bool:
    return not line.text.value[edge - 1 : edge].isspace() and edge <= len(line.text)


def _seen(line: SpacedLine, edge: int) -> int:
    """Return 1 if a word begins at an edge after more than one blank, else 0."""
    value = line.text.value
    begins = edge < len(value) and not value[edge].isspace()
    return int(begins and value[max(0, edge - _WIDE) : edge].isspace())


def _marked(header: str, edges: Iterable[int], table: _Table, lines: Sequence[SpacedLine]) -> set[int]:
    """Return the edges, and that of an empty column beside columns of single letters, as of marks."""
    found = {*edges}
    for a, b in pairwise(sorted([*found, len(header) + 1])):
        within = {m.start() for m in _WORD.finditer(header, a, min(b, len(header)))} - {a}
        cells = {lines[n].text.value[a:b].strip() for n in table.lines[1:]} - {""}
        if within and cells and all(len(cell) == 1 for cell in cells):
            found |= within & table.edges.keys()
    return found


def _cut(line: SpacedLine, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line, cut at the edges within them."""
    for start, end in line.parts:
        cuts = [start, *(e for e in edges if start < e < end and not _crosses(line, e)), end]
        for a, b in pairwise(cuts):
            yield a, a + len(line.text.value[a:b].rstrip())
