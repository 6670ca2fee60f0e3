"""Calls a thing by its kind and number where other documents do so: "Recommendation 4: To expand …"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rdflib import URIRef

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.sources import Sources
from graph.items import local_name, spaced
from graph.model import AnswerItem

__all__ = ["Numbered"]

_WORDS = 9  # of a long text that are said after its number


@dataclass(frozen=True)
class Numbered:
    """Names the stations of a path."""

    index: EntityIndex
    sources: Sources
    lexicon: Lexicon

    def named(self, items: Iterable[AnswerItem]) -> list[AnswerItem]:
        """Return items where those that are cited by number are called by it."""
        return [replace(i, value=self._name(i)) for i in items]

    def _name(self, item: AnswerItem) -> str:
        entity = self.index.entities.get(item.iri or "")
        if entity is None or not entity.codes or item.value != entity.label or not self._cited(entity.iri):
            return item.value
        words = entity.label.split()
        text = entity.label if len(words) <= _WORDS else f"{' '.join(words[:_WORDS])} …"
        return f"{self._kind(entity.iri, entity.classes[0])} {entity.codes[0][1]}: {text}"

    def _cited(self, thing: str) -> bool:
        """Whether others refer to a thing in a way that the settings name."""
        return any(self.sources.cited(thing, prop) for prop in sorted(self.lexicon.listed("cited")))

    def _kind(self, thing: str, cls: str) -> str:
        """What a document calls things of this kind, short forms of plans' names written out."""
        for owner, prop in self.lexicon.settings.get("kinds", ()):
            kinds = [str(v) for v in self.sources.values(thing, prop)] if owner == cls else []
            if kinds:
                return " ".join(self._in_full(w) for w in kinds[0].split())
        return spaced(local_name(URIRef(cls)))

    def _in_full(self, word: str) -> str:
        holder = self.lexicon.settings.get("holder", {}).get("class")
        meant = self.index.names.meanings((word.lower(),)) if word.isupper() else []
        plans = [t for t in meant if holder in self.index.classes(t)]
        return self.sources.label(plans[0]) if len(plans) == 1 else word
