"""How strongly the words of a question point to the properties of a graph."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.facets.mentions import Cue
from graph.ask.facets.quantities import Units
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Measure, Speech
from graph.ask.facets.terms import Attribute
from graph.ask.facets.words import alike, content, low
from graph.ask.tokens import Token, stem

__all__ = ["Cues"]

_LEAST = 0.34  # a weaker pointer points to nothing
_HALF = 0.5  # of a name that the question says beside another one
_NOTED = 0.55  # what a word of a sentence about a property is worth
_NAMED, _SIZED = 0.9, 0.6  # an adjective of measure, by the property's name or by its unit alone
_KIND = 0.5  # of a word that names a kind of thing, and points to its relations only by the way
_CLEAR = 0.7  # likeness of a word that says the same again
_WHOLE = 0.15  # for a name that stands in the question as it is


@dataclass(frozen=True)
class Cues:
    """The words by which properties are called."""

    relations: Mapping[str, tuple[tuple[str, ...], ...]]
    attributes: Mapping[Attribute, tuple[tuple[str, ...], ...]]
    notes: Mapping[str | Attribute, frozenset[str]]
    rarity: Mapping[str, float]

    @classmethod
    def of(cls, schema: Schema) -> "Cues":
        """Collect the words of a graph's properties."""
        relations = {
            r.property: tuple(dict.fromkeys(content(n) for n in schema.names[r.property]))
            for r in schema.relations
        }
        attributes = {a: tuple(dict.fromkeys(content(n) for n in a.names)) for a in schema.attributes}
        counted = Counter(
            w
            for phrases in [*relations.values(), *attributes.values()]
            for w in {w for p in phrases for w in p}
        )
        total = len(relations) + len(attributes) + 1
        notes: dict[str | Attribute, frozenset[str]] = {a: _words(a.notes) for a in schema.attributes}
        notes |= {r: _words(schema.notes.get(r, ())) for r in relations}
        rarity = {w: math.log(1 + total / n) for w, n in counted.items()}
        return cls(relations, attributes, {k: v for k, v in notes.items() if v}, rarity)

    def of_question(
        self, tokens: Sequence[Token], free: Sequence[int], nouns: frozenset[int] = frozenset()
    ) -> tuple[dict[str, Cue], dict[Attribute, Cue]]:
        """Return the properties that the free words of a question point to."""
        given = {i: tokens[i].stem for i in free if tokens[i].stem not in Speech.english().function}
        measures = {i: m for i in free for m in Speech.english().measures if _speaks(m, low(tokens[i]))}
        relations = {r: self._cue(r, p, given, nouns) for r, p in self.relations.items()}
        attributes = {}
        for attribute, phrases in self.attributes.items():
            cue = self._cue(attribute, phrases, given)
            for at in measures:
                found = _measured(attribute, phrases, low(tokens[at]))
                if found > cue.strength:
                    cue = Cue(found, cue.tokens | {at})
                elif found:
                    cue = Cue(cue.strength, cue.tokens | {at})
            attributes[attribute] = cue
        return (
            {r: c for r, c in relations.items() if c.strength >= _LEAST},
            {a: c for a, c in attributes.items() if c.strength >= _LEAST},
        )

    def _cue(
        self,
        term: str | Attribute,
        phrases: Iterable[tuple[str, ...]],
        given: Mapping[int, str],
        nouns: frozenset[int] = frozenset(),
    ) -> Cue:
        best = Cue(0.0, frozenset())
        said: frozenset[int] = frozenset()
        for phrase in phrases:
            found = self._phrase(phrase, given, nouns)
            said |= found.tokens - nouns if found.strength >= _HALF else frozenset()
            if found.strength > best.strength:
                best = found
        best = Cue(best.strength, best.tokens | said) if best.strength >= _HALF else best
        noted = self._noted(term, given) if best.strength < _NOTED else best
        return noted if noted.strength > best.strength else best

    def _phrase(self, phrase: tuple[str, ...], given: Mapping[int, str], nouns: frozenset[int]) -> Cue:
        """How much of a name the question says, by how telling its words are."""
        total = sum(self.rarity.get(w, 1.0) for w in phrase)
        said = 0.0
        tokens: set[int] = set()
        for word in phrase:
            like = max((alike(g, word) for g in given.values()), default=0.0)
            if like:
                spots = {i for i, g in given.items() if alike(g, word) == like}
                said += self.rarity.get(word, 1.0) * like * (_KIND if spots <= nouns else 1.0)
                tokens |= spots | {i for i, g in given.items() if alike(g, word) >= _CLEAR}
        if not tokens:
            return Cue(0.0, frozenset())
        strength = said / total
        return Cue(strength + (_WHOLE if strength > 0.99 and len(phrase) > 1 else 0.0), frozenset(tokens))

    def _noted(self, term: str | Attribute, given: Mapping[int, str]) -> Cue:
        """What a sentence about the property says, where its name says nothing."""
        weak = Speech.english().weak
        words = self.notes.get(term, frozenset())
        tokens = frozenset(i for i, g in given.items() if g not in weak and g in words)
        return Cue(_NOTED if tokens else 0.0, tokens)


def _words(notes: Iterable[str]) -> frozenset[str]:
    return frozenset(w for n in notes for w in content(n))


def _says(measure: Measure, word: str) -> bool:
    return word in measure.more | measure.less | measure.verbs


def _speaks(measure: Measure, word: str) -> bool:
    return _says(measure, word) or (measure.dimension == "money" and stem(word) in measure.names)


def _measured(attribute: Attribute, phrases: Iterable[tuple[str, ...]], word: str) -> float:
    """How well an adjective of measure fits an attribute: by its name, or else by its unit."""
    if not attribute.numeric:
        return 0.0
    best = 0.0
    units = _dimension(attribute)
    for measure in Speech.english().measures:
        if _says(measure, word):
            named = max((alike(w, n) for p in phrases for w in p for n in measure.names), default=0.0)
            if named >= 0.85:
                best = max(best, _NAMED * named)
            elif measure.dimension and units == measure.dimension and not _general(word):
                best = max(best, _SIZED)
        elif units == "money" == measure.dimension and stem(word) in measure.names:
            best = max(best, _SIZED)  # 'the value of the order'
    return best


def _general(word: str) -> bool:
    """'Highest' is said of whatever is measured, 'heaviest' only of what is weighed."""
    speech = Speech.english()
    return word in speech.words("more") | speech.words("less")


def _dimension(attribute: Attribute) -> str:
    if attribute.dated:
        return "date"
    symbols = [attribute.unit, *(s for _, s in attribute.units)]
    return next((Units.known().dimensions[s] for s in symbols if s in Units.known().dimensions), "")
