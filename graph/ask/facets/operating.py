"""What a reading does with what it finds: counts it, sums it up, ranks it, or divides it into groups."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.ask.facets.dividing import Dividing
from graph.ask.facets.marks import Marks, Superlative
from graph.ask.facets.mentions import Linked, OfClass
from graph.ask.facets.readings import Operation, Rank, Reading
from graph.ask.facets.ways import Ways

__all__ = ["Operating"]

_THEIRS = frozenset({"their", "its", "respective"})
_NEAR = 5  # words between 'most' and what there is most of
_FAR = 3.0
_ONE = 1.0  # of counting what there is only one of
_UNSUMMED = 0.8  # cost of a sum or average that nothing is summed up for
_UNRANKED = 2.5  # cost of a superlative that nothing is found for


@dataclass(frozen=True)
class Operating:
    """Applies the marks of a question to its readings."""

    ways: Ways
    dividing: Dividing

    def applied(self, linked: Linked, marks: Marks, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with each way of doing what the question says."""
        for grouped in self.dividing.grouped(linked, marks, reading):
            for ranked in self._ranked(linked, marks, grouped):
                yield self._operated(linked, marks, ranked)

    def _operated(self, linked: Linked, marks: Marks, reading: Reading) -> Reading:
        attribute = reading.goal.attribute
        operation: Operation = "list"
        if marks.aggregate and not (attribute and attribute.kind == "number"):
            reading = replace(reading, cost=reading.cost + _UNSUMMED)
        if reading.rank and not reading.rank.having:
            return reading
        if marks.yesno:
            operation = "ask"
        elif reading.operation != "list":
            operation = reading.operation
        elif marks.aggregate and attribute and attribute.kind == "number":
            operation = "avg" if marks.aggregate == "avg" else "sum"
        elif marks.counted and not _counts_elsewhere(marks, reading):
            operation = _counted(reading)
        if operation == "list" and attribute is None and not reading.rank:
            reading = _with_columns(linked, reading)
        numbered = bool(marks.counted) and _counts_elsewhere(marks, reading)
        return replace(reading, operation=operation, numbered=numbered)

    def _ranked(self, linked: Linked, marks: Marks, reading: Reading) -> Iterator[Reading]:
        superlative = marks.superlative
        if superlative is None or reading.rank is not None:
            yield reading
            return
        if (attribute := reading.goal.attribute) and attribute.numeric and not superlative.frequent:
            cue = linked.cue(attribute).tokens
            if any(0 <= t - superlative.at <= 2 for t in cue) or superlative.at in cue:
                operation: Operation = "max" if superlative.most else "min"
                yield replace(reading, operation=operation).covering(superlative.tokens)
                return
        found = list(self._ranks(linked, marks, reading, superlative))
        for rank, cost, tokens in found:
            yield replace(reading, rank=rank, cost=reading.cost + cost).covering(tokens)
        if not found:
            yield replace(reading, cost=reading.cost + _UNRANKED, undone=True)

    def _ranks(
        self, linked: Linked, marks: Marks, reading: Reading, superlative: Superlative
    ) -> Iterator[tuple[Rank, float, frozenset[int]]]:
        if superlative.frequent:
            yield from self._frequent(linked, reading, superlative)
            return
        if (attribute := reading.goal.attribute) and (own := _own_class(linked, reading, superlative)):
            yield Rank((), attribute, "times", superlative.most, superlative.limit), 0.0, own
            return
        yield from self._by_value(linked, marks, reading, superlative)
        yield from self._by_number(linked, reading, superlative)

    def _by_value(
        self, linked: Linked, marks: Marks, reading: Reading, superlative: Superlative
    ) -> Iterator[tuple[Rank, float, frozenset[int]]]:
        root = reading.goal.root
        options: list[tuple[float, str, tuple[Rank, float, frozenset[int]]]] = []
        for attribute, cue in linked.attributes.items():
            last = superlative.at == len(linked.words) - 1  # 'earns the most'
            beside = [
                t for t in cue.tokens if 0 <= (superlative.at - t if last else t - superlative.at) <= _NEAR
            ]
            if not attribute.numeric or not beside:
                continue
            for way, cost in self.ways.ranked(root, attribute.owner, linked, (), 1):
                if cost > _FAR:
                    continue
                many = self.ways.many(root, way)
                how = (
                    ("sum" if not superlative.sized or marks.aggregate == "sum" else "value")
                    if many
                    else "value"
                )
                # a later date is the newer one, and 'most' of a date is the latest
                rank = Rank(way, attribute, how, superlative.most, superlative.limit)
                words = cue.tokens | frozenset(t for h in way for t in linked.cue(h.property).tokens)
                price = cost + 1.2 - min(1.2, cue.strength) - 0.3 * (superlative.at in cue.tokens)
                options.append((price, repr(attribute.path), (rank, max(0.0, price), words)))
        options.sort(key=lambda o: (o[0], o[1]))
        yield from (o for _, _, o in options[:3])

    def _by_number(
        self, linked: Linked, reading: Reading, superlative: Superlative
    ) -> Iterator[tuple[Rank, float, frozenset[int]]]:
        """'The most books', 'the largest number of objects': by how many there are."""
        for span in linked.spans:
            if not 0 < span.start - superlative.at <= _NEAR:
                continue
            for sense in span.senses:
                if isinstance(sense, OfClass) and sense.cls != reading.goal.root:
                    where = range(span.start, span.end)
                    for way, price in self.ways.ranked(reading.goal.root, sense.cls, linked, where, 3):
                        cost = price + (0 if self.ways.many(reading.goal.root, way) else _ONE)
                        if cost <= _FAR:
                            words = span.tokens | frozenset(
                                t for h in way for t in linked.cue(h.property).tokens
                            )
                            rank = Rank(way, None, "count", superlative.most, superlative.limit)
                            yield rank, cost + 1 - sense.score, words
            return

    def _frequent(
        self, linked: Linked, reading: Reading, superlative: Superlative
    ) -> Iterator[tuple[Rank, float, frozenset[int]]]:
        """'The most common material': by how many things have it."""
        if reading.goal.attribute:
            yield (
                Rank((), reading.goal.attribute, "times", superlative.most, superlative.limit),
                0.3,
                frozenset(),
            )
            return
        options = [
            (self.ways.cost(reading.goal.root, (hop,), linked), hop)
            for hop in self.ways.hops(reading.goal.root)
            if hop.inverse
        ]
        for cost, hop in sorted(options, key=lambda o: (o[0], o[1].property, o[1].cls))[:2]:
            yield Rank((hop,), None, "count", superlative.most, superlative.limit), cost, frozenset()


def _counted(reading: Reading) -> Operation:
    """'How many pages' of one thing is a value, of several their sum; other things are counted."""
    attribute = reading.goal.attribute
    if attribute is None or attribute.kind != "number" or reading.grouping:
        return "count"
    return "list" if any(not c.way and c.things for c in reading.conditions) else "sum"


def _with_columns(linked: Linked, reading: Reading) -> Reading:
    """'List the branches with their floor area': values that are asked for beside the things."""
    for at, word in enumerate(linked.words[:-1]):
        if word not in _THEIRS:
            continue
        fit = [
            (c.strength, repr(a.path), a, c)
            for a, c in linked.attributes.items()
            if a.owner == reading.goal.root and {at + 1, at + 2} & c.tokens and min(c.tokens) > at
        ]
        if fit:
            _, _, attribute, cue = max(fit, key=lambda f: (f[0], f[1]))
            goal = replace(reading.goal, also=(*reading.goal.also, attribute))
            reading = replace(reading, goal=goal).covering(cue.tokens | {at})
    return reading


def _own_class(linked: Linked, reading: Reading, superlative: Superlative) -> frozenset[int]:
    """'Which country has the most suppliers': the words for the things that have the value asked for."""
    for span in linked.spans:
        if 0 < span.start - superlative.at <= _NEAR:
            own = any(isinstance(s, OfClass) and s.cls == reading.goal.root for s in span.senses)
            return span.tokens if own else frozenset()
    return frozenset()


def _counts_elsewhere(marks: Marks, reading: Reading) -> bool:
    """'Which languages …, and how many?': the count is asked for beside the things."""
    return reading.rank is not None and reading.rank.having is not None and min(marks.counted, default=0) > 2
