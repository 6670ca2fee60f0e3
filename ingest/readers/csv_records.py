"""Cuts comma- or tab-separated values into records, each cell with its place in the file.

The csv module of Python gives words without their places and guesses the sign between cells from a
sample (its Sniffer takes any letter that comes often); every cell here knows the offsets of its letters.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.source import Source, Text

__all__ = ["records_of", "sign_between"]

_SIGNS = ",\t;|"
_SAMPLE = 200  # records by which the sign between cells is chosen
_LONGEST_SAMPLE = 200_000  # characters
_END = re.compile(r"\r\n|\r|\n")


def sign_between(raw: str) -> str:
    """Return the sign that stands between the cells: the one that makes the most records equally wide."""
    named = re.match(r"\ufeff?sep=(.)\r?\n", raw, re.IGNORECASE)
    if named:
        return named[1]
    sample = Source("", raw[:_LONGEST_SAMPLE])
    return max(_SIGNS, key=lambda sign: _evenness(sample, sign))


def _evenness(source: Source, sign: str) -> float:
    """Return how many cells the records of the commonest width have, without empty ones at the end."""
    widths: Counter[int] = Counter()
    for record in records_of(source, sign):
        if filled := [n for n, cell in enumerate(record, 1) if cell.value.strip()]:
            widths[max(filled)] += 1
        if widths.total() >= _SAMPLE:
            break
    return max((n * (width - 1) / widths.total() for width, n in widths.items()), default=0.0)


def records_of(source: Source, sign: str) -> Iterator[list[Text]]:
    """Yield the records of a text, each a list of its cells without their quotation marks."""
    scanner = _Scanner(source.raw, sign)
    while scanner.at < len(source.raw):
        yield [_text(source.raw, spans) for spans in scanner.record()]


@dataclass
class _Scanner:
    """Goes through the text once; a quotation mark that is never closed is a letter like any other."""

    raw: str
    sign: str
    at: int = 0
    quoted: bool = True  # whether quotation marks still enclose cells

    def __post_init__(self) -> None:
        self._stop = re.compile(f"{re.escape(self.sign)}|\r\n|\r|\n")

    def record(self) -> Iterator[list[tuple[int, int]]]:
        """Yield the cells up to the next end of a record, each as stretches of the text."""
        while True:
            yield self._cell()
            if self.raw.startswith(self.sign, self.at):
                self.at += len(self.sign)
                continue
            end = _END.match(self.raw, self.at)
            self.at = end.end() if end else len(self.raw)
            return

    def _cell(self) -> list[tuple[int, int]]:
        begin = self.at
        if self.raw.startswith("\ufeff", begin):
            begin += 1
        if self.quoted and self.raw.startswith('"', begin) and (spans := self._inside(begin + 1)) is not None:
            return spans
        end = self._stop.search(self.raw, begin)
        self.at = end.start() if end else len(self.raw)
        return [(begin, self.at)]

    def _inside(self, begin: int) -> list[tuple[int, int]] | None:
        """Return the stretches of a quoted cell, in which two marks are one; None if it never ends."""
        spans = []
        while (mark := self.raw.find('"', begin)) >= 0:
            if self.raw.startswith('""', mark):
                spans.append((begin, mark + 1))
                begin = mark + 2
                continue
            spans.append((begin, mark))
            end = self._stop.search(self.raw, mark + 1)
            self.at = end.start() if end else len(self.raw)
            return [*spans, (mark + 1, self.at)]
        self.quoted = False
        return None


def _text(raw: str, spans: list[tuple[int, int]]) -> Text:
    value = "".join(raw[a:b] for a, b in spans)
    return Text(value, tuple(i for a, b in spans for i in range(a, b))).strip()
