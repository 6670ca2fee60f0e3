"""Questions that can be asked of a store: made of patterns and of the things for which there is an answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

from graph.items import Item, spaced
from graph.links import Links
from graph.listing import Listing

__all__ = ["Asked", "askable", "called", "naming"]

_LONGEST = 60  # letters of a name in a question, unless a pattern says otherwise


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the item that it is about, and the reader to whom it is shown as an example."""

    text: str
    about: Item | None = None
    reader: str = ""
    pattern: int = 0


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A question with places for a thing's name and number."""

    ask: str
    of: str
    any: str
    over: tuple[tuple[str, ...], ...]
    reader: str
    longest: int
    unlike: bool
    number: int

    @property
    def kind(self) -> str:
        return self.of or self.any


def naming(words: Iterable[str]) -> list[str]:
    """Return the words that may name something; all of them where none does.

    >>> naming(["who", "leads", "the", "academy"])
    ['leads', 'academy']
    """
    given = list(words)
    return [word for word in given if word not in _written()["small"]] or given


def called(noun: str, kinds: Iterable[str]) -> str:
    """Return the kind of thing that a noun names in the singular or plural, or nothing.

    >>> called("schools", ["School", "Tier"]), called("department", ["OrganizationalUnit"])
    ('School', 'OrganizationalUnit')
    """
    also: dict[str, str] = _written()["also"]
    names = also | {spaced(kind).lower(): kind for kind in kinds}
    words = noun.lower()
    return next((names[w] for w in (words, words.removesuffix("s")) if w in names), "")


def askable(listing: Listing, links: Links) -> tuple[Asked, ...]:
    """Return the questions for which the store holds what they ask for, in the order of the patterns."""
    kinds = {item.iri: item.type for item in listing.items}
    found: list[Asked] = []
    for pattern in _patterns():
        fitting = [i for i in listing.items if i.type == pattern.kind and _joined(i, pattern, links, kinds)]
        found.extend(_of(pattern, fitting))
    return tuple({asked.text: asked for asked in reversed(found)}.values())[::-1]


def _of(pattern: _Pattern, fitting: Sequence[Item]) -> Iterator[Asked]:
    if pattern.any:
        if fitting:
            yield Asked(pattern.ask, None, pattern.reader, pattern.number)
        return
    named = [i for i in fitting if _can_be_named(i, pattern)]
    pairs = pairwise(named) if pattern.unlike else ((i, i) for i in named)
    for item, other in pairs:
        text = pattern.ask.format(label=item.label, number=item.number, other=other.number)
        yield Asked(text, item, pattern.reader, pattern.number)


def _can_be_named(item: Item, pattern: _Pattern) -> bool:
    numbered = "{number}" in pattern.ask
    return item.number.isdecimal() if numbered else len(item.label) <= pattern.longest


def _joined(item: Item, pattern: _Pattern, links: Links, kinds: dict[str, str]) -> bool:
    return all(_leads(item.iri, way, links, kinds) for way in pattern.over)


def _leads(item: str, way: tuple[str, ...], links: Links, kinds: dict[str, str]) -> bool:
    """Whether a way leads on from an item: a link, and a second one or the kind of what is reached."""
    first, *rest = way
    if not rest:
        return links.has(item, first)
    if rest[0][:1].isupper():
        return any(kinds.get(other) == rest[0] for other in links.to(item, first))
    return any(links.has(other, rest[0]) for other in links.to(item, first))


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(_pattern(number, one) for number, one in enumerate(_written()["patterns"]))


@cache
def _written() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(files("graph").joinpath("askable.yaml").read_text(encoding="utf-8"))
    return read


def _pattern(number: int, one: dict[str, Any]) -> _Pattern:
    return _Pattern(
        one["ask"],
        one.get("of", ""),
        one.get("any", ""),
        tuple(tuple(way.split()) for way in one.get("over", ())),
        one.get("for", ""),
        one.get("longest", _LONGEST),
        one.get("unlike", False),
        number,
    )
