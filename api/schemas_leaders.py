"""The shapes of plans, timelines and units' loads, as /openapi.json describes them."""

from pydantic import BaseModel, Field

from api.schemas import EvidenceOut
from api.schemas_listing import ListedItem

__all__ = ["LoadsOut", "OutlineOut", "PlansOut", "TimelineOut", "UnitSheetOut", "WorkPageOut"]


class ToldItem(ListedItem):
    """An item with the places that tell of it."""

    evidence: list[EvidenceOut]


class ShareOut(BaseModel):
    """How many of a plan's actions something is said of."""

    of: str = Field(description="aligned, owned, dated or measured", examples=["aligned"])
    actions: int
    all: int


class PlanOut(BaseModel):
    """A plan with what it holds."""

    plan: ListedItem
    type: str | None
    years: list[str]
    held: bool = Field(description="Whether it was read, or is only named by another.")
    documents: list[str]
    units: list[ListedItem]
    named_in: list[ListedItem]
    earlier: list[ListedItem]
    later: list[ListedItem]
    counts: dict[str, int]
    sub_actions: int
    shares: list[ShareOut]


class PlansOut(BaseModel):
    """All plans."""

    plans: list[PlanOut]
    total: int = Field(description="All plans that fit.")
    page: int
    pages: int


class AlignedOut(BaseModel):
    """What an item supports."""

    target: ListedItem
    basis: str
    confidence: float
    evidence: list[EvidenceOut]


class NodeOut(ToldItem):
    """An item of an outline, with what stands under it."""

    supports: list[AlignedOut]
    led_by: list[ListedItem]
    shared_by: list[ListedItem]
    horizons: list[str]
    times: list[str]
    notes: list[str]
    written_for: list[str] = Field(
        description="Who is responsible as written, where it names more than units."
    )
    children: list["NodeOut"]


class KindOut(BaseModel):
    """How many items of a class."""

    type: str
    items: int


class OutlineOut(BaseModel):
    """A plan as an outline, a page at a time."""

    plan: ListedItem
    items: int
    page: int
    pages: int
    parts: list[NodeOut]
    others: list[KindOut]


class ColumnOut(BaseModel):
    """A horizon or school year with its counts."""

    key: str
    label: str
    note: str | None
    begins: int
    runs: int
    due: int
    targets: int


class EntryOut(BaseModel):
    """An action with its time."""

    item: ListedItem
    begins: str | None
    due: str | None
    runs: list[str]
    basis: str | None = Field(description="stated, or section where only its plan names a year")
    written: list[str]
    led_by: list[ListedItem]
    notes: list[str]
    evidence: list[EvidenceOut]


class ValueOut(BaseModel):
    """A target, baseline or result."""

    item: ListedItem
    value: str
    year: str | None
    student_groups: list[str]
    evidence: list[EvidenceOut]


class TargetOut(ValueOut):
    """A target with the baselines and results of the same metric or goal."""

    of: list[ListedItem]
    baselines: list[ValueOut]
    results: list[ValueOut]


class TimelineOut(BaseModel):
    """Actions and targets along time."""

    by: str
    columns: list[ColumnOut]
    actions: int
    undated: int
    entries: list[EntryOut]
    targets: list[TargetOut]
    total: int = Field(description="Actions of the column and lane that are asked for.")
    page: int
    pages: int
    targets_total: int = Field(description="All targets that fit.")
    targets_page: int
    targets_pages: int


class LoadOut(BaseModel):
    """How many actions, by the horizon in which they begin."""

    actions: int
    by_horizon: dict[str, int]


class UnitLineOut(BaseModel):
    """A unit with what it carries."""

    unit: ListedItem
    names: list[str]
    larger: list[ListedItem]
    leads: LoadOut
    shares: LoadOut
    led_within: int
    services: int
    plans: int


class LoadsOut(BaseModel):
    """All units."""

    units: list[UnitLineOut]
    total: int = Field(description="All units.")
    page: int
    pages: int
    actions: int
    without_owner: int
    without_lead: int


class WorkOut(BaseModel):
    """An action of a unit, or of none."""

    item: ListedItem
    role: str | None
    horizons: list[str]
    units: list[ListedItem]
    evidence: list[EvidenceOut]


class WorkPageOut(BaseModel):
    """A page of actions."""

    actions: list[WorkOut]
    total: int
    page: int
    pages: int


class UnitSheetOut(BaseModel):
    """A unit's sheet with a page of its actions."""

    unit: ListedItem
    names: list[str]
    unnamed: int = Field(description="Actions of its own plans that name no unit.")
    evidence: list[EvidenceOut]
    larger: list[ToldItem]
    smaller: list[ToldItem]
    services: list[ToldItem]
    plans: list[ToldItem]
    purposes: list[ToldItem]
    metrics: list[ToldItem]
    budget: list[ToldItem]
    people: list[ToldItem]
    work: WorkPageOut
