"""Links the words of a question to what a graph holds: names, values, kinds of things and properties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.facets.cues import Cues
from graph.ask.facets.mentions import Linked, Named, OfClass, OfThing, OfValue, Sense, Span
from graph.ask.facets.naming import Names
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Speech
from graph.ask.facets.terms import Attribute
from graph.ask.facets.words import alike, content, low, spoken
from graph.ask.phrases import PhraseTable
from graph.ask.tokens import Token

__all__ = ["Linker"]

_HEAD = 0.8  # the last word of a kind's name, for the whole
_SORT = 0.5  # another word of it that no other kind has
_WIDER = 0.1  # for the kind that others of the same head are kinds of
_LIKE = 0.65  # another word for it
_TOLD = 0.99  # of the name of a property
_WEAK, _WORD = 0.2, 1.0  # what words weigh


@dataclass(frozen=True)
class Linker:
    """Finds in a question everything that a graph knows by name."""

    names: Names
    terms: PhraseTable[Named | OfClass]
    heads: Mapping[str, tuple[tuple[str, float], ...]]
    cues: Cues
    persons: tuple[str, ...] = ()
    written: frozenset[str] = frozenset()

    @classmethod
    def of(cls, schema: Schema, names: Names) -> "Linker":
        """Collect what the terms of a graph are called."""
        terms: PhraseTable[Named | OfClass] = PhraseTable()
        for kind in schema.classes:
            for name in schema.names.get(kind, ()):
                terms.add(tuple(t.stem for t in spoken(name)), OfClass(kind, 1.0))
        called: dict[str | Attribute, tuple[str, ...]] = {a: a.names for a in schema.attributes}
        called |= {r.property: schema.names[r.property] for r in schema.relations}
        for term, said in called.items():
            for name in said:
                terms.add(_without_preposition(name), Named(term, 1.0))
        persons = tuple(c for c in schema.classes if schema.said(c) & Speech.english().stems("persons"))
        written = frozenset(
            low(t) for c in schema.classes for n in schema.names.get(c, ()) for t in spoken(n)
        )
        return cls(names, terms, _heads(schema), Cues.of(schema), persons, written)

    def words(self) -> set[str]:
        """Return every stem by which a term is called, and every word for one."""
        return {*self.terms.words(), *self.heads, *self.cues.rarity, *Speech.english().groups}

    def link(self, tokens: tuple[Token, ...]) -> Linked:
        """Link a question."""
        found = [f for f in self._found(tokens) if _sound(tokens, f)]
        spans = _longest(found)
        taken = {i for s in spans if any(_firm(x) for x in s.senses) for i in s.tokens}
        parts = [p for p in self.names.partly(tokens, taken) if not taken & set(range(p[0], p[1]))]
        spans = _longest([*((s.start, s.end, x) for s in spans for x in s.senses), *parts])
        taken |= {i for s in spans for i in s.tokens}
        spans = _longest(
            [*((s.start, s.end, x) for s in spans for x in s.senses), *self.names.runs(tokens, taken)]
        )
        free = [i for i in range(len(tokens)) if not _inside_name(spans, i)]
        relations, attributes = self.cues.of_question(tokens, free, _nouns(spans))
        weights = _weights(tokens)
        told = (c for c in (*relations.values(), *attributes.values()) if c.strength >= _TOLD)
        for at in {*_nouns(spans), *(i for c in told for i in c.tokens)} & set(weights):
            weights[at] = _WORD  # a small word elsewhere, but what this graph calls something
        return Linked(tokens, tuple(low(t) for t in tokens), spans, relations, attributes, weights)

    def _found(self, tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, Sense]]:
        yield from self.names.whole(tokens)
        for spot in self.terms.find([t.stem for t in tokens]):
            if not (isinstance(spot.meaning, OfClass) and self._verbal(tokens[spot.end - 1])):
                yield spot.start, spot.end, spot.meaning
        for at, token in enumerate(tokens):
            if token.stem not in Speech.english().function and not self._verbal(token):
                yield from ((at, at + 1, OfClass(c, s)) for c, s in self._kinds(token.stem))

    def _verbal(self, token: Token) -> bool:
        """'Ordered' names no orders."""
        return low(token).endswith(("ed", "ing")) and low(token) not in self.written

    def _kinds(self, word: str) -> Iterator[tuple[str, float]]:
        """The classes that one word may stand for."""
        exact = self.heads.get(word, ())
        yield from exact
        if any(score == 1 for _, score in exact):
            return
        if word in Speech.english().stems("anybody"):
            yield from ((cls, _LIKE) for cls in self.persons)
            return
        for head, kinds in self.heads.items() if not exact or exact[0][1] >= _HEAD else ():
            if (like := alike(word, head)) and like < 1:
                yield from ((kind, score * like * _LIKE / 0.75) for kind, score in kinds)


def _without_preposition(name: str) -> tuple[str, ...]:
    """'Of voyage' is called 'voyage': a small word before a noun stands there in every sentence."""
    words = tuple(t.stem for t in spoken(name))
    return words[1:] if len(words) > 1 and words[0] in Speech.english().words("prepositions") else words


def _heads(schema: Schema) -> dict[str, tuple[tuple[str, float], ...]]:
    """The classes that the last word of their name may stand for, or a word that no other class has."""
    heads: dict[str, list[tuple[str, float]]] = defaultdict(list)
    sorts: dict[str, set[str]] = defaultdict(set)
    for kind in schema.classes:
        for words in (w for n in schema.names.get(kind, ()) if (w := content(n))):
            heads[words[-1]].append((kind, 1.0 if len(words) == 1 else _HEAD))
            for word in words[:-1]:
                sorts[word].add(kind)
    lone = {w: next(iter(k)) for w, k in sorts.items() if len(k) == 1 and w not in heads}
    for word, found in heads.items():  # the widest of several kinds
        narrower = {w for kind, _ in found for w in schema.wider.get(kind, ())}
        heads[word] = [(kind, min(1.0, score + _WIDER * (kind in narrower))) for kind, score in found]
    return {k: tuple(v) for k, v in heads.items()} | {w: ((k, _SORT),) for w, k in lone.items()}


def _sound(tokens: Sequence[Token], found: tuple[int, int, Sense]) -> bool:
    """Small words are names only where they are written as such, and numbers by themselves are numbers."""
    start, end, sense = found
    spoken_for = tokens[start:end]
    if not isinstance(sense, (OfThing, OfValue)):
        return not all(t.stem in Speech.english().function for t in spoken_for)
    if all(low(t).replace(".", "").isdecimal() for t in spoken_for):
        return False
    if all(t.stem in Speech.english().function for t in spoken_for):
        return start > 0 and all(t.text.isupper() for t in spoken_for)
    return len(spoken_for) > 1 or len(spoken_for[0].text) > 2 or spoken_for[0].text.isupper()


def _firm(sense: Sense) -> bool:
    return not isinstance(sense, Named)


def _inside_name(spans: Iterable[Span], at: int) -> bool:
    """Whether a word is part of a longer name, so that it points to nothing by itself."""
    return any(
        s.start <= at < s.end
        and s.end - s.start > 1
        and all(isinstance(x, (OfThing, OfValue)) for x in s.senses)
        for s in spans
    )


def _nouns(spans: Iterable[Span]) -> frozenset[int]:
    """The words that name kinds of things."""
    named = [s for s in spans if any(isinstance(x, OfClass) and x.score >= _HEAD for x in s.senses)]
    return frozenset(i for s in named for i in s.tokens)


def _longest(found: Iterable[tuple[int, int, Sense]]) -> tuple[Span, ...]:
    """Keep the longest of overlapping spans, with everything that each may mean."""
    grouped: dict[tuple[int, int], list[Sense]] = defaultdict(list)
    for start, end, sense in found:
        if sense not in grouped[start, end]:
            grouped[start, end].append(sense)
    kept: list[Span] = []
    for start, end in sorted(grouped, key=lambda p: (p[0] - p[1], -_best(grouped[p]), p[0])):
        if not any(start < s.end and s.start < end for s in kept):
            senses = sorted(grouped[start, end], key=lambda s: (-s.score, repr(s)))
            kept.append(Span(start, end, tuple(senses)))
    return tuple(sorted(kept, key=lambda s: s.start))


def _best(senses: Iterable[Sense]) -> float:
    return max(s.score for s in senses)


def _weights(tokens: Sequence[Token]) -> dict[int, float]:
    """How much each word has to be accounted for."""
    speech = Speech.english()
    return {
        i: _WEAK if t.stem in speech.weak or len(t.text) == 1 else _WORD
        for i, t in enumerate(tokens)
        if t.stem not in speech.function and t.stem.rstrip("'")
    }
