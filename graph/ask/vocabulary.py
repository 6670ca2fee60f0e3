"""The phrases for the classes and properties of one graph: from the lexicon, and from their own labels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rdflib import Literal

from graph.ask.learnt import Learnt
from graph.ask.lexicon import Language, Lexicon
from graph.ask.phrases import PhraseTable
from graph.ask.profile import Profile
from graph.ask.tokens import school_year, stems

__all__ = ["ClassSense", "PropertySense", "ValueSense", "Vocabulary"]


@dataclass(frozen=True, slots=True)
class ClassSense:
    """A class, or the part of it that has a value: 'department plans' are plans of that type."""

    cls: str
    filters: tuple[tuple[str, str | Literal], ...] = ()


@dataclass(frozen=True, slots=True)
class PropertySense:
    """A property of a class whose value is asked for by a noun."""

    property: str


@dataclass(frozen=True, slots=True)
class ValueSense:
    """A value that some property gives things of some class, such as a school year."""

    cls: str
    property: str
    value: Literal


@dataclass(frozen=True)
class Vocabulary:
    """Phrases for classes, properties and values."""

    classes: PhraseTable[ClassSense] = field(default_factory=PhraseTable)
    properties: PhraseTable[PropertySense] = field(default_factory=PhraseTable)
    cues: PhraseTable[str] = field(default_factory=PhraseTable)
    values: PhraseTable[ValueSense] = field(default_factory=PhraseTable)
    verbal: set[tuple[int, str]] = field(default_factory=set)
    kind_members: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    holders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The plans of each unit with their years: a plan is often called by whose it is."""

    @classmethod
    def of(cls, learnt: Learnt, lexicon: Lexicon) -> "Vocabulary":
        """Collect the phrases of a graph."""
        profile = learnt.profile
        vocabulary = cls(holders=learnt.holders)
        language = Language.english()
        silent = language.imperatives | language.stopwords
        for name in profile.classes:
            for noun in (*profile.names_of(name), *lexicon.term(name).nouns):
                if not set(stems(noun)) <= silent:  # 'list' names no class: it asks for one
                    vocabulary.classes.add(noun, ClassSense(name))
                    vocabulary.verbal.add((len(stems(noun)), noun.lower().split()[-1]))
        for prop in sorted({*(e.property for e in profile.edges), *(u.property for u in profile.literals)}):
            vocabulary._add_property(prop, profile, lexicon)
        named_apart = {*profile.code_properties, *lexicon.listed("codes"), *lexicon.listed("hidden")}
        named_apart |= lexicon.listed("unspoken") | {prop for _, prop in lexicon.settings.get("kinds", ())}
        for (owner, prop), values in profile.values.items():
            for value in values if prop not in named_apart else ():
                vocabulary._add_value(ValueSense(owner, prop, value))
        vocabulary._add_kinds(learnt, lexicon)
        return vocabulary

    def words(self) -> set[str]:
        """Return every stem of every phrase."""
        return self.classes.words() | self.properties.words() | self.cues.words() | self.values.words()

    def _add_property(self, prop: str, profile: Profile, lexicon: Lexicon) -> None:
        term = lexicon.term(prop)
        known = bool(lexicon.terms)  # where there is a lexicon, labels need not be guessed at
        names = profile.names_of(prop)
        valued = any(u.property == prop for u in profile.literals)
        for noun in term.nouns if known else (*names, *(map(_bare, names) if valued else ())):
            self.properties.add(noun, PropertySense(prop))
        for cue in (*term.cues, *names, *(() if known else map(_bare, names))):
            self.cues.add(cue, prop)

    def _add_value(self, sense: ValueSense) -> None:
        text = str(sense.value)
        if year := school_year(text):
            self.values.add((year,), sense)
        elif text.isdecimal() and len(text) == 4 and text[:2] in ("19", "20"):
            self.values.add((text,), sense)
        elif any(c.isalpha() for c in text) and str(sense.value.datatype or "").find("boolean") < 0:
            self.values.add(text, sense)

    def _add_kinds(self, learnt: Learnt, lexicon: Lexicon) -> None:
        for kind in learnt.kinds:
            nouns = (*learnt.profile.names_of(kind.cls), *lexicon.term(kind.cls).nouns)
            self.kind_members.setdefault((kind.cls, kind.property, str(kind.value)), set()).update(
                kind.things
            )
            for noun in _kind_nouns(kind.name, nouns):
                self.classes.add(noun, ClassSense(kind.cls, ((kind.property, _node(kind.value)),)))
                self.verbal.add((len(stems(noun)), noun.lower().split()[-1]))


def _bare(name: str) -> str:
    """What is left of a property's name without units and small words: 'height cm', 'has painted by'."""
    language = Language.english()
    dropped = language.stopwords | language.units
    return " ".join(w for w in name.split() if not set(stems(w)) <= dropped)


def _node(value: object) -> str | Literal:
    return value if isinstance(value, Literal) else str(value)


def _kind_nouns(name: str, nouns: tuple[str, ...]) -> Iterator[str]:
    """'department plan' says 'plan' already; 'elementary' needs 'school' after it."""
    last = stems(name)[-1:]
    if any(stems(n)[-1:] == last for n in nouns):
        yield name
        return
    for noun in nouns:
        yield f"{name} {noun}"
