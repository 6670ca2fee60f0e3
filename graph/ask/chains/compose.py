"""Writes chains as one SPARQL query; every name and value in it is serialised by rdflib."""

from collections.abc import Sequence

from rdflib import URIRef

from graph.ask.chains.walks import Walk

__all__ = ["compose"]


def compose(walks: Sequence[Walk], *, count: bool = False) -> str:
    """Return the query for what stands at the end of all chains together."""
    lines: list[str] = []
    made = 0
    for walk in walks:
        things = [t.n3() for t in walk.start.things]
        at = things[0]
        if len(things) > 1:
            made, at = made + 1, f"?n{made + 1}"
            lines.append(f"VALUES {at} {{ {' '.join(things)} }}")
        for number, step in enumerate(walk.steps, start=1):
            end = "?x"
            if number < len(walk.steps):
                made, end = made + 1, f"?n{made + 1}"
            ends = (end, at) if step.inverse else (at, end)
            lines.append(f"{ends[0]} {URIRef(step.property).n3()} {ends[1]} .")
            at = end
    body = "\n  ".join(lines)
    if count:
        return f"SELECT (COUNT(DISTINCT ?x) AS ?count) WHERE {{\n  {body}\n}}"
    return f"SELECT DISTINCT ?x WHERE {{\n  {body}\n}}\nORDER BY ?x"
