"""Mends slips of typing: a word that nobody knows becomes the nearest one that is known."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.ask.english import English
from graph.ask.tokens import Token, stem, tokenise

__all__ = ["Spelling", "Words"]

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # letters; shorter words have too many neighbours
_SHORT = 5  # letters from which any slip is forgiven; below, only two letters that changed places
_LIMIT = 12  # words looked at
_LONG = 8  # letters from which two slips are forgiven


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are written, and their stems."""

    known: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()

    @classmethod
    def only_written(cls, texts: Iterable[str]) -> "Words":
        """Take the words of texts as they are written; their other forms stay unknown."""
        return cls(frozenset(w for text in texts for w in _LETTERS.findall(text.lower())), frozenset())

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Words":
        """Collect the words of all texts."""
        words = frozenset(t.text.lower() for text in texts for t in tokenise(text) if t.text.isalpha())
        return cls(words, frozenset(stem(w) for w in words))

    def __or__(self, other: "Words") -> "Words":
        return Words(self.known | other.known, self.stems | other.stems)


@dataclass(frozen=True)
class Spelling:
    """The words that are known, as they are written."""

    known: frozenset[str]
    stems: frozenset[str]
    choices: tuple[str, ...]
    english: English

    @classmethod
    def of(cls, texts: Iterable[str], stems: Iterable[str]) -> "Spelling":
        """Collect the words of all texts; `stems` are known without a writing of their own."""
        return cls.by(Words.of(texts), stems)

    @classmethod
    def by(cls, words: Words, stems: Iterable[str]) -> "Spelling":
        """Take words that are known; `stems` are known without a writing of their own."""
        choices = tuple(sorted(w for w in words.known if len(w) >= _SHORTEST))
        return cls(words.known, words.stems | frozenset(stems), choices, English.load())

    def mend(
        self, tokens: Sequence[Token], chat: Mapping[str, str] | None = None
    ) -> tuple[tuple[Token, ...], dict[str, str]]:
        """Return the words with slips mended, and what was taken for what."""
        mended: dict[str, str] = {}
        found = []
        for token in tokens:
            short = self._written_out(token, chat or {})
            nearest = None if short else self._nearest(token)
            if short:
                written = short.capitalize() if token.text[:1].isupper() else token.text  # a name stays one
                token = replace(token, text=written, stem=stem(short))  # noqa: PLW2901
            if nearest:
                mended[token.text] = nearest
                token = replace(token, text=nearest, stem=stem(nearest))  # noqa: PLW2901
            found.append(token)
        return tuple(found), mended

    def _written_out(self, token: Token, chat: Mapping[str, str]) -> str | None:
        """What a clipped word stands for: 'Supe's' too, but not 'HS', a name, nor a part of a name."""
        plain = token.text.removesuffix("'s").removesuffix("’s")
        if plain[:1].isupper() and (plain[1:].isupper() or plain.lower() in self.known):
            return None
        return chat.get(token.text) or chat.get(plain.lower())

    def _nearest(self, token: Token) -> str | None:
        word = token.text.lower()
        if len(word) < _SHORTEST or not word.isalpha() or word in self.known or self.english.knows(word):
            return None
        inflected = token.stem in self.stems  # perhaps only another form of a word that is known
        if inflected and len(word) < _LONG:
            return None
        near = self._near(word, 1 if inflected or len(word) < _LONG else 2)
        if inflected and not (near and word.endswith("s") and near.endswith("s")):
            return None
        return near if near and stem(near) != token.stem else None

    def _near(self, word: str, budget: int) -> str | None:
        """The nearest word within so many slips: one of the graph's before one of everyday English."""
        ranked = []
        for words in (self.choices, self.english.words):
            for near, slips, _ in process.extract(
                word, words, scorer=OSA.distance, score_cutoff=budget, limit=_LIMIT
            ):
                if near[0] == word[0] and (len(word) >= _SHORT or self._short(word, near)):
                    ranked.append(
                        (slips, _slip(word, near), words is not self.choices, self.english.rank(near), near)
                    )
        return min(ranked)[-1] if ranked else None

    def _short(self, word: str, near: str) -> bool:
        """Whether a short word is another with its letters in disorder, or nearly an everyday one."""
        return sorted(word) == sorted(near) or self.english.everyday(near)


def _slip(word: str, near: str) -> int:
    """Letters change places or are left out more often than a wrong one is typed."""
    if sorted(word) == sorted(near):
        return 0
    rest = iter(near)
    return 1 if all(letter in rest for letter in word) else 2
