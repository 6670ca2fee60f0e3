"""The order in which a PDF page is read: text columns and side panels one after the other, top to bottom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.pdf_grids import PageTable
from ingest.readers.pdf_lines import rows_of
from ingest.readers.pdf_words import Word

__all__ = ["Region", "regions_of"]

_GUTTER = 8.0  # points, the least room between columns of text
_SAME_START = 2.5  # points
_LEAST_ROWS = 4  # in a column of text
_LEAST_LETTERS = 14  # in the usual line of a column; shorter ones are the cells of a table
_LEAST_SHARE = 0.18  # of the width, that a column takes
_MOST_COLUMNS = 24  # starts of columns that are tried
_STARTING = 0.5  # of a column's lines that begin at its left edge or are indented from it
_APART = 0.35  # times the type's size, by which the gap before a paragraph is wider than between lines
_TOGETHER = 0.6  # of the paragraphs beside each other that begin at one height, as the rows of a table do
_LEVEL = 0.6  # of the lines beside each other that stand at one height
_SHORT = 26  # letters in the usual line of a column of cells
_PARTED = 0.5  # of the lines of a side that have room within them

_Row = list[Word]


@dataclass(frozen=True, slots=True)
class Region:
    """Words and tables that are read from the top to the bottom, line by line, and what they lie between."""

    rows: tuple[_Row, ...]
    grids: tuple[PageTable, ...]
    left: float
    right: float
    is_column: bool = False


def regions_of(words: Iterable[Word], grids: Sequence[PageTable]) -> Iterator[Region]:
    """Yield the parts of a page in the order in which they are read."""
    yield from _split([*rows_of(words)], [*grids])


def _split(rows: list[_Row], grids: list[PageTable]) -> Iterator[Region]:
    band = _best_band(rows, grids)
    if band is None:
        if rows or grids:
            yield _region(rows, grids)
        return
    above = [g for g in grids if g.bottom <= band.top + 1]
    below = [g for g in grids if g.top >= band.bottom - 1]
    beside = [g for g in grids if g not in above and g not in below]
    yield from _split(rows[: band.first], above)
    words = [w for row in rows[band.first : band.last + 1] for w in row]
    for side in (True, False):
        part = [w for w in words if (w.x < band.gutter) is side]
        tables = [g for g in beside if (g.left < band.gutter) is side]
        yield from (replace(r, is_column=True) for r in _split([*rows_of(part)], tables))
    yield from _split(rows[band.last + 1 :], below)


def _region(rows: list[_Row], grids: list[PageTable]) -> Region:
    lefts = [r[0].left for r in rows] + [g.left for g in grids]
    rights = [max(w.right for w in r) for r in rows] + [g.right for g in grids]
    return Region(tuple(rows), tuple(grids), min(lefts), max(rights))


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows from the first to the last of which a gutter parts."""

    first: int
    last: int
    gutter: float
    top: float
    bottom: float
    weight: int


def _best_band(rows: list[_Row], grids: list[PageTable]) -> _Band | None:
    """Return the largest band of columns, if there is one."""
    if len(rows) < _LEAST_ROWS:
        return None
    bands = [band for start in _starts(rows) for band in _bands(rows, grids, start)]
    return max(bands, key=lambda b: (b.weight, -b.gutter), default=None)


def _starts(rows: list[_Row]) -> list[float]:
    """Return where columns may begin: where words begin again and again after room."""
    counts: Counter[int] = Counter()
    for row in rows:
        places = [row[0].left, *(b.left for a, b in pairwise(row) if b.left - a.right >= _GUTTER)]
        counts.update({round(place) for place in places})
    near = {at: sum(counts[at + d] for d in (-2, -1, 0, 1, 2)) for at in counts}
    often = [at for at, count in near.items() if count >= _LEAST_ROWS and counts[at] >= 2]
    often.sort(key=lambda at: -near[at])
    return [float(at) for at in sorted(often[:_MOST_COLUMNS])][1:]  # the first one is the page's own margin


def _bands(rows: list[_Row], grids: list[PageTable], start: float) -> Iterator[_Band]:
    """Yield the runs of rows in which no word and no table stands in the gutter before a column's start."""
    low, high = start - _GUTTER + 1, start - 1.5
    first = 0
    barred = [(g.top, g.bottom) for g in grids if g.left < low and g.right > high]
    for n in range(len(rows) + 1):
        ended = n == len(rows) or any(w.left < high and w.right > low for w in rows[n])
        cut = not ended and n > first and any(rows[n - 1][0].top < top <= rows[n][0].top for top, _ in barred)
        if ended or cut:
            if n - first >= _LEAST_ROWS and (band := _band(rows, first, n - 1, start)):
                yield band
            first = n if cut else n + 1


def _band(rows: list[_Row], first: int, last: int, start: float) -> _Band | None:
    """Return the band that rows form, without those around it that have nothing on the right."""
    middle = start - _GUTTER / 2
    sides = [([w for w in r if w.x < middle], [w for w in r if w.x >= middle]) for r in rows]
    numbers = [n for n in range(first, last + 1) if sides[n][1]]
    if not numbers:
        return None
    ended = last + 1 < len(rows)
    while last > numbers[-1] and ended and rows[last][0].bold:  # a heading of what stands below
        last -= 1
    lefts = [sides[n][0] for n in range(first, last + 1) if sides[n][0]]
    rights = [sides[n][1] for n in range(first, last + 1) if sides[n][1]]
    overlap = sum(lefts[0][0].top <= row[0].top <= lefts[-1][0].bottom for row in rights) if lefts else 0
    width = max(w.right for r in rows for w in r) - min(r[0].left for r in rows)
    sound = (
        overlap >= _LEAST_ROWS
        and _is_text(lefts, width)
        and _is_text(rights, width)
        and _begin_at_edge(rights, start)
        and not _are_rows_of_table(lefts, rights)
        and not _are_cells_of_table(lefts, rights)
    )
    if not sound:
        return None
    top, bottom = rows[first][0].top, rows[last][0].bottom
    return _Band(first, last, middle, top, bottom, len(lefts) + len(rights))


def _is_text(side: list[_Row], width: float) -> bool:
    """Tell whether a side of a gutter holds lines of text and no figures or short cells."""
    if len(side) < _LEAST_ROWS:
        return False
    wide = max(row[-1].right for row in side) - min(row[0].left for row in side)
    return _letters(side) >= _LEAST_LETTERS and wide >= _LEAST_SHARE * width


def _begin_at_edge(side: list[_Row], start: float) -> bool:
    return sum(abs(row[0].left - start) <= _SAME_START for row in side) >= _STARTING * len(side)


def _are_rows_of_table(lefts: list[_Row], rights: list[_Row]) -> bool:
    """Tell whether what stands side by side begins at the same heights, as the cells of rows do."""
    left, right = _paragraph_tops(lefts), _paragraph_tops(rights)
    if len(left) < 3 or len(right) < 3:
        return False
    common = sum(any(abs(a - b) <= _SAME_START for b in left) for a in right)
    return common >= _TOGETHER * max(len(left), len(right))


def _are_cells_of_table(lefts: list[_Row], rights: list[_Row]) -> bool:
    """Tell whether rows of several cells stand on both sides at the same heights, or short cells on one."""
    tops = [row[0].top for row in lefts]
    common = sum(any(abs(row[0].top - top) <= _SAME_START for top in tops) for row in rights)
    parted = [sum(map(_is_parted, side)) >= _PARTED * len(side) for side in (lefts, rights)]
    short = [_letters(side) <= _SHORT for side in (lefts, rights)]
    if common < _LEVEL * min(len(lefts), len(rights)) or not any(parted):
        return False
    return all(p or s for p, s in zip(parted, short, strict=True))


def _letters(side: list[_Row]) -> int:
    """Return how many letters the usual line of a side has."""
    return sorted(sum(len(w.text) + 1 for w in row) for row in side)[len(side) // 2]


def _is_parted(row: _Row) -> bool:
    """Tell whether there is room within a line, as between the cells of a row."""
    return any(b.left - a.right >= _GUTTER for a, b in pairwise(row))


def _paragraph_tops(side: list[_Row]) -> list[float]:
    gaps = [(b[0].top - a[0].bottom) / b[0].size for a, b in pairwise(side)]
    usual = min((g for g in gaps if g > -0.5), default=0.0)
    return [side[0][0].top, *(r[0].top for r, g in zip(side[1:], gaps, strict=True) if g > usual + _APART)]
