"""What a question sets against each other: an average, another value, what another thing has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.ask.closed import closed
from graph.ask.facets.bounds import Bound, Comparison, phrase_before
from graph.ask.facets.mentions import Linked, OfThing
from graph.ask.facets.moments import ANY_TIME
from graph.ask.facets.speech import Speech

__all__ = ["Alike", "alike_to", "below", "contrasts", "lasting"]

_OWN = closed("own")
_AVERAGE = frozenset({"average", "mean"})
_FARTHEST = 6  # words between 'the same' and 'as'


@dataclass(frozen=True, slots=True)
class Alike:
    """'The same … as Ann': the words for what is the same, and the thing that has it."""

    words: frozenset[int]
    tokens: frozenset[int]
    things: tuple[str, ...]
    classes: tuple[str, ...]


def contrasts(linked: Linked, used: set[int]) -> Iterator[Comparison]:
    """Yield comparisons with the average, and with another value of the same thing."""
    words = linked.words
    for at, word in enumerate(words):
        if at in used or word[:1].isdigit():
            continue
        if word in _AVERAGE and words[at + 1 : at + 2] != ("of",):
            mode, end = "average", at + 1
        elif any(at in c.tokens and a.numeric for a, c in linked.attributes.items()):
            mode, end = "own", at + 1
        else:
            continue
        start = at
        while start and words[start - 1] in _OWN | {"an", "a"}:
            start -= 1
        bound = Bound(0.0, ANY_TIME, (), at, end)
        operator, begun, adjective = phrase_before(words, Bound(0.0, ANY_TIME, (), start, end), used)
        if operator in ("<", ">", "<=", ">=") and begun < start:
            tokens = frozenset(range(begun, end))
            yield Comparison(operator, (bound,), tokens, end, False, adjective, True, mode)


def alike_to(linked: Linked) -> Alike | None:
    """Read 'the same family as …'."""
    words = linked.words
    if "same" not in words:
        return None
    start = words.index("same")
    for at in range(start + 1, min(len(words), start + _FARTHEST)):
        if words[at] != "as":
            continue
        spans = [s for s in linked.spans if at < s.start <= at + 3]
        for span in spans:
            for sense in span.senses:
                if isinstance(sense, OfThing):
                    inner = frozenset(range(start + 1, at))
                    return Alike(inner, frozenset(range(start, span.end)), sense.things, sense.classes)
    return None


def lasting(words: Sequence[str]) -> frozenset[int]:
    """Return the words that say that something has not ended."""
    return _phrase(words, Speech.english().data["lasting"], "")


def below(words: Sequence[str]) -> frozenset[int]:
    """Return the words that say that what lies below a whole counts too."""
    return _phrase(words, Speech.english().data["below"], "")


def _phrase(words: Sequence[str], phrases: Sequence[str], tail: str) -> frozenset[int]:
    text = " ".join(words)
    for phrase in sorted(phrases, key=len, reverse=True):
        if match := re.search(rf"\b{phrase}{tail}(?= |$)", text):
            first = text[: match.start()].count(" ")
            return frozenset(range(first, first + match.group().count(" ") + 1))
    return frozenset()
