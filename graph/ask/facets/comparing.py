"""Conditions that compare a value with a number, a date or the value of another thing, or count."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.ask.facets.bounds import Bound, Comparison
from graph.ask.facets.marks import Marks
from graph.ask.facets.mentions import Cue, Linked, OfClass, OfThing
from graph.ask.facets.quantities import Units
from graph.ask.facets.ranks import counted_ways
from graph.ask.facets.readings import Condition, Rank, Reading
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Speech
from graph.ask.facets.terms import Attribute, Way
from graph.ask.facets.ways import Ways
from graph.ask.facets.words import alike, content

__all__ = ["Comparing"]

_NEAR = 6  # words between a comparison and the words for what is compared
_UNIT = 0.8  # what the right unit is worth
_ALONE = 0.35  # a class's only date or number, where no word says which is meant
_FAR = 2.6
_KIND = 0.8  # how surely a word names a kind of thing
_USUAL, _LATE = 0.1, 0.05  # between dates of which no word speaks
_OPTIONS = 4
_DOUBT = 0.6  # for what hardly fits
_IGNORED = 2.5


@dataclass(frozen=True)
class Comparing:
    """Finds what a comparison is about."""

    schema: Schema
    ways: Ways

    def extended(
        self, linked: Linked, marks: Marks, reading: Reading, comparison: Comparison
    ) -> Iterator[Reading]:
        """Yield the reading with each way of taking a comparison, and without it."""
        if marks.superlative and comparison.tokens <= marks.superlative.tokens:
            yield reading
            return
        against = _things(linked, comparison)
        if not comparison.thing:
            yield from self._counting(linked, reading, comparison)
        options = sorted(self._options(linked, reading, comparison), key=lambda o: (-o[0], repr(o[1])))
        other = _limit(linked, reading, comparison) if comparison.mode == "own" else None
        for worth, attribute, way, cost in options[:_OPTIONS]:
            cue = linked.cue(attribute)
            if comparison.mode == "own" and (
                not other or other == attribute or way or other.dated != attribute.dated
            ):
                continue
            passed = frozenset(t for hop in way for t in linked.cue(hop.property).tokens)
            condition = Condition(
                way,
                attribute=attribute,
                comparison=comparison,
                against=against,
                other=other,
                negated=marks.negated is not None and 0 <= comparison.start - marks.negated <= _NEAR,
                tokens=comparison.tokens | cue.tokens | passed,
                cost=cost + _DOUBT * (2 - min(2.0, worth)),
            )
            yield reading.with_condition(condition)
        undone = reading.undone or not (comparison.plain or comparison.mode == "own")
        yield replace(reading, skipped=reading.skipped + _IGNORED, undone=undone)

    def _options(
        self, linked: Linked, reading: Reading, comparison: Comparison
    ) -> Iterator[tuple[float, Attribute, Way, float]]:
        for attribute in self.schema.attributes:
            worth = self._worth(linked, attribute, comparison)
            if worth <= 0 or _counted(linked, comparison, attribute.owner):
                continue
            for way, cost in self.ways.ranked(reading.goal.root, attribute.owner, linked, kept=1):
                near = cost - 0.5 * any(c.way[: len(way)] == way for c in reading.conditions if way)
                if near <= _FAR:
                    yield worth - 0.5 * near, attribute, way, max(0.0, near)

    def _worth(self, linked: Linked, attribute: Attribute, comparison: Comparison) -> float:
        """How well an attribute fits what it is compared with."""
        bound = comparison.bounds[0]
        cue = linked.cue(attribute)
        if comparison.mode == "own":
            return _against_limit(attribute, cue, comparison)
        near = any(abs(t - comparison.start) <= _NEAR or abs(t - comparison.noun) <= 2 for t in cue.tokens)
        strength = cue.strength if near else 0.6 * cue.strength
        if comparison.thing and not strength and not comparison.mode:
            return 0.0
        if attribute.dated:
            return strength + _ALONE + _usual(attribute, self.schema) if bound.period else 0.0
        fits = _fits(attribute, bound.units)
        if (
            attribute.kind != "number"
            or bound.number is None
            or fits is False
            or _in_time(linked, bound, comparison)
        ):
            return 0.0
        if fits:
            return strength + _UNIT
        lone = _ALONE if not bound.units and not (comparison.plain and not near) else 0.0
        return (
            (strength + lone * bool(strength or not comparison.plain)) if not bound.units else strength * 0.8
        )

    def _counting(self, linked: Linked, reading: Reading, comparison: Comparison) -> Iterator[Reading]:
        """'More than 16 books', 'at least two certificates': how many there are."""
        at = comparison.noun
        if at >= len(linked.words) or comparison.bounds[0].units or comparison.bounds[0].number is None:
            return
        span = linked.at(at)
        for sense in span.senses if span else ():
            if span and isinstance(sense, OfClass):
                for way, cost in counted_ways(self.ways, linked, reading, sense.cls, span):
                    rank = Rank(way, None, "count", having=comparison)
                    cued = frozenset(t for hop in way for t in linked.cue(hop.property).tokens)
                    counted = replace(reading, rank=rank, cost=reading.cost + cost)
                    yield counted.covering(comparison.tokens | span.tokens | cued, sense.score)
        for attribute, cue in linked.attributes.items():  # 'more than one area of expertise'
            if at in cue.tokens and not attribute.numeric and attribute.owner == reading.goal.root:
                rank = Rank((), attribute, "count", having=comparison)
                counted = replace(reading, rank=rank, cost=reading.cost + 1 - min(1.0, cue.strength))
                yield counted.covering(comparison.tokens | cue.tokens)


def _counted(linked: Linked, comparison: Comparison, owner: str) -> bool:
    """'More than three lines' counts lines, and says nothing of what a line comes to."""
    span = linked.at(comparison.noun) if not comparison.bounds[0].units else None
    kinds = {s.cls for s in span.senses if isinstance(s, OfClass) and s.score >= _KIND} if span else set()
    return owner in kinds


def _in_time(linked: Linked, bound: Bound, comparison: Comparison) -> bool:
    """'In 2022' is a time, and no number of something."""
    before = linked.words[min(comparison.start, bound.start - 1) : bound.start]
    return bound.period is not None and bool(Speech.english().words("time_words") & set(before))


def _usual(attribute: Attribute, schema: Schema) -> float:
    """Of several dates the one that all things have is meant, rather than the one by which they end."""
    share = attribute.things / max(1, schema.classes.get(attribute.owner, 1))
    ends = Speech.english().stems("ends")
    late = any(alike(w, e) for n in attribute.names for w in content(n) for e in ends)
    return _USUAL * min(1.0, share) - _LATE * late


def _limit(linked: Linked, reading: Reading, comparison: Comparison) -> Attribute | None:
    """The other value of the same thing: 'below their reorder point'."""
    at = comparison.bounds[0].start
    fit = [
        (c.strength, repr(a.path), a)
        for a, c in linked.attributes.items()
        if a.owner == reading.goal.root and a.numeric and at in c.tokens
    ]
    return max(fit, key=lambda f: (f[0], f[1]))[2] if fit else None


def _against_limit(attribute: Attribute, cue: Cue, comparison: Comparison) -> float:
    """How well an attribute fits as what is compared with another: named before it, or a stock."""
    if not attribute.numeric:
        return 0.0
    if any(t < comparison.start for t in cue.tokens):
        return cue.strength + 0.5
    stocks = Speech.english().stems("stocks")
    said = any(alike(w, s) for n in attribute.names for w in content(n) for s in stocks)
    return _ALONE + 0.3 if said and not attribute.dated else 0.0


def _things(linked: Linked, comparison: Comparison) -> tuple[str, ...]:
    """The thing that a comparison names instead of a number."""
    span = linked.at(comparison.bounds[0].start) if comparison.thing else None
    return next((s.things for s in span.senses if isinstance(s, OfThing)), ()) if span else ()


def _fits(attribute: Attribute, units: tuple[str, ...]) -> bool | None:
    """Whether an attribute is measured in one of some units; None where one of the two is unknown."""
    own = {attribute.unit, *(s for _, s in attribute.units)} - {""}
    if not own or not units:
        return None
    known = Units.known()
    return any(known.factor(u, o) is not None for u in units for o in own)
