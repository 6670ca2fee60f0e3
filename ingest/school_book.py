"""The schools that one document names: which of its names mean one school, and at which levels."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from ingest.clusters import cluster
from ingest.findings import Findings
from ingest.resolution import Usage
from ingest.school_names import LEVELS, grades_in, school_clash, school_name, school_proposals
from ingest.source import Text
from ingest.wording import wording

__all__ = ["SchoolBook"]

_NEAR = 80  # characters beside a name that may belong to it


@dataclass(frozen=True)
class SchoolBook:
    """Names of schools in one document, brought together by the rules that hold across documents."""

    schools: Mapping[str, frozenset[str]]
    """All names of the school that a name means."""
    places: frozenset[tuple[str, ...]] = frozenset()
    """Names of places, which alone name no school."""

    @classmethod
    def of(cls, findings: Findings) -> "SchoolBook":
        """Gather the schools that the layouts have named so far."""
        names = {m.named.name for m in findings.mentions if m.named.kind == "School"}
        hints = {n.name: frozenset(levels) for n, levels in findings.hints.items()}
        return cls.from_names(names, hints, _places(findings.document.source.raw))

    @classmethod
    def from_names(
        cls,
        names: Iterable[str],
        hints: Mapping[str, frozenset[str]],
        places: frozenset[tuple[str, ...]] = frozenset(),
    ) -> "SchoolBook":
        """Bring names together; hints are levels that a chart gives a name."""
        usages = [Usage(n, 1, levels=hints.get(n, frozenset())) for n in sorted(set(names))]
        clusters, _, _ = cluster(usages, school_proposals(usages), school_clash)
        return cls({name: names for names in clusters for name in names}, places)

    @property
    def bases(self) -> frozenset[tuple[str, ...]]:
        """The base names of all schools."""
        return frozenset(school_name(n).base for n in self.schools)

    def levels(self, name: str) -> tuple[str, ...]:
        """Return the levels that a name states, or else the other names of the same school, lowest first."""
        own = school_name(name).levels
        every = own or {level for n in self.schools.get(name, ()) for level in school_name(n).levels}
        return tuple(level for level in LEVELS if level in every)

    def named_in(self, text: Text) -> list[Text]:
        """Return the places in a text where a school is named, in order and none inside another.

        A base name alone counts where only one school has it, and where no other capitalised
        words make it a part of some other name.
        """
        found = self._pattern.finditer(str(text)) if self.schools else ()
        return [text.group(m) for m in found if not _part_of_a_name(str(text), *m.span())]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(self._forms(), key=lambda f: (-len(f), f))
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")

    def _forms(self) -> set[str]:
        """Return the names to look for: as written, with each word for the level, and the base alone."""
        forms = set(self.schools)
        for base, written in self._plain_bases().items():
            named = [n for n in self.schools if school_name(n).base == base]
            for level in {level for n in named for level in school_name(n).levels}:
                forms |= {f"{written} {word}" for word in _level_words(level)}
            if len({self.schools[n] for n in named}) == 1 and base not in self.places:
                forms.add(written)
            forms |= {f"{written} School"}
            forms |= {f"{written} {grades}" for n in named if (grades := grades_in(n))}
        return forms - {" ".join(place).title() for place in self.places}

    def _plain_bases(self) -> dict[tuple[str, ...], str]:
        """Return each base name as it is written in a name of the school."""
        found: dict[tuple[str, ...], str] = {}
        for name in sorted(self.schools):
            base = school_name(name).base
            match = re.match(r"[\s.'’]+".join(re.escape(w) for w in base), name, re.IGNORECASE)
            if match:
                found.setdefault(base, match.group())
        return found


@cache
def _level_words(level: str) -> tuple[str, ...]:
    """Return the words that stand behind a name for a level: 'Middle', 'MS', 'Middle School'."""
    forms = wording("schools")["levels"][level]
    words = [f.upper() if len(f) == 2 else f.title() for f in forms]
    return tuple(f"{word}{tail}" for word in words for tail in ("", " School", " school"))


@cache
def _places(raw: str) -> frozenset[tuple[str, ...]]:
    """Return the words before 'School District' and the like, which are the name of a place."""
    ends = "|".join(re.escape(e) for e in wording("schools")["districts"])
    found = re.findall(rf"\b((?:[A-Z][\w.’'-]*\s+){{1,3}}?)(?i:{ends})\b", raw)
    words = [name.lower().split() for name in found]
    return frozenset(tuple(name[start:]) for name in words for start in range(len(name)))


def _part_of_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether the words around make these words a part of some other name, such as a town's."""
    near = text[max(0, start - _NEAR) : start]
    if re.search(r"\b(?:City|Cities|Towns?|County|Counties|Villages?)\s+of\s+$", near, re.IGNORECASE):
        return True
    if re.match(
        r"(?:\s+|-|’s\s|'s\s)(?!Schools?\b|Elementary\b|Middle\b|High\b)[A-Z][\w’'-]+",
        text[end : end + _NEAR],
    ):
        return True
    before = re.search(r"\b[A-Z][\w’'-]*\s+$", near)
    return before is not None and not re.search(r"(?:^|[.!?:]\s+)$", near[: before.start()])
