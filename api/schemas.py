"""The shapes of requests and answers, as /openapi.json describes them."""

from typing import Annotated

from pydantic import BaseModel, Field

__all__ = [
    "AlignmentOut",
    "AnswerOut",
    "DocumentOut",
    "GapsOut",
    "Health",
    "ItemOut",
    "QuestionIn",
    "Text2Sparql",
    "TraceOut",
    "UnreadRegionOut",
]


class EarlierIn(BaseModel):
    """An answer as it was given; only its question, and those before it, are looked at."""

    question: Annotated[str, Field(max_length=20_000)]
    previous: Annotated[list[Annotated[str, Field(max_length=20_000)]], Field(max_length=100)] = []


Earlier = Annotated[str, Field(max_length=20_000)] | EarlierIn


class QuestionIn(BaseModel):
    """A question in plain words, which may go on from others."""

    question: Annotated[str, Field(max_length=20_000, examples=["Which actions support Recommendation 6?"])]
    previous: Annotated[
        Earlier | Annotated[list[Earlier], Field(max_length=100)] | None,
        Field(
            description="What was asked before: a question, an answer as it was given, or several, "
            "the oldest first.",
            examples=["Which actions support Recommendation 6?"],
        ),
    ] = None

    @property
    def earlier(self) -> list[str]:
        """The questions before, the oldest first."""
        given = self.previous if isinstance(self.previous, list) else [self.previous]
        found: list[str] = []
        for one in given:
            if isinstance(one, EarlierIn):
                found = [*one.previous, one.question] if one.previous else [*found, one.question]
            elif one is not None:
                found.append(one)
        return found


class EvidenceOut(BaseModel):
    """A place in a document, with the words as they stand there."""

    document: str
    start_line: int | None
    end_line: int | None
    page: int | None
    quote: str
    cell: str | None = None


class AnswerItemOut(BaseModel):
    """One thing in an answer."""

    value: str
    iri: str | None
    type: str | None
    basis: Annotated[str, Field(description="stated, section, inferred or passage")]
    confidence: float
    evidence: list[EvidenceOut]


class AlternativeOut(BaseModel):
    """Another reading of the question."""

    interpretation: str
    question: str


class AnswerOut(BaseModel):
    """What the plans say to a question, or that they do not say it."""

    question: str
    status: Annotated[str, Field(description="answered, empty, ambiguous or unanswerable")]
    interpretation: str
    kind: str
    answers: list[AnswerItemOut]
    boolean: bool | None
    count: int | None
    notes: list[str]
    sparql: str
    confidence: float
    alternatives: list[AlternativeOut]
    seconds: float
    previous: Annotated[list[str], Field(description="The questions that this one followed.")] = []


class ItemRefOut(BaseModel):
    """An item of the graph, as it is named."""

    iri: str
    id: str
    type: str
    number: str | None
    label: str
    kind: str | None
    plan: str | None


class FactOut(BaseModel):
    """A property of an item and its value."""

    property: str
    label: str
    value: str
    iri: str | None


class ItemOut(ItemRefOut):
    """An item with all that the graph says of it."""

    facts: list[FactOut]
    named_by: list[FactOut]
    evidence: list[EvidenceOut]


class StepOut(BaseModel):
    """One link of a thread."""

    from_: Annotated[str, Field(alias="from")]
    relation: str
    words: str
    item: ItemRefOut
    depth: int
    basis: str
    confidence: float
    evidence: list[EvidenceOut]


class TraceOut(BaseModel):
    """The thread through an item, up to its goals and down to its metrics."""

    item: ItemRefOut
    facts: list[FactOut]
    evidence: list[EvidenceOut]
    notes: list[str]
    up: list[StepOut]
    down: list[StepOut]
    page: int = Field(description="Of the item's own links, where a page of them is asked for.")
    pages: int
    cut: Annotated[int, Field(description="Links left out, where an item has too many.")] = 0


class RuleOut(BaseModel):
    """A rule, and how often it found something."""

    rule: str
    severity: str
    title: str
    question: str
    message: str
    advice: str
    findings: int


class FindingOut(BaseModel):
    """Something that is missing or contradictory."""

    rule: str
    severity: str
    message: str
    subject: ItemRefOut
    path: str
    value: str | None
    about: list[ItemRefOut]
    evidence: list[EvidenceOut]


class CoverageOut(BaseModel):
    """How many actions support a recommendation."""

    recommendation: ItemRefOut
    stated: int
    section: int
    inferred: int


class GapsOut(BaseModel):
    """What is missing or contradictory, by rule."""

    rules: list[RuleOut]
    findings: list[FindingOut]
    coverage: list[CoverageOut]
    total: int = 0
    page: int = 1
    pages: int = 1


class GroupOut(BaseModel):
    """A group of actions."""

    group: str
    actions: int


class AlignedActionOut(ItemRefOut):
    """An action in a cell of the matrix."""

    confidence: float
    evidence: list[EvidenceOut]


class CellOut(BaseModel):
    """The actions of a group that support a target, on one basis."""

    group: str
    target: str
    basis: str
    count: int
    actions: list[AlignedActionOut]


class AlignmentOut(BaseModel):
    """The matrix of alignment."""

    targets: list[ItemRefOut]
    groups: list[GroupOut]
    cells: list[CellOut]
    uncovered: list[str] = Field(description="Which of the targets no action is said to support.")
    aligned: int = Field(description="Actions that are said to support something.")
    actions: int = Field(description="All actions that are asked for.")
    page: int = Field(description="Of the groups, where a page of them is asked for.")
    pages: int
    rows: int = Field(description="All targets that fit.")
    row_page: int = Field(description="Of the targets, where a page of them is asked for.")
    row_pages: int


class UnreadRegionOut(BaseModel):
    """A stretch of a file of which no word was read."""

    place: str
    words: int


class DocumentOut(BaseModel):
    """A file that was read, and the plan in it."""

    document: str
    plan: ItemRefOut | None
    type: str | None
    year: str | None
    share_read: float | None
    unread_lines: str | None
    unread_regions: list[UnreadRegionOut]
    form: str | None
    layouts: list[str]
    confidence: float | None


class Text2Sparql(BaseModel):
    """A question and the query that answers it."""

    dataset: str
    question: str
    query: str


class Health(BaseModel):
    """That the server runs and what its store holds."""

    status: str
    version: str
    documents: int
    triples: int
