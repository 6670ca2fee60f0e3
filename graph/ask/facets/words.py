"""The words of a question and of names, with codes, numbers and units kept whole, and how alike two are."""

import re
from functools import lru_cache

from graph.ask.facets.speech import Speech
from graph.ask.lexicon import load_data
from graph.ask.tokens import Token, stem

__all__ = ["alike", "content", "low", "split_name", "spoken"]

_WORD = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)|\d{3}0s\b"  # a date, a decade
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a mail address
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])|\d+(?:\.\d+)?(?![-./]?\w)"  # a number
    r"|\d+(?:[.,]\d+)?(?=(?:[a-zµ]{1,3}|[A-Z]{1,3}|kWh|mAh|[kMG]Hz|[kM]Pa)[²³]?(?![\w-]))"  # with its unit
    r"|\d+(?=(?:st|nd|rd|th)\b)"
    r"|(?=[A-Za-z./_-]*\d)[A-Za-z0-9]+(?:[-./_][A-Za-z0-9]+)+"  # a code
    r"|[^\W\d_]+(?:['’`][^\W\d_]+)*(?:[²³]|(?=\d)[^\W_]*)?|\w+"
    r"|[€$£¥%Ω]|°C",
    re.UNICODE,
)
_OWN = re.compile(r"['’`]s?$")
_ENDS = frozenset(load_data("facets.yaml")["endings"])
_SHORTEST = 4  # letters that two words must share to be of one family
_SAME, _FAMILY, _SYNONYM = 1.0, 0.85, 0.75
_LONGEST = 4000  # characters of a question that are read


def spoken(text: str) -> tuple[Token, ...]:
    """Split a text into words; codes, dates and numbers stay whole."""
    return tuple(
        Token(match.group(), _stem(match.group()), match.start(), match.end())
        for match in _WORD.finditer(text[:_LONGEST])
    )


def low(token: Token) -> str:
    """Return a word in small letters, without the ending of an owner."""
    return _OWN.sub("", token.text.lower()) if not _short_form(token.text) else token.text.lower()


def _short_form(text: str) -> bool:
    return text.lower().endswith(("n't", "n’t"))


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    if _short_form(word):
        return word.lower().replace("’", "'")
    plain = _OWN.sub("", word)
    if plain.replace("'", "").replace("’", "").isalpha():
        return _base(plain.lower())
    return plain.lower().replace(",", "") if plain[:1].isdecimal() else plain.lower()


def _base(word: str) -> str:
    irregular = Speech.english().data["irregular"].get(word)
    return stem(irregular or word) or word


def split_name(iri: str) -> str:
    """Return the words of an IRI's last part.

    >>> split_name("http://example.org/ns#hasUnitPrice_eur"), split_name("http://example.org/P42")
    ('has unit price eur', '')
    """
    last = re.split(r"[#/:]", iri.rstrip("/#"))[-1]
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\-.]+", " ", last).lower()
    return "" if re.fullmatch(r"[a-z]{0,2}\s?\d+", spaced) else " ".join(spaced.split())


@lru_cache(maxsize=20_000)
def content(phrase: str) -> tuple[str, ...]:
    """Return the stems of a phrase without the words that carry no meaning, unless there are no others."""
    speech = Speech.english()
    found = tuple(t.stem for t in spoken(phrase))
    return tuple(s for s in found if s not in speech.function and s != "has") or found


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> float:
    """Return how much two stems mean the same: themselves, of one family, or used for one another."""
    if one == other:
        return _SAME
    groups = Speech.english().groups
    if groups.get(one, frozenset()) & groups.get(other, frozenset()):
        return _SYNONYM
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and long.startswith(short) and long[len(short) :] in _ENDS:
        return _FAMILY
    return 0.0
