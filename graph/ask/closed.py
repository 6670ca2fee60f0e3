"""Closed lists of small words and short forms of words, which `closed.yaml` holds by name."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.ask.lexicon import load_data
from graph.ask.tokens import stem

__all__ = ["closed", "closed_form", "closed_pairs", "closed_stems"]


@cache
def closed(name: str) -> frozenset[str]:
    """Return a list of words as they are written.

    >>> sorted(closed("articles"))
    ['a', 'an', 'the']
    """
    return frozenset(_data()["words"][name].split())


@cache
def closed_stems(name: str) -> frozenset[str]:
    """Return the stems of a list of words."""
    return frozenset(stem(word) for word in closed(name))


@cache
def closed_pairs(name: str) -> Mapping[str, frozenset[str]]:
    """Return words, each with those that turn it when they follow."""
    return {word: frozenset(after.split()) for word, after in _data()["pairs"][name].items()}


@cache
def closed_form(name: str) -> re.Pattern[str]:
    """Return a form of words as a regular expression."""
    return re.compile(_data()["forms"][name])


@cache
def _data() -> dict[str, Any]:
    return load_data("closed.yaml")
