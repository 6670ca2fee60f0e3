"""What was read of a document and what was left: the share of its words, and the lines with none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.findings import Findings
from ingest.source import Source, Text

__all__ = ["Account", "account_of"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TAG = re.compile(
    r"<[^<>]{1,400}>|&[a-zA-Z]{2,8};|\]\([^)\s]*\)"
    r"|^[ \t]*(?:[-*•●▪]\s+)?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)",  # the number of a list's item
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Account:
    """How many words a document has, how many lie in something recognised, and where the others are.

    `unread` are ranges of lines, pages or cells as written for people: '3', '7-9', 'page 2'.
    """

    words: int
    read: int
    unread: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the words that were read, 0 to 1."""
        return self.read / self.words if self.words else 1.0


def account_of(findings: Findings) -> Account:
    """Count what lies in an item's evidence, in a name, or in a label that a layout understood."""
    source = findings.document.source
    covered = bytearray(len(source.raw) + 1)
    for text in _read(findings):
        for offset in text.offsets:
            if offset >= 0:
                covered[offset] = 1
    tags = [m.span() for m in _TAG.finditer(source.raw)]
    for start, end in tags:
        covered[start:end] = b"\x02" * (end - start)
    words = [m for m in _WORD.finditer(source.raw) if covered[m.start()] != 2]
    unread = [m for m in words if not any(covered[m.start() : m.end()])]
    return Account(len(words), len(words) - len(unread), tuple(_ranges(source, unread, words)))


def _read(findings: Findings) -> Iterator[Text]:
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
