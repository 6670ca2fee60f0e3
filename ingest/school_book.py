"""The schools that one document names: which of its names mean one school, and at which levels."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.clusters import cluster
from ingest.findings import Findings
from ingest.resolution import Usage
from ingest.school_names import school_clash, school_name, school_proposals
from ingest.source import Text

__all__ = ["SchoolBook"]

_ORDER = ("elementary", "middle", "high")


@dataclass(frozen=True)
class SchoolBook:
    """Names of schools in one document, brought together by the rules that hold across documents."""

    schools: Mapping[str, frozenset[str]]
    """All names of the school that a name means."""

    @classmethod
    def of(cls, findings: Findings) -> "SchoolBook":
        """Gather the schools that the layouts have named so far."""
        names = {m.named.name for m in findings.mentions if m.named.kind == "School"}
        hints = {n.name: frozenset(levels) for n, levels in findings.hints.items()}
        return cls.from_names(names, hints)

    @classmethod
    def from_names(cls, names: Iterable[str], hints: Mapping[str, frozenset[str]]) -> "SchoolBook":
        """Bring names together; hints are levels that a chart gives a name."""
        usages = [Usage(n, 1, levels=hints.get(n, frozenset())) for n in sorted(set(names))]
        clusters, _, _ = cluster(usages, school_proposals(usages), school_clash)
        return cls({name: names for names in clusters for name in names})

    @property
    def bases(self) -> frozenset[tuple[str, ...]]:
        """The base names of all schools."""
        return frozenset(school_name(n).base for n in self.schools)

    def levels(self, name: str) -> tuple[str, ...]:
        """Return the levels that a name states, or else the other names of the same school, lowest first."""
        own = school_name(name).levels
        every = own or {level for n in self.schools.get(name, ()) for level in school_name(n).levels}
        return tuple(level for level in _ORDER if level in every)

    def same(self, one: str, other: str) -> bool:
        """Tell whether two names mean one school."""
        return one == other or other in self.schools.get(one, ())

    def named_in(self, text: Text) -> list[Text]:
        """Return the places in a text where a school is named, in order and none inside another.

        A base name alone counts where only one school has it and no longer name of another thing
        begins or ends there.
        """
        taken: list[tuple[int, int]] = []
        for form in sorted(self._forms(), key=lambda f: (-len(f), f)):
            for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", str(text)):
                start, end = match.span()
                if all(end <= a or start >= b for a, b in taken) and not _part_of_a_name(
                    str(text), start, end
                ):
                    taken.append((start, end))
        return [text[a:b] for a, b in sorted(taken)]

    def _forms(self) -> set[str]:
        """Return the names to look for: as written, and the base name of a school that alone has it."""
        forms = set(self.schools)
        for name in self.schools:
            for variant in (re.sub(r"\s*\([^()]*\)", "", name), f"{name} School", f"{name} school"):
                forms.add(variant)
        for base, written in self._plain_bases().items():
            if len({self.schools[n] for n in self.schools if school_name(n).base == base}) == 1:
                forms |= {written, f"{written} School"}
        return forms

    def _plain_bases(self) -> dict[tuple[str, ...], str]:
        """Return each base name as it is written in a name of the school."""
        found: dict[tuple[str, ...], str] = {}
        for name in sorted(self.schools):
            base = school_name(name).base
            match = re.match(r"[\s.'’]+".join(re.escape(w) for w in base), name, re.IGNORECASE)
            if match:
                found.setdefault(base, match.group())
        return found


def _part_of_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether other capitalised words make these words a part of some other name."""
    before = re.search(r"(?:\b[A-Z][\w’'-]*|\b(?:of|and))\s+$", text[:start])
    after = re.match(r"(?:\s+|-|’s\s|'s\s)(?!School\b|Elementary\b|Middle\b|High\b)[A-Z][\w’'-]+", text[end:])
    sentence_start = before is not None and re.search(r"(?:^|[.!?]\s+)$", text[: before.start()]) is not None
    joined = before is not None and before.group().strip() in {"of"}
    return (
        after is not None
        or joined
        or (before is not None and not sentence_start and before.group()[0].isupper())
    )
