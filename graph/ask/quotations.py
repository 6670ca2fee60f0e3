"""Texts of the graph that a question quotes: the beginning of a long label names the thing it labels."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.index import EntityIndex
from graph.ask.mentions import ThingMention, ThingOption
from graph.ask.tokens import stems

__all__ = ["Quotations", "beginning"]

_LEAST = 6  # words of a text that must be quoted from its beginning


@dataclass(frozen=True)
class Quotations:
    """The long labels of a graph by their first words."""

    by_first: Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]
    index: EntityIndex

    @classmethod
    def of(cls, index: EntityIndex) -> "Quotations":
        """Collect the labels that are too long to be names."""
        found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for iri, entity in index.entities.items():
            words = stems(entity.label)
            if len(words) >= _LEAST:
                found[words[:_LEAST]].append((words, iri))
        return cls({k: tuple(v) for k, v in found.items()}, index)

    def find(self, words: Sequence[str]) -> Iterator[ThingMention]:
        """Yield what is quoted: of things that begin alike, those that go on as the question does."""
        for at in range(len(words) - _LEAST + 1):
            lengths = {
                iri: _alike(label, words[at:])
                for label, iri in self.by_first.get(tuple(words[at : at + _LEAST]), ())
            }
            if not lengths:
                continue
            longest = max(lengths.values())
            things = [iri for iri, length in lengths.items() if length == longest]
            options = tuple(ThingOption(c, (t,), 1.0, "name") for t in things for c in self.index.classes(t))
            if options:
                yield ThingMention(at, at + longest, " ".join(words[at : at + longest]), options)


def beginning(index: EntityIndex, thing: str) -> str:
    """Return what names a thing: its label, or as much of a long one as no other begins with."""
    label = index.entities[thing].label
    words = label.split()
    others = [tuple(e.label.split()) for i, e in index.entities.items() if i != thing]
    for length in range(_LEAST + 3, len(words)):
        part = tuple(words[:length])
        if len(stems(" ".join(part))) >= _LEAST and not any(o[:length] == part for o in others):
            return " ".join(part)
    return label


def _alike(label: Sequence[str], words: Sequence[str]) -> int:
    length = 0
    while length < min(len(label), len(words)) and label[length] == words[length]:
        length += 1
    return length
