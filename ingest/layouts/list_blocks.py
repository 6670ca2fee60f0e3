"""Lists as a plan prints them: the entries, and the heading and sentences that introduce them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.document import Block, Document, ListItem, Table
from ingest.layouts.abbreviations import running_texts
from ingest.layouts.prose import is_heading, sentences
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Entry", "ListBlock", "list_blocks"]

# How many blocks may stand between a sentence that announces lists and the first of them.
_REACH = 2


@dataclass(frozen=True)
class Entry:
    """One entry of a list, with its depth."""

    text: Text
    depth: int


@dataclass(frozen=True)
class ListBlock:
    """One list: its entries, the line right above it, the heading, and a sentence that announces it."""

    entries: tuple[Entry, ...]
    above: Text
    heading: Text
    announced: Text

    @property
    def introduction(self) -> Text:
        """Return the sentence that introduces the list, where there is one."""
        return self.above_sentence or self.announced

    @property
    def above_sentence(self) -> Text:
        """Return the sentence right above the list that introduces it."""
        return Text() if self.above == self.heading else _introducing(self.above)


def list_blocks(document: Document) -> Iterator[ListBlock]:
    """Yield the lists of a document in reading order, each with what stands above it."""
    heading, announced, since = Text(), Text(), 0
    blocks = document.blocks
    joined = _joined(document)
    number = 0
    while number < len(blocks):
        block = blocks[number]
        if isinstance(block, ListItem):
            items = _run(blocks, number)
            yield ListBlock(tuple(_entries(items, joined)), _above(blocks, number), heading, announced)
            number += len(items)
            since = 0
            continue
        if is_heading(block):
            heading = block.text  # type: ignore[union-attr]  # a table is no heading
        elif not isinstance(block, Table) and (sentence := _announcing(block.text)):
            announced, since = sentence, 0
        since += 1
        announced = announced if since <= _REACH else Text()
        number += 1


def _run(blocks: Sequence[Block], start: int) -> list[ListItem]:
    """Return the items that follow each other; a number that begins again begins another list."""
    found: list[ListItem] = []
    for block in blocks[start:]:
        if not isinstance(block, ListItem):
            break
        if (
            found
            and block.depth == 0
            and re.fullmatch(r"[1a][.)]", block.mark)
            and block.mark == found[0].mark
        ):
            break
        found.append(block)
    return found


def _joined(document: Document) -> set[int]:
    """Return where the second half of an entry begins that was cut in two, by its first letter's offset."""
    starts = {b.text.offsets[0] for b in document.blocks if isinstance(b, ListItem) and b.text}
    found = set()
    for text in running_texts(document):
        found |= {o for o in text.offsets[1:] if o in starts}
    return found


def _entries(items: Sequence[ListItem], joined: set[int]) -> Iterator[Entry]:
    """Yield the entries; two halves of one that a line's end cut are one again."""
    whole: list[Entry] = []
    for item in items:
        if not item.text:
            continue
        if whole and item.text.offsets[0] in joined:
            whole[-1] = Entry(Text.join([whole[-1].text, item.text]), whole[-1].depth)
        else:
            whole.append(Entry(item.text, item.depth))
    yield from whole


def _above(blocks: Sequence[Block], number: int) -> Text:
    before = blocks[number - 1] if number else None
    return Text() if before is None or isinstance(before, Table | ListItem) else before.text


def _introducing(text: Text) -> Text:
    """Return the last sentence of a text, where it introduces what follows."""
    every = list(sentences(text))
    last = every[-1] if every else Text()
    return last if _pattern().search(str(last)) else Text()


def _announcing(text: Text) -> Text:
    """Return the sentence of a paragraph that announces what stands below."""
    return next((s for s in sentences(text) if _announces().search(str(s))), Text())


@cache
def _announces() -> re.Pattern[str]:
    return re.compile("|".join(wording("registers")["announces"]), re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(wording("registers")["introduces"]), re.IGNORECASE)
