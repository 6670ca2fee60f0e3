"""Answers questions by chains of relations, where no typed reading answers them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

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

_LESS = "It accounts less well for the words of the question."
_OTHERS = 3
# Scores and shares said; set on the development questions of the three small graphs beside the checkout.
_PLAIN, _FAIR = (0.84, 0.65), (0.75, 0.45)
_MORE = ("most", "fewest", "more", "fewer", "compare", "equal", "differ", "each", "negation", "universal")


@dataclass(frozen=True)
class ChainAnswers:
    """Makes answers of chains; `name` is the place to cite, the graph itself."""

    store: Store
    vectoriser: Vectoriser | None
    name: str
    typed: bool

    @classmethod
    def over(cls, store: Store, vectoriser: Vectoriser | None, profile: Profile, name: str) -> "ChainAnswers":
        """Prepare for a graph; a single class for everything tells nothing apart."""
        return cls(store, vectoriser, name, len(profile.classes) > 1)

    @cached_property
    def chains(self) -> Chains:
        """The chains of the graph, learnt when the first question needs one."""
        return Chains(self.store, self.vectoriser)

    def alone(self, question: Question) -> Answer | None:
        """Return the answer by a chain over things that no class tells apart, as far as one leads there."""
        found = [] if self.typed else self.chains.found(question.text)
        return self._answered(question.text, found) if found else None

    def rather(self, question: Question, answer: Answer) -> Answer:
        """Return the answer by a chain where it says the question, and the other way found something else.

        Where the other way found nothing, a chain need not say as much of the question.
        """
        if not self.typed or _more(question):
            return answer
        found = self.chains.found(question.text)
        if not found or not _holds(found[0], _PLAIN if answer.status == "answered" else _FAIR):
            return answer
        other = self._answered(question.text, found)
        return answer if _things(answer) == _things(other) else other

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
                    {"words": w.start.text, "kind": "name", "as": [str(t) for t in w.start.things]}
                    for w in best.walks
                ],
                "queries": [
                    {
                        "reading": self._says(best),
                        "score": best.score,
                        "found": len(items),
                        "sparql": compose(best.walks, count=best.count),
                        "bound": {},
                    }
                ],
                "lost": [
                    {"reading": self._says(f), "score": round(f.score, 5), "found": None, "why": _LESS}
                    for f in found[1 : 2 * _OTHERS]
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
        text = ", and ".join(self._chain(w) for w in found.walks)
        return text[:1].upper() + text[1:]

    def _chain(self, walk: Walk) -> str:
        said = self._called(walk.start.things[0])
        for step in walk.steps:
            name = self.chains.around.called(step.property)[0]
            said = f"what has “{name}” {said}" if step.inverse else f"the {name} of {said}"
        return said

    def _called(self, node: Node) -> str:
        return self.chains.around.called(str(node))[0] if isinstance(node, URIRef) else str(node)


def _things(answer: Answer) -> frozenset[str]:
    return frozenset(i.iri or i.value for i in answer.answers)


def _more(question: Question) -> bool:
    """Whether a question asks more than where a chain leads; 'is it A or B' asks only which."""
    alternative = "or" in question.words
    return (question.shape.boolean and not alternative) or any(question.shape.has(n) for n in _MORE)


def _holds(found: Found, least: tuple[float, float]) -> bool:
    """Whether a chain accounts for enough of a question, and the question asks no more than a chain."""
    return not found.beyond and found.score >= least[0] and found.said >= least[1]


def _confidence(found: Found) -> float:
    return round(min(1.0, max(0.0, found.score)), 3)
