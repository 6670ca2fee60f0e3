"""Comparisons with numbers and dates: 'more than 20 kg', 'between 1950 and 1960', 'before May 2020'."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.closed import closed
from graph.ask.facets.moments import ANY_TIME, Period, period_at
from graph.ask.facets.quantities import Units
from graph.ask.facets.speech import Speech
from graph.ask.lexicon import Language
from graph.ask.tokens import stem

__all__ = ["Bound", "Comparison", "against", "comparisons", "number_at", "phrase_before"]

_MONEY = frozenset("€$£¥")
_SOONER = closed("sooner")
_LONGEST = 4  # words of a phrase that compares
_AMONG = closed("among")


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, a period, or what may be either, such as 1990."""

    number: float | None
    period: Period | None
    units: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison with one bound, or with two for 'between'; `noun` is where what is counted may follow.

    `mode` is "average" or "own" where no number is given but the average, or another value of the thing.
    """

    operator: str
    bounds: tuple[Bound, ...]
    tokens: frozenset[int]
    noun: int
    plain: bool = False
    adjective: str = ""
    thing: bool = False
    mode: str = ""

    @property
    def start(self) -> int:
        """Where the comparison begins."""
        return min(self.tokens)


def number_at(words: Sequence[str], at: int) -> tuple[float | None, int]:
    """Return the number that is written at a word, and where its writing ends."""
    if words[at] == "half" and list(words[at + 1 : at + 2]) in (["a"], ["an"]):
        return 0.5, at + 2
    word = words[at].replace(",", "")
    multiples: Mapping[str, str] = Speech.english().data["multiples"]
    value: float | None = None
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        value = float(word)
    elif stem(word) in Language.english().numbers and len(word) > 2 and word not in closed("first_places"):
        value = float(Language.english().numbers[stem(word)])
    end = at + 1
    while value is not None and end < len(words) and words[end] in multiples:
        value *= float(multiples[words[end]])
        end += 1
    return value, end


def comparisons(words: Sequence[str], inside: set[int]) -> tuple[Comparison, ...]:
    """Return every comparison; words inside of names are passed over."""
    found: list[Comparison] = []
    used = set(inside)
    for comparison in [*_between(words, used), *_single(words, used)]:
        if not comparison.tokens & used:
            found.append(comparison)
            used |= comparison.tokens
    return tuple(sorted(found, key=lambda c: c.start))


def against(words: Sequence[str], start: int, end: int) -> Comparison | None:
    """Return the comparison with a thing that is named: 'heavier than the …', 'before the …'."""
    bound = Bound(0.0, ANY_TIME, (), start, end)
    operator, begun, adjective = phrase_before(words, bound, set())
    phrase = words[begun:start]
    if operator not in ("<", ">") or not ("than" in phrase or _SOONER & set(phrase)):
        return None
    return Comparison(operator, (bound,), frozenset(range(begun, end)), end, False, adjective, True)


def _bound(words: Sequence[str], at: int, inside: set[int]) -> Bound | None:
    """Read a number with its unit, or a period."""
    if at >= len(words) or at in inside:
        return None
    start = at
    paid: tuple[str, ...] = ()
    if words[at] in _MONEY and at + 1 < len(words):
        paid, at = Units.known().meant(words[at]), at + 1
    period, until = period_at(words, at)
    number, end = number_at(words, at)
    if period and (number is None or until > end):
        return Bound(None, period, (), start, until)
    if number is None:
        return None
    units, after = Units.known().at(words, end)
    if after > end and words[end] in ("in", "a", "m") and after == end + 1 and words[end] != "m":
        units, after = (), end
    return Bound(number, None if units or paid else period, paid or units, start, after)


def _between(words: Sequence[str], inside: set[int]) -> Iterator[Comparison]:
    for at, word in enumerate(words):
        if word not in _AMONG or at in inside:
            continue
        first = _bound(words, at + 1, inside)
        joined = first and first.end < len(words) and words[first.end] in closed("up_to")
        second = _bound(words, first.end + 1, inside) if first and joined else None
        if first and second:
            tokens = frozenset(range(at, second.end))
            yield Comparison("..", (_with_unit(first, second), second), tokens, second.end)


def _with_unit(first: Bound, second: Bound) -> Bound:
    """'Between 60 and 62 pounds': both are pounds."""
    units = first.units or second.units
    return Bound(first.number, None if units else first.period, units, first.start, first.end)


def _single(words: Sequence[str], inside: set[int]) -> Iterator[Comparison]:
    at = 0
    while at < len(words):
        bound = _bound(words, at, inside)
        if bound is None:
            at += 1
            continue
        operator, start, adjective = phrase_before(words, bound, inside)
        later, end = _after(words, bound.end)
        tokens = frozenset(range(start, end))
        yield Comparison(later or operator or "=", (bound,), tokens, end, not (later or operator), adjective)
        at = bound.end


def phrase_before(words: Sequence[str], bound: Bound, inside: set[int]) -> tuple[str, int, str]:
    """Read the phrase before a bound that says how to compare with it."""
    speech = Speech.english()
    lists = [speech.data["before_number"]] if bound.number is not None else []
    lists += [speech.data["before_date"]] if bound.period is not None else []
    end = bound.start
    while end and words[end - 1] in closed("before_years"):
        end -= 1
    for length in range(_LONGEST, 0, -1):
        spoken_for = " ".join(words[max(0, end - length) : end])
        for phrases in lists:
            for operator, given in phrases.items():
                if end >= length and spoken_for in given and not inside & set(range(end - length, end)):
                    return operator, end - length, ""
    if end > 1 and words[end - 1] == "than":
        return _by_adjective(words, end)
    return "", bound.start, ""


def _by_adjective(words: Sequence[str], end: int) -> tuple[str, int, str]:
    """'Heavier than', 'more expensive than', 'less reliable than'."""
    word = words[end - 2]
    for measure in Speech.english().measures:
        if word in measure.more | measure.less:
            less = end > 2 and words[end - 3] == "less"
            more = (word in measure.more) != less
            begun = end - 3 if end > 2 and words[end - 3] in ("more", "less") else end - 2
            return (">" if more else "<"), begun, word
    return ("<" if word in ("less", "fewer") else ">"), end - 2, ""


def _after(words: Sequence[str], end: int) -> tuple[str, int]:
    for operator, phrases in Speech.english().data["after_number"].items():
        for phrase in phrases:
            parts = phrase.split()
            if list(words[end : end + len(parts)]) == parts:
                return operator, end + len(parts)
    return "", end
