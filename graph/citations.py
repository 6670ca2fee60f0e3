"""Evidence as people read it: each place once, its words without markup; evidence itself stays exact."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from graph.model import Evidence

__all__ = ["Cited", "citations", "cited_places", "readable", "repeats"]

_BLOCK_TAG = re.compile(r"</?(?:p|br|li|ul|ol|div|td|th|tr|table|h\d)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")
_WORDS = re.compile(r"[^\W_]+")
_BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class Cited:
    """One place in a document and what stands there, for people."""

    citation: str
    quote: str
    first: Evidence
    """The evidence that is quoted here first, exact."""


def readable(quote: str) -> str:
    """Return a quote on one line without tags, marks of bold type and targets of links.

    >>> readable("Arts <ul><li>Open a <b>desk</b></li></ul>")
    'Arts Open a desk'
    """
    plain = unescape(_TAG.sub("", _BLOCK_TAG.sub(" ", quote)))
    plain = " ".join(_LINK.sub(r"\1", _BOLD.sub(r"\2", plain)).split())
    return plain or " ".join(quote.split())


def repeats(quote: str, words: str) -> bool:
    """Whether a quote says nothing but some words, but for marks and blanks.

    >>> repeats("- **Open a desk**", "Open a desk")
    True
    """
    return _WORDS.findall(readable(quote).casefold()) == _WORDS.findall(words.casefold())


def cited_places(evidence: Iterable[Evidence]) -> tuple[Cited, ...]:
    """Return each place once, in the order given, with all that is quoted from it.

    Places that hold no more than marks, such as crosses in columns, are left out where others hold words.
    """
    quotes: dict[str, list[str]] = {}
    first: dict[str, Evidence] = {}
    given = tuple(evidence)
    for place in tuple(e for e in given if _tells(e.quote)) or given:
        citation = place.as_citation()
        first.setdefault(citation, place)
        _add(quotes.setdefault(citation, []), readable(place.quote))
    return tuple(Cited(citation, _BETWEEN.join(said), first[citation]) for citation, said in quotes.items())


def citations(evidence: Iterable[Evidence], most: int = 3) -> str:
    """Return the first places in one line, each once."""
    return "; ".join(place.citation for place in cited_places(evidence)[:most])


def _add(quotes: list[str], quote: str) -> None:
    """Add a quote, unless it is part of another one; of two such the longer stays."""
    if any(quote in said for said in quotes):
        return
    quotes[:] = [said for said in quotes if said not in quote] + [quote]


def _tells(quote: str) -> bool:
    return any(len(word) > 1 or word.isdigit() for word in quote.split())
