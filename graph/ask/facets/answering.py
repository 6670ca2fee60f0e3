"""Makes answers in the form of INTERFACES from what a reading over any graph found."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Literal
from rdflib.term import Node

from graph.ask.facets.asking import Asked, Facets
from graph.ask.facets.telling import Telling
from graph.ask.index import EntityIndex
from graph.ask.profile import Profile
from graph.ask.sources import Sources
from graph.model import Alternative, Answer, AnswerItem, Kind, Status
from graph.store import Store

__all__ = ["FacetAnswers"]

_LESS = "It accounts less well for the words of the question."
_LOST = 6
_NOTHING = "Nothing in this graph answers to what the question asks for."
_OTHERS = 3
_CLASSES = 2


@dataclass(frozen=True)
class FacetAnswers:
    """Answers questions by the facets of one graph."""

    facets: Facets
    sources: Sources
    index: EntityIndex
    telling: Telling

    @classmethod
    def of(
        cls, store: Store, profile: Profile, index: EntityIndex, sources: Sources
    ) -> "FacetAnswers | None":
        """Learn the facets of a graph; one that sorts its things into no classes has none."""
        if len(profile.classes) < _CLASSES:
            return None
        facets = Facets.of(store, profile, index.entities)
        return cls(facets, sources, index, Telling(facets.schema, sources.label))

    def answer(self, question: str) -> Answer:
        """Return the answer, or a refusal where too much of the question is left over."""
        asked = self.facets.ask(question)
        if asked is None:
            return Answer(question, "unanswerable", _NOTHING, "list", notes=(_NOTHING,))
        if not asked.claimed:
            return self._refused(question, asked)
        items = tuple(self._items(asked))
        number = _number(asked)
        known = items or asked.truth is not None or number is not None
        status: Status = "answered" if known else "empty"
        return Answer(
            question,
            status,
            self.telling.of(asked.reading),
            _kind(asked, len(items)),
            items,
            boolean=asked.truth,
            count=number if asked.reading.operation == "count" else None,
            notes=_notes(asked),
            sparql=asked.query.sparql,
            confidence=round(asked.reading.explained(asked.linked.weights), 3),
            alternatives=self._others(question, asked),
            explanation=self._explanation(asked),
        )

    def _refused(self, question: str, asked: Asked) -> Answer:
        left = asked.strange or asked.left
        words = ", ".join(f"“{w}”" for w in left)
        reason = f"Nothing in this graph answers to {words}." if left else _NOTHING
        return Answer(
            question,
            "unanswerable",
            reason,
            "boolean" if asked.reading.operation == "ask" else "list",
            notes=(reason,),
            sparql="" if asked.foreign else asked.query.sparql,
            alternatives=(Alternative(self.telling.of(asked.reading), question),),
            explanation=self._explanation(asked),
        )

    def _explanation(self, asked: Asked) -> dict[str, object]:
        """How the question was read, and the readings that lost."""
        query = {
            "reading": self.telling.of(asked.reading),
            "score": asked.reading.score,
            "found": len(asked.rows),
            "sparql": asked.query.sparql,
            "bound": {},
        }
        lost = [
            {"reading": self.telling.of(r), "score": round(r.score, 3), "found": None, "why": _LESS}
            for r in asked.others[:_LOST]
        ]
        return {"queries": [query], "left": list(asked.left), "lost": lost}

    def _items(self, asked: Asked) -> Iterator[AnswerItem]:
        for row in asked.rows:
            texts = [self._text(node) for node in row]
            first = row[0]
            iri = None if isinstance(first, Literal) else str(first)
            text = f"{texts[0]}: {', '.join(texts[1:])}" if len(texts) > 1 else texts[0]
            evidence = self.sources.places([iri] if iri else []) or self.sources.fallback(iri or "", text)
            if evidence:
                kinds = self.index.classes(iri) if iri else ()
                kind = kinds[0].rsplit("#", 1)[-1].rsplit("/", 1)[-1] if kinds else None
                yield AnswerItem(text, iri, kind, "stated", 1.0, evidence)

    def _text(self, node: Node) -> str:
        return str(node) if isinstance(node, Literal) else self.sources.label(str(node))

    def _others(self, question: str, asked: Asked) -> tuple[Alternative, ...]:
        said = dict.fromkeys(self.telling.of(r) for r in asked.others)
        return tuple(Alternative(words, question) for words in list(said)[:_OTHERS])


def _number(asked: Asked) -> int | None:
    if asked.reading.operation != "count" or asked.reading.grouping or not asked.rows:
        return None
    return int(float(str(asked.rows[0][0])))


def _kind(asked: Asked, found: int) -> Kind:
    reading = asked.reading
    if reading.operation == "ask":
        return "boolean"
    if reading.operation == "count" and not reading.grouping:
        return "count"
    if reading.rank and not reading.rank.having:
        return "superlative"
    return "single" if found == 1 else "list"


def _notes(asked: Asked) -> tuple[str, ...]:
    left = ", ".join(f"“{w}”" for w in asked.left)
    return (f"Not taken into account: {left}.",) if left else ()
