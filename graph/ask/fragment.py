"""What is said after an answer, without the words that only go on: 'and', 'only', 'what about'."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.ask.lexicon import load_data
from graph.ask.phrases import Pattern
from graph.ask.tokens import Token, tokenise

__all__ = ["Fragment", "Sayings"]

_ACTS = ("ground", "count", "list")


@dataclass(frozen=True)
class Sayings:
    """How people go on in a conversation, as `followup.yaml` tells."""

    openers: tuple[Pattern, ...]
    restrictors: tuple[Pattern, ...]
    closers: frozenset[str]
    plural: frozenset[str]
    singular: frozenset[str]
    final: frozenset[str]
    asking: tuple[Pattern, ...]
    all: tuple[Pattern, ...]
    inner: re.Pattern[str]
    members: tuple[Pattern, ...]
    acts: Mapping[str, tuple[Pattern, ...]]
    first: tuple[str, ...]
    last: frozenset[str]
    ordinal: re.Pattern[str]

    @classmethod
    @cache
    def english(cls) -> "Sayings":
        """Return the ways of English."""
        data = load_data("followup.yaml")
        places = "|".join((*data["first"], *data["last"]))
        return cls(
            openers=tuple(map(Pattern, data["openers"])),
            restrictors=tuple(map(Pattern, data["restrictors"])),
            closers=frozenset(data["closers"]),
            plural=frozenset(data["plural"]),
            singular=frozenset(data["singular"]),
            final=frozenset(data["final"]),
            asking=tuple(map(Pattern, data["asking"])),
            all=tuple(map(Pattern, data["all"])),
            inner=re.compile(rf"^\W*(?:{'|'.join(data['clauses'])})\b[^,]+,", re.IGNORECASE),
            members=tuple(map(Pattern, data["members"])),
            acts={act: tuple(map(Pattern, data[act])) for act in _ACTS},
            first=tuple(data["first"]),
            last=frozenset(data["last"]),
            ordinal=re.compile(data["ordinal"].replace("<places>", places), re.IGNORECASE),
        )


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is left of a text, whether it narrows, and the word in it that points back."""

    rest: str
    opened: bool
    narrows: bool
    pronoun: str = ""

    @property
    def inner(self) -> bool:
        """Whether its pronoun stands for what its own first clause names: 'Since A is …, what does it …'."""
        clause = Sayings.english().inner.match(self.rest)
        if clause is None or _pronoun(tokenise(clause[0]), Sayings.english()):
            return False
        return any(len(w) > 1 and w[0].isupper() for w in clause[0].split()[1:])

    @property
    def partitive(self) -> bool:
        """Whether it asks of some of the things found: 'which of them …'."""
        return bool(self.pronoun) and bool(re.search(rf"\bof {self.pronoun}\b", self.rest, re.IGNORECASE))

    @property
    def ones(self) -> bool:
        """Whether it speaks of some of the things found: 'the long-term ones'."""
        return self.pronoun == "ones"

    @classmethod
    def of(cls, text: str) -> "Fragment":
        """Take a text apart."""
        sayings = Sayings.english()
        rest, opened = _without(text, sayings.openers)
        rest, narrows = _without(rest, sayings.restrictors)
        rest = _closed(rest, sayings.closers)
        return cls(rest, opened, narrows, _pronoun(tokenise(rest), sayings))


def _without(text: str, patterns: tuple[Pattern, ...]) -> tuple[str, bool]:
    """Take what opens a text away, as long as something is left."""
    opened = False
    while tokens := tokenise(text):
        words = [t.stem for t in tokens]
        spots = [spot for p in patterns for spot in p.find(words)]
        length = max((max(s) + 1 for s in spots), default=0)
        if not length or length >= len(tokens):
            return text, opened
        text, opened = text[tokens[length - 1].end :].lstrip(" ,;:.–—-"), True
    return text, opened


def _closed(text: str, closers: frozenset[str]) -> str:
    tokens = tokenise(text)
    length = len(tokens)
    while length > 1 and tokens[length - 1].text.lower() in closers:
        length -= 1
    return text[: tokens[length - 1].end] if length < len(tokens) else text


def _pronoun(tokens: tuple[Token, ...], sayings: Sayings) -> str:
    """The first word that points back; 'that' does so only at the end."""
    for number, token in enumerate(tokens):
        word = re.sub(r"['’]s?$", "", token.text.lower())
        if word in sayings.final and number < len(tokens) - 1:
            continue
        if word in sayings.plural | sayings.singular:
            return word
    return ""
