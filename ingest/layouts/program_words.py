"""Finds the programs that running text speaks of, by name or by the language of an immersion."""

import re
from collections.abc import Iterable
from functools import cache

from ingest.findings import Findings
from ingest.program_names import program_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["program_names", "programs_named", "speaks_of_programs"]

_LEAST_LETTERS = 3


def programs_named(text: Text, known: Iterable[str]) -> list[Text]:
    """Return the places in a text where a program is named, in order and none inside another.

    `known` are names that the document gives to programs elsewhere.
    """
    taken: list[tuple[int, int]] = []
    names = frozenset(known)
    for pattern in (_languages(), *_names(names), _kinds(), *_spoken(names)):
        for match in pattern.finditer(str(text)):
            start, end = match.span()
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
    return [text[a:b] for a, b in sorted(taken)]


def program_names(findings: Findings) -> set[str]:
    """Return the names that the layouts have given to programs so far, and what their short forms mean."""
    names = {m.named.name for m in findings.mentions if m.named.kind == "Program"}
    items = [i for i in findings.items("Abbreviation") if names & {str(s) for s in i.get("shortForm")}]
    return names | {str(words) for item in items for words in item.get("expansion")}


def speaks_of_programs(text: Text) -> bool:
    """Tell whether a text speaks of a program, a school or a site at all."""
    words = "|".join(wording("planning")["subjects"])
    return re.search(rf"\b(?:{words})\b", str(text), re.IGNORECASE) is not None


@cache
def _languages() -> re.Pattern[str]:
    """Match 'Spanish programs', 'Mandarin Immersion', 'Spanish DLIP programs'."""
    words = wording("programs")
    languages = "|".join(x.capitalize() for x in words["languages"])
    forms = "|".join(re.escape(f) for f in sorted(words["kinds"]["dual language"], key=len, reverse=True))
    tail = rf"\s+(?:(?:{forms})(?:\s+programs?\b)?|programs?\b)"
    return re.compile(rf"\b(?:{languages})(?i:{tail})(?![\w-])")


@cache
def _spoken(known: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Match the language alone of a program that the document names, as in 'students in Spanish classes'."""
    languages = {program_name(n).language for n in known} - {""}
    return tuple(re.compile(rf"\b{x.capitalize()}\b(?!-)") for x in sorted(languages))


@cache
def _names(known: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Match the names that the document itself gives to programs, the longest first."""
    able = [n for n in sorted(known, key=lambda n: (-len(n), n)) if _is_name(n)]
    return tuple(re.compile(rf"(?<![\w-]){re.escape(n)}(?![\w-])") for n in able)


def _is_name(name: str) -> bool:
    """Tell whether a name is more than a common word: several words, or a short form of some letters."""
    return len(name) >= _LEAST_LETTERS and (" " in name or name.isupper()) and bool(program_name(name).key)


@cache
def _kinds() -> re.Pattern[str]:
    """Match kinds of program that are names wherever they stand in capitals: 'DLIP', 'Dual Language'."""
    forms = [f for forms in wording("programs")["kinds"].values() for f in forms if len(f.split()) > 1]
    names = sorted((" ".join(w.capitalize() for w in f.split()) for f in forms), key=len, reverse=True)
    shorts = [
        f.upper() for f in wording("programs")["kinds"]["dual language"] if " " not in f and len(f) <= 5
    ]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, [*names, *shorts]))})\b(?:\s+[Pp]rograms?\b)?")
