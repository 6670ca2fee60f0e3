"""Tables of phrases: which known phrases stand in a question, and what each of them means."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from graph.ask.tokens import stems

__all__ = ["Pattern", "PhraseTable", "Spot"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot(Generic[T]):
    """A phrase found in a question: the words from `start` to before `end`, and its meaning."""

    start: int
    end: int
    meaning: T

    @property
    def tokens(self) -> frozenset[int]:
        """The positions of the words that the phrase covers."""
        return frozenset(range(self.start, self.end))


class PhraseTable(Generic[T]):
    """Phrases by their stems, found at any place in a question."""

    def __init__(self) -> None:
        self._meanings: dict[tuple[str, ...], list[T]] = defaultdict(list)
        self._longest = 0

    def add(self, phrase: str | tuple[str, ...], meaning: T) -> None:
        """Add a phrase; one phrase may have several meanings."""
        key = stems(phrase) if isinstance(phrase, str) else phrase
        if key and meaning not in self._meanings[key]:
            self._meanings[key].append(meaning)
            self._longest = max(self._longest, len(key))

    def meanings(self, key: tuple[str, ...]) -> list[T]:
        """Return what a phrase means, by its stems."""
        return self._meanings.get(key, [])

    def find(self, words: Sequence[str]) -> Iterator[Spot[T]]:
        """Yield every phrase of the table that stands in these stems, overlapping ones too."""
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + self._longest) + 1):
                for meaning in self._meanings.get(tuple(words[start:end]), ()):
                    yield Spot(start, end, meaning)

    def words(self) -> set[str]:
        """Return every stem that stands in some phrase."""
        return {w for key in self._meanings for w in key}

    def items(self) -> Iterator[tuple[tuple[str, ...], list[T]]]:
        """Yield the phrases with their meanings."""
        yield from self._meanings.items()


class Pattern:
    """A phrase with gaps: '*' stands for up to eight words of a question, '^' for its beginning."""

    def __init__(self, phrase: str) -> None:
        parts = []
        for word in phrase.split():
            if word == "*":
                parts.append(r"(?: \S+){0,8}?")
            elif word == "^":
                parts.append("^")
            else:
                options = ["".join(stems(w)) for w in word.split("|")]
                parts.append(r" (" + "|".join(re.escape(o) for o in options) + r")(?= |$)")
        self._regex = re.compile("".join(parts))

    def find(self, words: Sequence[str]) -> Iterator[frozenset[int]]:
        """Yield, for each place where the phrase stands, the positions of its own words."""
        line = _line(tuple(words))
        for match in self._regex.finditer(line):
            yield frozenset(line.count(" ", 0, match.start(g)) - 1 for g in range(1, len(match.groups()) + 1))


@lru_cache(maxsize=64)
def _line(words: tuple[str, ...]) -> str:
    """The words as one line, in which each begins with a space; all patterns look at the same few lines."""
    return "".join(f" {w}" for w in words)
