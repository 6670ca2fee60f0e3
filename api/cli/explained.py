"""The explanation of an answer as text for people."""

from collections.abc import Iterator, Mapping
from textwrap import indent
from typing import Any

__all__ = ["explained"]

_KINDS = {
    "number": "by number", "name": "by name", "part": "by a part of the name", "synonym": "by another name",
    "previous": "spoken of before", "class": "a kind of thing", "property": "a kind of value",
    "value": "a value", "phrase": "points to", "missing": "is nowhere",
}  # fmt: skip


def explained(explanation: Mapping[str, Any]) -> str:
    """Return what the words were taken for, the queries with what is bound in them, and what lost."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Mapping[str, Any]) -> Iterator[str]:
    yield "How the question was read"
    for mention in explanation.get("mentions", ()):
        meant = "; ".join(mention["as"])
        yield f"  “{mention['words']}” – {_KINDS.get(mention['kind'], mention['kind'])}: {meant}"
    yield from (f"  “{typed}” read as “{taken}”" for typed, taken in explanation.get("mended", {}).items())
    if shape := explanation.get("shape"):
        yield f"  asks for: {', '.join(shape)}"
    for query in explanation.get("queries", ()):
        yield f"\nThe query ({query['reading']}; score {query['score']:.2f}, {query['found']} found)"
        yield indent(query["sparql"], "  ")
        yield from (
            f"  {name} = {given['term']} ({given['label']})" for name, given in query["bound"].items()
        )
    if lost := explanation.get("lost"):
        yield "\nReadings that lost"
    for other in lost or ():
        yield f"  {other['score']:.2f}  {other['reading']}\n        {other['why']}"
