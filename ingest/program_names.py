"""Reads names of programs, so that 'Spanish immersion' and 'Spanish Dual Language' are found to be one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from ingest.findings import fold
from ingest.resolution import Proposal, Usage
from ingest.short_forms import SHORT_FORM, fits, split_bracket
from ingest.wording import wording

__all__ = ["ProgramName", "program_name", "program_proposals"]


_BRACKET = re.compile(r"\([^()]*\)(?=\s*$)")


@dataclass(frozen=True, slots=True)
class ProgramName:
    """A program's name taken apart: its words, its kind by the word list, the language of an immersion."""

    key: tuple[str, ...]
    kind: str
    language: str


@cache
def program_name(name: str) -> ProgramName:
    """Take a program's name apart."""
    words = wording("programs")
    tokens = (fold(_BRACKET.sub(" ", name)) or fold(name)).split()
    language = next((t for t in tokens if t in words["languages"]), "")
    rest = [t for t in tokens if t != language]
    key = _without_generic(rest)
    kind = next((k for k, forms in words["kinds"].items() if " ".join(key) in {fold(f) for f in forms}), "")
    return ProgramName((language, *key) if language else key, kind, language)


def _without_generic(tokens: Sequence[str]) -> tuple[str, ...]:
    generic = set(wording("programs")["generic"])
    kept = list(tokens)
    while len(kept) > 1 and kept[-1] in generic:
        kept.pop()
    while len(kept) > 1 and kept[0] in {"the", "our"}:
        kept.pop(0)
    return tuple(kept) if kept not in (["program"], ["programs"]) else ()


def program_proposals(usages: Sequence[Usage]) -> list[Proposal]:
    """Return which names of programs mean one program, and which may."""
    names = sorted(u.name for u in usages)
    found = [p for a, b in combinations(names, 2) if (p := _pair(a, b))]
    for name in names:
        found.extend(_initials(name, names))
        found.extend(_language_alone(name, names))
    return found


def _pair(a: str, b: str) -> Proposal | None:
    one, two = program_name(a), program_name(b)
    if one.key == two.key:
        return Proposal(a, b, "the same words", 1.0, certain=True)
    if one.kind and (one.kind, one.language) == (two.kind, two.language):
        return Proposal(a, b, "two words for one kind of program", 0.9)
    return None


def _initials(name: str, names: Sequence[str]) -> list[Proposal]:
    if not SHORT_FORM.fullmatch(name) or not name.isupper():
        return []
    able = [
        o for o in names if o != name and not o.isupper() and fits(name, split_bracket(o)[0], exactly=True)
    ]
    one = len({program_name(o).key for o in able}) == 1
    return [Proposal(name, o, "the initials of the full name", 0.85 if one else 0.4, merge=one) for o in able]


def _language_alone(name: str, names: Sequence[str]) -> list[Proposal]:
    """Propose 'Spanish program' with the one immersion program in that language."""
    read = program_name(name)
    if not read.language or read.key != (read.language,):
        return []
    able = [o for o in names if program_name(o).language == read.language and program_name(o).key != read.key]
    one = len({program_name(o).kind for o in able}) == 1
    return [
        Proposal(name, o, "the only program in this language", 0.8 if one else 0.4, merge=one) for o in able
    ]
