"""The words of a form as patterns: 'goal {number}', 'measure(s) of success', 'an explanation of …'."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.forms.prompts import begins_prompt
from ingest.source import Text
from ingest.wording import wording

__all__ = ["SIGNS", "YEAR", "Hit", "Phrases", "year_in"]

YEAR = "{year}"
"""Stands in a form for a header that is nothing but a year."""
SIGNS = {
    "{number}": "a number, such as 2, 1.3, B4, A.1, IV or One; it becomes the number of the record",
    "{code}": "a code of letters and digits, such as A1.07, IIA01 or CL2; it becomes the record's number",
    "{part}": "one of so many, such as 1/3; the first becomes the number of the record",
    "{date}": "a date in figures, such as 9/15/25",
    "{year}": "in a column: a header that is nothing but a year, such as 2024-25",
    "(s)": "an s that may be there or not: 'action(s)'",
    "…": "at the end: whatever follows; the whole line is then the label; "
    "at the beginning: up to four words in capitals, where a colon follows the label",
}
"""What stands in a phrase for more than itself."""
# A number, with letters before or behind it, or the one capital letter of a lettered list: 'Goal B: …'.
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENDS = r"(?=\s*[:.)–—]|\s+-\s|\s*$)"
_NUMBER = "|".join(
    [
        r"[A-Z]{0,3}\d{1,3}(?:\.[A-Z]?\d{1,3})*(?:[.-][A-Za-z](?![^\W_])|[a-z])?",  # 2, B4, 1.3, 1.3.b, 1-A
        r"(?:[IVX]{1,5}|[A-Z])(?:[.-]\d{1,3})+[a-z]?",  # A.1, A-1.2, IV.3
        r"[IVX]{1,5}[.-][A-Z](?![^\W_])",  # II.B
        r"(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})(?![^\W_])",  # II, XIV
        rf"[A-Z]{_ENDS}",  # the one letter of a lettered list, and I, V, X
        rf"(?i:{'|'.join(_WORDS)}){_ENDS}",
    ]
)
# A code of an indicator (years, bills and schools look like one), one of several, and a date in figures.
_OTHER = {
    "{code}": r"(?-i:(?P<number>[A-Z]\d\.\d{2}|[IVX]{1,4}[A-Z]\d{2}"
    r"|(?!FY|SY|[A-Z]B|[A-Z]S|PK)[A-Z]{2}\d{1,2}))",
    "{part}": r"(?P<number>\d{1,2})\s?/\s?\d{1,2}(?!\s?/|\d)",
    "{date}": r"(?P<date>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))",
}
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_SIGN = re.compile(r"[\s)\]*]*(?P<sign>[:?]|\.(?=\s|$)|[-–—](?=\s|$))?\s*")
_WORD = r"[^\W_]"
_AND = "(?:and|&)"
# Words before a label, such as 'Strategic Plan' before 'Goal Area 1:'.
_QUALIFIERS = r"(?-i:(?:[“\"‘'(]?[A-Z][\w&/’'-]*[”\"’')]?\s+){0,4})"
_COLON = r"(?=\s*(?:\([^()]*\)\s*)?:)"
_REPEATED = 4096  # texts: the same cells are held against each form
_LONGEST = 200  # characters of a label with the form's own instructions


@dataclass(frozen=True)
class Hit:
    """A label that was found at the head of a text: its words, its number, and what follows it."""

    label: Text
    rest: Text
    number: str = ""
    sign: str = ""
    open_ended: bool = False
    dated: bool = False

    @property
    def names(self) -> bool:
        """Tell whether what follows the label may be the name of what it begins, and no sentence goes on."""
        return self.is_plain or ((bool(self.number) or self.dated) and not self.rest.value[:1].islower())

    @property
    def is_plain(self) -> bool:
        """Tell whether the text is the label alone, or the label with a colon, full stop or dash."""
        return bool(self.sign) or not self.rest


@dataclass(frozen=True)
class Phrases:
    """The ways in which a form may write one label; `{number}` is a number, `…` whatever follows."""

    words: tuple[str, ...]

    def at_start(self, text: Text) -> Hit | None:
        """Return the label at the head of a text, the longest of the ways in which it may be written."""
        head = text.value[:_LONGEST]
        if not _any(self.words).match(head):
            return None
        found = [m for pattern in _patterns(self.words) if (m := pattern.match(head))]
        best = max(found, key=lambda m: (not _is_open(m) and _is_named(text, m.end()), m.end()))
        number = _in_digits(best.groupdict().get("number") or "")
        if _is_open(best):
            return _asked(text, number)
        end = best.end()
        if bracket := _BRACKETS.match(text.value, end):
            end = bracket.end()
        sign = _SIGN.match(text.value, end)
        after = sign.end() if sign else end
        mark = (sign and sign["sign"]) or ""
        dated = bool(best.groupdict().get("date"))
        return Hit(text[: best.end()].strip(), text[after:].strip(" |"), number, mark, dated=dated)

    def whole(self, words: str) -> bool:
        """Tell whether words are one of the ways and nothing more; brackets and signs do not count."""
        texts = [text for text in _plainly(words) if _any(self.words).match(text)]
        return any(_is_whole(pattern, text) for pattern in _patterns(self.words) for text in texts)

    def begin(self, words: str) -> bool:
        """Tell whether words, with or without what stands in brackets, begin with one of the ways."""
        return any(_any(self.words).match(text) for text in _plainly(words))


def _is_open(found: re.Match[str]) -> bool:
    return found.re.pattern.endswith(".*")


def _is_named(text: Text, end: int) -> bool:
    """Tell whether a colon stands behind a label, and more behind that."""
    sign = _SIGN.match(text.value, end)
    return sign is not None and sign["sign"] == ":" and sign.end() < len(text)


def _asked(text: Text, number: str) -> Hit:
    """Return the label that a text is, whatever it says; behind a question stands its answer."""
    question, sign, _ = text.value.partition("?")
    rest = text[len(question) + 1 :].strip(" *_") if sign else Text()
    if any(c.isalnum() for c in rest.value) and not begins_prompt(rest):
        return Hit(text[: len(question) + 1], rest, number, sign)
    return Hit(text, Text(), number, open_ended=True)


def _in_digits(number: str) -> str:
    """Return a number that is written as a word in digits."""
    words = number.lower()
    return str(_WORDS.index(words) + 1) if words in _WORDS else number


@lru_cache(_REPEATED)
def year_in(text: str) -> tuple[str, str]:
    """Return the school year or year that a header names, as written, and the header without its years.

    Of 'Year 1 Outcome 2020-21' it is the school year.
    """
    found = [m.group().strip() for m in _year().finditer(text)]
    if not found:
        return "", text
    named = next((year for year in found if re.search(r"\d\d", year)), found[0])
    return named, _year().sub(" ", text).strip()


def _is_whole(pattern: re.Pattern[str], text: str) -> bool:
    m = pattern.match(text)
    return m is not None and not re.search(_WORD, text[m.end() :])


@lru_cache(_REPEATED)
def _plainly(words: str) -> tuple[str, ...]:
    """Return words without what stands in brackets, and as they are."""
    plain = _BRACKETS.sub(" ", words).strip()
    return (plain,) if plain == words else (plain, words)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(wording("forms")["year"], re.IGNORECASE)


@cache
def _patterns(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(phrase) for phrase in phrases)


@cache
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return all patterns as one: most texts begin with none of them, and that is told at once."""
    ways = "|".join(re.sub(r"\(\?P<\w+>", "(?:", p.pattern) for p in _patterns(phrases))
    return re.compile(ways if phrases else r"(?!)", re.IGNORECASE | re.DOTALL)


def _pattern(phrase: str) -> re.Pattern[str]:
    """Return the pattern of one phrase; signs and blanks between its words do not count."""
    parts: list[str] = []
    qualified = phrase.startswith("… ")
    for word in phrase.removeprefix("… ").split():
        if word == "…":
            return re.compile(_joined(parts) + r"\b.*", re.IGNORECASE | re.DOTALL)
        if word == "{number}":
            parts.append(f"(?-i:(?P<number>{_NUMBER}))")
        elif word in _OTHER:
            parts.append(_OTHER[word])
        elif word == YEAR:
            parts.append(re.escape(YEAR))
        else:
            inner = re.findall(r"\(s\)|[^\W_]+", word)
            words = r"[\W_]*".join(_AND if i == "and" else i if i == "(s)" else re.escape(i) for i in inner)
            parts.append(words.replace(r"[\W_]*(s)", r"(?:\(?s\)?)?"))
    before, after = (_QUALIFIERS, _COLON) if qualified else ("", "")
    return re.compile(before + _joined(parts) + rf"(?!{_WORD})" + after, re.IGNORECASE)


def _joined(parts: list[str]) -> str:
    return r"[\W_]*?" + r"[\W_]+?".join(parts).replace(r"[\W_]+?(?-i:", r"[\W_]*?(?-i:")
