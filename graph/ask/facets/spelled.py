"""Numbers that are written with their unit in one text: '12 kg', '1,250 m²', 'EUR 40'."""

import re
from collections.abc import Mapping, Sequence

from rdflib import XSD, Literal
from rdflib.term import Node

from graph.ask.facets.quantities import Units

__all__ = ["number_in", "spelled_units", "unit_in"]

_AFTER = re.compile(r"\s*(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\d\s].{0,19}?)\s*")
_BEFORE = re.compile(r"\s*(?P<unit>[A-Za-z]{3}|[€$£¥])\s?(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*")
_LEAST = 2  # values, where their unit is a word that is known for none
_NUMBER = '"^[^0-9-]*(-?[0-9][0-9.,]*).*$", "$1"'
_UNIT = '"^[-0-9., ]+|[-0-9., ]+$", ""'


def spelled_units(values: Sequence[str]) -> Mapping[Node, str] | None:
    """Return what each unit of such texts means, or None where the texts are something else.

    >>> spelled_units(["12 kg", "800 g"])
    {rdflib.term.Literal('g'): 'g', rdflib.term.Literal('kg'): 'kg'}
    """
    found: set[str] = set()
    for value in values:
        match = _AFTER.fullmatch(value) or _BEFORE.fullmatch(value)
        if match is None:
            return None
        found.add(match["unit"])
    units = Units.known()
    meant: dict[Node, str] = {Literal(u): next(iter(units.meant(u)), "") for u in sorted(found)}
    lone = len(found) == 1 and len(values) > _LEAST
    return meant if found and (lone or all(meant.values())) else None


def number_in(value: str) -> str:
    """Return the expression for the number in a text."""
    return f'<{XSD.decimal}>(REPLACE(REPLACE(STR({value}), {_NUMBER}), ",", ""))'


def unit_in(value: str) -> str:
    """Return the expression for the unit in a text."""
    return f"REPLACE(STR({value}), {_UNIT})"
