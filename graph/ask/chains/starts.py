"""Finds the things and values of a graph that a question names, whatever their kind."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.ask.chains.surroundings import Surroundings
from graph.ask.chains.words import Word, bare, folded, local_name, spoken, words_of

__all__ = ["Start", "Starts"]

_LONGEST = 20  # words of a name
_NEAR = 0.86  # how like a name must be to words that are not quite it
_MOST = 500  # names that hold one word and are looked at
_WHOLE, _BARE = 1.0, 0.9  # how firmly a name links, and a name without what stands in brackets


@dataclass(frozen=True, slots=True)
class Start:
    """Words from `start` to before `end` that name some things."""

    start: int
    end: int
    things: tuple[Node, ...]
    firm: float
    text: str

    @property
    def spots(self) -> frozenset[int]:
        """The positions of the words."""
        return frozenset(range(self.start, self.end))


class Starts:
    """All names of a graph."""

    def __init__(self, around: Surroundings) -> None:
        table: dict[tuple[str, ...], dict[Node, float]] = defaultdict(dict)
        self._spelt: dict[Node, set[str]] = defaultdict(set)
        terms = set(around.relations)
        for node in sorted({*around.ahead, *around.behind}, key=lambda n: (str(n), n.n3())):
            if str(node) not in terms:
                for name, firm in _names(node, around):
                    key = folded(name)
                    self._spelt[node].add(bare(" ".join(w.text for w in words_of(name))))
                    if key and len(key) <= _LONGEST:
                        table[key][node] = max(firm, table[key].get(node, 0.0))
        self._holding: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for key in sorted(table):
            for word in dict.fromkeys(key):
                self._holding[word].append(key)
        self._table: Mapping[tuple[str, ...], Mapping[Node, float]] = dict(table)
        self._longest = max(map(len, table), default=0)

    def find(self, words: Sequence[Word]) -> list[Start]:
        """Return every mention, longer ones first."""
        found = []
        for size in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                key = tuple(w.fold for w in words[start : start + size])
                if things := self._table.get(key):
                    firm = max(things.values())
                    best = tuple(n for n, f in things.items() if f == firm)
                    best = self._written(best, words[start : start + size])
                    found.append(
                        Start(
                            start,
                            start + size,
                            best,
                            firm,
                            " ".join(w.text for w in words[start : start + size]),
                        )
                    )
        return found

    def _written(self, things: tuple[Node, ...], said: Sequence[Word]) -> tuple[Node, ...]:
        """Of things whose names differ in case alone, those that are written as in the question."""
        text = bare(" ".join(w.text for w in said))
        alike = tuple(t for t in things if text in self._spelt[t])
        return alike or things

    def near(self, words: Sequence[Word], exact: Sequence[Start]) -> list[Start]:
        """Return mentions of names that are not quite written so.

        Half of a name must be, and with it every name that is: 'the Rome' is not 'The Room'.
        """
        shared: Counter[tuple[str, ...]] = Counter()
        for word in dict.fromkeys(w.fold for w in words):
            holding = self._holding.get(word, ())
            shared.update(holding if len(holding) <= _MOST else ())
        found: list[Start] = []
        for key, count in sorted(shared.items()):
            if 1 < len(key) <= 2 * count:
                found.extend(n for n in self._like(key, words) if _holds_all(key, n, exact, words))
        return found

    def _like(self, key: tuple[str, ...], words: Sequence[Word]) -> Iterator[Start]:
        size, name = len(key), " ".join(key)
        for start in range(len(words) - size + 1):
            said = words[start : start + size]
            firm = fuzz.ratio(" ".join(w.fold for w in said), name) / 100
            if _NEAR <= firm < 1:
                text = " ".join(w.text for w in said)
                yield Start(start, start + size, tuple(self._table[key]), firm * _BARE, text)


def _holds_all(key: tuple[str, ...], near: Start, exact: Sequence[Start], words: Sequence[Word]) -> bool:
    inside = {words[i].fold for e in exact if e.spots & near.spots for i in e.spots}
    return inside <= set(key)


def _names(node: Node, around: Surroundings) -> Iterator[tuple[str, float]]:
    if isinstance(node, Literal):
        yield str(node), _BARE
        return
    if not isinstance(node, URIRef):
        return
    given = around.names.get(str(node))
    local = local_name(str(node))
    for name in given or (local.replace("_", " "), spoken(local)):
        yield name, _WHOLE
        outside = re.sub(r"\s*\([^)]*\)\s*$", "", name)
        if outside and outside != name:
            yield outside, _BARE
