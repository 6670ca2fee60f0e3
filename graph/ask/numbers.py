"""Things called by number: 'rec 6', '#6', 'the sixth recommendation', 'goals 2 and 3', 'action 1.3'."""

import re
from collections.abc import Sequence
from functools import cache

from graph.ask.closed import closed_stems
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language
from graph.ask.mentions import ClassMention, Missing, ThingMention, ThingOption
from graph.ask.tokens import stem
from graph.ask.vocabulary import ClassSense, Vocabulary

__all__ = ["number_mentions"]

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_JOINERS = closed_stems("number_joiners")
_OF = frozenset({"of"})
_EACH = closed_stems("each")
_PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}$")  # the third of goal 1 is 1.3
_REACH = 3  # words that may stand between an ordinal and its noun


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(stem(word) for word in _ORDINALS.split())


def number_mentions(
    words: Sequence[str],
    classes: tuple[ClassMention, ...],
    index: EntityIndex,
    vocabulary: Vocabulary,
    language: Language,
) -> tuple[list[ThingMention], tuple[Missing, ...], tuple[ClassMention, ...]]:
    """Return the things called by number, the numbers that nothing has, and the classes left over."""
    finder = _Finder(words, index, vocabulary, language)
    left = tuple(mention for mention in classes if not finder.try_class(mention))
    return finder.found, tuple(finder.missing), left


class _Finder:
    def __init__(
        self, words: Sequence[str], index: EntityIndex, vocabulary: Vocabulary, language: Language
    ) -> None:
        self._words = words
        self._index = index
        self._vocabulary = vocabulary
        self._language = language
        self._parted = any(map(_PARTED.match, index.codes))
        self.found: list[ThingMention] = []
        self.missing: list[Missing] = []

    def try_class(self, mention: ClassMention) -> bool:
        """Look for numbers around a noun whose things are numbered."""
        senses = [s for s in mention.senses if self._numbered(s.cls)]
        if not senses:
            return False
        before = self._before(mention)
        if before is not None:
            self._note(before, before, mention.end, senses)
            return True
        return self._after(mention, senses)

    def _numbered(self, cls: str) -> bool:
        return any(
            cls in self._index.classes(iri) for found in self._index.codes.values() for iri, _ in found
        )

    def _before(self, mention: ClassMention) -> int | None:
        apart = self._language.turns - _OF | _EACH  # 'first for each task' counts no tasks
        for at in range(mention.start - 1, max(-1, mention.start - 1 - _REACH), -1):
            if self._words[at] in _ordinals():
                return at
            if self._words[at] in apart:
                return None
        return None

    def _after(self, mention: ClassMention, senses: list[ClassSense]) -> bool:
        at = mention.end
        start = mention.start
        hit = False
        while at < len(self._words):
            begun = at
            while at < len(self._words) and self._words[at] in self._language.number_marks:
                at += 1
            if at >= len(self._words) or self._value(self._words[at]) is None:
                break
            self._note(at, start if not hit else begun, at + 1, senses)
            hit = True
            at += 1
            start = at
            if at + 1 < len(self._words) and self._words[at] in _JOINERS and self._next_number(at + 1):
                at += 1
        return hit

    def _next_number(self, at: int) -> bool:
        if self._words[at] in self._language.number_marks:
            at += 1
        return at < len(self._words) and self._value(self._words[at]) is not None

    def _value(self, word: str) -> str | None:
        if word.isdecimal() and len(word) < 4:
            return str(int(word))
        if self._parted and _PARTED.match(word):
            return word
        if word in self._language.numbers and len(word) > 1:
            return str(self._language.numbers[word])
        return None

    def _note(self, at: int, start: int, end: int, senses: list[ClassSense]) -> None:
        number = self._value(self._words[at]) or self._words[at]
        options = [o for sense in senses if (o := self._option(sense, number))]
        if options:
            self.found.append(ThingMention(start, max(end, at + 1), number, tuple(options)))
        else:
            self.missing.append(Missing(senses[0].cls, number, frozenset(range(start, max(end, at + 1)))))

    def _option(self, sense: ClassSense, number: str) -> ThingOption | None:
        things = [
            iri
            for iri, _ in self._index.codes.get(number, ())
            if sense.cls in self._index.classes(iri) and self._fits(iri, sense)
        ]
        return ThingOption(sense.cls, tuple(dict.fromkeys(things)), 1.0, "number") if things else None

    def _fits(self, iri: str, sense: ClassSense) -> bool:
        return all(
            iri in self._vocabulary.kind_members.get((sense.cls, prop, str(value)), ())
            for prop, value in sense.filters
        )
