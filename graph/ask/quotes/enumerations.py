"""Enumerations inside a sentence or cell: after 'including', 'i.e.' or a colon, or between commas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.ask.closed import closed_form
from graph.ask.lexicon import Language, load_data
from graph.ask.tokens import stem

__all__ = ["Enumeration", "enumerations"]

_LONGEST = 9  # words of a member
_SHORT = 6  # words of a part between commas that is a member
_PLAIN = 3  # members from which commas alone make an enumeration
_SEPARATOR = closed_form("separator")
_AND = closed_form("last_separator")
_END = re.compile(r"[.)](?:\s|$)|$|\s[–—]\s")
_ETC = closed_form("and_so_on")
_EDGES = " .,;:()[]*_\"“”'●•-–"
_COMMA = re.compile(r"[^.;:()\n]+(?:,[^.;:()\n]+)+")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The members of an enumeration, what stands before them, and whether a word announces them."""

    members: tuple[str, ...]
    lead: str
    announced: bool


@cache
def enumerations(text: str) -> tuple[Enumeration, ...]:
    """Return the enumerations of a text, those that are announced first.

    >>> enumerations("Widen the offer, including art and music.")[0].members
    ('art', 'music')
    """
    announced = _fullest(tuple(_announced(text)))
    return announced + tuple(e for e in _between_commas(text) if not _within(e, announced))


def _announced(text: str) -> Iterator[Enumeration]:
    for cue in _cues().finditer(text):
        end = _END.search(text, cue.end())
        said = text[cue.end() : end.start() if end else len(text)]
        members = _members(said)
        if len(members) > 1 and all(len(m.split()) <= _LONGEST for m in members):
            yield Enumeration(members, text[: cue.start()], True)


def _between_commas(text: str) -> Iterator[Enumeration]:
    for found in _COMMA.finditer(text):
        parts = _run([p for p in _SEPARATOR.split(found.group()) if p.strip(_EDGES)])
        if len(parts) < _PLAIN - 1:
            continue
        lead, first = _after_small_word(parts[0])
        last = _split(_before_small_word(parts[-1]))
        members = _clean([first, *parts[1:-1], *last])
        if len(members) >= _PLAIN and all(len(m.split()) <= _LONGEST for m in members):
            yield Enumeration(members, text[: found.start()] + lead, False)


def _fullest(found: tuple[Enumeration, ...]) -> tuple[Enumeration, ...]:
    """Of enumerations with a member in common the one with the most members, of equal ones the last."""
    kept: list[Enumeration] = []
    for one in sorted(found, key=lambda e: (-len(e.members), -len(e.lead))):
        if not _within(one, tuple(kept)):
            kept.append(one)
    return tuple(sorted(kept, key=lambda e: len(e.lead)))


def _run(parts: list[str]) -> list[str]:
    """The last parts of a sentence all of which, but the first and the last, are short."""
    long = [i for i, p in enumerate(parts[:-1]) if len(p.split()) > _SHORT]
    return parts[long[-1] :] if long else parts


def _members(said: str) -> tuple[str, ...]:
    parts = [p for p in _SEPARATOR.split(said) if p]
    return _clean([*parts[:-1], *_split(parts[-1])]) if parts else ()


def _split(last: str) -> list[str]:
    """The last part of an enumeration: 'art and music' are two."""
    return _AND.split(last, maxsplit=1)


def _clean(parts: list[str]) -> tuple[str, ...]:
    found = (closed_form("leading_article").sub("", p.strip(_EDGES)) for p in parts)
    return tuple(dict.fromkeys(p for p in found if p and not _ETC.match(p)))


def _after_small_word(part: str) -> tuple[str, str]:
    """Split what leads to the first member from it: 'support for' and 'teachers'."""
    words = part.split()
    small = [i for i, w in enumerate(words[:-1]) if _small(w)]
    at = small[-1] + 1 if small else 0
    return " ".join(words[:at]), " ".join(words[at:])


def _before_small_word(part: str) -> str:
    words = part.split()
    start = 1 if words and words[0].lower() in ("and", "or") else 0
    at = next(
        (i for i, w in enumerate(words) if i > start and _small(w) and w.lower() not in ("and", "of")),
        len(words),
    )
    return " ".join(words[start:at])


def _small(word: str) -> bool:
    plain = word.strip(_EDGES).lower()
    return stem(plain) in Language.english().stopwords and plain not in ("and", "or", "&")


def _within(one: Enumeration, others: tuple[Enumeration, ...]) -> bool:
    return any(set(one.members[1:]) & set(o.members) for o in others)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(load_data("quotes/words.yaml")["announces"].strip(), re.IGNORECASE)
