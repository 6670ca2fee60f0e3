"""The shapes of names and of what people decide about them, as /openapi.json describes them."""

from typing import Annotated

from pydantic import BaseModel, Field

__all__ = ["DecidedOut", "DecisionIn", "NamesOut"]


class NameOut(BaseModel):
    """A name, with how often each document uses it."""

    name: str
    documents: dict[str, int]


class MergeOut(BaseModel):
    """Two names or more, and why they were, or were not, taken to be one."""

    kind: str
    district: str
    names: list[str]
    reason: str
    likeness: float
    certain: bool
    decided: bool


class NearMissOut(MergeOut):
    """Names that may be one thing, with the documents that use them."""

    documents: list[str]


class OneThingOut(BaseModel):
    """A thing with several names."""

    kind: str
    district: str
    label: str
    iri: str
    names: list[NameOut]
    reasons: list[MergeOut]


class DecisionOut(BaseModel):
    """What a person decided."""

    same: bool
    names: list[str]
    kind: str = ""
    district: str = ""
    note: str = ""
    names_in_use: bool


class NamesOut(BaseModel):
    """Which names were taken to be one thing, which may be, and what people decided."""

    things: list[OneThingOut]
    near_misses: list[NearMissOut]
    decisions: list[DecisionOut]
    problems: list[str]
    totals: dict[str, int] = Field(
        description="How long each list is, of what is asked for: near, one, decided."
    )
    undone: Annotated[bool, Field(description="Whether decisions wait to be applied to the plans.")]


class DecisionIn(BaseModel):
    """That names mean one thing, or that they do not."""

    same: bool
    names: Annotated[list[Annotated[str, Field(max_length=2_000)]], Field(min_length=2, max_length=50)]
    kind: Annotated[str, Field(max_length=40, examples=["School"])] = ""
    district: Annotated[str, Field(max_length=400)] = ""
    take_back: Annotated[bool, Field(description="Forget this decision.")] = False


class DecidedOut(BaseModel):
    """That a decision was kept, with those that it puts aside."""

    put_aside: list[str]
    undone: bool
