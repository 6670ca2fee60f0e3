"""Answers questions over any small graph by the facets of its things, or says that it cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rdflib.term import Node

from graph.ask.facets.building import Building
from graph.ask.facets.comparing import Comparing
from graph.ask.facets.dividing import Dividing
from graph.ask.facets.focus import Focus
from graph.ask.facets.likening import Likening
from graph.ask.facets.linking import Linker
from graph.ask.facets.marks import read_marks
from graph.ask.facets.mentions import Linked
from graph.ask.facets.naming import Names
from graph.ask.facets.operating import Operating
from graph.ask.facets.ranks import Ranks
from graph.ask.facets.readings import Reading
from graph.ask.facets.recasting import recast
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Speech
from graph.ask.facets.ways import Ways
from graph.ask.facets.words import spoken
from graph.ask.facets.writing import Query, write
from graph.ask.lexicon import Language
from graph.ask.profile import Profile
from graph.ask.spelling import Spelling
from graph.ask.things import Entity
from graph.errors import QueryError
from graph.store import Binding, Store

__all__ = ["Asked", "Facets"]

_TRIED = 8
_LONGEST = 60  # words of a question that are read
_EMPTY = 0.09  # what finding nothing costs a reading
_UNTOLD = 0.45  # share of the words that may stay unaccounted for
_STRANGE = 0.28  # and if one of them is a word that the graph has nothing to do with


@dataclass(frozen=True)
class Asked:
    """The reading that was chosen, what it found, and what else was tried."""

    reading: Reading
    query: Query
    rows: tuple[tuple[Node, ...], ...]
    truth: bool | None
    linked: Linked
    left: tuple[str, ...]
    strange: tuple[str, ...]
    others: tuple[Reading, ...] = ()
    owned: bool = False  # whether what nobody knows belongs to what is known: 'Ann's unicorn'

    @property
    def claimed(self) -> bool:
        """Whether enough of the question is accounted for to claim the answer."""
        return not self.foreign and self.reading.explained(self.linked.weights) > 1 - _UNTOLD

    @property
    def foreign(self) -> bool:
        """Whether the question speaks of something that the graph does not hold."""
        if self.reading.undone or self.owned:
            return True
        names = any(t[:1].isupper() and t != self.linked.tokens[0].text for t in self.strange)
        told = self.reading.explained(self.linked.weights)
        return bool(self.strange) and (names or told < 1 - _STRANGE)


@dataclass(frozen=True)
class Facets:
    """The facets of one graph, to be asked."""

    store: Store
    schema: Schema
    names: Names
    linker: Linker
    building: Building
    spelling: Spelling
    known: frozenset[str]

    @classmethod
    def of(cls, store: Store, profile: Profile, entities: Mapping[str, Entity]) -> "Facets":
        """Learn the facets of a graph."""
        schema = Schema.of(store, profile)
        names = Names.of(store, schema, entities)
        ways = Ways(schema)
        linker = Linker.of(schema, names)
        building = Building(
            schema,
            ways,
            Focus(schema),
            Comparing(schema, ways),
            Likening(schema, ways),
            Operating(
                Dividing(ways, schema.dated()),
                Ranks(ways, tuple(a for a in schema.attributes if a.kind == "number")),
            ),
        )
        known = frozenset(linker.words())
        language = Language.english()
        written = [*(n for e in entities.values() for n in e.names), *_written(schema)]
        spelling = Spelling.of(written, known | names.words() | language.words())
        return cls(store, schema, names, linker, building, spelling, known)

    def ask(self, text: str) -> Asked | None:
        """Return the best reading of a question with what it finds, or None where nothing is understood."""
        language = Language.english()
        tokens, _ = self.spelling.mend(language.without_courtesy(spoken(recast(text, self.known))), {})
        linked = self.linker.link(tuple(tokens[:_LONGEST]))
        marks = read_marks(linked)
        readings = self.building.readings(linked, marks)
        return self._best(readings, linked) if readings else None

    def _best(self, readings: Sequence[Reading], linked: Linked) -> Asked:
        tried: list[tuple[float, int, Asked]] = []
        for number, reading in enumerate(readings[:_TRIED]):
            if tried and reading.score <= max(t[0] for t in tried):
                break
            asked = self._run(reading, linked)
            tried.append((reading.score - _EMPTY * self._empty(asked), -number, asked))
        best = max(tried, key=lambda t: (t[0], t[1]))[2]
        others = tuple(a.reading for _, _, a in tried if a is not best)
        return Asked(
            best.reading,
            best.query,
            best.rows,
            best.truth,
            linked,
            best.left,
            best.strange,
            others,
            best.owned,
        )

    def _empty(self, asked: Asked) -> bool:
        if asked.truth is not None:
            return False
        if asked.reading.operation in ("count", "sum", "avg"):
            return all(str(v) == "0" for row in asked.rows for v in row)
        return not asked.rows

    def _run(self, reading: Reading, linked: Linked) -> Asked:
        query = write(reading, self.schema)
        left = [i for i, w in linked.weights.items() if w >= 1 and reading.covered.get(i, 0.0) < 0.3]
        unknown = [i for i in left if linked.tokens[i].stem not in self.known and linked.at(i) is None]
        strange = tuple(linked.tokens[i].text for i in unknown)
        rows: tuple[tuple[Node, ...], ...] = ()
        truth = None
        try:
            if reading.operation == "ask":
                truth = self.store.ask(query.sparql)
            elif query.ranked:
                query, rows = self._first(reading, query)
            else:
                rows = _rows(self.store.select(query.sparql), query)
        except QueryError:
            rows = ()
        return Asked(
            reading,
            query,
            rows,
            truth,
            linked,
            tuple(linked.tokens[i].text for i in left),
            strange,
            owned=any(_owned(linked, i) for i in unknown),
        )

    def _first(self, reading: Reading, query: Query) -> tuple[Query, tuple[tuple[Node, ...], ...]]:
        """Of a superlative, the first, with all that are equal to it where one is asked for."""
        rows = [r for r in self.store.select(query.unlimited) if query.ranked in r]
        if reading.rank and reading.rank.nth:
            return query, _rows(rows[reading.rank.nth - 1 : reading.rank.nth], query)
        wanted = reading.rank.limit if reading.rank else 0
        if not wanted:
            wanted = sum(r[query.ranked] == rows[0][query.ranked] for r in rows) if rows else 1
        return write(reading, self.schema, wanted), _rows(rows[:wanted], query)


def _owned(linked: Linked, at: int) -> bool:
    """Whether a noun belongs to something or has something: 'Ann's …', 'the price of a …'."""
    words = linked.words
    after = linked.at(at + 1) if at + 1 < len(words) else None
    owner = at > 0 and linked.tokens[at - 1].text.endswith(("'s", "’s"))
    held = at > 1 and (
        words[at - 1] == "of" or (words[at - 1] in ("a", "an", "the") and words[at - 2] == "of")
    )
    return (owner or held) and after is None


def _written(schema: Schema) -> list[str]:
    """Words that are known to be written rightly."""
    speech = Speech.english()
    said = [w for m in speech.measures for w in (*m.more, *m.less, *m.verbs)]
    said += [w for words in speech.data["synonyms"] for w in words]
    said += [
        w for name in ("superlatives", "more", "less", "frequent", "count", "each") for w in speech.data[name]
    ]
    return [
        *said,
        *(n for names in schema.names.values() for n in names),
        *(n for a in schema.attributes for n in a.names),
    ]


def _rows(found: Sequence[Binding], query: Query) -> tuple[tuple[Node, ...], ...]:
    names = [c[1:] for c in query.columns]
    return tuple(dict.fromkeys(tuple(r[n] for n in names) for r in found if all(n in r for n in names)))
