"""Items and questions for what somebody is typing: found by the beginnings of words, slips forgiven."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any, Generic, TypeVar

from rapidfuzz import fuzz, process

from graph.askable import Asked, askable, naming
from graph.items import Item
from graph.links import Links
from graph.listing import Listing
from graph.search import fold

__all__ = ["Suggested", "Suggester", "WordIndex", "suggester"]

_ALIKE = 78  # rapidfuzz ratio from which a word may be a slip of another
_SLIP = 4  # letters from which on a word can be one
_LONGEST = 90  # letters of a label of another kind: longer ones are texts, and nobody types them
_READ = 60  # words of what was typed that are looked up
_ENOUGH = 0.55  # of the weight of what was typed
_NEAR = 0.34  # the same for what only comes near
_EXACT, _BEGUN, _SLIPPED = 1.0, 0.9, 0.7
# What people call by name before what is a text; parts of a form that nobody looks for by name are left out.
_RANKS = ("OrganizationalUnit", "School", "Program", "Plan", "Recommendation", "Goal", "StrategicDirection",
          "Priority", "Tier", "Action", "Metric", "Service", "Target", "Person", "Need")  # fmt: skip
_RANK = {kind: number for number, kind in enumerate(_RANKS)}
_HIDDEN = {"ProgramOffering", "TierAssignment", "FeederLink", "SourceDocument", "AlignmentLink", "Register"}

_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class WordIndex(Generic[_Thing]):
    """Things by the beginnings of their words."""

    things: Sequence[_Thing]
    texts: Sequence[str]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, text in enumerate(self.texts):
            for word in set(text.split()):
                found.setdefault(word, []).append(at)
        return found

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._places)

    def find(self, words: Sequence[str], enough: float) -> list[tuple[float, int]]:
        """Return how well things fit some words, and their places, the best first."""
        scores: dict[int, float] = {}
        whole = 0.0
        for word in words:
            fitting = self._fitting(word)
            weight = log(1 + len(self.things) / (1 + len(fitting)))
            whole += weight
            for at, fit in fitting.items():
                scores[at] = scores.get(at, 0.0) + fit * weight
        found = [(score / whole, at) for at, score in scores.items() if score >= enough * whole]
        return sorted(found, key=lambda one: (-round(one[0], 2), one[1]))

    def _fitting(self, word: str) -> dict[int, float]:
        """The things that have a word, one that begins so, or else one that it may be a slip of."""
        begun = self._begun(word)
        fitting = {at: _BEGUN for one in begun if one != word for at in self._places[one]}
        fitting |= dict.fromkeys(self._places.get(word, ()), _EXACT)
        if not fitting and len(word) >= _SLIP:
            alike = process.extractOne(word, self._words, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            fitting = dict.fromkeys(self._places[alike[0]], _SLIPPED) if alike else {}
        return fitting

    def _begun(self, word: str) -> Iterator[str]:
        for at in range(bisect_left(self._words, word), len(self._words)):
            if not self._words[at].startswith(word):
                return
            yield self._words[at]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What can be meant by what was typed."""

    questions: tuple[Asked, ...]
    items: tuple[Item, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the suggestions as a JSON object."""
        return {
            "questions": [asked.text for asked in self.questions],
            "items": [item.as_json() for item in self.items],
        }


@dataclass(frozen=True)
class Suggester:
    """Suggests; made once for a state of the store."""

    items: WordIndex[Item]
    questions: WordIndex[Asked]

    def suggest(self, typed: str, most: int = 5) -> Suggested:
        """Return the questions and items that fit what was typed so far."""
        found = self.questions.find(_words(typed), _ENOUGH)
        asked = (self.questions.things[at] for _, at in found)
        return Suggested(tuple(_various(asked, most)), self._best(typed, _ENOUGH, most))

    def near(self, text: str, most: int = 5) -> tuple[Item, ...]:
        """Return the items whose names come nearest to the words of a question."""
        return self._best(text, _NEAR, most)

    def about(self, items: Iterable[Item], most: int = 4) -> tuple[Asked, ...]:
        """Return questions about items, one after the other of each."""
        wanted = {item.iri for item in items}
        return tuple(_various((q for q in self.questions.things if q.about and q.about.iri in wanted), most))

    def _best(self, typed: str, enough: float, most: int) -> tuple[Item, ...]:
        """The best items; of those that fit as well, what people call by name first."""
        found = self.items.find(naming(_words(typed)), enough)
        ranked = sorted(found, key=lambda one: (-round(one[0], 1), _rank(self.items.things[one[1]])))
        return tuple(self.items.things[at] for _, at in ranked[:most])


def _words(typed: str) -> list[str]:
    return list(dict.fromkeys(fold(typed).split()))[:_READ]


def suggester(listing: Listing, links: Links) -> Suggester:
    """Return what suggests the items of a listing, and questions about them."""
    items = [
        i for i in listing.items if i.type in _RANK or (i.type not in _HIDDEN and len(i.label) <= _LONGEST)
    ]
    asked = askable(listing, links)
    return Suggester(
        WordIndex(items, [fold(item.as_text()) for item in items]),
        WordIndex(asked, [fold(one.text) for one in asked]),
    )


def _rank(item: Item) -> tuple[int, int, str]:
    return _RANK.get(item.type, len(_RANKS)), len(item.label), item.label


def _various(asked: Iterable[Asked], most: int) -> Iterator[Asked]:
    """Yield a few questions, no more than two of one pattern."""
    seen: dict[int, int] = {}
    for one in asked:
        seen[one.pattern] = seen.get(one.pattern, 0) + 1
        if seen[one.pattern] <= _OF_A_PATTERN:
            yield one
            most -= 1
        if not most:
            return


_OF_A_PATTERN = 2
