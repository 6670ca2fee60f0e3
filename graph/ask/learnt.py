"""What must be known of a graph before questions about it can be answered: read once, then kept."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rdflib import URIRef
from rdflib.term import Node

from graph.ask.lexicon import Language, Lexicon
from graph.ask.profile import Profile
from graph.ask.queries import query
from graph.ask.spelling import Words
from graph.ask.things import Entity, Text, read_texts, read_things
from graph.ask.tokens import school_year
from graph.store import Store

__all__ = ["Kind", "Learnt"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind into which a property sorts the things of a class, by name: 'department plan'."""

    cls: str
    property: str
    value: Node
    name: str
    things: tuple[str, ...]


@dataclass(frozen=True)
class Learnt:
    """All that is read of a graph: its schema as it is used, its things, and how they belong together."""

    profile: Profile
    entities: Mapping[str, Entity]
    texts: tuple[Text, ...]
    narrower: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wholes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    """The things, such as plans, in which others stand."""
    kinds: tuple[Kind, ...] = ()
    holders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The plans of each unit, with their school years."""
    words: Words = field(default_factory=Words)
    """The words of its texts."""
    base: Words = field(default_factory=Words)
    """The words that the engine knows of itself."""

    @classmethod
    def of(cls, store: Store, lexicon: Lexicon) -> "Learnt":
        """Read a graph."""
        profile = Profile.of(store, lexicon.listed("hidden"))
        entities = read_things(store, profile, lexicon)
        held = _held(store, lexicon)
        texts = tuple(read_texts(store, profile, entities))
        return cls(
            profile,
            entities,
            texts,
            _narrower(store, profile),
            _wholes(store, lexicon, entities),
            held,
            _kinds(store, lexicon),
            _holders(store, lexicon),
            Words.of([*(t.text for t in texts), *(a for e in entities.values() for a in e.aliases)]),
            _own_words((*lexicon.phrases, *Language.english().phrases)),
        )


@lru_cache(maxsize=2)
def _own_words(phrases: tuple[str, ...]) -> Words:
    return Words.of(phrases)


def _held(store: Store, lexicon: Lexicon) -> frozenset[str]:
    by = lexicon.settings.get("holder", {}).get("by")
    rows = store.select(query("narrower"), {"property": URIRef(by)}) if by else []
    return frozenset(str(r["broader"]) for r in rows if r["broader"] != r["thing"])


def _narrower(store: Store, profile: Profile) -> dict[str, tuple[str, ...]]:
    """All things below each thing, through every step of a hierarchy."""
    below: dict[str, set[str]] = defaultdict(set)
    for prop in profile.broader:
        for row in store.select(query("narrower"), {"property": URIRef(prop)}):
            below[str(row["broader"])].add(str(row["thing"]))
    return {top: tuple(sorted(_descend(top, below))) for top in sorted(below)}


def _descend(top: str, below: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [top]
    while waiting:
        for thing in below.get(waiting.pop(), ()):
            if thing not in seen:
                seen.add(thing)
                waiting.append(thing)
    return seen


def _wholes(store: Store, lexicon: Lexicon, entities: Mapping[str, Entity]) -> dict[str, tuple[str, ...]]:
    """The whole of each part, where both are of one class."""
    found: dict[str, list[str]] = defaultdict(list)
    for cls, prop in sorted(lexicon.settings.get("wholes", {}).items()):
        for row in store.select(query("narrower"), {"property": URIRef(prop)}):
            part, whole = str(row["thing"]), str(row["broader"])
            if all(x in entities and cls in entities[x].classes for x in (part, whole)):
                found[part].append(whole)
    return {k: tuple(v) for k, v in found.items()}


def _kinds(store: Store, lexicon: Lexicon) -> tuple[Kind, ...]:
    found: dict[tuple[str, str, Node, str], list[str]] = {}
    for cls, prop in lexicon.settings.get("kinds", ()):
        for row in store.select(query("kinds"), {"class": URIRef(cls), "property": URIRef(prop)}):
            key = (cls, prop, row["value"], str(row["name"]))
            found.setdefault(key, []).append(str(row["thing"]))
    return tuple(Kind(*key, tuple(things)) for key, things in found.items())


def _holders(store: Store, lexicon: Lexicon) -> dict[str, dict[str, str]]:
    holder = lexicon.settings.get("holder", {})
    found: dict[str, dict[str, str]] = {}
    if "of" not in holder:
        return found
    dated = {"class": URIRef(holder["class"]), "property": URIRef(holder["year"])}
    of_year = {
        str(r["thing"]): school_year(str(r["value"])) or "" for r in store.select(query("kinds"), dated)
    }
    whole = {str(r["broader"]) for r in store.select(query("narrower"), {"property": URIRef(holder["by"])})}
    for row in store.select(query("narrower"), {"property": URIRef(holder["of"])}):
        plan = str(row["thing"])
        if plan in whole:
            found.setdefault(str(row["broader"]), {})[plan] = of_year.get(plan, "")
    return found
