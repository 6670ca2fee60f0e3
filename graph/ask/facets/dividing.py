"""Divides what is found into groups: 'for each gallery', 'per country', 'by category'."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.ask.facets.marks import Marks
from graph.ask.facets.mentions import Linked, OfClass, Span
from graph.ask.facets.readings import Grouping, Reading
from graph.ask.facets.terms import Attribute
from graph.ask.facets.ways import Ways

__all__ = ["Dividing"]

_FAR = 3.0
_PLAIN = 1.2  # cost up to which a kind of thing is what groups are made by
_GROUPLESS = 1.5
_Option = tuple[Grouping, float, frozenset[int]]


@dataclass(frozen=True)
class Dividing:
    """Finds what groups are made by."""

    ways: Ways
    dated: Mapping[str, tuple[Attribute, ...]]

    def grouped(self, linked: Linked, marks: Marks, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with each way of making groups, and as it is where the question makes none."""
        if not marks.grouped or not (marks.counted or marks.aggregate or marks.superlative):
            yield reading
            return
        at = max(marks.grouped) + 1
        if own := self._of_itself(linked, marks, reading, at):
            yield reading.covering(own)
            return
        options = list(self._by_class(linked, reading, linked.at(at)))
        if not any(worth <= _PLAIN for _, worth, _ in options):
            options += [
                *self._by_value(linked, reading, at, marks.superlative is not None),
                *self._by_step(linked, reading, at),
            ]
        if linked.words[at : at + 1] in (("year",), ("years",)):
            options += self._by_year(linked, reading, at)
        for grouping, cost, tokens in options:
            grown = replace(reading, grouping=grouping, cost=reading.cost + cost)
            yield grown.covering(tokens)
        if not options or {"each", "every"} & {linked.words[i] for i in marks.grouped}:
            yield replace(reading, cost=reading.cost + _GROUPLESS)

    def _of_itself(self, linked: Linked, marks: Marks, reading: Reading, at: int) -> frozenset[int]:
        """'The average number of rooms per house' is that of all houses."""
        span = linked.at(at)
        own = span and any(isinstance(s, OfClass) and s.cls == reading.goal.root for s in span.senses)
        return (
            span.tokens
            if span and own and marks.aggregate == "avg" and reading.goal.attribute
            else frozenset()
        )

    def _by_year(self, linked: Linked, reading: Reading, at: int) -> Iterator[_Option]:
        """'In each year': by the years of a date that things have."""
        for attribute in self.dated.get(reading.goal.root, ()):
            cue = linked.cue(attribute)
            yield Grouping((), attribute, True), 1 - min(1.0, cue.strength), cue.tokens | {at}

    def _by_class(self, linked: Linked, reading: Reading, span: Span | None) -> Iterator[_Option]:
        root = reading.goal.root
        for sense in span.senses if span else ():
            if span and isinstance(sense, OfClass) and sense.cls != root:
                for way, cost in self.ways.ranked(root, sense.cls, linked, range(span.start, span.end), 2):
                    words = frozenset(t for h in way for t in linked.cue(h.property).tokens)
                    if cost <= _FAR:
                        yield Grouping(way), cost + 1 - sense.score, span.tokens | words

    def _by_value(self, linked: Linked, reading: Reading, at: int, ranked: bool) -> Iterator[_Option]:
        for attribute, cue in linked.attributes.items():
            if at not in cue.tokens or attribute == reading.goal.attribute or (ranked and attribute.numeric):
                continue
            for way, cost in self.ways.ranked(reading.goal.root, attribute.owner, linked, (), 1):
                if cost <= _FAR:
                    yield Grouping(way, attribute), cost + 1 - min(1.0, cue.strength), cue.tokens

    def _by_step(self, linked: Linked, reading: Reading, at: int) -> Iterator[_Option]:
        for hop in self.ways.hops(reading.goal.root):
            cue = linked.cue(hop.property)
            if at in cue.tokens:
                cost = self.ways.cost(reading.goal.root, (hop,), linked)
                yield Grouping((hop,)), cost + 1.2 - min(1.0, cue.strength), cue.tokens
