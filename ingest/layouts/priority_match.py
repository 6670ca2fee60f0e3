"""Finds the priority whose name agrees with a text."""

import re
from functools import cache

import snowballstemmer

from ingest.findings import Findings, Item, fold
from ingest.wording import wording

__all__ = ["content_words", "priority_named"]

_LEAST_SHARE = 0.6  # of the name's words; two of three still name it, one of two does not


def priority_named(findings: Findings, text: str) -> Item | None:
    """Return the one priority whose name a text repeats, in other words or forms of them."""
    words = content_words(text)
    scored = [(_share(words, item), item) for item in findings.items("Priority")]
    best = max((score for score, _ in scored), default=0.0)
    first = [item for score, item in scored if score == best]
    if best < _LEAST_SHARE or len(first) > 1:
        return next((item for item in first if fold(item.label) == fold(text)), None)
    return first[0]


def _share(words: frozenset[str], item: Item) -> float:
    name = content_words(item.label)
    return len(words & name) / len(name) if name else 0.0


@cache
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that carry a text's meaning."""
    small = set(wording("department_plans")["small_words"])
    plain = [w for w in fold(text).split() if w not in small and not re.fullmatch(r"\d", w)]
    return frozenset(_stemmer().stemWords(plain))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
