"""What is taken to somebody: every text in which words such as 'to the board' stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.ask.lexicon import Language, load_data
from graph.ask.occurrences import Occurrences
from graph.ask.phrases import Pattern
from graph.ask.question import Question
from graph.ask.tokens import Token, stem, tokenise

__all__ = ["Recipients"]

_WITHIN = 6  # words from 'to' to the name


@dataclass(frozen=True)
class Recipients:
    """Finds the things whose texts say that something goes to those who are named."""

    occurrences: Occurrences

    def named(self, question: Question) -> tuple[int, ...]:
        """Return the words for who something goes to, where that is asked; else none."""
        spots = [spot for p in _asked() for spot in p.find(question.words)]
        if not spots or question.shape.boolean:
            return ()
        begin = max(max(spot) for spot in spots) + 1
        after = range(begin, len(question.words))
        stop = next((i for i in after if question.words[i] in _words("ends")), len(question.words))
        telling = [i for i in range(begin, stop) if i in question.weights]
        nouns = frozenset(i for m in question.links.classes for i in m.tokens)
        said = nouns.union(question.light, telling, *spots)
        if not telling or not set(question.telling(said)) <= self._placed(question):
            return ()
        return tuple(range(telling[0], telling[-1] + 1))

    def _placed(self, question: Question) -> frozenset[int]:
        """The words that only say in which plan or year."""
        index = self.occurrences.index
        holder = self.occurrences.lexicon.settings.get("holder", {}).get("class")
        plans = [
            m for m in question.links.things if any(holder in index.classes(t) for t in m.options[0].things)
        ]
        years = frozenset(i for v in question.links.values for i in v.tokens)
        return years.union(*(m.tokens for m in plans))

    def things(self, question: Question, named: Sequence[int]) -> list[str]:
        """Return the things that say so, parts rather than the wholes that they stand in."""
        index = self.occurrences.index
        found: dict[str, None] = {}
        for words in self._said([question.words[i] for i in named]):
            postings = [set(index.postings.get(w, ())) for w in words if w not in _small()]
            for number in sorted(set.intersection(*postings) if postings else ()):
                text = index.texts[number]
                if _taken(tokenise(text.text), words):
                    found[text.iri] = None
        return self.occurrences.parts([t for t in found if not index.namelike & set(index.classes(t))])

    def _said(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The words, and whatever else they are known to mean."""
        spots = self.occurrences.lexicon.synonyms.find(words)
        ways = [(*words[: s.start], *s.meaning, *words[s.end :]) for s in spots]
        return list(dict.fromkeys([tuple(words), *ways]))


def _taken(tokens: Sequence[Token], words: tuple[str, ...]) -> bool:
    """Whether the words stand one after the other behind 'to', with nothing but names between."""
    stems = tuple(t.stem for t in tokens)
    telling = tuple(w for w in words if w not in _small())
    return any(_led(tokens, at) for at in _starts(stems, telling))


def _starts(stems: Sequence[str], words: tuple[str, ...]) -> Iterator[int]:
    for at in range(len(stems)):
        kept = [s for s in stems[at : at + 2 * len(words)] if s not in _small()]
        if stems[at] == words[0] and tuple(kept[: len(words)]) == words:
            yield at


def _led(tokens: Sequence[Token], at: int) -> bool:
    for back in range(at - 1, max(-1, at - 1 - _WITHIN), -1):
        word = tokens[back]
        if word.stem in _words("before"):
            return True
        if word.stem not in _words("between") and not word.text[:1].isupper():
            return False
    return False


@cache
def _data() -> dict[str, Any]:
    return dict(load_data("recipients.yaml"))


@cache
def _asked() -> tuple[Pattern, ...]:
    return tuple(Pattern(p) for p in _data()["asked"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(stem, _data()[name]))


def _small() -> frozenset[str]:
    return Language.english().stopwords
