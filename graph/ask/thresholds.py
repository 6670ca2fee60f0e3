"""Limits on a count: 'more than five actions', 'at least two programs', 'only one school'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Language
from graph.ask.mentions import Links

__all__ = ["Threshold", "read_threshold", "without_threshold"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """How many of what each thing must have; `classes` is empty where no noun says of what."""

    sign: str
    number: int
    tokens: frozenset[int]
    classes: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The limit in words.

        >>> Threshold(">", 5, frozenset()).words
        'more than 5'
        """
        return f"{_SAID[self.sign]} {self.number}"


_SAID = {"<=": "at most", "<": "fewer than", ">": "more than", ">=": "at least", "=": "exactly"}
_LONGEST = 3
_NUMERALS = closed_stems("numerals")
_OF = closed_stems("after_limits")


def read_threshold(words: Sequence[str], links: Links, language: Language) -> Threshold | None:
    """Read a limit on a count from the stems of a question, or None."""
    for at, word in enumerate(words):
        number = int(word) if word.isdecimal() else language.numbers.get(word, -1)
        if (
            number < 0
            or word in _NUMERALS
            or len(word) > _LONGEST + 2
            or (word.isdecimal() and len(word) > 2)
        ):
            continue
        for length in range(_LONGEST, 0, -1):
            if at >= length and (sign := language.limits["before"].get(tuple(words[at - length : at]))):
                return _counted(
                    Threshold(sign, number, frozenset(range(at - length, at + 1))), at + 1, words, links
                )
        if sign := language.limits["after"].get(tuple(words[at + 1 : at + 3])):
            return _counted(Threshold(sign, number, frozenset(range(at, at + 3))), at + 3, words, links)
    return None


def _counted(limit: Threshold, end: int, words: Sequence[str], links: Links) -> Threshold:
    """The limit with the classes of the noun after it."""
    while end < len(words) and words[end] in _OF:
        end += 1
    found = frozenset(s.cls for m in links.classes if m.start == end for s in m.senses)
    return Threshold(limit.sign, limit.number, limit.tokens, found)


def without_threshold(
    cues: Mapping[str, frozenset[int]], limit: Threshold | None
) -> dict[str, frozenset[int]]:
    """Return cues without those of the words of a limit: 'at least two' asks for no least."""
    if limit is None:
        return dict(cues)
    return {k: v for k, v in cues.items() if k not in _TAKEN or not v & limit.tokens}


_TAKEN = ("more", "fewer", "most", "fewest", "only", "negation", "compare")
