"""The sentences of a text, and the parts of a sentence between its commas."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.ask.closed import closed_form
from graph.ask.tokens import Token

__all__ = ["Clauses"]

_END = re.compile(r"[.?!](?:[\"'”’)]*)(?:\s|$)")
_PAUSE = closed_form("pause")  # words of courtesy that were taken away part, too
_TITLE = closed_form("abbreviation")  # 'Dr.', 'St.', 'vs.'


@dataclass(frozen=True)
class Clauses:
    """What stands after each word, up to the next."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, tokens: Sequence[Token], text: str) -> "Clauses":
        """Return the clauses of a text in its words."""
        ends = [t.start for t in tokens[1:]] + [len(text)]
        gaps = tuple(text[t.end : end] for t, end in zip(tokens, ends, strict=False))
        return cls(tuple(t.text for t in tokens), gaps)

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the beginning and the end of every sentence between two places."""
        return self._split(start, end, self._ends)

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the beginning and the end of everything between commas, colons and the like."""
        return self._split(start, end, lambda at: bool(_PAUSE.search(self.gaps[at])))

    def _ends(self, at: int) -> bool:
        gap = self.gaps[at]
        if not _END.search(gap):
            return False
        return "?" in gap or not (gap.startswith(".") and _TITLE.match(self.words[at]))

    def _split(self, start: int, end: int, ends: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
        begun = start
        for at in range(start, end):
            if at + 1 == end or ends(at):
                yield begun, at + 1
                begun = at + 1
