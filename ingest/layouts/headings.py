"""Recognises the headings, labels, questions and instructions of a department's form by its vocabulary."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.source import Text
from ingest.wording import wording

__all__ = ["Match", "is_prompt", "match_heading", "says_elsewhere"]

_LONGEST = 90  # characters of a heading; a longer line is text
_LEAST_WORDS = 3  # of an instruction that follows a heading in a label's cell
_NUMBER = re.compile(r"^\s*(?:(?:section|part)\s+)?(?:\d{1,2}|[ivx]{1,4}|[A-Z])[.):]\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Match:
    """A heading that was recognised: its kind, its words, and what follows in the same line or cell."""

    kind: str
    heading: Text
    rest: Text
    colon: bool = False


def match_heading(text: Text, *, label: bool = False) -> Match | None:
    """Return the kind of a heading and what follows it, if the text begins with a known heading.

    A running line must be the heading alone, or the heading and a colon; in the label cell of
    a table (`label`) the form's own instructions may follow.
    """
    if not re.match(r"[\W\d_]*[A-Z]", str(text)):
        return None
    head, colon, rest = _at_colon(text)
    if (kind := _kind(str(head))) and (colon or not rest):
        return Match(kind, head, rest, colon)
    return _with_instructions(text) if label else None


def _at_colon(text: Text) -> tuple[Text, bool, Text]:
    m = text.search(r":(?=\s|$)")
    if m is None or m.start() > _LONGEST:
        return text.strip(), False, Text()
    return text[: m.start()].strip(), True, text[m.end() :].strip()


def _with_instructions(text: Text) -> Match | None:
    """Return the longest known heading at the start of a label, where a sentence follows it."""
    found: Match | None = None
    for m in re.finditer(r"(?<=\S)\s+(?=[A-Z])", str(text)[:_LONGEST]):
        head, rest = text[: m.start()], text[m.end() :]
        if " " not in str(head).strip():
            continue
        if len(str(rest).split()) >= _LEAST_WORDS and (kind := _kind(str(head))):
            found = Match(kind, head, rest)
    return found


@cache
def _kind(head: str) -> str:
    if len(head) > _LONGEST or not head:
        return ""
    words = _WORD.findall(_BRACKET.sub(" ", _NUMBER.sub("", head)).lower().replace("&", " and "))
    plain = " ".join(w for w in words if w not in wording("department_plans")["fillers"])
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(plain + " ")), "")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lists = wording("department_plans")
    units = "(?:" + "|".join(lists["unit_words"]) + ")"
    return tuple(
        (kind, re.compile("|".join(_pattern(phrase, units) for phrase in phrases)))
        for kind, phrases in lists["sections"].items()
    )


def _pattern(phrase: str, units: str) -> str:
    parts = []
    for word in phrase.split():
        name = word.rstrip("?")
        body = units if name == "{unit}" else re.escape(name)
        parts.append(f"(?:{body} )?" if word.endswith("?") else f"{body} ")
    return "".join(parts)


@cache
def is_prompt(text: str) -> bool:
    """Say whether a text is the form's own question or instruction, not an answer to it."""
    lists = wording("department_plans")
    start = text.strip().lower()
    if any(re.search(pattern, start) for pattern in lists["prompts"]):
        return True
    first = _WORD.search(start)
    return start.endswith("?") and first is not None and first.group() in lists["questions"]


def says_elsewhere(text: str) -> bool:
    """Say whether a form points elsewhere ('see attachment') where an answer should stand."""
    return any(re.search(p, text.strip().lower()) for p in wording("department_plans")["elsewhere"])
