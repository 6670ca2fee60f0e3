"""Mends slips of typing: a word that nobody knows becomes the nearest one that is known."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.ask.english import English
from graph.ask.slips import slip, sound
from graph.ask.tokens import Token, stem, tokenise

__all__ = ["Spelling", "Words"]

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # letters; shorter words have too many neighbours
_SHORT = 5  # letters from which any slip is forgiven; below, only two letters that changed places
_LIMIT = 40  # words looked at
_LONG = 8  # letters from which a form of a known word may be a slip of another
_FORGIVEN = ((11, 13.0), (8, 10.5), (6, 8.5), (0, 7.0))  # by letters: what slips may cost in a word
_ASKED = 2.0  # a word of the plans is the likelier to be meant
_OFTEN = 300  # words used most; the others are mistyped oftener for their number
_RANKED = 20_000  # from this rank on, words get rare faster


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
        self,
        tokens: Sequence[Token],
        chat: Mapping[str, str] | None = None,
        alike: Mapping[str, str] | None = None,
    ) -> tuple[tuple[Token, ...], dict[str, str]]:
        """Return the words with slips mended, and what was taken for what.

        `chat` writes clipped words out; `alike` tells what a word that the plans lack may have been heard as.
        """
        mended: dict[str, str] = {}
        found = []
        for token in tokens:
            short = self._written_out(token, chat or {})
            nearest = None if short else self._heard(token, alike or {}) or self._nearest(token)
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

    def _heard(self, token: Token, alike: Mapping[str, str]) -> str | None:
        """Another word of the same sound, where this one stands in no plan: 'witch schools'."""
        word = token.text.lower()
        return None if word in self.known or token.text.isupper() else alike.get(word)

    def _nearest(self, token: Token) -> str | None:
        word = token.text.lower()
        if len(word) < _SHORTEST or not word.isalpha() or word in self.known or self.english.knows(word):
            return None
        inflected = token.stem in self.stems  # perhaps only another form of a word that is known
        if inflected and len(word) < _LONG:
            return None
        near = self._near(word, _forgiven(1 if inflected else len(word)))
        if inflected and not (near and word.endswith("s") and near.endswith("s")):
            return None
        return near if near and stem(near) != token.stem else None

    def _near(self, word: str, forgiven: float) -> str | None:
        """The word that was most likely meant, the word itself among them if it is one."""
        rank = self.english.rarely(word)
        ranked = [] if rank is None else [(_seldom(rank), word)]
        for words in (self.choices, self.english.words):
            for near, _, _ in process.extract(
                word, words, scorer=OSA.distance, score_cutoff=len(word) // 3 + 1, limit=_LIMIT
            ):
                cost = slip(word, near)
                if cost <= forgiven and (len(word) >= _SHORT or self._short(word, near)):
                    known = _ASKED if words is self.choices and not self.english.says_little(near) else 0.0
                    ranked.append((cost + _seldom(min(self.english.rank(near), _RANKED)) - known, near))
        best = min(ranked, default=(0.0, word))[1]
        return best if best != word else None

    def _short(self, word: str, near: str) -> bool:
        """Whether a short word is another with its letters in disorder, as it sounds, or an everyday one."""
        return sorted(word) == sorted(near) or self.english.everyday(near) or sound(word) == sound(near)


def _forgiven(length: int) -> float:
    """How costly the slips in a word may be: in a longer word, more of them are forgiven."""
    return next(cost for letters, cost in _FORGIVEN if length >= letters)


def _seldom(rank: int) -> float:
    """A rough negative logarithm of how often a word is used, by how many words are more frequent."""
    return 0.8 * log(min(rank, _RANKED) + _OFTEN) + 2.5 * log(max(rank, _RANKED) / _RANKED)
