"""Finds every place where some words stand: the things of the graph that say them, then other sentences."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.tokens import stems
from graph.passages import Passage

__all__ = ["Occurrences"]

_KEPT = 0.6  # share of the telling words, by weight, that must stand together for a topic to be mentioned


@dataclass(frozen=True)
class Occurrences:
    """Where words stand, by their stems and by what they are known to mean as well."""

    index: EntityIndex
    lexicon: Lexicon
    passages: Sequence[Passage] = ()

    def topic(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return those of some stems that stand together: all of them, else without the commonest."""
        kept = list(dict.fromkeys(words))
        whole = sum(self.index.idf(w) for w in kept) or 1.0
        while kept and sum(self.index.idf(w) for w in kept) >= _KEPT * whole:
            if self.things(kept) or self.sentences(kept):
                return tuple(kept)
            kept.remove(min(kept, key=lambda w: (self.index.idf(w), w)))
        return ()

    def things(self, words: Sequence[str]) -> list[str]:
        """Return the things of the graph with a text that holds all words."""
        found = self._holding(words, self.index.postings)
        iris = dict.fromkeys(self.index.texts[n].iri for n in found)
        return [i for i in iris if not self.index.namelike & set(self.index.classes(i))]

    def sentences(self, words: Sequence[str]) -> list[Passage]:
        """Return the sentences and cells that hold all words, in the order of the documents."""
        return [self.passages[n] for n in self._holding(words, self._postings)]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for word in set(stems(passage.text)):
                found[word].append(number)
        return found

    def _holding(self, words: Sequence[str], postings: Mapping[str, Sequence[int]]) -> list[int]:
        found = {n for said in self._said(words) for n in _all_of(said, postings)}
        return sorted(found)

    def _said(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The words, and the same with a phrase among them said in another way."""
        ways = [
            (*words[: spot.start], *spot.meaning, *words[spot.end :])
            for spot in self.lexicon.synonyms.find(words)
            if spot.end - spot.start > 1 or not self._postings.get(words[spot.start])
        ]
        return list(dict.fromkeys([tuple(words), *ways]))


def _all_of(words: Sequence[str], postings: Mapping[str, Sequence[int]]) -> set[int]:
    sets = [set(postings.get(word, ())) for word in words]
    return set.intersection(*sets) if sets else set()
