"""The common words of English, each with the kind of word that it mostly is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["English"]

_AROUND = frozenset("rf")  # adverbs and small words: they say how something is asked
_SHORTEST = 4  # letters of a word that another may be a slip of
_EVERYDAY = 500  # the most frequent words: what a clipped or mistyped short word most likely was


@dataclass(frozen=True)
class English:
    """Words with their kinds (n noun, v verb, r adverb, j adjective, f small word) and ranks."""

    kinds: Mapping[str, str]
    ranks: Mapping[str, int]
    around: frozenset[str]
    words: tuple[str, ...]

    @classmethod
    @cache
    def load(cls) -> "English":
        """Return the list of `english.tsv`; benchmarks/english.py says where it comes from."""
        text = files("graph.ask").joinpath("english.tsv").read_text(encoding="utf-8")
        rows = [line.split("\t") for line in text.splitlines()]
        kinds = dict(rows)
        return cls(
            MappingProxyType(kinds),
            MappingProxyType({word: rank for rank, (word, _) in enumerate(rows)}),
            frozenset(word for word, kind in rows if kind in _AROUND),
            tuple(word for word, _ in rows if len(word) >= _SHORTEST),
        )

    def knows(self, word: str) -> bool:
        """Say whether a word, as it is written, is a common one."""
        return word.lower() in self.kinds

    def rank(self, word: str) -> int:
        """Return how many words are more frequent."""
        return self.ranks.get(word, len(self.ranks))

    def everyday(self, word: str) -> bool:
        """Say whether a word is one of the most frequent."""
        return self.rank(word) < _EVERYDAY

    def says_little(self, word: str) -> bool:
        """Say whether a word, as it is written, is mostly an adverb or a small word."""
        return word.lower() in self.around
