"""What is missing from the plans or contradicts itself: every rule a stored check, its severity data."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib import URIRef

from graph.catalogue import StoredQuery, checks, rows
from graph.errors import UsageError
from graph.items import Item, Reader, local_name
from graph.model import Evidence
from graph.store import Binding, Store

__all__ = ["Coverage", "Finding", "Gaps", "Rule", "coverage", "find_gaps", "finding_of", "gaps_of", "rules"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check with its number and severity."""

    id: str
    severity: str
    check: StoredQuery

    def as_json(self) -> dict[str, Any]:
        """Return the rule as a JSON object."""
        head = self.check.head
        told = {key: head[key] for key in ("title", "question", "message", "advice")}
        return {"rule": self.id, "severity": self.severity, **told}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found, with where it stands in the documents."""

    rule: Rule
    subject: Item
    path: str
    value: str
    about: tuple[Item, ...]
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the finding as a JSON object."""
        return {
            "rule": self.rule.id,
            "severity": self.rule.severity,
            "message": self.rule.check.head["message"],
            "subject": self.subject.as_json(),
            "path": self.path,
            "value": self.value or None,
            "about": [i.as_json() for i in self.about],
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many actions support a recommendation, by the basis on which this is said."""

    recommendation: Item
    stated: int
    section: int
    inferred: int

    def as_json(self) -> dict[str, Any]:
        """Return the figures as a JSON object."""
        return {"recommendation": self.recommendation.as_json(), "stated": self.stated,
                "section": self.section, "inferred": self.inferred}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gaps:
    """All findings of the rules that were run."""

    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]

    def of(self, rule: Rule) -> tuple[Finding, ...]:
        """Return the findings of one rule."""
        return tuple(f for f in self.findings if f.rule is rule)

    def as_json(self) -> dict[str, Any]:
        """Return the report as a JSON object: every rule with its count, then every finding."""
        return {
            "rules": [r.as_json() | {"findings": len(self.of(r))} for r in self.rules],
            "findings": [f.as_json() for f in self.findings],
            "coverage": [c.as_json() for c in self.coverage],
        }


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, in the order of the profile."""
    by_name = {c.name: c for c in checks()}
    text = files("graph").joinpath("checks/profile.tsv").read_text(encoding="utf-8")
    lines = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple(Rule(line["rule"], line["severity"], by_name[line["check"]]) for line in lines)


def find_gaps(store: Store, rule: str | None = None) -> Gaps:
    """Run the rules, or one of them, over a store; raises UsageError where there is no such rule."""
    chosen = tuple(r for r in rules() if rule is None or r.id.casefold() == rule.casefold())
    if not chosen:
        raise UsageError(f"There is no rule {rule!r}; the rules are {', '.join(r.id for r in rules())}.")
    reader = Reader(store)
    findings = tuple(f for r in chosen for f in _findings(reader, r))
    return Gaps(chosen, findings, coverage(store, reader) if any(r.id == "G9" for r in chosen) else ())


def gaps_of(reader: Reader, item: Item) -> tuple[Finding, ...]:
    """Return what the rules find of one item; only those are run that are of its kind."""
    found = []
    for rule in rules():
        if item.type in (rule.check.head.get("of") or "").split(", "):
            told = reader.store.select(rule.check.text, {"subject": URIRef(item.iri)})
            found += [finding_of(reader, rule, row) for row in told]
    return tuple(found)


def coverage(store: Store, reader: Reader | None = None) -> tuple[Coverage, ...]:
    """Return for each recommendation how many actions support it."""
    known = reader or Reader(store)
    return tuple(
        Coverage(known.item(str(row["recommendation"])), *(int(str(row[f"{basis}Actions"])) for basis in
                 ("stated", "section", "inferred")))
        for row in rows(store, "alignment_coverage")
    )  # fmt: skip


def _findings(reader: Reader, rule: Rule) -> Iterator[Finding]:
    found = [finding_of(reader, rule, row) for row in rule.check.rows(reader.store)]
    return iter(sorted(found, key=lambda f: (_where(f.evidence), f.subject.label, f.path, f.value)))


def finding_of(reader: Reader, rule: Rule, row: Binding) -> Finding:
    """Return a finding with its names and places read."""
    subject = str(row["subject"])
    about = _about(reader, subject) if reader.item(subject).type == "Conflict" else ()
    value = row.get("value")
    words = local_name(value) if isinstance(value, URIRef) else str(value) if value is not None else ""
    evidence = reader.evidence(subject) or tuple(e for i in about for e in reader.evidence(i.iri))
    return Finding(rule, reader.item(subject), local_name(row["path"]), words, about, evidence)


def _about(reader: Reader, conflict: str) -> tuple[Item, ...]:
    facts = reader.view(conflict).facts
    items = {reader.item(f.iri) for f in facts if f.property == "about" and f.iri}
    return tuple(sorted(items, key=lambda i: (i.type, i.number, i.label, i.iri)))


def _where(evidence: tuple[Evidence, ...]) -> tuple[str, int, int]:
    first = evidence[0] if evidence else None
    return (first.document, first.page or 0, first.start_line or 0) if first else ("", 0, 0)
