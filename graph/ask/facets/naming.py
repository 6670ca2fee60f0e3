"""The names and values of a graph, to be found in a question."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.ask.facets.mentions import OfThing, OfValue, Sense
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Speech
from graph.ask.facets.terms import Attribute
from graph.ask.facets.words import low, split_name, spoken
from graph.ask.phrases import PhraseTable
from graph.ask.queries import query
from graph.ask.things import Entity
from graph.ask.tokens import Token, stem
from graph.store import Store

__all__ = ["Names"]

_TEXT = 80  # characters; a longer value is not asked for by its whole
_FEW = 4  # things that may share a part of a name
_PART = 0.72  # how well a part of a name names a thing
_RUN = 0.66  # how well several words of a name do, in small letters
_LOCAL = 0.9


@dataclass(frozen=True)
class Names:
    """Everything in a graph that can be named."""

    things: PhraseTable[str]
    values: PhraseTable[tuple[Attribute, Node]]
    codes: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, frozenset[str]]
    classes: Mapping[str, tuple[str, ...]]
    written: frozenset[str] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, schema: Schema, entities: Mapping[str, Entity]) -> "Names":
        """Read the names and values of a graph."""
        things: PhraseTable[str] = PhraseTable()
        parts: dict[str, set[str]] = defaultdict(set)
        codes: dict[str, set[str]] = defaultdict(set)
        classes = {}
        lengths = {}
        values = _values(store, schema)
        written = {low(t) for _, said in values for t in spoken(said)}
        for iri, entity in entities.items():
            kinds = _kinds(entity, schema)
            if not kinds:
                continue
            classes[iri] = kinds
            lengths[iri] = min((len(spoken(n)) for n in entity.names), default=0)
            for name in entity.names:
                words = tuple(t.stem for t in spoken(name))
                things.add(words, iri)
                written |= {low(t) for t in spoken(name)}
                for word in words:
                    parts[word].add(iri)
            codes[_folded(re.split(r"[#/:]", iri.rstrip("/#"))[-1])].add(iri)
        return cls(
            things,
            _table(values),
            {k: tuple(sorted(v)) for k, v in codes.items() if re.search(r"\d", k) and len(k) > 2},
            {k: frozenset(v) for k, v in parts.items()},
            classes,
            frozenset(written),
            lengths,
        )

    def words(self) -> set[str]:
        """Return every stem that stands in a name or value."""
        return {*self.parts, *self.values.words()}

    def whole(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Sense]]:
        """Yield whole names and values with their places."""
        stems = [self._meant(t) for t in tokens]
        grouped: dict[tuple[int, int], list[str]] = defaultdict(list)
        for spot in self.things.find(stems):
            grouped[spot.start, spot.end].append(spot.meaning)
        for (start, end), things in grouped.items():
            if end - start > 1 or self._as_written(tokens[start]):
                yield from ((start, end, s) for s in self.of_things(things, 1.0))
        for found in self.values.find(stems):
            attribute, value = found.meaning
            if found.end - found.start > 1 or self._as_written(tokens[found.start]):
                yield found.start, found.end, OfValue(attribute, value, 1.0)
        for at, token in enumerate(tokens):
            if coded := self.codes.get(_folded(token.text)):
                yield from ((at, at + 1, s) for s in self.of_things(coded, _LOCAL))

    def _meant(self, token: Token) -> str:
        """'Italian' stands for Italy, 'wooden' for wood, where the graph speaks only of those."""
        noun = Speech.english().data["adjectives"].get(low(token))
        return (
            stem(noun)
            if noun and token.stem not in self.parts and low(token) not in self.written
            else token.stem
        )

    def _as_written(self, token: Token) -> bool:
        """'Curated' is not the role 'curator', though the stems are the same."""
        word = low(token)
        forms = {word, word.removesuffix("s"), word.removesuffix("es"), f"{word}s", f"{word}es"}
        if word.endswith("ies"):
            forms.add(f"{word[:-3]}y")
        return bool(forms & self.written) or word in Speech.english().data["adjectives"]

    def partly(self, tokens: Sequence[Token], taken: set[int]) -> Iterator[tuple[int, int, Sense]]:
        """Yield parts of names that only a few things have, such as a surname."""
        speech = Speech.english()
        at = 0
        while at < len(tokens):
            begun, things = at, self._having(tokens[at]) if self._tells(tokens, at, taken, speech) else None
            at += 1
            if not things:
                continue
            while at < len(tokens) and at not in taken and (both := things & self._having(tokens[at])):
                things = both
                at += 1
            if len(things) <= _FEW:
                yield from ((begun, at, s) for s in self.of_things(sorted(things), _PART))

    def runs(self, tokens: Sequence[Token], taken: set[int]) -> Iterator[tuple[int, int, Sense]]:
        """Yield words that stand together in the names of a few things and are at least half of them."""
        speech = Speech.english()
        at = 0
        while at < len(tokens):
            begun, things = at, frozenset[str]()
            while at < len(tokens) and at not in taken and tokens[at].stem not in speech.function:
                both = self._having(tokens[at]) & things if at > begun else self._having(tokens[at])
                if not both:
                    break
                things, at = both, at + 1
            near = [t for t in sorted(things) if 2 * (at - begun) >= self.lengths[t]]
            if at - begun > 1 and 0 < len(near) <= _FEW:
                yield from ((begun, at, s) for s in self.of_things(near, _RUN))
            at = max(at, begun + 1)

    def _having(self, token: Token) -> frozenset[str]:
        return self.parts.get(token.stem, frozenset())

    def _tells(self, tokens: Sequence[Token], at: int, taken: set[int], speech: Speech) -> bool:
        """A word in capitals, or one with a digit, may be a part of a name."""
        token = tokens[at]
        plain = token.stem in speech.function or token.stem in speech.weak or at in taken
        name = token.text[:1].isupper() or any(c.isdecimal() for c in token.text)
        return name and not plain and not low(token).isdecimal()

    def of_things(self, things: Iterable[str], score: float) -> Iterator[OfThing]:
        """Yield one sense for all things of the same classes."""
        grouped: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for thing in dict.fromkeys(things):
            grouped[self.classes[thing]].append(thing)
        for kinds, group in grouped.items():
            yield OfThing(tuple(group), kinds, score)


def _kinds(entity: Entity, schema: Schema) -> tuple[str, ...]:
    """The classes of a thing, without those that say less than others."""
    own = [c for c in entity.classes if c in schema.classes]
    wider = {w for c in own for w in schema.wider.get(c, ())}
    return tuple(dict.fromkeys([*(c for c in own if c not in wider), *(w for w in sorted(wider))]))


def _folded(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _values(store: Store, schema: Schema) -> list[tuple[tuple[Attribute, Node], str]]:
    """The values of attributes that are texts, each as it is written."""
    found: list[tuple[tuple[Attribute, Node], str]] = []
    for attribute in schema.attributes:
        if attribute.kind in ("text", "thing"):
            rows = _rows(store, attribute)
            found += [((attribute, value), said) for value, said in rows if len(said) <= _TEXT]
    return found


def _table(values: Iterable[tuple[tuple[Attribute, Node], str]]) -> PhraseTable[tuple[Attribute, Node]]:
    table: PhraseTable[tuple[Attribute, Node]] = PhraseTable()
    for meaning, said in values:
        if words := tuple(t.stem for t in spoken(said)):
            table.add(words, meaning)
    return table


def _rows(store: Store, attribute: Attribute) -> Iterator[tuple[Node, str]]:
    given: dict[str, Node] = {"class": URIRef(attribute.owner)}
    if attribute.kind == "thing":
        yield from _named(store, attribute, given)
    elif len(attribute.path) == 1:
        for row in store.select(query("values"), {**given, "property": URIRef(attribute.path[0])}):
            yield row["value"], str(row["value"])
    else:
        first, second = (URIRef(p) for p in attribute.path)
        for row in store.select(query("far_values"), {**given, "first": first, "second": second}):
            if isinstance(row["value"], Literal):
                yield row["value"], str(row["value"])


def _named(store: Store, attribute: Attribute, given: dict[str, Node]) -> Iterator[tuple[Node, str]]:
    """Things of no class by their names, or else by the last words of what identifies them."""
    name = "untyped_values" if len(attribute.path) == 1 else "far_things"
    keys = ("property",) if len(attribute.path) == 1 else ("first", "second")
    bound = {**given, **{k: URIRef(p) for k, p in zip(keys, attribute.path, strict=True)}}
    for row in store.select(query(name), bound):
        yield row["value"], str(row.get("name") or split_name(str(row["value"])))
