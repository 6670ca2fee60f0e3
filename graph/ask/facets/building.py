"""Builds the readings of a question: what is asked for, under everything that the question says of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rdflib import Literal
from rdflib.term import Node

from graph.ask.closed import closed
from graph.ask.facets.bounds import Bound, Comparison
from graph.ask.facets.comparing import Comparing
from graph.ask.facets.focus import Focus
from graph.ask.facets.joining import either_thing, either_value
from graph.ask.facets.likening import Likening
from graph.ask.facets.marks import Marks
from graph.ask.facets.mentions import Linked, OfClass, OfThing, OfValue, Span
from graph.ask.facets.operating import Operating
from graph.ask.facets.quantities import Units
from graph.ask.facets.readings import Condition, Goal, Reading
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Speech
from graph.ask.facets.terms import Attribute
from graph.ask.facets.ways import Ways
from graph.ask.facets.words import alike, content

__all__ = ["Building"]

_BEAM = 10
_NAMED, _COMPARED = 8, 4  # names and comparisons of one question that are followed up
_KEPT = 12
_FAR = 3.2  # cost above which things have little to do with each other
_IDENTITY = 1.5  # cost of taking what is asked for to be the thing that is named
_STRONG = 0.4  # how strongly words must point to a property to be a condition by themselves
_MENTIONED = 0.8
_PASSING = 1.2  # cost up to which a kind of thing that is merely mentioned has to be there
_ELSEWHERE = 1.5  # cost of a step that leads to nothing of what is named, where another one does
_PASSED_BY, _AFTER = 0.8, 3  # cost of a verb that has nothing to do with what is named so soon after it
_KIN = 0.8  # likeness of a verb and a kind of thing
_LONE = 0.3  # of counting what there can be only one of
_FURTHER = 2.2  # and where a word leads to it: 'on turbines', 'have stores'
_LEADING = closed("leading_prepositions")
_NEED = 0.5  # cost of a noun for a property that the reading does not use


@dataclass(frozen=True)
class Building:
    """Builds readings."""

    schema: Schema
    ways: Ways
    focus: Focus
    comparing: Comparing
    likening: Likening
    operating: Operating

    def readings(self, linked: Linked, marks: Marks) -> list[Reading]:
        """Return the readings of a question, best first."""
        found: list[Reading] = []
        for goal in self.focus.goals(linked, marks):
            found += self._of_goal(linked, marks, goal)
        found.sort(key=lambda r: (-r.score, repr(r)))
        return found[:_KEPT]

    def _of_goal(self, linked: Linked, marks: Marks, goal: Goal) -> list[Reading]:
        start = Reading(goal, conditions=goal.conditions).covering(goal.tokens).covering(marks.tokens)
        beam = list(self.likening.extended(linked, marks, start))
        for span in self._given(linked, marks, goal):
            grown = [r for reading in beam for r in self._extended(linked, marks, reading, span)]
            beam = _best(grown, linked)
        for comparison in marks.comparisons[:_COMPARED]:
            grown = [
                r for reading in beam for r in self.comparing.extended(linked, marks, reading, comparison)
            ]
            beam = _best(grown, linked)
        beam = [r for reading in beam for r in self.operating.applied(linked, marks, reading)]
        beam = [self._completed(linked, marks, reading) for reading in beam]
        return [r.scored(linked.weights) for r in beam]

    def _given(self, linked: Linked, marks: Marks, goal: Goal) -> list[Span]:
        compared = {b.start for c in marks.comparisons for b in c.bounds}
        compared |= marks.alike.tokens if marks.alike else set()
        spans = [
            s for s in linked.spans if s.given and not s.tokens & goal.tokens and s.start not in compared
        ]
        return sorted(spans, key=lambda s: (s.start - s.end, s.start))[:_NAMED]

    def _extended(self, linked: Linked, marks: Marks, reading: Reading, span: Span) -> Iterator[Reading]:
        """Yield the reading with each way of taking a name or value, and without it."""
        for sense in span.senses:
            if isinstance(sense, OfThing):
                yield from self._with_thing(linked, marks, reading, span, sense)
            elif isinstance(sense, OfValue):
                yield from self._with_value(linked, marks, reading, span, sense)
        quiet = any(not isinstance(s, (OfThing, OfValue)) for s in span.senses)
        skipped = 0.3 if quiet else max(s.score for s in span.senses)
        yield replace(reading, skipped=reading.skipped + skipped)

    def _with_thing(
        self, linked: Linked, marks: Marks, reading: Reading, span: Span, sense: OfThing
    ) -> Iterator[Reading]:
        beside = _beside(linked, span, sense)
        for cls in sense.classes:
            for way, cost in self.ways.ranked(reading.goal.root, cls, linked, range(span.start, span.end)):
                if cost > _FAR or (not way and reading.goal.things):
                    continue
                if joined := either_thing(linked, self.ways, reading, way, span, sense):
                    yield joined
                    continue
                itself = _IDENTITY if not way and reading.goal.attribute is None else 0.0
                lone = _LONE * bool(marks.counted and way and not self.ways.several(reading.goal.root, way))
                away = lone + _ELSEWHERE if way and self.schema.elsewhere(way[-1], sense.things) else lone
                tokens = span.tokens | beside | self._words(linked, way, reading.goal.root)
                yield reading.with_condition(
                    Condition(
                        way,
                        things=sense.things,
                        negated=_denied(marks, min(span.tokens), reading),
                        tokens=tokens,
                        cost=cost + itself + away + (1 - sense.score),
                        below=bool(marks.below),
                    )
                )

    def _with_value(
        self, linked: Linked, marks: Marks, reading: Reading, span: Span, sense: OfValue
    ) -> Iterator[Reading]:
        attribute = sense.attribute
        for way, cost in self.ways.ranked(reading.goal.root, attribute.owner, linked)[:1]:
            if cost > _FAR or (attribute == reading.goal.attribute and not way):
                continue
            cue = linked.cue(attribute)
            if joined := either_value(linked, reading, way, span, sense):
                yield joined
                continue
            condition = Condition(
                way,
                attribute=attribute,
                values=(sense.value,),
                negated=_denied(marks, span.start, reading),
                tokens=span.tokens | cue.tokens | self._words(linked, way, reading.goal.root),
                cost=cost + 0.4 - 0.4 * min(1.0, cue.strength),
            )
            yield reading.with_condition(condition)

    def _words(self, linked: Linked, way: Iterable, root: str) -> frozenset[int]:  # type: ignore[type-arg]
        """The words that point to the properties and classes on a way."""
        hops = tuple(way)
        found = {t for hop in hops for t in linked.cue(hop.property).tokens}
        passed = {root, *(hop.cls for hop in hops)}
        for span in linked.spans:
            if not span.given and any(isinstance(s, OfClass) and s.cls in passed for s in span.senses):
                found |= span.tokens
        return frozenset(found) | self._verbs(linked, passed)

    def _verbs(self, linked: Linked, passed: Iterable[str]) -> frozenset[int]:
        """What is shipped is a shipment: verbs of one family with the kinds of things on a way."""
        said = {w for cls in passed for w in self.schema.said(cls)}
        free = (i for i in linked.weights if linked.at(i) is None)
        return frozenset(i for i in free if any(alike(linked.tokens[i].stem, w) > _KIN for w in said))

    def _completed(self, linked: Linked, marks: Marks, reading: Reading) -> Reading:
        """Account for kinds of things that are merely mentioned, and for words that point to a property."""
        reading = self._classes(linked, marks, reading)
        reading = self._cued(linked, marks, reading)
        if reading.goal.needs and reading.goal.needs not in _used(reading):
            return replace(reading, cost=reading.cost + _NEED)
        return reading

    def _classes(self, linked: Linked, marks: Marks, reading: Reading) -> Reading:
        known = {reading.goal.root, *(h.cls for c in reading.conditions for h in c.way)}
        known |= {h.cls for h in _extra(reading)}
        for span in linked.spans:
            senses = [s for s in span.senses if isinstance(s, OfClass)]
            if not senses or span.tokens <= set(reading.covered):
                continue
            if same := [s for s in senses if s.cls in known]:
                reading = reading.covering(span.tokens, same[0].score)
            elif kinds := [s.cls for s in senses if reading.goal.root in self.schema.wider.get(s.cls, ())]:
                goal = replace(reading.goal, root=kinds[0])  # 'which employees are managers'
                reading = replace(reading, goal=goal).covering(span.tokens)
            elif senses[0].score >= _STRONG:
                reading = self._there(linked, marks, reading, span, senses[0])
        return reading

    def _there(self, linked: Linked, marks: Marks, reading: Reading, span: Span, sense: OfClass) -> Reading:
        """A kind of thing that is mentioned has to be there, or not to be there."""
        where = range(span.start, span.end)
        for way, cost in self.ways.ranked(reading.goal.root, sense.cls, linked, where, 1):
            denied = _denied(marks, span.start, reading)
            led = where[0] > 0 and linked.words[where[0] - 1] in _LEADING
            if (
                way
                and cost <= (_FAR if denied else _FURTHER if led else _PASSING)
                and (denied or sense.score >= _MENTIONED)
            ):
                tokens = span.tokens | self._words(linked, way, reading.goal.root)
                return reading.with_condition(
                    Condition(way, negated=denied, tokens=tokens, cost=cost), _MENTIONED
                )
        return reading

    def _cued(self, linked: Linked, marks: Marks, reading: Reading) -> Reading:
        """'Hazardous parts', 'authors who are not dead': words for a property that nothing else uses."""
        free = {i: w for i, w in linked.weights.items() if reading.covered.get(i, 0) < 0.5}
        left = {i for i, w in free.items() if w >= 1 or marks.negated in (i - 1, i - 2)}
        root = reading.goal.root
        found: list[tuple[float, str, Condition]] = []
        for attribute, cue in linked.attributes.items():
            if attribute.owner == root and cue.tokens & left and cue.strength >= _STRONG:
                found.append(
                    (
                        cue.strength,
                        repr(attribute.path),
                        self._held(linked, marks, reading, attribute, cue.tokens),
                    )
                )
        for hop in self.ways.hops(root):
            cue = linked.cue(hop.property)
            if cue.tokens & left and cue.strength >= _STRONG:
                denied = _denied(marks, min(cue.tokens & left), reading)
                cost = 0.3 + _PASSED_BY * (not denied and _takes(reading, cue.tokens & left))
                condition = Condition((hop,), negated=denied, tokens=cue.tokens, cost=cost)
                found.append((cue.strength - 0.01 * hop.inverse, hop.property, condition))
        for _, _, condition in sorted(found, key=lambda f: (-f[0], f[1])):
            if condition.tokens & left:
                reading = reading.with_condition(condition, _MENTIONED)
                left -= condition.tokens
        return reading

    def _held(
        self, linked: Linked, marks: Marks, reading: Reading, attribute: Attribute, tokens: frozenset[int]
    ) -> Condition:
        denied = _denied(marks, min(tokens), reading)
        if attribute.kind == "flag":
            return Condition(attribute=attribute, values=(Literal(not denied),), tokens=tokens, cost=0.1)
        if denied and attribute.kind == "number" and _stocked(attribute):  # 'not in stock'
            at = min(tokens)
            none = Comparison("=", (Bound(0.0, None, (), at, at + 1),), tokens, at + 1)
            return Condition(attribute=attribute, comparison=none, tokens=tokens, cost=0.1)
        unit = _unit(linked, marks, attribute)
        return Condition(attribute=attribute, negated=denied, tokens=tokens, cost=0.3, unit=unit)


def _takes(reading: Reading, verb: frozenset[int]) -> bool:
    """'Who ordered the …': what is named right after a verb is what it is done to."""
    named = [c for c in reading.conditions if c.things and c.way]
    return any(
        0 < min(t for t in c.tokens if t > max(verb)) - max(verb) <= _AFTER
        for c in named
        if max(c.tokens) > max(verb)
    )


def _stocked(attribute: Attribute) -> bool:
    stocks = Speech.english().stems("stocks")
    return any(w in stocks for n in attribute.names for w in content(n))


def _unit(linked: Linked, marks: Marks, attribute: Attribute) -> Node | None:
    """'Priced in Swiss francs': the unit that is named, where values have several."""
    named = {u for i in marks.tokens for u in Units.known().meant(linked.words[i])}
    fit = [term for term, symbol in attribute.units if symbol in named]
    return fit[0] if len(fit) == 1 < len(attribute.units) else None


def _denied(marks: Marks, at: int, reading: Reading) -> bool:
    """Whether something is said not to hold: what stands first behind the denial."""
    if marks.negated is None or at <= marks.negated:
        return False
    return marks.neither or not any(c.negated for c in reading.conditions)


def _used(reading: Reading) -> set[str]:
    used = {h.property for c in reading.conditions for h in c.way}
    return used | {h.property for h in _extra(reading)}


def _extra(reading: Reading) -> tuple:  # type: ignore[type-arg]
    """The steps to what things are ranked or grouped by."""
    return (*(reading.rank.way if reading.rank else ()), *(reading.grouping.way if reading.grouping else ()))


def _beside(linked: Linked, span: Span, sense: OfThing) -> frozenset[int]:
    """'The Logistics department': a noun for the thing's own kind beside its name."""
    for at in (span.end, span.start - 1):
        other = linked.at(at) if 0 <= at < len(linked.words) else None
        if other and any(isinstance(s, OfClass) and s.cls in sense.classes for s in other.senses):
            return other.tokens
    if span.end < len(linked.words) and linked.words[span.end] in Speech.english().words("groupings"):
        return frozenset({span.end})
    return frozenset()


def _best(readings: list[Reading], linked: Linked) -> list[Reading]:
    scored = [r.scored(linked.weights) for r in readings]
    return sorted(scored, key=lambda r: (-r.score, repr(r.conditions)))[:_BEAM]
