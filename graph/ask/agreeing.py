"""What two plans say alike: of the texts of one kind in both, the two that share the most telling words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from graph.ask.english import English
from graph.ask.holdings import Holdings
from graph.ask.lexicon import Language, load_data
from graph.ask.question import Question
from graph.ask.tokens import school_year, stem, stems
from graph.model import Answer

__all__ = ["Agreeing"]

_TELLING = 3  # words that two texts must share to say the same
_PAIR = 2


@cache
def _known() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The stems of `agreeing.yaml`: what asks for likeness, and the sides that a text may be of."""
    data = load_data("agreeing.yaml")
    sides = tuple(frozenset(stem(w) for w in side) for side in data["sides"])
    return frozenset(stem(w) for w in data["alike"]), sides


@dataclass(frozen=True)
class Agreeing:
    """Finds what plans agree on."""

    holdings: Holdings

    def of(self, question: Question) -> Answer | None:
        """Return the two texts that say the same, or None where that is not asked or nothing does."""
        alike, sides = _known()
        if not alike & set(question.words):
            return None
        side = next((s for s in sides if s & set(question.words)), frozenset())
        plans, taken = self._plans(question)
        kinds = self._kinds(question)
        if not side or len(plans) != _PAIR or not kinds or self._more(question, taken):
            return None
        apart = frozenset(w for s in sides if s is not side for w in s)
        texts = [[t for t in self._texts(kinds, plan) if self._on(t, side, apart)] for plan in plans]
        best = max(
            (
                (self._shared(one, other), one, other)
                for first, second in combinations(texts, _PAIR)
                for one, other in product(first, second)
            ),
            default=None,
        )
        if best is None or best[0] < _TELLING:
            return None
        return self._told(question, plans, best[1:])

    def _plans(self, question: Question) -> tuple[list[str], frozenset[int]]:
        """The plans that are named, or all that were read of the year that is."""
        plans, taken = self.holdings.named(question)
        years = {i: y for i, t in enumerate(question.tokens) if (y := school_year(t.text))}
        if len(plans) >= _PAIR or not years or "plans" not in {t.text.lower() for t in question.tokens}:
            return plans, taken
        ages = self.holdings.ages
        of_year = [p for p in sorted(ages.read) if set(years.values()) & {*ages.years(p)}]
        return of_year, taken | frozenset(years)

    def _kinds(self, question: Question) -> frozenset[str]:
        """The classes of texts that the question names."""
        index = self.holdings.ages.sources.index
        holder = self.holdings.ages.lexicon.settings.get("holder", {}).get("class")
        named = {s.cls for m in question.links.classes for s in m.senses}
        return frozenset(c for c in named if c not in index.namelike and c != holder)

    def _more(self, question: Question, taken: frozenset[int]) -> bool:
        """Whether the question says itself, by a noun, what the matter is."""
        alike, sides = _known()
        known = alike.union(*sides)
        nouns = frozenset(i for m in question.links.nouns for i in m.tokens)
        cued = frozenset(i for spot in question.shape.cues.values() for i in spot)
        years = frozenset(i for m in question.links.values for i in m.tokens)
        left = set(question.weights) - question.light - taken - nouns - cued - years
        words = [question.tokens[i].text.lower() for i in left if question.words[i] not in known]
        return any(English.load().kinds.get(w, "n") in ("n", "j") for w in words)

    def _texts(self, kinds: frozenset[str], plan: str) -> list[str]:
        index = self.holdings.ages.sources.index
        return sorted(t for t, e in index.entities.items() if kinds & {*e.classes} and self._in(t, plan))

    def _in(self, thing: str, plan: str) -> bool:
        by = self.holdings.ages.lexicon.settings.get("holder", {}).get("by", "")
        return plan in {str(v) for v in self.holdings.ages.sources.values(thing, by)}

    def _on(self, thing: str, side: frozenset[str], apart: frozenset[str]) -> bool:
        """Whether a text is of the side asked for: a difficulty, not a success."""
        words = self._words(thing)
        return bool(side & words) or not apart & words

    def _words(self, thing: str) -> set[str]:
        language = Language.english()
        label = self.holdings.ages.sources.label(thing)
        return {w for w in stems(label) if w not in language.stopwords and not w[:1].isdecimal()}

    def _shared(self, one: str, other: str) -> float:
        return len(self._words(one) & self._words(other))

    def _told(self, question: Question, plans: Sequence[str], things: Sequence[str]) -> Answer | None:
        items = tuple(i for t in things if (i := self.holdings.item(t)))
        if len(items) < _PAIR:
            return None
        names = " and ".join(self.holdings.ages.sources.label(p) for p in plans)
        return Answer(
            question.text,
            "answered",
            f"What is said alike in {names}",
            "compare",
            items,
            boolean=True if question.shape.boolean else None,
            notes=("The two texts share the most words; whether they mean the same is for the reader.",),
            confidence=0.7,
        )
