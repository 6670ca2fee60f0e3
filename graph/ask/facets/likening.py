"""Conditions that need no name or number: to have what another thing has, or not to have ended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.ask.facets.contrasts import Alike
from graph.ask.facets.marks import Marks
from graph.ask.facets.mentions import Linked, OfClass
from graph.ask.facets.readings import Condition, Reading
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Speech
from graph.ask.facets.ways import Ways
from graph.ask.facets.words import alike, content

__all__ = ["Likening"]

_UNMET = 1.5  # cost of leaving such words aside
_ENDED = 0.75  # likeness of a date's name to words for an end


@dataclass(frozen=True)
class Likening:
    """Finds what things have in common with another, and by what they end."""

    schema: Schema
    ways: Ways

    def extended(self, linked: Linked, marks: Marks, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with what is said to be the same, and with what has not ended."""
        found = [reading]
        if marks.alike:
            found = [r for f in found for r in self._same(linked, marks.alike, f)]
        if marks.lasting:
            found = [self._lasting(marks.lasting, f) for f in found]
        yield from found

    def _same(self, linked: Linked, same: Alike, reading: Reading) -> Iterator[Reading]:
        root = reading.goal.root
        if root in same.classes and reading.goal.attribute is None:
            for hop in self.ways.hops(root):
                cue = linked.cue(hop.property)
                said = any(
                    isinstance(s, OfClass) and s.cls == hop.cls
                    for i in same.words
                    if (span := linked.at(i))
                    for s in span.senses
                )
                if (cue.tokens & same.words or said) and not hop.inverse:
                    cost = 1 - min(1.0, max(cue.strength, 0.8 * said))
                    yield reading.with_condition(
                        Condition((hop,), same=same.things, tokens=same.tokens | cue.tokens, cost=cost)
                    )
            for attribute, cue in linked.attributes.items():
                if attribute.owner == root and cue.tokens & same.words:
                    tokens = same.tokens | cue.tokens
                    cost = 1 - min(1.0, cue.strength)
                    yield reading.with_condition(
                        Condition(attribute=attribute, same=same.things, tokens=tokens, cost=cost)
                    )
        yield _unmet(reading)

    def _lasting(self, tokens: frozenset[int], reading: Reading) -> Reading:
        ends = Speech.english().stems("ends")
        root = reading.goal.root
        fit = [
            (likeness, repr(a.path), a)
            for a in self.schema.attributes
            if a.owner == root and a.dated and a.things < self.schema.classes.get(root, 0)
            if (likeness := max(alike(w, e) for n in a.names for w in content(n) for e in ends)) >= _ENDED
        ]
        if not fit:
            return _unmet(reading)
        _, _, attribute = max(fit, key=lambda f: (f[0], f[1]))
        return reading.with_condition(Condition(attribute=attribute, negated=True, tokens=tokens))


def _unmet(reading: Reading) -> Reading:
    return replace(reading, cost=reading.cost + _UNMET)
