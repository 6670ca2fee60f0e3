"""What was read of a document and what was left: the share of its words, and the lines with none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.findings import Findings
from ingest.source import Source, Text

__all__ = ["Account", "Region", "account_of", "place_name", "texts_read"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TAG = re.compile(
    r"<[^<>]{1,400}>|&[a-zA-Z]{2,8};|\]\([^)\s]*\)"
    r"|^[ \t]*(?:[-*•●▪]\s+)?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)",  # the number of a list's item
    re.MULTILINE,
)
_SHOWN = 300  # characters of a region that are shown


@dataclass(frozen=True, slots=True)
class Region:
    """One stretch of a file of which no word was read: its number, where it stands, its place for people."""

    number: int
    start: int
    end: int
    words: int
    place: str

    def __str__(self) -> str:
        return f"{self.place} ({self.words} word{'' if self.words == 1 else 's'})"

    def as_json(self, raw: str) -> dict[str, Any]:
        """Return the region with the words that stand in it, long ones cut."""
        return {
            "place": self.place,
            "words": self.words,
            "text": " ".join(raw[self.start : self.end].split())[:300],
        }


@dataclass(frozen=True, slots=True)
class Account:
    """How many words a document has, how many lie in something recognised, and where the others are.

    `unread` are ranges of lines, pages or cells as written for people: '3', '7-9', 'page 2'.
    """

    words: int
    read: int
    unread: tuple[str, ...]
    regions: tuple[Region, ...] = field(default=(), repr=False)

    @property
    def share(self) -> float:
        """The share of the words that were read, 0 to 1."""
        return self.read / self.words if self.words else 1.0


def account_of(findings: Findings) -> Account:
    """Count what lies in an item's evidence, in a name, or in a label that a layout understood."""
    source = findings.document.source
    covered = bytearray(len(source.raw) + 1)
    for text in texts_read(findings):
        for offset in text.offsets:
            if offset >= 0:
                covered[offset] = 1
    tags = [m.span() for m in _TAG.finditer(source.raw)]
    for start, end in tags:
        covered[start:end] = b"\x02" * (end - start)
    words = [m for m in _WORD.finditer(source.raw) if covered[m.start()] != 2]
    left = [m for m in words if not any(covered[m.start() : m.end()])]
    regions = tuple(_regions(source, left, words))
    return Account(len(words), len(words) - len(left), tuple(_ranges(source, left, words)), regions)


def texts_read(findings: Findings) -> Iterator[Text]:
    """Yield every text that an item, a name or a label rests on."""
    yield from findings.read
    yield from findings.document.furniture
    yield from (mention.text for mention in findings.mentions)
    for item in findings:
        yield from item.evidence
        yield from (fact.value for fact in item.facts if isinstance(fact.value, Text))
        for link in item.links:
            yield from link.evidence


def _ranges(source: Source, unread: list[re.Match[str]], words: list[re.Match[str]]) -> Iterator[str]:
    """Yield where unread words stand; lines with no words between them do not divide a range."""
    if source.marks:
        yield from dict.fromkeys(_mark_name(source, m.start()) for m in unread)
        return
    with_words = sorted({source.line_of(m.start()) for m in words})
    rank = {line: n for n, line in enumerate(with_words)}
    lines = sorted({source.line_of(m.start()) for m in unread})
    for first, last in _runs(lines, rank):
        yield str(first) if first == last else f"{first}-{last}"


def _runs(lines: Iterable[int], rank: dict[int, int]) -> Iterator[tuple[int, int]]:
    run: tuple[int, int] | None = None
    for line in lines:
        if run and rank[line] == rank[run[1]] + 1:
            run = (run[0], line)
            continue
        if run:
            yield run
        run = (line, line)
    if run:
        yield run


def _mark_name(source: Source, offset: int) -> str:
    place = source.place(offset, offset + 1)
    return f"page {place.page}" if place.page else str(place.cell)


def _regions(source: Source, left: list[re.Match[str]], words: list[re.Match[str]]) -> Iterator[Region]:
    """Yield the stretches of unread words that no read word divides."""
    rank = {m.start(): n for n, m in enumerate(words)}
    runs: list[list[re.Match[str]]] = [[]]
    for m in left:
        if runs[-1] and rank[m.start()] != rank[runs[-1][-1].start()] + 1:
            runs.append([])
        runs[-1].append(m)
    for number, run in enumerate(filter(None, runs), start=1):
        start, end = run[0].start(), run[-1].end()
        yield Region(number, start, end, len(run), place_name(source, start, end))


def place_name(source: Source, start: int, end: int) -> str:
    """Return where a stretch of a file stands, as people write it: 'lines 7-9', 'page 2', 'cells B3-D9'."""
    first, last = source.place(start, start + 1), source.place(max(start, end - 1), end)
    if first.page:
        return _span("page", str(first.page), str(last.page))
    if first.cell:
        return _span("cell", first.cell, str(last.cell))
    return _span("line", str(first.start_line), str(last.start_line))


def _span(what: str, first: str, last: str) -> str:
    return f"{what} {first}" if first == last else f"{what}s {first}-{last}"
