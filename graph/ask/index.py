"""Everything in a graph that has a name or a text, findable by name, by number and by content."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.ask.learnt import Learnt
from graph.ask.lexicon import Lexicon
from graph.ask.phrases import PhraseTable
from graph.ask.profile import Profile
from graph.ask.things import Entity, Text
from graph.ask.tokens import stems

__all__ = ["Entity", "EntityIndex", "Text"]

_NAME_WORDS = 12  # a longer label is a text: it is found by its content, not by its whole
_ACRONYM = 3  # letters of an acronym that stands beside another one
_NAMELIKE = 5.0  # words; things of a class with shorter labels on average are called by name


@dataclass(frozen=True)
class EntityIndex:
    """The things of a graph by name, by number and by the words of their texts."""

    entities: Mapping[str, Entity]
    names: PhraseTable[str]
    short: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, tuple[tuple[str, str], ...]]
    texts: tuple[Text, ...]
    postings: Mapping[str, tuple[int, ...]]
    narrower: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    namelike: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    surfaces: frozenset[str] = frozenset()
    wholes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nouns: frozenset[str] = frozenset()

    @classmethod
    def of(cls, learnt: Learnt, lexicon: Lexicon) -> "EntityIndex":
        """Arrange all names and texts that were read of a graph."""
        profile, entities = learnt.profile, learnt.entities
        namelike = lexicon.listed("names") or _namelike(entities)
        kinds = {c: _nouns(profile, lexicon, c) for c in profile.classes}
        postings: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(learnt.texts):
            for word in sorted(text.stems):
                postings[word].append(number)
        return cls(
            entities,
            _name_table(entities, lexicon),
            _short_words(_full(learnt, lexicon), namelike),
            _code_table(entities),
            learnt.texts,
            {k: tuple(v) for k, v in postings.items()},
            learnt.narrower,
            namelike,
            _common(profile, lexicon, frozenset(profile.classes)),
            _common(profile, lexicon, namelike),
            _surfaces(entities, lexicon),
            learnt.wholes,
            kinds,
            frozenset(w for words in kinds.values() for w in words),
        )

    def idf(self, word: str) -> float:
        """Return how telling a stem is: low where many texts hold it."""
        total = len(self.texts) + 1
        return math.log(1 + total / (1 + len(self.postings.get(word, ()))))

    def knows(self, word: str) -> bool:
        """Say whether any text or name of the graph holds the stem."""
        return word in self.postings or word in self.short

    def members(self, cls: str) -> list[str]:
        """Return the things of a class, each once, whatever it is called in a document."""
        return [e.iri for e in self.entities.values() if cls in e.classes and not e.twin]

    def classes(self, iri: str) -> tuple[str, ...]:
        """Return the classes of a thing."""
        entity = self.entities.get(iri)
        return entity.classes if entity else ()


def _name_table(entities: Mapping[str, Entity], lexicon: Lexicon) -> PhraseTable[str]:
    table: PhraseTable[str] = PhraseTable()
    for entity in entities.values():
        spoken = lexicon.entities.get(entity.iri) or lexicon.entities.get(entity.twin, ())
        names = (*entity.names, *entity.aliases, *spoken)
        for name in (*names, *_letters(names)):
            key = stems(name)
            if 0 < len(key) <= _NAME_WORDS:
                table.add(key, entity.iri)
    return table


def _letters(names: Iterable[str]) -> Iterator[str]:
    """'RAN/WIDE' is called 'RAN', and 'WIDE'."""
    for name in names:
        parts = name.split("/")
        if len(parts) > 1 and all(p.isalpha() and p.isupper() and len(p) >= _ACRONYM for p in parts):
            yield from parts


def _common(profile: Profile, lexicon: Lexicon, classes: frozenset[str]) -> frozenset[str]:
    """Words that names share because they name a kind, and short forms of them such as 'HS'."""
    known = sorted(classes & set(profile.classes))
    return frozenset(w for c in known for w in _nouns(profile, lexicon, c)) | lexicon.light


def _nouns(profile: Profile, lexicon: Lexicon, cls: str) -> frozenset[str]:
    """The words by which a class is called."""
    return frozenset(w for n in (*profile.names_of(cls), *lexicon.term(cls).nouns) for w in stems(n))


def _surfaces(entities: Mapping[str, Entity], lexicon: Lexicon) -> frozenset[str]:
    """Names of one word, as they are written."""
    names = [n for e in entities.values() for n in (*e.names, *e.aliases, *lexicon.entities.get(e.iri, ()))]
    names += _letters(tuple(names))
    return frozenset(n.lower() for n in names if len(stems(n)) == 1)


def _namelike(entities: Mapping[str, Entity]) -> frozenset[str]:
    """Classes whose things have names rather than texts."""
    lengths: dict[str, list[int]] = defaultdict(list)
    for entity in entities.values():
        for cls in entity.classes:
            lengths[cls].append(len(entity.label.split()))
    return frozenset(cls for cls, words in lengths.items() if sum(words) / len(words) <= _NAMELIKE)


def _full(learnt: Learnt, lexicon: Lexicon) -> Mapping[str, Entity]:
    """Without plans that are only named: a part of such a name is rather what it is about."""
    holder = lexicon.settings.get("holder")
    if not holder:
        return learnt.entities
    held = learnt.held
    return {i: e for i, e in learnt.entities.items() if holder["class"] not in e.classes or i in held}


def _short_words(entities: Mapping[str, Entity], namelike: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Words of names, for things called by a part of their name."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities.values():
        if not namelike & set(entity.classes):
            continue
        for name in entity.names:
            key = stems(name)
            if len(key) <= _NAME_WORDS:
                for word in key:
                    found[word][entity.iri] = None
    return {k: tuple(v) for k, v in found.items()}


def _code_table(entities: Mapping[str, Entity]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entity in entities.values():
        for prop, value in entity.codes:
            found["".join(stems(value)) or value.lower()].append((entity.iri, prop))
    return {k: tuple(v) for k, v in found.items()}
