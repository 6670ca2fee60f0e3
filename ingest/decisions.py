"""What a person decided for good about names: which are one thing, and which are not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.findings import fold
from ingest.short_forms import split_bracket

__all__ = ["Decision", "Decisions", "ReadDecisions", "decisions_in"]

_MOST = 20_000
_LEAST_NAMES = 2
KINDS = (
    "School",
    "Unit",
    "Program",
    "Person",
    "Organization",
    "Plan",
    "Goal",
    "District",
    "Tier",
    "Document",
)
_OTHER_WORDS = {"people": "Person", "organisation": "Organization", "department": "Unit", "file": "Document"}


@dataclass(frozen=True, slots=True)
class Decision:
    """That names mean one thing, or that no two of them do; of one kind and district, or of any."""

    same: bool
    names: tuple[str, ...]
    kind: str = ""
    district: str = ""
    note: str = ""

    def meets(self, other: "Decision") -> bool:
        """Tell whether two decisions may speak of the same names."""
        kinds = not self.kind or not other.kind or self.kind == other.kind
        return kinds and (
            not self.district or not other.district or fold(self.district) == fold(other.district)
        )

    def as_json(self) -> dict[str, Any]:
        """Return the decision as it stands in a file."""
        said = {"names": [*self.names], "kind": self.kind, "district": self.district, "note": self.note}
        return {key: value for key, value in said.items() if value}

    def as_text(self) -> str:
        """Return the decision as a person reads it."""
        listed = (" = " if self.same else " ≠ ").join(f"'{n}'" for n in self.names)
        about = ", ".join(filter(None, (self.kind, self.district)))
        return f"{listed} ({about})" if about else listed


@dataclass(frozen=True, slots=True)
class ReadDecisions:
    """Decisions read from a file, and a sentence for each entry that cannot be used."""

    decisions: tuple[Decision, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decisions:
    """All decisions that hold; of two that contradict each other, the first."""

    held: tuple[Decision, ...] = ()
    against: tuple[tuple[Decision, Decision], ...] = field(default=())
    """Each decision that was put aside, with the one that it contradicts."""

    @classmethod
    def of(cls, told: Iterable[Decision]) -> "Decisions":
        """Take decisions in their order, and put aside what contradicts an earlier one."""
        held: list[Decision] = []
        against = []
        for decision in dict.fromkeys(told):
            if (earlier := _contradicted(decision, held)) is None:
                held.append(decision)
            else:
                against.append((decision, earlier))
        return cls(tuple(held), tuple(against))

    def about(self, kind: str, *districts: str) -> "Decisions":
        """Return those that hold for a kind of things in a district, by any of its names."""
        homes = {fold(name) for d in districts for name in (d, *split_bracket(d)) if name}
        return Decisions(
            tuple(
                d
                for d in self.held
                if (d.kind == kind or (not d.kind and kind != "Document"))
                and (not d.district or fold(d.district) in homes)
            )
        )

    def one(self) -> list[Decision]:
        """Return those that say that names are one thing."""
        return [d for d in self.held if d.same]

    def apart(self) -> frozenset[frozenset[str]]:
        """Return the pairs of names, without case and punctuation, that are not one thing."""
        return frozenset(
            frozenset((fold(a), fold(b)))
            for d in self.held
            if not d.same
            for n, a in enumerate(d.names)
            for b in d.names[n + 1 :]
        )

    def joined(self, name: str) -> set[str]:
        """Return all names, without case and punctuation, that are decided to be one with a name."""
        return _joined(fold(name), self.one())

    def contradictions(self) -> list[str]:
        """Return a sentence for each decision that was put aside."""
        return [
            f"The decision {late.as_text()} contradicts {early.as_text()}, which came first and holds; "
            "take one of them out."
            for late, early in self.against
        ]


def _contradicted(decision: Decision, held: Sequence[Decision]) -> Decision | None:
    """Return the decision that says the opposite, also by way of others."""
    near = [d for d in held if d.meets(decision)]
    if decision.same:
        near.append(decision)
    ones = [d for d in near if d.same]
    for other in near if decision.same else [decision]:
        if other.same:
            continue
        names = [*dict.fromkeys(fold(n) for n in other.names)]  # two that are written alike are one
        for n, first in enumerate(names):
            if set(names[n + 1 :]) & _joined(first, ones):
                return other if decision.same else _which_joins(decision, ones)
    return None


def _which_joins(decision: Decision, ones: Sequence[Decision]) -> Decision:
    names = {fold(n) for n in decision.names}
    return next((d for d in ones if len(names & {fold(n) for n in d.names}) >= _LEAST_NAMES), ones[0])


def _joined(name: str, ones: Sequence[Decision]) -> set[str]:
    """Return all names that decisions make one with a name."""
    found = {name}
    while True:
        more = {fold(n) for d in ones if found & {fold(n) for n in d.names} for n in d.names} - found
        if not more:
            return found
        found |= more


def decisions_in(body: object) -> ReadDecisions:
    """Read what a names file holds: `same` and `different`, each a list of lists of names."""
    if body is None:
        return ReadDecisions()
    if not isinstance(body, dict):
        return ReadDecisions((), ("it must hold the lists 'same' and 'different'",))
    problems = [f"'{key}' is no list of decisions" for key in body if key not in {"same", "different"}]
    found: list[Decision] = []
    for key in ("same", "different"):
        entries = body.get(key) or []
        if not isinstance(entries, list) or len(entries) > _MOST:
            problems.append(
                f"'{key}' must be a list of at most {_MOST:,} decisions, such as - [Name, Other name]"
            )
            continue
        for number, entry in enumerate(entries, 1):
            read = _decision(entry, same=key == "same")
            if isinstance(read, Decision):
                found.append(read)
            else:
                problems.append(f"entry {number} of '{key}' {read}")
    return ReadDecisions(tuple(found), tuple(problems))


def _decision(entry: object, *, same: bool) -> Decision | str:
    """Return one decision, or what is wrong with its entry."""
    said: dict[str, object] = {"names": entry} if isinstance(entry, list) else {}
    if isinstance(entry, dict):
        said = {str(key): value for key, value in entry.items()}
    if unknown := set(said) - {"names", "kind", "district", "note"}:
        return f"says '{min(unknown)}', which means nothing here; use names, kind, district, note"
    names = said.get("names")
    if not isinstance(names, list) or not all(isinstance(n, str) and fold(n) for n in names):
        return (
            "must be a list of names, such as [Name, Other name]; put names in quotes where they are numbers"
        )
    different = tuple({fold(n): n for n in reversed(names)}.values())[::-1]
    if len(different) < _LEAST_NAMES:
        return "must give two names or more that differ in more than case and punctuation"
    kind = _kind(str(said.get("kind") or ""))
    if kind is None:
        return f"is of the kind '{said['kind']}', which is not known; kinds are {', '.join(KINDS)}"
    return Decision(same, different, kind, str(said.get("district") or ""), str(said.get("note") or ""))


def _kind(word: str) -> str | None:
    """Return a kind by its name in any number and case, nothing for none, None for an unknown one."""
    small = word.strip().lower()
    for plain in (small, small.removesuffix("s")):
        if plain in _OTHER_WORDS:
            return _OTHER_WORDS[plain]
        for kind in ("", *KINDS):
            if kind.lower() == plain:
                return kind
    return None
