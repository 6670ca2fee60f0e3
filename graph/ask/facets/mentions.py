"""What the words of a question may mean in a graph: things, values, kinds of things, and properties."""

from dataclasses import dataclass, field

from rdflib.term import Node

from graph.ask.facets.terms import Attribute
from graph.ask.tokens import Token

__all__ = ["Cue", "Linked", "Named", "OfClass", "OfThing", "OfValue", "Span"]


@dataclass(frozen=True, slots=True)
class OfClass:
    """A kind of things; `exact` where its whole name was said."""

    cls: str
    score: float


@dataclass(frozen=True, slots=True)
class OfThing:
    """Things that share a name."""

    things: tuple[str, ...]
    classes: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class OfValue:
    """A value that things have by an attribute."""

    attribute: Attribute
    value: Node
    score: float


@dataclass(frozen=True, slots=True)
class Named:
    """A property that is called by name: a relation by its IRI, or an attribute."""

    term: str | Attribute
    score: float


Sense = OfClass | OfThing | OfValue | Named


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stand together and what they may mean, likeliest first."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    @property
    def tokens(self) -> frozenset[int]:
        """The positions of the words."""
        return frozenset(range(self.start, self.end))

    @property
    def given(self) -> bool:
        """Whether the words name something of which a condition can be made."""
        return any(isinstance(s, (OfThing, OfValue)) for s in self.senses)


@dataclass(frozen=True, slots=True)
class Cue:
    """How strongly words of a question point to a property, and which do."""

    strength: float
    tokens: frozenset[int]


@dataclass(frozen=True)
class Linked:
    """All that the words of a question may mean."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    relations: dict[str, Cue] = field(default_factory=dict)
    attributes: dict[Attribute, Cue] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)

    def cue(self, term: str | Attribute) -> Cue:
        """Return how strongly the question points to a property."""
        found = self.relations.get(term) if isinstance(term, str) else self.attributes.get(term)
        return found or _NONE

    def at(self, position: int) -> Span | None:
        """Return the span that a word belongs to."""
        return next((s for s in self.spans if s.start <= position < s.end), None)


_NONE = Cue(0.0, frozenset())
