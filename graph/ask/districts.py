"""Tells which district a question is about, where a store holds the plans of many; asks only its plans."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.ask.compose import within
from graph.ask.editions import Earlier, OfDistricts
from graph.ask.kept import Kept
from graph.ask.lexicon import Language, Lexicon
from graph.ask.tokens import Token, tokenise
from graph.model import Answer

if TYPE_CHECKING:
    from graph.ask.engine import Engine

__all__ = ["Districts", "only_of"]

_FEW = 3  # districts that one question may be about
_SHOWN = 3
_OPEN = 48  # districts whose engines are kept at hand

Sets = Mapping[str, tuple[frozenset[int], frozenset[int]]]


class Districts:
    """The districts of a store, and which of them the words of a question name."""

    def __init__(
        self, kept: Kept, lexicon: Lexicon, opened: "Callable[[tuple[int, ...]], Engine]", *, apart: bool
    ) -> None:
        self._kept = kept
        self._few = max(1, min(_FEW, kept.homes // 2))  # a word that every second district uses tells none
        self._small = Language.english().stopwords | lexicon.light
        self._opened = lru_cache(maxsize=_OPEN)(opened)
        self.apart = apart
        """Whether there are too many to ask all of their plans at once."""

    def engine(self, text: str) -> "Engine | None":
        """Return the engine over the plans of the districts that a question is about, or over all plans."""
        meant = self.meant(text)
        return None if self.apart and not meant else self._opened(meant)

    def meant(self, text: str) -> tuple[int, ...]:
        """Return the districts that a question is about; none where its words do not tell."""
        tokens = tokenise(text)
        sets = self._kept.words(t.stem for t in tokens)
        return _together([*self._named(tokens, sets)]) or _together([*self._told(tokens, sets)])

    def reason(self) -> str:
        """Say that a question must tell which district it is about."""
        names = ", ".join(self._kept.labels(_SHOWN))
        return (
            f"The plans of {self._kept.homes:,} districts are held, and the question does not tell which "
            f"of them it is about; name one, such as {names}."
        )

    def _named(self, tokens: Sequence[Token], sets: Sets) -> Iterator[frozenset[int]]:
        """Runs of words that stand in the names of things of a few districts."""
        at = 0
        while at < len(tokens):
            end, homes = at, frozenset[int]()
            while end < len(tokens) and tokens[end].stem in sets:
                longer = sets[tokens[end].stem][0] & homes if end > at else sets[tokens[end].stem][0]
                if not longer:
                    break
                end, homes = end + 1, longer
            if homes and len(homes) <= self._few and self._is_name(tokens[at:end], sets):
                yield homes
            at = max(end, at + 1)

    def _is_name(self, run: Sequence[Token], sets: Sets) -> bool:
        """One word is a name if it is written as one, or is no word of other districts' texts."""
        telling = [t for t in run if t.stem not in self._small]
        if len(telling) != 1:
            return bool(telling)
        word = telling[0]
        return (word.text[:1].isupper() and word.start > 0) or len(sets[word.stem][1]) <= self._few

    def _told(self, tokens: Sequence[Token], sets: Sets) -> Iterator[frozenset[int]]:
        """Words that stand in the plans of a few districts only."""
        for token in tokens:
            if token.stem in sets and token.stem not in self._small and len(sets[token.stem][1]) <= self._few:
                yield sets[token.stem][1]


def _together(found: Sequence[frozenset[int]]) -> tuple[int, ...]:
    """What all agree on; else each of them, if these are few."""
    if not found:
        return ()
    common = frozenset.intersection(*found)
    every = frozenset.union(*found)
    return tuple(sorted(common or (every if len(every) <= _FEW else ())))


def only_of(
    answer: Answer, name: str, graphs: Sequence[str], earlier: Earlier | OfDistricts | None = None
) -> Answer:
    """Return an answer that says which plans alone were asked: those of a district, or the newest."""
    told = f"Only the plans of {name} were asked, which the question is about."
    notes: tuple[str, ...] = (told,) if name else ()
    notes += earlier.noted(answer) if earlier else ()
    return replace(answer, notes=(*answer.notes, *notes), sparql=within(answer.sparql, graphs))
