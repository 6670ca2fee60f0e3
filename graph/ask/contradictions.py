"""Answers where the documents contradict each other: each contradiction with both of its places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.question import Question
from graph.ask.sources import Clash, Sources
from graph.ask.tokens import stems
from graph.gaps import rules
from graph.model import Answer, AnswerItem

__all__ = ["Contradictions"]

_KIND = "Conflict"


@dataclass(frozen=True)
class Contradictions:
    """Answers questions about contradictions."""

    sources: Sources
    index: EntityIndex
    lexicon: Lexicon

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words by which contradictions are asked for."""
        return frozenset(s for w in self._setting("words") for s in stems(w))

    @cached_property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        kinds: Mapping[str, Sequence[str]] = self.lexicon.settings.get("contradictions", {}).get("kinds", {})
        return {kind: frozenset(s for w in words for s in stems(w)) for kind, words in kinds.items()}

    def of(self, question: Question) -> Answer | None:
        """Return the answer to a question that asks for contradictions and describes nothing else."""
        if not self._words & set(question.words) or not self._asked(question):
            return None
        clashes = self._about(question, self.sources.clashes())
        items = tuple(self._item(c) for c in clashes if self.sources.evidence(c.iri))
        count = len(items) if question.shape.has("count") else None
        return Answer(
            question.text,
            "answered" if items else "empty",
            "Places of the documents that contradict each other",
            "boolean" if question.shape.boolean else "count" if count is not None else "list",
            items,
            boolean=bool(items) if question.shape.boolean else None,
            count=count,
            notes=tuple(self._notes(question, items)),
            sparql=self.sources.clash_query,
        )

    def _notes(self, question: Question, items: Sequence[AnswerItem]) -> Iterator[str]:
        """Say by which checks contradictions are found, and where none was."""
        if not items:
            about = " and ".join(f"“{question.spelled(m.tokens)}”" for m in question.links.things)
            yield f"No two places were found to contradict each other{f' about {about}' if about else ''}."
        found = (f"“{r.check.title}” ({r.id})" for r in rules() if r.check.head.get("of") == _KIND)
        yield f"Found by setting places side by side (checks {', '.join(found)}); no document says so itself."

    def _setting(self, name: str) -> Sequence[str]:
        found: Sequence[str] = self.lexicon.settings.get("contradictions", {}).get(name, ())
        return found

    def _asked(self, question: Question) -> bool:
        """Whether every telling word asks for contradictions, or names what they are about."""
        if question.shape.has("negation") or any(s.filters for n in question.links.classes for s in n.senses):
            return False
        known = question.named | question.light | question.shape.tokens
        spoken = self._words.union(*self._kinds.values())
        return all(i in known or question.words[i] in spoken for i in question.weights)

    def _about(self, question: Question, clashes: Sequence[Clash]) -> list[Clash]:
        """Those of the kind, about the things and of the classes that the question names."""
        kinds = {k for k, words in self._kinds.items() if words & set(question.words)}
        found = [c for c in clashes if not kinds or c.kind in kinds]
        for mention in question.links.things:
            things = {t for o in mention.options for t in o.things}
            found = [c for c in found if things & set(c.about)]
        whole = set(self._setting("of"))
        for noun in question.links.classes if not question.links.things else ():
            classes = {s.cls for s in noun.senses}
            if not classes & whole and not {question.words[i] for i in noun.tokens} & self._words:
                found = [c for c in found if any(classes & set(self.index.classes(t)) for t in c.about)]
        return found

    def _item(self, clash: Clash) -> AnswerItem:
        return AnswerItem(
            clash.said, clash.iri, _KIND, "inferred", 1.0, tuple(self.sources.evidence(clash.iri))
        )
