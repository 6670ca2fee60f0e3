"""What a question mentions: classes, things, values, numbers, and words that point to properties."""

from dataclasses import dataclass, field

from graph.ask.vocabulary import ClassSense, PropertySense, ValueSense

__all__ = [
    "ClassMention",
    "Links",
    "Missing",
    "PropertyMention",
    "ThingMention",
    "ThingOption",
    "ValueMention",
]


@dataclass(frozen=True, slots=True)
class ClassMention:
    """Words that name a class, such as 'department plans'."""

    start: int
    end: int
    senses: tuple[ClassSense, ...]

    @property
    def tokens(self) -> frozenset[int]:
        """The positions of the words."""
        return frozenset(range(self.start, self.end))


@dataclass(frozen=True, slots=True)
class PropertyMention:
    """Words that ask for the value of a property, such as 'point range'."""

    start: int
    end: int
    senses: tuple[PropertySense, ...]

    @property
    def tokens(self) -> frozenset[int]:
        """The positions of the words."""
        return frozenset(range(self.start, self.end))


@dataclass(frozen=True, slots=True)
class ThingOption:
    """One possible meaning of a mention: things of one class that share what was said."""

    cls: str
    things: tuple[str, ...]
    score: float
    how: str


@dataclass(frozen=True, slots=True)
class ThingMention:
    """Words that name a thing; several things with one name are several options."""

    start: int
    end: int
    text: str
    options: tuple[ThingOption, ...]
    firm: float = 1.0
    quiet: bool = False
    strays: frozenset[int] = frozenset()
    needed: bool = False  # no reading may pass it over

    @property
    def tokens(self) -> frozenset[int]:
        """The positions of the words, with those that only qualify them."""
        return frozenset(range(self.start, self.end)) | self.strays


@dataclass(frozen=True, slots=True)
class ValueMention:
    """Words that are a value of some properties, such as a school year."""

    start: int
    end: int
    text: str
    senses: tuple[ValueSense, ...]

    @property
    def tokens(self) -> frozenset[int]:
        """The positions of the words."""
        return frozenset(range(self.start, self.end))


@dataclass(frozen=True, slots=True)
class Missing:
    """A thing that was asked for by number or year and does not exist."""

    cls: str
    number: str
    tokens: frozenset[int]
    plans: tuple[str, ...] = ()
    """The plans in which it was looked for; none, where it was in all."""


@dataclass(frozen=True)
class Links:
    """All that was linked in one question."""

    classes: tuple[ClassMention, ...] = ()
    properties: tuple[PropertyMention, ...] = ()
    things: tuple[ThingMention, ...] = ()
    values: tuple[ValueMention, ...] = ()
    cues: dict[str, frozenset[int]] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()

    @property
    def given(self) -> "tuple[ThingMention | ValueMention, ...]":
        """Things and values that the question names, of which conditions are made."""
        return (*self.things, *self.values)

    @property
    def nouns(self) -> "tuple[ClassMention | PropertyMention, ...]":
        """Classes and properties that the question names."""
        return (*self.classes, *self.properties)

    @property
    def named(self) -> frozenset[int]:
        """The positions of the words of given things and values."""
        return frozenset(i for m in self.given for i in m.tokens)
