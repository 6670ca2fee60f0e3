"""Joins what is named to a condition that is known: either of two things, either of two values."""

from dataclasses import replace

from graph.ask.facets.mentions import Linked, OfThing, OfValue, Span
from graph.ask.facets.readings import Reading
from graph.ask.facets.terms import Way
from graph.ask.facets.ways import Ways

__all__ = ["either_thing", "either_value"]


def either_thing(
    linked: Linked, ways: Ways, reading: Reading, way: Way, span: Span, sense: OfThing
) -> Reading | None:
    """'By Ann or Bo', 'in Rome and Oslo': either of them, where both cannot be, or where it says so."""
    for number, condition in enumerate(reading.conditions):
        if condition.way != way or not condition.things or condition.negated:
            continue
        one = max(condition.tokens)
        between = range(min(one, span.start), max(one, span.start))
        words = {linked.words[i] for i in between}
        if "or" in words or not way or ("and" in words and not ways.many(reading.goal.root, way)):
            both = replace(
                condition,
                things=(*condition.things, *sense.things),
                tokens=condition.tokens | span.tokens,
            )
            others = (*reading.conditions[:number], both, *reading.conditions[number + 1 :])
            return replace(reading, conditions=others).covering(span.tokens)
    return None


def either_value(linked: Linked, reading: Reading, way: Way, span: Span, sense: OfValue) -> Reading | None:
    """'Of steel or brass': either of two values."""
    for number, known in enumerate(reading.conditions):
        if known.way != way or known.attribute != sense.attribute or not known.values:
            continue
        one = max(known.tokens)
        if "or" in linked.words[min(one, span.start) : max(one, span.start)]:
            both = replace(known, values=(*known.values, sense.value), tokens=known.tokens | span.tokens)
            others = (*reading.conditions[:number], both, *reading.conditions[number + 1 :])
            return replace(reading, conditions=others).covering(span.tokens)
    return None
