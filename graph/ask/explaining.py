"""Why an answer is what it is: what the words were taken for, the query, and the readings that lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import URIRef

from graph.ask.choose import Choice
from graph.ask.execute import Found
from graph.ask.mentions import ClassMention, PropertyMention, ThingMention, ValueMention
from graph.ask.profile import local_words
from graph.ask.question import Question
from graph.ask.sources import Sources
from graph.ask.wording import Wording, reading_in_words

__all__ = ["Explanations"]

_LOST = 6
_MEANINGS = 6


@dataclass(frozen=True)
class Explanations:
    """Explains answers."""

    sources: Sources

    def of(
        self, question: Question, choices: Sequence[Choice], found: Sequence[Found] = ()
    ) -> dict[str, Any]:
        """Return an explanation as a JSON object; `found` is what answers without being chosen."""
        chosen = [c.found for c in choices if c.found] or list(found)
        return {
            "shape": sorted(question.shape.cues),
            "mentions": list(self._mentions(question)),
            "mended": dict(question.mended),
            "queries": [self._query(f) for f in chosen],
            "objections": list(dict.fromkeys(r for c in choices for r, _ in c.objections))[:_LOST],
            "lost": [lost for choice in choices for lost in self._lost(choice)][:_LOST],
            "features": [dict(f.reading.features) for f in chosen],
        }

    def _mentions(self, question: Question) -> Iterator[dict[str, Any]]:
        """What each part of the question was linked to, in its order."""
        links = question.links
        for mention in sorted((*links.given, *links.nouns), key=lambda m: (m.start, m.end)):
            meant, kind = self._meant(mention)
            words = question.text[question.tokens[mention.start].start : question.tokens[mention.end - 1].end]
            yield {"words": words, "kind": kind, "as": list(dict.fromkeys(meant))[:_MEANINGS]}
        for prop, spot in sorted(links.cues.items(), key=lambda c: (min(c[1]), c[0])):
            yield {"words": question.spelled(spot), "kind": "phrase", "as": [local_words(prop)]}
        for gap in links.missing:
            words = question.spelled(gap.tokens)
            yield {"words": words, "kind": "missing", "as": [f"{local_words(gap.cls)} {gap.number}"]}

    def _meant(
        self, mention: ThingMention | ValueMention | ClassMention | PropertyMention
    ) -> tuple[list[str], str]:
        if isinstance(mention, ThingMention):
            things = [(o.cls, t) for o in mention.options for t in o.things]
            return [f"{local_words(cls)}: {self.sources.label(t)}" for cls, t in things], mention.options[
                0
            ].how
        if isinstance(mention, ValueMention):
            return [f"{local_words(s.property)}: {s.value}" for s in mention.senses], "value"
        if isinstance(mention, ClassMention):
            return [local_words(s.cls) for s in mention.senses], "class"
        return [local_words(s.property) for s in mention.senses], "property"

    def _query(self, found: Found) -> dict[str, Any]:
        """The query with names for what the question gives, and what is bound to them."""
        text, bound = found.sparql, {}
        given = [
            *((URIRef(t).n3(), self.sources.label(t)) for c in found.reading.conditions for t in c.things),
            *((v.n3(), str(v)) for c in found.reading.conditions for v in c.values),
        ]
        for number, (term, label) in enumerate(dict(given).items(), 1):
            text = text.replace(term, f"$given{number}")
            bound[f"$given{number}"] = {"term": term, "label": label}
        return {
            "reading": reading_in_words([found], self.sources),
            "score": found.reading.score,
            "found": len(found.rows),
            "sparql": text,
            "bound": bound,
        }

    def _lost(self, choice: Choice) -> Iterator[dict[str, Any]]:
        """The readings that were run besides, and why they are not the answer."""
        reasons = {id(found): reason for reason, found in choice.objections}
        for other in choice.others:
            why = reasons.get(id(other)) or _weaker(other, choice.found)
            yield {
                "reading": reading_in_words([other], self.sources),
                "score": other.reading.score,
                "found": len(other.rows),
                "why": why,
            }
        for reading in choice.untried[:_LOST]:
            yield {
                "reading": Wording(self.sources.index).reading(reading),
                "score": reading.score,
                "found": None,
                "why": "It accounts less well for the words of the question, and was not run.",
            }


def _weaker(other: Found, best: Found | None) -> str:
    if not other.rows:
        return "It finds nothing."
    if best and {r.value for r in other.rows} == {r.value for r in best.rows}:
        return "It finds the same."
    against = f", {best.reading.score:.2f}" if best else ""
    return f"It accounts less well for the words of the question ({other.reading.score:.2f}{against})."
