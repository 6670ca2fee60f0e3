"""The frozen values that travel from the graph to people: evidence, answers, findings, threads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Alternative", "Answer", "AnswerItem", "Evidence"]

Status = Literal["answered", "empty", "ambiguous", "unanswerable"]
Kind = Literal["list", "single", "count", "boolean", "path", "compare", "superlative"]
Basis = Literal["stated", "section", "inferred", "passage"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a document with the exact quote; lines and pages count from 1."""

    document: str
    start_line: int | None
    end_line: int | None
    page: int | None
    quote: str
    cell: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the form of INTERFACES: a cell is named only where there is one."""
        body: dict[str, Any] = {
            "document": self.document,
            "start_line": self.start_line,
            "end_line": self.end_line,
            "page": self.page,
            "quote": self.quote,
        }
        return body | ({"cell": self.cell} if self.cell else {})

    def as_citation(self) -> str:
        """Return a short citation such as 'plan.txt, lines 3 to 5'."""
        if self.page:
            return f"{self.document}, page {self.page}"
        if self.cell:
            return f"{self.document}, {self.cell}"
        if self.start_line is None:
            return self.document
        if self.start_line == self.end_line:
            return f"{self.document}, line {self.start_line}"
        return f"{self.document}, lines {self.start_line} to {self.end_line}"


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """One thing in an answer; there is none without evidence."""

    value: str
    iri: str | None
    type: str | None
    basis: Basis
    confidence: float
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        """Refuse an item that nothing in a document stands behind."""
        if not self.evidence:
            raise ValueError(f"an answer needs evidence: {self.value!r}")

    def as_json(self) -> dict[str, Any]:
        """Return the form of INTERFACES."""
        return {
            "value": self.value,
            "iri": self.iri,
            "type": self.type,
            "basis": self.basis,
            "confidence": self.confidence,
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the question, with a question that asks just that."""

    interpretation: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the plans say to a question, or that they do not say it."""

    question: str
    status: Status
    interpretation: str
    kind: Kind
    answers: tuple[AnswerItem, ...] = ()
    boolean: bool | None = None
    count: int | None = None
    notes: tuple[str, ...] = ()
    sparql: str = ""
    confidence: float = 0.0
    alternatives: tuple[Alternative, ...] = ()
    seconds: float = 0.0
    id: str | None = None
    explanation: Mapping[str, Any] = field(default_factory=dict)
    previous: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the form of INTERFACES section 2."""
        return (
            ({"id": self.id} if self.id is not None else {})
            | {
                "question": self.question,
                "status": self.status,
                "interpretation": self.interpretation,
                "kind": self.kind,
                "answers": [a.as_json() for a in self.answers],
                "boolean": self.boolean,
                "count": self.count,
                "notes": list(self.notes),
                "sparql": self.sparql,
                "confidence": self.confidence,
                "alternatives": [
                    {"interpretation": a.interpretation, "question": a.question} for a in self.alternatives
                ],
                "seconds": self.seconds,
            }
            | ({"previous": list(self.previous)} if self.previous else {})
        )
