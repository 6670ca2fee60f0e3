"""Puts what a question says in a roundabout way into plain words, before it is read."""

import re
from collections.abc import Container
from functools import cache

from graph.ask.facets.speech import Speech
from graph.ask.tokens import stem

__all__ = ["recast"]

_UNDONE = re.compile(r"\b(un|non-?)([a-z]{2,}(?:ed|id|pt|ld|nt|wn|rn|ve))\b", re.IGNORECASE)
_SHORTEST = 3


def recast(text: str, known: Container[str]) -> str:
    """Return a question in plain words; `known` are the stems that the graph itself knows.

    >>> recast("Are there any ships undelivered? If so, which ones?", {"deliv", "deliver"})
    'Which ships not delivered?'
    """
    for pattern, plain in _patterns():
        text = pattern.sub(plain, text, count=1)
    return _UNDONE.sub(lambda m: _denied(m, known), text)


def _denied(match: re.Match[str], known: Container[str]) -> str:
    """'Unresolved' is 'not resolved', where the graph tells when things are resolved."""
    whole, verb = stem(match[0]), stem(match[2])
    if whole in known or len(verb) < _SHORTEST or not _known(verb, match[2], known):
        return match[0]
    return f"not {match[2]}"


def _known(verb: str, written: str, known: Container[str]) -> bool:
    base = stem(Speech.english().data["irregular"].get(written, written))
    groups = Speech.english().groups
    return verb in known or base in known or bool(groups.get(base))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(p), plain) for p, plain in Speech.english().data["recast"])
