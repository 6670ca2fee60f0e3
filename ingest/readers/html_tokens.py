"""HTML cut into tags and words, each with its place in the file, in one pass however broken the file is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from ingest.source import Text

__all__ = ["Tag", "attributes_of", "tokens"]

# html.parser of the standard library needs the square of the time for comments and tags that never end, and
# the quick parsers (lexbor, libxml2) keep no places.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_TAG_OF_BAD_QUOTES = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]++)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?")
_LONGEST_ATTRIBUTES = 4000  # characters that are looked into; pictures within the page are longer
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,30};)")
_NO_TAGS_WITHIN = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})


@dataclass(frozen=True)
class Tag:
    """A tag: its name in small letters, its attributes, whether it ends or closes itself, and its place."""

    name: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)
    closes: bool = False
    closed: bool = False


def tokens(raw: str) -> Iterator[Tag | Text]:
    """Yield the tags and the words between them; comments, declarations and instructions are left out."""
    tag, at = _TAG, 0
    while at < len(raw):
        opening = raw.find("<", at)
        if opening < 0:
            break
        if (aside := _aside(raw, opening)) is not None:
            yield from _words(raw, at, opening)
            at = aside
            continue
        m = tag.match(raw, opening)
        if m is None and raw[opening + 1 : opening + 2].isalpha():
            tag = _TAG_OF_BAD_QUOTES  # a quote that never ends: from here on quotes are not minded
            m = tag.match(raw, opening)
        if m is None:
            end = raw.find("<", opening + 1)
            end = len(raw) if end < 0 else end
            yield from _words(raw, at, end)
            at = end
            continue
        yield from _words(raw, at, opening)
        found = _tag(m)
        yield found
        at = m.end()
        if found.name in _NO_TAGS_WITHIN and not (found.closes or found.closed):
            end = _end_of(raw, found.name, at)
            yield from _words(raw, at, end)
            at = end
    yield from _words(raw, at, len(raw))


def _aside(raw: str, at: int) -> int | None:
    """Return the end of a comment, declaration or instruction that begins here."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"), ("</", ">")):
        if raw.startswith(opening, at):
            if opening == "</" and raw[at + 2 : at + 3].isalpha():
                return None
            end = raw.find(closing, at + len(opening))
            return len(raw) if end < 0 else end + len(closing)
    return None


def _tag(m: re.Match[str]) -> Tag:
    attributes = {} if m[1] else _attributes(m[3])
    return Tag(m[2].lower(), m.start(), m.end(), attributes, bool(m[1]), m[3].endswith("/"))


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(words[:_LONGEST_ATTRIBUTES]):
        found.setdefault(m[1].lower(), unescape(m[2] or m[3] or m[4] or ""))
    return found


def attributes_of(raw: str, start: int) -> list[tuple[Text, Text]]:
    """Return the names and values of the attributes of a tag whose name ends at an offset."""
    m = re.compile(r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+").match(raw, start, start + _LONGEST_ATTRIBUTES)
    found = []
    for a in _ATTRIBUTE.finditer(raw, start, m.end() if m else start):
        group = next((n for n in (2, 3, 4) if a[n] is not None), 0)
        if group:
            name = Text(a[1], tuple(range(a.start(1), a.end(1))))
            found.append((name, Text.join(_words(raw, *a.span(group)), "").folded()))
    return found


def _end_of(raw: str, name: str, at: int) -> int:
    m = re.compile(rf"</{name}\b", re.IGNORECASE).search(raw, at)
    return m.start() if m else len(raw)


def _words(raw: str, start: int, end: int) -> Iterator[Text]:
    """Yield the words of a stretch, entities as the letters that they stand for."""
    if start >= end:
        return
    value: list[str] = []
    offsets: list[int] = []
    at = start
    for m in _ENTITY.finditer(raw, start, end):
        value.append(raw[at : m.start()])
        offsets.extend(range(at, m.start()))
        letters = unescape(m.group())
        value.append(letters)
        offsets.extend([m.start()] * len(letters))
        at = m.end()
    value.append(raw[at:end])
    offsets.extend(range(at, end))
    yield Text("".join(value), tuple(offsets))
