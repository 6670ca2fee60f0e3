"""What the resolution of names says: one resource for all names of a thing, and why they go together."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.findings import Item, Named

__all__ = ["Merge", "Proposal", "Resolution", "Resource", "Usage"]


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing that documents call by one or more names; its path makes its IRI."""

    kind: str
    path: tuple[str, ...]
    label: str
    alt_labels: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    """The levels of a school that its names state, as local names of the ontology."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names and the reason for which they were, or might be, taken to be one thing."""

    kind: str
    names: tuple[str, str]
    reason: str
    score: float
    certain: bool
    decided: bool = False
    """Whether a person said so."""
    district: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """A name as documents use it: how often, in which of them, at which levels a chart puts it."""

    name: str
    count: int = 0
    documents: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """That two names mean one thing; an unsure one below the line of its kind is only a near miss."""

    first: str
    second: str
    reason: str
    score: float
    certain: bool = False
    merge: bool = True
    decided: bool = False

    def ordered(self) -> "Proposal":
        """Return the same proposal with its names in alphabetical order."""
        if self.first <= self.second:
            return self
        return replace(self, first=self.second, second=self.first)


@dataclass(frozen=True)
class Resolution:
    """Which resource each document means by a name."""

    resources: Mapping[tuple[str, Named], Resource] = field(repr=False)
    merges: tuple[Merge, ...] = ()
    near_misses: tuple[Merge, ...] = ()
    by_id: Mapping[tuple[str, str], Resource] = field(default_factory=dict, repr=False)
    """What another document defines, by the document that has only its id and the key of the item there."""

    def of(self, document: str, named: Named) -> Resource | None:
        """Return what a document means by a name; None for individuals of the ontology and unknown names."""
        return self.resources.get((document, named))

    def defined(self, document: str, item: Item) -> Resource | None:
        """Return what another document of the district defines by the id of this document's item."""
        return self.by_id.get((document, item.key))

    def of_item(self, document: str, item: Item) -> Resource | None:
        """Return the shared resource that an item is, where the document also uses its label as a name."""
        return self.of(document, Named(item.kind, item.label))
