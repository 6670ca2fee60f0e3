"""What the ends of lines and pages cut in a PDF: words within a cell or column, rows of a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.ask.english import English
from ingest.readers.manuscript import CUT, HYPHEN
from ingest.readers.pdf_cells import Cell, words_in
from ingest.readers.pdf_grids import PageTable, Row
from ingest.readers.pdf_lines import Line
from ingest.wording import wording

__all__ = ["Vocabulary", "is_rest"]

_LAST = re.compile(r"([^\W\d_]+)$")
_FIRST = re.compile(r"^([^\W\d_]+)")
_PARTED = re.compile(r"[^\W\d_]-$")
_AMOUNT = re.compile(r"\(?[$€£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{2}|\.\d+%)?\)?%?")
_COMMON = 2000  # the most frequent words, which stand by themselves
_SHORT, _COMMONEST = 2, 100  # letters, and which words of so few stand by themselves
_ALONE = frozenset({"and", "or", "to"})  # what follows a hyphen that stands for a word's rest
_STOP = re.compile(r"[.?!:;][\"”’')\]]*$")
_SMALL = re.compile(r"[(\[“\"]?[a-z]|[,;&)%]")
_ITEM = re.compile(r"[•●▪◦]\s")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document, as they stand within its lines, by which a cut word is known."""

    words: frozenset[str]

    @classmethod
    def of(cls, parts: Iterable[Line | PageTable]) -> "Vocabulary":
        """Gather the words that are neither the first nor the last of their line."""
        inner = (word for text in _lines(parts) for word in text.split()[1:-1])
        return cls(frozenset(word.strip(".,;:!?()[]“”\"'’").casefold() for word in inner))

    def cell(self, cell: Cell) -> str:
        """Return the words of a cell, its paragraphs parted by line ends, its cut words marked."""
        text = cell[0].text if cell else ""
        for before, line in pairwise(cell):
            glue = "\n" if line.begins else self.glue(before.text, line.text, full=before.full)
            text = text.removesuffix("-" if glue == HYPHEN else "") + glue + line.text
        return text

    def row(self, row: Row) -> list[str]:
        """Return the words of a row's cells."""
        return [self.cell(cell) for cell in row]

    def glue(self, before: str, after: str, *, full: bool) -> str:
        """Return what stands between a line and the next: a blank, or a mark where the end cut a word."""
        last, first = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
        if _PARTED.search(last):
            return self._after_hyphen(last, first)
        if last == before and _is_cut_number(last, first):
            return CUT
        end, begin = _LAST.search(last), _FIRST.search(first)
        if not full or end is None or begin is None or not first[0].islower():
            return " "
        head, tail = end[1].casefold(), begin[1].casefold()
        if not self._knows(head + tail) or (self._stands_alone(head) and self._stands_alone(tail)):
            return " "
        return CUT if last == before or not self._knows(head) else " "

    def _after_hyphen(self, last: str, first: str) -> str:
        begin, end = _FIRST.search(first), _LAST.search(last[:-1])
        if begin is None or end is None or first.casefold() in _ALONE:
            return " "
        head, tail = end[1].casefold(), begin[1].casefold()
        parted = f"{last[:-1]}-{first}".strip(".,;:!?()[]“”\"'’").casefold()
        whole = first[0].islower() and self._knows(head + tail) and parted not in self.words
        return HYPHEN if whole else CUT

    def _knows(self, word: str) -> bool:
        english = English.load()
        return word in self.words or english.knows(word) or english.rarely(word) is not None

    def _stands_alone(self, word: str) -> bool:
        if len(word) <= _SHORT:  # 'al' and 're' are seen as words too
            return English.load().rank(word) < _COMMONEST
        return word in self.words or English.load().rank(word) < _COMMON


def _is_cut_number(head: str, tail: str) -> bool:
    """Tell whether an amount was cut: what stands before is none, both together are one."""
    return bool(_AMOUNT.fullmatch(head + tail)) and not (_AMOUNT.fullmatch(head) and tail[0] != ".")


def _lines(parts: Iterable[Line | PageTable]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Line):
            yield part.text
        else:
            yield from (line.text for row in part.rows for cell in row for line in cell)


def is_rest(before: Row, row: Row, others: Sequence[Row]) -> bool:
    """Tell whether the first row of a page only goes on with the last row of the page before.

    Its first cell is empty as in no other row, or its words go on with those above; and no
    cell begins anew.
    """
    above, below = [words_in(c) for c in before], [words_in(c) for c in row]
    filled = [n for n, words in enumerate(below) if words]
    if not filled or any(not above[n] for n in filled):
        return False
    going_on = [n for n in filled if _goes_on(above[n], below[n])]
    if not below[0]:
        usual = any(not other[0] for other in others)
        return len(going_on) == len(filled) or (bool(above[0]) and not usual)
    fewer = any(words and not below[n] for n, words in enumerate(above))
    return len(going_on) == len(filled) and (fewer or _is_open(above[0]))


def _goes_on(above: str, below: str) -> bool:
    return bool(_SMALL.match(below) and not _STOP.search(above)) or _is_open(above)


def _is_open(words: str) -> bool:
    """Tell whether words break off: at an open bracket, a hyphen, or a word that wants another."""
    if words.count("(") > words.count(")") or words.count("[") > words.count("]"):
        return True
    last = words.rsplit(maxsplit=1)[-1:]
    return any(w[-1] in "-–,/&" or w.lower() in wording("department_plans")["unfinished"] for w in last)
