"""The shapes of schools and programs, as /openapi.json describes them."""

from pydantic import BaseModel, Field

from api.schemas import EvidenceOut, FactOut
from api.schemas_listing import ListedItem

__all__ = ["ProgramsOut", "SchoolSheetOut", "SchoolsOut"]


class OfferingOut(BaseModel):
    """That a school offers a program, or is proposed to."""

    iri: str
    school: ListedItem
    program: ListedItem
    status: str = Field(description="existing or proposed")
    evidence: list[EvidenceOut]


class TierOut(BaseModel):
    """A tier in a school year, with where it is given."""

    tier: str
    year: str | None
    evidence: list[EvidenceOut]


class SchoolLineOut(BaseModel):
    """A school of the list."""

    school: ListedItem
    levels: list[str]
    tiers: list[TierOut]
    programs: list[OfferingOut]
    comes_from: int = Field(description="Schools from which students come.")
    goes_to: int = Field(description="Schools to which students go on.")
    evidence: list[EvidenceOut]


class SchoolsOut(BaseModel):
    """The schools that fit."""

    schools: list[SchoolLineOut]
    fitting: int = Field(description="All schools that fit.")
    total: int = Field(description="All schools, whether they fit or not.")
    page: int
    pages: int


class WayOut(BaseModel):
    """The way to or from another school."""

    school: ListedItem
    program: ListedItem | None
    status: str = Field(description="existing or proposed")
    basis: str = Field(description="stated, section or inferred")
    evidence: list[EvidenceOut]


class ToldOut(BaseModel):
    """What a plan says of a school."""

    item: ListedItem
    evidence: list[EvidenceOut]


class SchoolSheetOut(BaseModel):
    """A school with all that the plans tell of it."""

    school: ListedItem
    names: list[str]
    levels: list[str]
    tiers: list[TierOut]
    programs: list[OfferingOut]
    comes_from: list[WayOut]
    goes_to: list[WayOut]
    notes: list[ToldOut] = Field(description="Sentences about its capacity, expansion or placement.")
    facts: list[FactOut]
    said: list[ToldOut] = Field(description="What else of the plans names it.")
    evidence: list[EvidenceOut]


class LevelOut(BaseModel):
    """The schools of a level that offer a program."""

    level: str | None
    offerings: list[OfferingOut]


class ProgramOut(BaseModel):
    """A program with its schools."""

    program: ListedItem
    broader: list[ListedItem]
    narrower: list[ListedItem]
    schools: list[LevelOut]
    without_continuation: list[str] = Field(description="The levels at which no school goes on with it.")
    evidence: list[EvidenceOut]


class ProgramsOut(BaseModel):
    """The programs that fit."""

    programs: list[ProgramOut]
    fitting: int = Field(description="All programs that fit.")
    total: int
    page: int
    pages: int
    without_continuation: int = Field(description="How many of all programs have no continuation.")
