"""Finds every place where some words stand: the things of the graph that say them, then other sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.quotes import PassageSearch
from graph.passages import Passage

__all__ = ["Occurrences"]

_KEPT = 0.6  # share of the telling words, by weight, that must stand together for a topic to be mentioned


@dataclass(frozen=True)
class Occurrences:
    """Where words stand, by their stems and by what they are known to mean as well."""

    index: EntityIndex
    lexicon: Lexicon
    search: PassageSearch

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
        found = sorted({n for said in self._said(words) for n in self._texts(said)})
        iris = dict.fromkeys(self.index.texts[n].iri for n in found)
        return [i for i in iris if not self.index.namelike & set(self.index.classes(i))]

    def parts(self, things: Sequence[str]) -> list[str]:
        """Return things without the wholes that only repeat the text of a part among them."""
        label = {t: self.index.entities[t].label for t in things}
        wholes = {
            w
            for t in things
            for w in self.index.wholes.get(t, ())
            if w in label and label[t] and label[t] in label[w]
        }
        return [t for t in things if t not in wholes]

    def sentences(self, words: Sequence[str]) -> list[Passage]:
        """Return the sentences and cells that hold all words, in the order of the documents."""
        corpus = self.search.corpus
        found = sorted({int(n) for said in self._said(words) for n in corpus.holding(said)})
        return [corpus.passages[n] for n in found]

    def _texts(self, words: Sequence[str]) -> set[int]:
        return set.intersection(*(set(self.index.postings.get(word, ())) for word in words))

    def _said(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The words, and the same with a phrase among them said in another way."""
        ways = [
            (*words[: spot.start], *spot.meaning, *words[spot.end :])
            for spot in self.lexicon.synonyms.find(words)
            if spot.end - spot.start > 1 or not len(self.search.corpus.holding((words[spot.start],)))
        ]
        return list(dict.fromkeys([tuple(words), *ways]))
