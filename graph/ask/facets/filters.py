"""Filters on numbers with their units and on dates, as SPARQL."""

from rdflib import XSD, Literal, URIRef

from graph.ask.facets.bounds import Bound, Comparison
from graph.ask.facets.moments import Period
from graph.ask.facets.quantities import Units
from graph.ask.facets.readings import Condition
from graph.ask.facets.spelled import number_in
from graph.ask.facets.terms import Attribute

__all__ = ["alike_lines", "compared", "factored", "having", "times", "times_variable"]


def compared(attribute: Attribute, comparison: Comparison, value: str, unit: str) -> list[str]:
    """Return the lines that compare a value with a number or a date."""
    if attribute.dated:
        return _dated(attribute, comparison, value)
    low, *high = comparison.bounds
    tests = [(">=", low), ("<=", high[0])] if high else [(comparison.operator, low)]
    if len(attribute.units) > 1 and low.units:
        return _converted(attribute, tests, value, unit)
    factor, value = _factor(low, attribute.unit), _cast(attribute, value)
    return [f"FILTER({' && '.join(f'{value} {op} {_number((b.number or 0) * factor)}' for op, b in tests)})"]


def alike_lines(condition: Condition, shared: str) -> list[str]:
    """Return the lines for having by a property what another thing has by it, without being that thing."""
    attribute = condition.attribute
    steps = attribute.path if attribute else [f"{'^' * h.inverse}{h.property}" for h in condition.way]
    path = "/".join(f"^{URIRef(s[1:]).n3()}" if s[0] == "^" else URIRef(s).n3() for s in steps)
    other = URIRef(condition.same[0]).n3()
    return [f"{other} {path} {shared} .", f"?x {path} {shared} .", f"FILTER(?x != {other})"]


def _converted(attribute: Attribute, tests: list[tuple[str, Bound]], value: str, unit: str) -> list[str]:
    """Values in several units are compared each in its own."""
    known = Units.known()
    rows = []
    for term, symbol in attribute.units:
        factors = [f for u in tests[0][1].units if (f := known.factor(symbol, u)) is not None]
        if factors:
            rows.append(f"({term.n3()} {_number(factors[0])})")
    number = f"{_cast(attribute, value)} * {value}f"
    test = " && ".join(f"{number} {op} {_number(b.number or 0)}" for op, b in tests)
    return [f"VALUES ({unit} {value}f) {{ {' '.join(rows)} }}", f"FILTER({test})"]


def factored(attribute: Attribute, value: str) -> list[str]:
    """Return the line that gives each unit its factor, where values have several units."""
    if len(attribute.units) < 2:
        return []
    known = Units.known()
    first = attribute.units[0][1]
    rows = [
        f"({t.n3()} {_number(f)})" for t, s in attribute.units if (f := known.factor(s, first)) is not None
    ]
    if len(rows) < len(attribute.units):  # currencies are not turned into one another
        rows = [f"({t.n3()} 1)" for t, _ in attribute.units]
    return [f"VALUES ({value}u {value}f) {{ {' '.join(rows)} }}"]


def times(attribute: Attribute, value: str) -> str:
    """Return a value in the first of its units; a year as a number."""
    if attribute.kind == "year":
        return f"<{XSD.integer}>(STR({value}))"
    number = _cast(attribute, value)
    return f"{number} * {value}f" if len(attribute.units) > 1 else number


def times_variable(attribute: Attribute, value: str) -> str:
    """Return the variable of the factor, where values have several units."""
    return f"{value}f " if len(attribute.units) > 1 else ""


def _cast(attribute: Attribute, value: str) -> str:
    """Return a number that is written as a text as a number."""
    if attribute.spelled:
        return number_in(value)
    return f"<{XSD.decimal}>({value})" if attribute.written else value


def having(comparison: Comparison, number: str) -> str:
    """Return the test of a number against the bounds of a comparison."""
    low, *high = comparison.bounds
    if high:
        return f"{number} >= {_whole(low)} && {number} <= {_whole(high[0])}"
    return f"{number} {comparison.operator} {_whole(low)}"


def _whole(bound: Bound) -> str:
    return f"{bound.number or 0:g}"


def _factor(bound: Bound, unit: str) -> float:
    factors = [f for u in bound.units if unit and (f := Units.known().factor(u, unit)) is not None]
    return factors[0] if factors else 1.0


def _number(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".") if abs(number) < 1e15 else f"{number:.0f}"


def _dated(attribute: Attribute, comparison: Comparison, value: str) -> list[str]:
    periods = [b.period for b in comparison.bounds if b.period]
    if not periods:
        return []
    if attribute.kind == "year":
        number = f"<{XSD.integer}>(STR({value}))"
        tests = [f"{number} {op} {edge}" for op, edge in _years(comparison.operator, periods)]
    else:
        tests = [
            f"{_plain(attribute, value)} {op} {edge}"
            for op, edge in _days(attribute, comparison.operator, periods)
        ]
    return [f"FILTER({' && '.join(tests)})"]


def _plain(attribute: Attribute, value: str) -> str:
    return value if attribute.kind == "date" else f"STR({value})"


def _years(operator: str, periods: list[Period]) -> list[tuple[str, str]]:
    first, last = (
        periods[0].start.year,
        periods[-1].end.year - (periods[-1].end.month == 1 and periods[-1].end.day == 1),
    )
    if operator in ("=", ".."):
        return [(">=", str(first)), ("<=", str(last))] if first != last else [("=", str(first))]
    return [(operator, str(first if operator in ("<", ">=") else last))]


def _days(attribute: Attribute, operator: str, periods: list[Period]) -> list[tuple[str, str]]:
    start, end = periods[0].start, periods[-1].end

    def edge(day: object) -> str:
        return Literal(str(day), datatype=XSD.date if attribute.kind == "date" else None).n3()

    plain = {
        "<": [("<", edge(start))],
        ">=": [(">=", edge(start))],
        ">": [(">=", edge(end))],
        "<=": [("<", edge(end))],
    }
    return plain.get(operator, [(">=", edge(start)), ("<", edge(end))])
