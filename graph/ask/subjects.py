"""What a thing with a text is said to be about: words that describe it, and name nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ClassMention, ThingMention
from graph.ask.phrases import Pattern

__all__ = ["Subjects"]

_BETWEEN = 3  # words between the noun and its subject: 'about our own'


@dataclass(frozen=True)
class Subjects:
    """Tells 'the recommendation on technology' from what the technology department does.

    The settings of the lexicon say under `subjects` which `phrases` lead to a subject, which classes have one
    (`of`, here the holders), and things of which classes may be meant as one (`named`).
    """

    phrases: tuple[Pattern, ...]
    holders: frozenset[str]
    named: frozenset[str]
    plain: tuple[Pattern, ...] = ()

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Subjects":
        """Return what the settings of a lexicon say of subjects."""
        data = lexicon.settings.get("subjects", {})
        phrases = tuple(Pattern(p) for p in data.get("phrases", ()))
        plain = tuple(Pattern(p) for p in data.get("plain", ()))
        return cls(phrases, frozenset(data.get("of", ())), frozenset(data.get("named", ())), plain)

    def without(
        self, things: tuple[ThingMention, ...], classes: Sequence[ClassMention], words: Sequence[str]
    ) -> tuple[ThingMention, ...]:
        """Return the things that are named, without those names that only say what something is about."""
        ends = [m.end for m in classes if {s.cls for s in m.senses} & self.holders]
        if not ends or not things:
            return things
        leads = {max(spot) + 1 for spot in _spots(self.phrases, tuple(words))}
        starts = {lead for lead in leads if any(end < lead <= end + _BETWEEN for end in ends)}
        return tuple(m for m in things if not self._subject(m, starts))

    def nouns(self, classes: tuple[ClassMention, ...], words: Sequence[str]) -> tuple[ClassMention, ...]:
        """Return the kinds that are named, without a noun that only says what something is about."""
        ends = [m.end for m in classes if {s.cls for s in m.senses} & self.holders]
        leads = {max(spot) + 1 for p in self.plain for spot in p.find(words)} if ends else set()
        starts = {lead for lead in leads if any(end < lead <= end + _BETWEEN for end in ends)}
        return tuple(m for m in classes if not {m.start, m.start - 1} & starts)

    def leads(self, kinds: Iterable[str], words: Sequence[str], end: int) -> frozenset[int]:
        """Return the words after a noun of some kinds that lead to its subject: 'the goal that covers'."""
        if not self.holders.intersection(kinds):
            return frozenset()
        spots = _spots(self.phrases, tuple(words))
        return frozenset(i for spot in spots if end <= min(spot) < end + _BETWEEN for i in spot)

    def _subject(self, mention: ThingMention, starts: set[int]) -> bool:
        near = any(start <= mention.start <= start + 1 for start in starts)
        return near and all(o.cls in self.named and o.how != "number" for o in mention.options)


@lru_cache(maxsize=64)
def _spots(phrases: tuple[Pattern, ...], words: tuple[str, ...]) -> tuple[frozenset[int], ...]:
    """Where some phrases stand; every reading of a question asks it of the same words."""
    return tuple(spot for p in phrases for spot in p.find(words))
