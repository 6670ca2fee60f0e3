"""The shapes of an item's sheet and of contradictions, as /openapi.json describes them."""

from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas import EvidenceOut, FactOut, FindingOut, ItemRefOut
from graph.gap_list import GapFilter

__all__ = ["ConflictsAsked", "ConflictsOut", "GapsAsked", "SheetOut"]


class RelationOut(BaseModel):
    """One item that another is related to."""

    item: ItemRefOut
    basis: str = Field(description="stated, section or inferred")
    confidence: float
    note: str | None
    evidence: list[EvidenceOut]


class RelationGroupOut(BaseModel):
    """The relations of one kind: some of them, or a page."""

    key: str = Field(description="Its name in addresses: `?group=…` gives it in full, a page at a time.")
    words: str
    type: str
    total: int
    page: int = Field(description="From 1.")
    pages: int
    relations: list[RelationOut]


class SheetOut(ItemRefOut):
    """An item with all that concerns it."""

    names: list[str]
    above: list[ItemRefOut]
    facts: list[FactOut]
    relations: list[RelationGroupOut]
    conflicts: list[ItemRefOut]
    gaps: list[FindingOut]
    evidence: list[EvidenceOut]


class SideOut(BaseModel):
    """One place of a contradiction."""

    item: ItemRefOut | None
    evidence: list[EvidenceOut]


class ConflictOut(BaseModel):
    """A contradiction with its sides."""

    conflict: ItemRefOut
    rule: str
    severity: str
    kind: str | None
    words: str
    advice: str
    about: list[ItemRefOut]
    sides: list[SideOut]


class ConflictsOut(BaseModel):
    """A page of contradictions."""

    conflicts: list[ConflictOut]
    total: int
    page: int = Field(description="From 1.")
    pages: int


class GapsAsked(BaseModel):
    """Which findings are asked for."""

    rule: Annotated[str, Field(max_length=20, description="One rule only, such as G9.")] = ""
    severity: Annotated[str, Field(max_length=20, description="violation, warning or info.")] = ""
    plan: Annotated[str, Field(max_length=2_000, description="The name of a plan.")] = ""
    q: Annotated[str, Field(max_length=2_000, description="Words that a finding holds.")] = ""
    page: Annotated[int | None, Field(ge=1, le=1_000_000, description="A page only, from 1.")] = None

    def filter(self) -> GapFilter:
        """Return it as the list of findings takes it."""
        return GapFilter(self.rule, self.severity, self.plan, self.q)


class ConflictsAsked(BaseModel):
    """Which contradictions are asked for."""

    kind: Annotated[str, Field(max_length=200, description="Such as numbering or wording.")] = ""
    plan: Annotated[str, Field(max_length=2_000, description="The name of a plan.")] = ""
    q: Annotated[str, Field(max_length=2_000, description="Words that it holds.")] = ""
    item: Annotated[str, Field(max_length=2_000, description="The identifier of what it is about.")] = ""
    page: Annotated[int, Field(ge=1, le=1_000_000, description="From 1.")] = 1
