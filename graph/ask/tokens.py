"""Words of a question or a label: folded, stemmed, and still knowing where they stood."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any

__all__ = ["Token", "known_stems", "remember_stems", "school_year", "stem", "stems", "tokenise"]

_WORD = re.compile(
    r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"  # a school year
    r"|\d+(?:[.,]\d+)*\s?per\s?cent\b"  # a share in words
    r"|\d+(?:[.,]\d+)+%?"  # a number with its parts
    r"|\d+\s?[-–]\s?\d+(?!\d)"  # a range of numbers
    r"|\d+%|\d+(?=st\b|nd\b|rd\b|th\b|[^\W\d_])|\d+"
    r"|[^\W\d_]+(?:['’`][^\W\d_]+)*|[&#$%]",
    re.UNICODE,
)
_YEAR = re.compile(r"^(?:(19|20)(\d\d))\s?[-–/]\s?(?:(?:19|20)?(\d\d))$")
_SHORT_YEAR = re.compile(r"^(\d\d)\s?[-–/]\s?(\d\d)$")
_SHARE = re.compile(r"\s?per\s?cent$")
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(e|es|ed|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ed|ing|al)?$"), r"or\1"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
    (re.compile(r"^(cent|theat)re(s?)$"), r"\1er\2"),
)
_LETTERS = re.compile(r"^([A-Z]{2,})s$")  # several of what letters stand for, such as 'PTAs'
_DOUBLED = re.compile(r"[a-z]{3}([bdfgmnprt])\1$")
_STEMS: dict[str, str] = {}
_MOST_STEMS = 100_000
_STEMMING = Lock()  # the stemmer keeps the word that it is at in itself
_LONGEST = 4000  # characters of a question that are read; no question of a person is longer


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the text."""

    text: str
    stem: str
    start: int
    end: int


def tokenise(text: str) -> tuple[Token, ...]:
    """Split a text into words; 'short-term' are two, '2016-17' is one, '&' is 'and'."""
    return tuple(
        Token(match.group(), word, match.start(), match.end())
        for match in _WORD.finditer(text[:_LONGEST])
        if (word := _stem_of(match.group()))
    )


@lru_cache(maxsize=8_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words."""
    return tuple(word for match in _WORD.finditer(text[:_LONGEST]) if (word := _stem_of(match.group())))


def stem(word: str) -> str:
    """Return the stem of one word.

    >>> stem("Responsibilities") == stem("responsible")
    True
    """
    return _stem_of(word)


@lru_cache(maxsize=100_000)
def _stem_of(word: str) -> str:
    folded = _fold(_LETTERS.sub(r"\1", word))
    return _stem_word(folded) if folded else ""


def school_year(text: str) -> str | None:
    """Return a school year in its short form, or None.

    >>> school_year("2023-2024"), school_year("16-17"), school_year("9-12")
    ('2023-24', '2016-17', None)
    """
    text = text.strip()
    if match := _YEAR.match(text):
        first, second = int(match[2]), int(match[3])
        return f"{match[1]}{match[2]}-{match[3]}" if second == (first + 1) % 100 else None
    if match := _SHORT_YEAR.match(text):
        first, second = int(match[1]), int(match[2])
        return f"20{match[1]}-{match[2]}" if second == first + 1 and first >= 10 else None
    return None


def _stem_word(word: str) -> str:
    if year := school_year(word):
        return year
    return _stem_of_letters(word) if word.isalpha() else word.replace(",", "").replace("–", "-")


def _stem_of_letters(word: str) -> str:
    found = _STEMS.get(word)
    if found is None:
        found = _stemmed(word)
        if len(_STEMS) < _MOST_STEMS:
            _STEMS[word] = found
    return found


def _stemmed(word: str) -> str:
    for pattern, spelled in _BRITISH:
        word = pattern.sub(spelled, word)
    with _STEMMING:
        found = str(_stemmer().stemWord(word))
    return found[:-1] if _DOUBLED.search(found) else found  # 'staff' like 'staffing'


@cache
def _stemmer() -> Any:
    import snowballstemmer  # noqa: PLC0415  # slow to import, and mostly all words are known by heart

    return snowballstemmer.stemmer("english")


def known_stems() -> dict[str, str]:
    """Return the stems that were found so far, by word."""
    return dict(_STEMS)


def remember_stems(found: Mapping[str, str]) -> None:
    """Take stems that were found before, so that they need not be found again."""
    if len(_STEMS) < _MOST_STEMS:
        _STEMS.update(found)


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower() or word.lower()
    plain = "and" if plain == "&" else _SHARE.sub("%", plain).replace(" ", "")
    return re.sub(r"['`]s?$", "", plain).replace("'", "")
