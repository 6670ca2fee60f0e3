"""Words of questions, names and relations: folded so that underscores, case and accents do not matter."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

__all__ = ["Word", "bare", "fold", "folded", "local_name", "spoken", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*", re.UNICODE)
_LONGEST = 1000  # characters of a question that are read
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_POSSESSIVE = re.compile(r"['’`]s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question with its place; `owner` tells that 's stands behind it."""

    text: str
    fold: str
    start: int
    end: int
    owner: bool


def words_of(question: str) -> tuple[Word, ...]:
    """Return the words of a question; a lone 's belongs to the word before it."""
    found: list[Word] = []
    for match in _WORD.finditer(question[:_LONGEST]):
        text = match.group()
        apart = text.lower() == "s" and question[max(0, match.start() - 1) : match.start()] in ("'", "’", "`")
        if apart and found:
            last = found.pop()
            found.append(Word(last.text, last.fold, last.start, match.end(), owner=True))
        elif key := fold(text):
            owner = bool(_POSSESSIVE.search(text)) or question[match.end() : match.end() + 1] in ("'", "’")
            found.append(Word(text, key, match.start(), match.end(), owner))
    return tuple(found)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return a word in small letters without accents, apostrophes and a possessive ending."""
    plain = unicodedata.normalize("NFKD", bare(text))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"['’`]", "", plain)


def bare(text: str) -> str:
    """Return words without the 's of a possessive at their end."""
    return _POSSESSIVE.sub("", text)


def folded(name: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(w.fold for w in words_of(name))


def local_name(iri: str) -> str:
    """Return the last part of an IRI as it is written, with its escapes undone."""
    whole = iri.rstrip("/#")
    return unquote(re.split(r"[#/]", whole)[-1].rpartition(":")[2] or whole)


def spoken(text: str) -> str:
    """Return a local name as words.

    >>> spoken("hasBirthPlace"), spoken("place_of_birth")
    ('has birth place', 'place of birth')
    """
    return " ".join(_WORD.findall(_CAMEL.sub(" ", text))).lower()
