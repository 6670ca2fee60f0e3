"""The shapes of uploads and of what they would change, as /openapi.json describes them."""

from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas import ItemRefOut
from api.schemas_documents import KindOut

__all__ = ["JobOut", "JobWithPreviewOut"]


class ChangedDocumentOut(BaseModel):
    """A document that comes, changes or goes."""

    document: str
    change: Annotated[str, Field(description="new, changed, taken out, replaced or refused")]
    plans: list[ItemRefOut] = []
    type: str | None = None
    year: str | None = None
    share_read: float | None = None
    confidence: float | None = None
    unread: int | None = None
    doubtful: int | None = None
    items: list[KindOut] = []
    sha256: str | None = None
    beside: Annotated[list[str], Field(description="Other documents of its district; the first few.")] = []
    beside_count: int = 0


class CountsOut(BaseModel):
    """How many items came, went, or are told otherwise."""

    added: int
    removed: int
    changed: int


class KindChangeOut(BaseModel):
    """The items of a class that came, went, or are told otherwise; of many the first are named."""

    type: str
    counts: CountsOut
    added: list[ItemRefOut]
    removed: list[ItemRefOut]
    changed: list[ItemRefOut]


class ChangesOut(BaseModel):
    """All items that changed, by class."""

    totals: CountsOut
    kinds: list[KindChangeOut]


class ConflictOut(ItemRefOut):
    """A contradiction that was not there before."""

    says: str


class PreviewOut(BaseModel):
    """What a change would bring."""

    documents: list[ChangedDocumentOut]
    changes: ChangesOut
    conflicts: list[ConflictOut]
    notes: list[str]
    problems: list[str]


class ProgressOut(BaseModel):
    """How far a job is."""

    task: str
    said: str = Field(description="The task in the language of who asks.")
    done: int
    total: int


class JobOut(BaseModel):
    """A wished change of the store."""

    id: str
    kind: Annotated[str, Field(description="add, take out or names")]
    names: list[str]
    by: str
    made_at: str
    district: str
    state: Annotated[str, Field(description="waiting, reading, ready, failed, accepted or discarded")]
    problem: str


class JobWithPreviewOut(JobOut):
    """A job with how far it is, and what it would change once that is known."""

    ahead: Annotated[int, Field(description="How many jobs are before it.")]
    progress: ProgressOut | None
    preview: PreviewOut | None
