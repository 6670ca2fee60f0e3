"""What words mean: the general language of questions, and the phrases for a vocabulary's terms.

Both are data. The engine reads `language.yaml` for every graph and adds `lexicon.yaml` where the
graph uses the vocabulary that it describes; without it, labels and local names serve.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from graph.ask.phrases import Pattern, PhraseTable
from graph.ask.tokens import Token, stem, stems

__all__ = ["Frame", "Language", "Lexicon", "Part", "Term", "expand", "load_data"]


# Every scalar stays a text: "no" is a word here, and "4-5" no date.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Language:
    """The words of questions in general."""

    stopwords: frozenset[str]
    light: frozenset[str]
    verbs: frozenset[str]
    numbers: Mapping[str, int]
    chat: Mapping[str, str]
    alike: Mapping[str, str]
    number_marks: frozenset[str]
    courtesy: tuple[Pattern, ...]
    preambles: tuple[Pattern, ...]
    shapes: Mapping[str, tuple[Pattern, ...]]
    roles: Mapping[str, tuple[Pattern, ...]]
    value_forms: Mapping[str, str]
    asking: frozenset[str]
    imperatives: frozenset[str]
    irregular_plurals: frozenset[str]
    units: frozenset[str]
    auxiliaries: frozenset[str]
    limits: Mapping[str, Mapping[tuple[str, ...], str]]
    turns: frozenset[str] = frozenset()
    eras: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    whose: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    sayings: tuple[Pattern, ...] = ()
    saying_tails: tuple[Pattern, ...] = ()
    saying_ends: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()

    def words(self) -> frozenset[str]:
        """Return the stems that the language itself knows."""
        return self.stopwords | self.light | frozenset(self.numbers) | self.asking | self.imperatives

    def without_courtesy(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """Return the words of a question without what is said around it, if anything else is said."""
        words = [t.stem for t in tokens]
        before = max((max(spot) for p in self.preambles for spot in p.find(words)), default=0)
        tokens, words = tokens[before:], words[before:]
        said = {i for pattern in self.courtesy for spot in pattern.find(words) for i in spot}
        return tuple(t for i, t in enumerate(tokens) if i not in said) or tuple(tokens)

    @classmethod
    @cache
    def english(cls) -> "Language":
        """Return the language of `language.yaml`."""
        data = load_data("language.yaml")
        return cls(
            stopwords=_stem_set(data["stopwords"].split()),
            light=_stem_set(data["light"].split()) | _stem_set(data["verbs"].split()),
            verbs=_stem_set(data["verbs"].split()),
            numbers={stem(str(k)): int(v) for k, v in data["numbers"].items()},
            chat=data["chat"],
            alike=data["alike"],
            number_marks=_stem_set(data["number_marks"]),
            courtesy=tuple(Pattern(p) for p in data["courtesy"]),
            preambles=tuple(Pattern(p) for p in data["preambles"]),
            shapes={k: tuple(Pattern(p) for p in v) for k, v in data["shapes"].items()},
            roles={k: tuple(Pattern(p) for p in v) for k, v in data["roles"].items()},
            value_forms=data["value_forms"],
            asking=_stem_set(data["asking"]),
            imperatives=_stem_set(data["imperatives"]),
            irregular_plurals=frozenset(data["irregular_plurals"]),
            units=_stem_set(data["units"]),
            auxiliaries=_stem_set(data["auxiliaries"]),
            limits={
                place: {stems(words): sign for sign, said in signs.items() for words in said}
                for place, signs in data["limits"].items()
            },
            turns=_stem_set(data["turns"]),
            eras={name: tuple(Pattern(p) for p in said) for name, said in data["eras"].items()},
            written={
                where: {stem(w): form for w, form in forms.items()}
                for where, forms in data["written"].items()
            },
            whose=_stem_set(data["whose"]),
            deeds=_stem_set(data["deeds"]),
            helpers=_stem_set(data["helpers"]),
            doers=_stem_set(data["doers"]),
            sayings=tuple(Pattern(p) for p in data["sayings"]["verbs"]),
            saying_tails=tuple(Pattern(p) for p in data["sayings"]["tails"]),
            saying_ends=_stem_set(data["sayings"]["ends"]),
            phrases=tuple(_spoken(data)),
        )


@dataclass(frozen=True)
class Term:
    """What is known of a class or property beyond its label."""

    iri: str
    nouns: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    weight: float = 0.0
    show: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frame:
    """A way of asking that names its class and what to show without naming them in words."""

    name: str
    patterns: tuple[Pattern, ...]
    target: str
    show: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    weight: float = 1.0
    template: str = ""
    strict: bool = False
    slot: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Part:
    """Ways of asking for a part of a thing that name it by no noun, and the terms that are meant."""

    meanings: tuple[str, ...]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True)
class Lexicon:
    """The phrases of one vocabulary; empty for a graph that nobody wrote one for."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    parts: tuple[Part, ...] = ()
    entities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: PhraseTable[tuple[str, ...]] = field(default_factory=PhraseTable)
    light: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    settings: Mapping[str, Any] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()

    @cached_property
    def noted(self) -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
        """The properties whose texts note something, each with the phrases before what they note."""
        notes = self.settings.get("noted", {})
        return tuple((prop, tuple(Pattern(p) for p in said)) for prop, said in notes.items())

    @classmethod
    @cache
    def of_plans(cls) -> "Lexicon":
        """Return the lexicon of the plans' vocabulary."""
        return cls.from_data(load_data("lexicon.yaml"))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Lexicon":
        """Build a lexicon from the form of `lexicon.yaml`."""
        prefixes = data.get("prefixes", {})
        synonyms: PhraseTable[tuple[str, ...]] = PhraseTable()
        for group in data.get("synonyms", ()):
            _add_group(synonyms, group)
        terms = {**data.get("classes", {}), **data.get("properties", {})}
        return cls(
            terms={_iri(k, prefixes): _term(_iri(k, prefixes), v or {}, prefixes) for k, v in terms.items()},
            frames=tuple(_frame(k, v, prefixes) for k, v in data.get("frames", {}).items()),
            parts=tuple(_part(k, v, prefixes) for k, v in data.get("parts", {}).items()),
            entities={_iri(k, prefixes): tuple(v) for k, v in data.get("entities", {}).items()},
            synonyms=synonyms,
            light=_stem_set(data.get("light", "").split()),
            absent=_stem_set(data.get("absent", "").split()),
            settings=expand(data.get("settings", {}), prefixes),
            phrases=tuple(_spoken({k: v for k, v in data.items() if k not in ("prefixes", "settings")})),
        )

    def term(self, iri: str) -> Term:
        """Return what is known of a term, empty where nothing is."""
        return self.terms.get(iri) or Term(iri)

    def listed(self, name: str) -> frozenset[str]:
        """Return a list of IRIs of the settings, such as 'hidden'."""
        return frozenset(self.settings.get(name, ()))


def _spoken(value: Any) -> Iterator[str]:
    """Every phrase of a data file, for the words that stand in it."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _spoken(one)
    elif isinstance(value, list):
        for one in value:
            yield from _spoken(one)
    else:
        yield str(value).replace("|", " ").replace("*", " ").replace("^", " ")


def _add_group(table: PhraseTable[tuple[str, ...]], group: Iterable[str]) -> None:
    keys = [stems(p) for p in group]
    for one in keys:
        for other in keys:
            if one != other:
                table.add(one, other)


def _term(iri: str, data: Mapping[str, Any], prefixes: Mapping[str, str]) -> Term:
    return Term(
        iri,
        nouns=tuple(data.get("nouns", ())),
        cues=tuple(data.get("cues", ())),
        roles=tuple(data.get("roles", ())),
        weight=float(data.get("weight", 0.0)),
        show=tuple(_iri(p, prefixes) for p in data.get("show", ())),
    )


def _frame(name: str, data: Mapping[str, Any], prefixes: Mapping[str, str]) -> Frame:
    return Frame(
        name,
        tuple(Pattern(p) for p in data["patterns"]),
        _iri(data["class"], prefixes),
        show=tuple(_iri(p, prefixes) for p in data.get("show", ())),
        match=tuple(_iri(p, prefixes) for p in data.get("match", ())),
        weight=float(data.get("weight", 1.0)),
        template=data.get("template", ""),
        strict=data.get("strict") == "yes",
        slot=data.get("slot") == "yes",
        bare=data.get("bare") == "yes",
    )


def _part(names: str, patterns: Sequence[str], prefixes: Mapping[str, str]) -> Part:
    return Part(tuple(_iri(n, prefixes) for n in names.split()), tuple(map(Pattern, patterns)))


def expand(value: Any, prefixes: Mapping[str, str]) -> Any:
    """Return data with every prefixed name in it written in full."""
    if isinstance(value, dict):
        return {expand(k, prefixes): expand(v, prefixes) for k, v in value.items()}
    if isinstance(value, list):
        return [expand(v, prefixes) for v in value]
    return _iri(value, prefixes) if isinstance(value, str) else value


def _iri(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name


def _stem_set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(s for w in words for s in stems(w))


def load_data(name: str) -> dict[str, Any]:
    """Return a data file of the engine; every scalar in it is a text."""
    text = (files("graph.ask") / name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506  # it makes texts only
    return data
