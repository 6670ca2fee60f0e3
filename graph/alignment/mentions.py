"""Finds the schools, units, programs, people and plans whose names stand in the words of an item."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.term import Node

from graph.catalogue import rows
from graph.store import Store
from graph.vocabulary import GT

__all__ = ["mentions"]

Triple = tuple[Node, Node, Node]
_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
_LEAST_LETTERS = 4


def mentions(store: Store, documents: Collection[URIRef]) -> dict[URIRef, set[Triple]]:
    """Return for each of a district's documents which of its items mention what any of them names."""
    names = _NameIndex(store, documents)
    found: dict[URIRef, set[Triple]] = defaultdict(set)
    for document in documents:
        for row in rows(store, "texts_of_items", document=document):
            item = URIRef(str(row["item"]))
            things = names.found_in(str(row["text"])) - {item}
            found[document].update((item, GT.mentions, thing) for thing in things)
    return dict(found)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as its words; one word alone must stand in the text just as it is written."""

    words: tuple[str, ...]
    thing: URIRef


class _NameIndex:
    """All names by their first word; the longest that fits wins, one that two things bear says nothing."""

    def __init__(self, store: Store, documents: Iterable[URIRef]) -> None:
        found = {
            (str(row["name"]), URIRef(str(row["thing"])))
            for document in documents
            for row in rows(store, "names_of_things", document=document)
        }
        self._by_first: dict[str, list[_Name]] = defaultdict(list)
        for name, thing in sorted(found):
            words = tuple(_WORD.findall(name))
            if words and _telling(words):
                self._by_first[words[0].lower()].append(_Name(words, thing))

    def found_in(self, text: str) -> set[URIRef]:
        """Return the things that a text names."""
        words = _WORD.findall(text)
        found: set[URIRef] = set()
        at = 0
        while at < len(words):
            fitting = [n for n in self._by_first.get(words[at].lower(), ()) if _stands(n, words, at)]
            longest = max((len(n.words) for n in fitting), default=0)
            things = {n.thing for n in fitting if len(n.words) == longest}
            if len(things) == 1:
                found |= things
            at += max(1, longest)
        return found


def _telling(words: tuple[str, ...]) -> bool:
    """Tell whether a name is long enough, or a short form in capitals."""
    return sum(map(len, words)) >= _LEAST_LETTERS or (len(words) == 1 and _is_short_form(words[0]))


def _stands(name: _Name, words: list[str], at: int) -> bool:
    """Tell whether a name stands in a text at a word."""
    part = words[at : at + len(name.words)]
    if len(name.words) > 1:
        return [w.lower() for w in part] == [w.lower() for w in name.words]
    return part == [name.words[0]] and (_is_short_form(part[0]) or _stands_alone(words, at))


def _is_short_form(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _stands_alone(words: list[str], at: int) -> bool:
    """Tell whether a capital makes a lone word a name: not as first word, nor beside other capitals."""
    beside = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words)]
    return words[at][:1].isupper() and at > 0 and not any(w[:1].isupper() for w in beside)
