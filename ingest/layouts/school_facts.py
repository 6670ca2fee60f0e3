"""States what tables and lines of schools say: who offers a program, whose students go on where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from ingest.findings import Findings, Item, Named
from ingest.school_names import LEVELS, school_name
from ingest.source import Text

__all__ = ["Placed", "Way", "feeds", "known_schools", "name_school", "offers", "rise"]

# How sure a link is that a row only suggests.
_IMPLIED = 0.6


@dataclass(frozen=True)
class Way:
    """How students go on: for which program, whether it is to come, and whether a whole group does."""

    proposed: bool = False
    program: Item | None = None
    all_together: bool = False
    among: int = 1  # of how many schools it may be the one


class Placed:
    """A school named at a place, with the levels that its name or its place gives it."""

    def __init__(
        self, name: Text, levels: Sequence[str] = (), place: Text | None = None, *, marked: bool = False
    ) -> None:
        self.name = name
        self.marked = marked  # whether grades stand beside the name
        own = school_name(str(name)).levels
        self.levels = tuple(level for level in LEVELS if level in (own or set(levels)))
        self.told = () if own else self.levels
        self.place = place if place is not None else name

    @property
    def top(self) -> int:
        """Return the highest level as a number; -1 where none is known."""
        return LEVELS.index(self.levels[-1]) if self.levels else -1

    @property
    def key(self) -> tuple[tuple[str, ...], int]:
        """Return by what two names are known to be of one school in one document."""
        return school_name(str(self.name)).base, self.top


def known_schools(findings: Findings) -> frozenset[tuple[str, ...]]:
    """Return the base names of the schools that a document has named so far."""
    named = (m.named.name for m in findings.mentions if m.named.kind == "School")
    return frozenset(school_name(name).base for name in named) - {()}


def name_school(findings: Findings, school: Placed) -> Named:
    """Note that a school is named here, and the levels at which its place puts it."""
    named = findings.name("School", school.name)
    for level in school.told:
        findings.hint(named, level)
    return named


def offers(findings: Findings, school: Placed, program: Text, status: str, evidence: Sequence[Text]) -> Item:
    """State that a school offers a program, or is to."""
    named = name_school(findings, school)
    findings.name("Program", program)
    what = findings.add("Program", program)
    item = findings.add("ProgramOffering", f"{what.label} at {named.name}", list(evidence), scope=status)
    item.set("atSchool", named).set("ofProgram", what)
    return item.set("status", Named("Status", status) if status else None)


def feeds(
    findings: Findings,
    low: Placed,
    high: Placed,
    evidence: Sequence[Text],
    *,
    way: Way = Way(),
) -> None:
    """State that the students of one school go on to another; again, it is more evidence for the same."""
    if low.key[0] == high.key[0] and (low.top == high.top or -1 in (low.top, high.top)):
        return
    one, other = name_school(findings, low), name_school(findings, high)
    status = "proposed" if way.proposed else "existing"
    for item in findings.items("FeederLink"):
        if (
            item.get("status") == [Named("Status", status)]
            and _same(item, "fromSchool", low)
            and _same(item, "toSchool", high)
            and item.get("ofProgram") == ([way.program] if way.program else [])
        ):
            item.evidence.extend(t for t in evidence if t not in item.evidence)
            return
    of = f": {way.program.label}" if way.program else ""
    scope = f"{' '.join(low.key[0])}>{' '.join(high.key[0])}/{status}"
    item = findings.add("FeederLink", f"{one.name} to {other.name}{of}", list(evidence), scope=scope)
    item.set("fromSchool", one).set("toSchool", other).set("ofProgram", way.program)
    item.set("status", Named("Status", status))
    item.set("basis", Named("Basis", "inferred" if way.among > 1 else "stated"))
    item.set("confidence", round(_IMPLIED / way.among, 2) if way.among > 1 else None)


def rise(
    findings: Findings, steps: Sequence[Sequence[Placed]], *, proposed: bool = False, way: Way | None = None
) -> None:
    """Link the schools of each step to those of the next, where one of the two is a single school.

    Of several schools and several others, nothing says which goes on to which. Where the words above
    say that all of them go together, each may: such a link is inferred.
    """
    way = way or Way(proposed=proposed)
    for lower, upper in pairwise(steps):
        one = min(len(lower), len(upper)) == 1
        for low, high in product(lower, upper) if one or way.all_together else ():
            if not -1 < high.top < low.top:
                here = replace(way, among=1 if one else len(upper))
                feeds(findings, low, high, [low.place, high.place], way=here)


def _same(item: Item, prop: str, school: Placed) -> bool:
    named = next((v for v in item.get(prop) if isinstance(v, Named)), None)
    if named is None or school_name(named.name).base != school.key[0]:
        return False
    levels = school_name(named.name).levels
    return not levels or not school.levels or not levels.isdisjoint(school.levels)
