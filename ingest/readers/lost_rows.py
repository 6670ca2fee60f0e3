"""Tables of which the cells of a row run together in one line: what each cell is tells where it begins."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.readers.lost_cells import LostTable, ends_rows, goes_on
from ingest.readers.lost_heads import cell_pattern, fits, heads_in
from ingest.source import Text
from ingest.wording import wording

__all__ = ["table_of_lines"]

_MOST_LINES = 400
_MOST_WRAPPED = 4  # lines of one row
_MOST_WORDS = 14  # of a cell that says when, or who
_SHORT = ("when", "value", "money", "who")
_LETTER = re.compile(r"[^\W\d_]{2}")


def table_of_lines(lines: Sequence[Text], at: int) -> LostTable | None:
    """Return the table whose headers run together in a line, if every line down to the next gap is a row."""
    heads = heads_in(lines[at])
    kinds = [h.kind for h in heads]
    rest = kinds[2:] if kinds[:1] == ["number"] else kinds[1:]
    if not heads or not all(kind in _SHORT for kind in rest):
        return None
    end = at + 1
    while end < len(lines) and end - at <= _MOST_LINES and lines[end] and not ends_rows(lines[end]):
        end += 1
    rows = _rows([line.strip() for line in lines[at + 1 : end]], kinds)
    if not rows or not _alike(kinds, rows):
        return None
    return LostTable(tuple(heads), tuple(rows), end)


def _rows(lines: Sequence[Text], kinds: Sequence[str]) -> list[tuple[Text, ...]]:
    """Return the rows that lines make up; none where one of them cannot be told."""
    rows: list[tuple[Text, ...]] = []
    open_lines: list[Text] = []
    for line in lines:
        if open_lines and not goes_on(str(open_lines[-1]), line.value):
            return []
        if not open_lines and line.value[:1].islower():
            return []  # more of the row above, of which no cell is known to end there
        open_lines.append(line)
        if row := _row(Text.join(open_lines), kinds):
            rows.append(row)
            open_lines = []
        elif len(open_lines) > _MOST_WRAPPED:
            return []
    return [] if open_lines else rows


def _row(line: Text, kinds: Sequence[str]) -> tuple[Text, ...]:
    """Return the cells of a line, from the right; nothing where it is not sure how they are parted."""
    cells: list[Text] = []
    first = 2 if kinds[0] == "number" else 1
    for kind in reversed(kinds[first:]):
        at = _begin(line, kind)
        if at is None:
            return ()
        cells.append(line[at:].strip())
        line = line[:at].strip()
    if first > 1:
        number, _, rest = line.value.partition(" ")
        if not fits("number", number) or not rest:
            return ()
        cells.extend([line[len(number) :].strip(), line[: len(number)]])
    else:
        cells.append(line)
    name = cells[-first].value
    if not _LETTER.search(name) or not fits("name", name) or goes_on(name, ""):
        return ()
    return tuple(reversed(cells))


def _begin(line: Text, kind: str) -> int | None:
    """Return where the last cell of a line begins, which is of a kind."""
    words = [m.start() for m in re.finditer(r"\S+", line.value)][1:][-_MOST_WORDS:]
    if kind == "who":
        return _who(line, words)
    found = [at for at in words if fits(kind, line.value[at:])]
    if not found:
        return None
    at = found[0] if kind == "when" else found[-1]
    before = line.value[:at].split()[-1].lower()
    if (
        kind == "value"
        and line.value[at:].strip().isdecimal()
        and before in wording("lost_columns")["numbered"]
    ):
        return None
    if kind == "when" and _small(line.value[at:]) and len(found) > 1:
        return None  # 'in fall 2025 Fall 2025': which of it is the name's is not known
    return at


def _small(words: str) -> bool:
    return words[:1].islower()


def _who(line: Text, words: Sequence[int]) -> int | None:
    """Return where the name of posts or teams begins: all of its words are known, and none stands before."""
    at = len(line)
    for start in reversed(words):
        word = line.value[start:].split()[0]
        plain = word.strip(",;/").lower()
        if not (word[:1].isupper() or plain in ("and", "&")) or plain not in _known():
            break
        at = start
    if at == len(line):
        return None
    said = line.value[at:].split()
    before = line.value[:at].split()[-1]
    if said[-1].strip(",;").lower() not in _posts() or not said[0][:1].isupper():
        return None
    return at if before[:1].islower() or before[:1].isdigit() else None


def _alike(kinds: Sequence[str], rows: Sequence[tuple[Text, ...]]) -> bool:
    """Tell whether the values of each column are written alike: all as percentages, or none."""
    for n, kind in enumerate(kinds):
        said = [str(row[n]) for row in rows if any(c.isdigit() for c in row[n].value)]
        if kind == "value" and len({words.endswith("%") for words in said}) > 1:
            return False
    return all(cell_pattern("value").fullmatch(str(row[0])) is None for row in rows)


@cache
def _posts() -> frozenset[str]:
    return frozenset(wording("lost_columns")["post"])


@cache
def _known() -> frozenset[str]:
    return _posts() | frozenset(wording("lost_columns")["kind"])
