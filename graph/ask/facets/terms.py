"""What a graph can be asked by: the values of things, and the steps from one kind of thing to another."""

from dataclasses import dataclass
from typing import Literal as OneOf

from rdflib.term import Node

__all__ = ["Attribute", "Hop", "Kind", "Relation", "Way"]

Kind = OneOf["number", "date", "moment", "year", "text", "flag", "thing"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One property walked forwards or backwards to a class."""

    property: str
    inverse: bool
    cls: str


Way = tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A property that joins things of one class to things of another, with how often it does."""

    property: str
    source: str
    target: str
    pairs: int
    sources: int
    targets: int


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value that things of a class have, themselves or on a node of their own, such as a price.

    `part` picks the right one of several nodes ("weight" among the dimensions); `units` are the terms by
    which nodes say their unit, with the unit that each of them means. A number that is `written` is
    a text, and one that is `spelled` has its unit in the text.
    """

    owner: str
    path: tuple[str, ...]
    kind: Kind
    names: tuple[str, ...]
    things: int
    distinct: int
    notes: tuple[str, ...] = ()
    part: tuple[str, Node] | None = None
    unit_property: str = ""
    units: tuple[tuple[Node, str], ...] = ()
    unit: str = ""
    written: bool = False
    spelled: bool = False

    @property
    def numeric(self) -> bool:
        """Whether the values can be ordered and compared as numbers or dates."""
        return self.kind in ("number", "date", "moment", "year")

    @property
    def dated(self) -> bool:
        """Whether the values are points in time."""
        return self.kind in ("date", "moment", "year")
