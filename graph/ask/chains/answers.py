"""Answers questions by chains of relations, where no typed reading answers them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.term import Node

from graph.ask.chains.compose import compose
from graph.ask.chains.reader import Chains, Found
from graph.ask.chains.walks import Walk
from graph.ask.contents import Vectoriser
from graph.ask.profile import Profile
from graph.ask.question import Question
from graph.model import Alternative, Answer, AnswerItem, Evidence
from graph.store import Store

__all__ = ["ChainAnswers"]

_OTHERS = 3
_PLAIN = 0.85  # set on the development questions of the three small graphs beside the checkout
_MORE = ("most", "fewest", "more", "fewer", "compare", "equal", "differ", "each", "negation", "universal")


@dataclass(frozen=True)
class ChainAnswers:
    """Makes answers of chains; `name` is the place to cite, the graph itself."""

    store: Store
    chains: Chains
    name: str
    typed: bool

    @classmethod
    def over(cls, store: Store, vectoriser: Vectoriser | None, profile: Profile, name: str) -> "ChainAnswers":
        """Learn the chains of a graph; a single class for everything tells nothing apart."""
        return cls(store, Chains(store, vectoriser), name, len(profile.classes) > 1)

    def first(self, question: Question) -> Answer | None:
        """Return the answer by a chain over things that no class tells apart, unless more is asked."""
        if self.typed or any(question.shape.has(name) for name in _MORE):
            return None
        found = self.chains.found(question.text)
        return self._answered(question.text, found) if found else None

    def instead(self, question: Question, answer: Answer) -> Answer:
        """Return the answer by a chain where another way found none.

        Over things that have classes a chain must be plain, since a typed reading could say it too.
        """
        if answer.status == "answered":
            return answer
        plain = not question.shape.boolean and not any(question.shape.has(name) for name in _MORE)
        found = self.chains.found(question.text) if plain or not self.typed else []
        enough = _PLAIN if self.typed else 0.0
        return self._answered(question.text, found) if found and found[0].score >= enough else answer

    def _answered(self, text: str, found: Sequence[Found]) -> Answer:
        best = found[0]
        ends = [r["x"] for r in self.store.select(compose(best.walks))]
        items = tuple(self._item(end, best) for end in ends)
        others = dict.fromkeys(self._says(f) for f in found[1:])
        return Answer(
            text,
            "answered",
            self._says(best),
            "count" if best.count else "single" if len(items) == 1 else "list",
            items,
            count=len(items) if best.count else None,
            sparql=compose(best.walks, count=best.count),
            confidence=_confidence(best),
            alternatives=tuple(Alternative(o, text) for o in list(others)[:_OTHERS] if o != self._says(best)),
            explanation={
                "mentions": [
                    {"words": w.start.text, "as": [str(t) for t in w.start.things]} for w in best.walks
                ],
                "lost": [
                    {"reading": self._says(f), "score": round(f.score, 5)} for f in found[1 : 2 * _OTHERS]
                ],
            },
        )

    def _item(self, end: Node, found: Found) -> AnswerItem:
        text = self._called(end)
        iri = str(end) if isinstance(end, URIRef) else None
        kinds = self.chains.around.kinds.get(str(end), ())
        place = Evidence(self.name, None, None, None, text)
        return AnswerItem(
            text,
            iri,
            self.chains.around.called(kinds[0])[0] if kinds else None,
            "stated",
            _confidence(found),
            (place,),
        )

    def _says(self, found: Found) -> str:
        text = "; and ".join(self._chain(w) for w in found.walks)
        return text[:1].upper() + text[1:]

    def _chain(self, walk: Walk) -> str:
        names = [
            self.chains.around.called(s.property)[0] + (" (of which)" if s.inverse else "")
            for s in walk.steps
        ]
        return f"{', then '.join(names)}, from {self._called(walk.start.things[0])}"

    def _called(self, node: Node) -> str:
        return self.chains.around.called(str(node))[0] if isinstance(node, URIRef) else str(node)


def _confidence(found: Found) -> float:
    return round(min(1.0, max(0.0, found.score)), 3)
