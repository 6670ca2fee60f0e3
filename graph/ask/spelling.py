"""Mends slips of typing: a word that nobody knows becomes the nearest one that is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.ask.tokens import Token, stem, tokenise

__all__ = ["Spelling"]

_SHORTEST = 5  # letters; shorter words have too many neighbours
_LONG = 8  # letters from which two slips are forgiven


@dataclass(frozen=True)
class Spelling:
    """The words that are known, as they are written."""

    known: frozenset[str]
    stems: frozenset[str]
    choices: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[str], stems: Iterable[str]) -> "Spelling":
        """Collect the words of all texts; `stems` are known without a writing of their own."""
        words = {t.text.lower() for text in texts for t in tokenise(text) if t.text.isalpha()}
        known_stems = frozenset(stems) | {stem(w) for w in words}
        return cls(frozenset(words), known_stems, tuple(sorted(w for w in words if len(w) >= _SHORTEST)))

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
        if len(word) < _SHORTEST or not word.isalpha() or word in self.known:
            return None
        inflected = token.stem in self.stems  # perhaps only another form of a word that is known
        if inflected and len(word) < _LONG:
            return None
        budget = 1 if inflected or len(word) < _LONG else 2
        near = process.extract(word, self.choices, scorer=OSA.distance, score_cutoff=budget, limit=3)
        alike = [c for c, _, _ in near if c[0] == word[0]]
        if inflected and not (alike and word.endswith("s") and alike[0].endswith("s")):
            return None
        return alike[0] if alike and stem(alike[0]) != token.stem else None
