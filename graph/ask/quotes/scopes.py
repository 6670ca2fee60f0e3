"""Which documents a question speaks of, when it names a plan, the unit that wrote it, or its year."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.ask.learnt import Learnt
from graph.ask.question import Question
from graph.ask.sources import Sources
from graph.ask.tokens import school_year, stems

__all__ = ["Scope", "Scopes"]

_PART = 2  # words of a name that may stand for a longer one


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents meant, none where any may be, and the words of the question that say so."""

    documents: frozenset[str] = frozenset()
    tokens: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Scopes:
    """The documents of each plan and unit, and of each school year."""

    things: Mapping[str, frozenset[str]] = field(default_factory=dict)
    years: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, learnt: Learnt, sources: Sources) -> "Scopes":
        """Read which documents hold which plans."""
        documents = {p: frozenset(e.document for e in sources.places([p])) for p in sorted(learnt.held)}
        things = dict(documents)
        years: dict[str, set[str]] = defaultdict(set)
        for unit, plans in sorted(learnt.holders.items()):
            things[unit] = frozenset(d for p in plans for d in documents.get(p, ()))
            for plan, year in plans.items():
                years[year] |= documents.get(plan, frozenset())
        things |= _shorter(things, sources, learnt)
        return cls(things, {y: frozenset(d) for y, d in years.items() if y})

    def read(self, question: Question) -> Scope:
        """Return the documents that a question names; what names none of them narrows nothing."""
        said = [*self._named(question), *self._dated(question)]
        documents: frozenset[str] = frozenset()
        for found, _ in said:
            documents = (documents & found) or (documents | found)
        return Scope(documents, frozenset(i for _, tokens in said for i in tokens))

    def _named(self, question: Question) -> list[tuple[frozenset[str], frozenset[int]]]:
        found = []
        for mention in question.links.things:
            meant = [t for o in mention.options for t in o.things]
            if documents := frozenset(d for t in meant for d in self.things.get(t, ())):
                found.append((documents, mention.tokens))
        return found

    def _dated(self, question: Question) -> list[tuple[frozenset[str], frozenset[int]]]:
        years = [(i, school_year(t.text) or t.stem) for i, t in enumerate(question.tokens)]
        return [(self.years[y], frozenset({i})) for i, y in years if y in self.years]


def _shorter(
    things: Mapping[str, frozenset[str]], sources: Sources, learnt: Learnt
) -> dict[str, frozenset[str]]:
    """Units whose name is a part of the name of just one unit with a plan: the same unit, called shortly."""
    whole = {u: frozenset(stems(sources.label(u))) for u in learnt.holders}
    kinds = {c for u in learnt.holders for c in learnt.entities[u].classes if u in learnt.entities}
    found = {}
    for iri, entity in learnt.entities.items():
        if iri in things or not kinds & set(entity.classes):
            continue
        name = frozenset(stems(entity.label))
        longer = [u for u, words in whole.items() if len(name) >= _PART and name < words]
        if len(longer) == 1:
            found[iri] = things[longer[0]]
    return found
