"""All passages of the documents, side by side: their words, what each stands under, what stands under it."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.ask.closed import closed_form
from graph.ask.tokens import stems
from graph.passages import Passage

__all__ = ["Corpus"]

_HIGHEST = 6  # steps up to what a passage stands under
_LONGEST = 90  # words; a longer passage answers nothing in particular
_REFERS = closed_form("refers_back")
_REQUEST = ("Please ", "PLEASE ")  # how a form asks for something
_LABELLED = re.compile(r":\s*\S")
_KIN = 5  # letters from which a word may be the beginning of another

Numbers = NDArray[np.intp]
_NONE: Numbers = np.empty(0, dtype=np.intp)


@dataclass(frozen=True)
class Corpus:
    """Passages with their words and places."""

    passages: tuple[Passage, ...]
    words: tuple[tuple[str, ...], ...]
    above: tuple[tuple[int, ...], ...]
    below: dict[int, tuple[int, ...]]
    own: dict[str, Numbers]
    around: dict[str, Numbers]
    quotable: NDArray[np.bool_]
    documents: NDArray[np.intp]
    names: tuple[str, ...]
    _kin: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "Corpus":
        """Arrange the passages of all documents."""
        words = tuple(stems(p.text) for p in passages)
        above = _above(passages)
        below: dict[int, list[int]] = defaultdict(list)
        for number, places in enumerate(above):
            if places:
                below[places[0]].append(number)
        names = tuple(dict.fromkeys(p.document for p in passages))
        position = {n: i for i, n in enumerate(names)}
        return cls(
            tuple(passages),
            words,
            above,
            {k: tuple(v) for k, v in below.items()},
            _postings(words),
            _postings([_context(n, passages, words, above) for n in range(len(passages))]),
            np.array([_quotable(p) for p in passages], dtype=np.bool_),
            np.array([position[p.document] for p in passages], dtype=np.intp),
            names,
        )

    def holding(self, phrase: tuple[str, ...], *, around: bool = False) -> Numbers:
        """Return the passages in which every word of a phrase stands, or in what is around them."""
        table = self.around if around else self.own
        found = [table.get(w, _NONE) for w in phrase]
        for one in found[1:]:
            found[0] = np.intersect1d(found[0], one, assume_unique=True)
        return found[0] if found else _NONE

    def idf(self, word: str) -> float:
        """Return how telling a stem is: low where many passages hold it."""
        holders = len(self.own.get(word, _NONE))
        return math.log(1 + (len(self.passages) - holders + 0.5) / (holders + 0.5))

    def kin(self, word: str) -> tuple[str, ...]:
        """Return the stems that a stem begins, or that begin it: 'employ' and 'employe'."""
        if word not in self._kin:
            self._kin[word] = tuple(self._alike(word)) if len(word) >= _KIN else ()
        return self._kin[word]

    def _alike(self, word: str) -> list[str]:
        """The stems that a stem begins or that begin it, in the order in which the passages say them."""
        first, last = (bisect_left(self._sorted, word + end) for end in ("", chr(0x10FFFF)))
        near = {*self._sorted[first:last], *(word[:n] for n in range(_KIN, len(word)))} & self.own.keys()
        return sorted((w for w in near if w != word and _begins(w, word)), key=self._places.__getitem__)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.own)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {w: n for n, w in enumerate(self.own)}

    def before(self, number: int) -> int | None:
        """Return the sentence before one that refers to it ('This document …')."""
        return _before(number, self.passages, self.above)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _KIN and long.startswith(short) and len(long) - len(short) <= 4 and long.isalpha()


def _above(passages: Sequence[Passage]) -> tuple[tuple[int, ...], ...]:
    """What each passage stands under, numbered over all documents."""
    first: dict[str, int] = {}
    for number, passage in enumerate(passages):
        first.setdefault(passage.document, number)
    return tuple(tuple(first[p.document] + n for n in p.above) for p in passages)


def _context(
    number: int,
    passages: Sequence[Passage],
    words: Sequence[tuple[str, ...]],
    above: Sequence[tuple[int, ...]],
) -> set[str]:
    places = set(above[number])
    for _ in range(_HIGHEST):
        places |= {n for p in places for n in above[p]}
    if (earlier := _before(number, passages, above)) is not None:
        places.add(earlier)
    return {w for p in places for w in words[p]} | set(stems(passages[number].heading))


def _before(number: int, passages: Sequence[Passage], above: Sequence[tuple[int, ...]]) -> int | None:
    refers = passages[number].kind != "heading" and _REFERS.match(passages[number].text)
    same = number > 0 and passages[number - 1].document == passages[number].document
    return number - 1 if refers and same and above[number - 1] == above[number] else None


def _postings(words: Iterable[Iterable[str]]) -> dict[str, Numbers]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, said in enumerate(words):
        for word in sorted(set(said)):
            found[word].append(number)
    return {k: np.array(v, dtype=np.intp) for k, v in found.items()}


def _quotable(passage: Passage) -> bool:
    """A form's own question or request, a bare heading or a text without end answers nothing."""
    text = passage.text.rstrip(' *_”"’)')
    if len(text.split()) > _LONGEST or text.endswith("?") or text.startswith(_REQUEST):
        return False
    return passage.kind != "heading" or bool(_LABELLED.search(text))
