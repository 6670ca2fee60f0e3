"""Running text as it was written: paragraphs whole again, their sentences, the heading above them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.document import Document, Heading, Paragraph
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Passage", "is_heading", "passages", "sentences"]

_LONGEST_HEADING = 100  # characters
_MOST_WORDS_BEFORE_COLON = 8
_END = re.compile(r"[.!?][\"”’)\]]*$")
_BREAK = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])")
_LAST_WORD = re.compile(r"(?P<word>[\w.]+)\.[\"”’)\]]*\s*$")


@dataclass(frozen=True)
class Passage:
    """One paragraph, whole, under the heading that stands above it."""

    text: Text
    heading: Text
    block: int


def passages(document: Document) -> list[Passage]:
    """Return the paragraphs of running text; one that a page break cut in two is whole again."""
    found: list[Passage] = []
    heading = Text()
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading | Paragraph) and is_heading(block) and not _is_cut(document, number):
            heading = block.text
        elif isinstance(block, Paragraph):
            if found and _goes_on(found[-1], block.text, number):
                last = found.pop()
                found.append(Passage(Text.join([last.text, block.text]), last.heading, number))
            else:
                found.append(Passage(block.text, heading, number))
    return found


def is_heading(block: object) -> bool:
    """Tell whether a block names what follows it: a heading, or a short line that is no sentence."""
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    words = str(block.text)
    if words.endswith(":") and len(words.split()) > _MOST_WORDS_BEFORE_COLON:
        return False
    return len(words) <= _LONGEST_HEADING and bool(re.match(r"[^\w]*[A-Z0-9]", words)) and not _ends(words)


def _is_cut(document: Document, number: int) -> bool:
    """Tell whether a short line is the beginning of a paragraph that a page break cut."""
    line, rest = (document.blocks[n] if n < len(document.blocks) else None for n in (number, number + 1))
    if not isinstance(line, Paragraph) or not isinstance(rest, Paragraph) or str(line.text).endswith(":"):
        return False
    return bool(re.match(r"[a-z(]", str(rest.text)))


def _ends(words: str) -> bool:
    """Tell whether words end as a sentence or a part of one; a question may be a heading."""
    return bool(re.search(r"[.!;,][\"”’)\]]*$", words.rstrip()))


def _goes_on(before: Passage, text: Text, number: int) -> bool:
    """Tell whether a paragraph is the rest of the one before: that has no end, this no beginning."""
    if number - before.block > 2 or _END.search(str(before.text)) or str(before.text).endswith(":"):
        return False
    return bool(re.match(r"[a-z(]", str(text)))


def sentences(text: Text) -> Iterator[Text]:
    """Yield the sentences of a text."""
    start = 0
    for match in _BREAK.finditer(str(text)):
        sentence = text[start : match.start()]
        if _abbreviated(str(sentence)):
            continue
        yield text[start : match.end()].strip()
        start = match.end()
    if text[start:]:
        yield text[start:].strip()


@cache
def _abbreviated(words: str) -> bool:
    """Tell whether a full stop belongs to an abbreviation or to an initial."""
    last = _LAST_WORD.search(words)
    if last is None:
        return False
    word = last["word"].lower()
    return word in wording("planning")["no_end"] or re.fullmatch(r"[a-z]", word) is not None
