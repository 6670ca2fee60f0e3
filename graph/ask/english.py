"""The common words of English, each with the kind of word that it mostly is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["English"]

_AROUND = frozenset("rf")  # adverbs and small words: they say how something is asked
_SHORTEST = 4  # letters of a word that another may be a slip of
_TAILS = ("s", "er", "ers", "ed", "ing", "ings", "ly", "able", "ment", "ments", "ness", "less", "ful")
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

    def rarely(self, word: str) -> int | None:
        """Return the rank of a word that is seldom used, or is built from a common one; None for no word."""
        found = _rare().get(word)
        if found is None and any(self._built(word, tail) for tail in _TAILS):
            return len(self.ranks) + len(_rare())
        return None if found is None else len(self.ranks) + found

    def _built(self, word: str, tail: str) -> bool:
        """Whether a word is a common noun or verb with an ending: 'funders', 'relabeled'."""
        stem = word.removesuffix(tail)
        if stem == word or len(stem) < _SHORTEST:
            return False
        doubled = stem[:-1] if stem[-1] == stem[-2] else ""
        return any(self.kinds.get(base, "") in ("n", "v") for base in (stem, stem + "e", doubled) if base)

    def everyday(self, word: str) -> bool:
        """Say whether a word is one of the most frequent."""
        return self.rank(word) < _EVERYDAY

    def says_little(self, word: str) -> bool:
        """Say whether a word, as it is written, is mostly an adverb or a small word."""
        return word.lower() in self.around


@cache
def _rare() -> Mapping[str, int]:
    """The words that are seldom used, the more frequent first: read when a word is met that is not common."""
    text = files("graph.ask").joinpath("english_rare.txt").read_text(encoding="utf-8")
    return {word: rank for rank, word in enumerate(text.split())}
