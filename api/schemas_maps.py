"""The shape of a map as data."""

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["MapOut"]


class QuoteOut(BaseModel):
    """A quote and the place where it stands."""

    text: str
    place: str


class ToldOut(BaseModel):
    """What is told of a box or line."""

    title: str
    facts: list[str]
    items: list[str]
    quotes: list[QuoteOut]
    more: int = Field(description="How many further places there are.")


class BoxOut(ToldOut):
    """A box."""

    id: str
    column: int
    iri: str | None = Field(description="The item, where it stands for one.")


class LineOut(ToldOut):
    """A line between two boxes."""

    model_config = ConfigDict(populate_by_name=True)

    from_: str = Field(alias="from")
    to: str
    name: str | None
    label: str | None


class SheetOut(BaseModel):
    """One drawing."""

    name: str
    note: str | None = Field(description="What is drawn together, and why.")
    columns: list[str]
    here: str | None = Field(description="The box that the map is about.")
    opens: list[str] = Field(description="Boxes that stand for several; `open` shows what stands behind one.")
    boxes: list[BoxOut]
    lines: list[LineOut]


class MapTableOut(BaseModel):
    """The same as rows."""

    head: list[str]
    rows: list[list[str]]


class OptionOut(BaseModel):
    """What can be chosen."""

    value: str
    label: str


class ChoiceOut(BaseModel):
    """A filter of the map."""

    name: str
    options: list[OptionOut]
    value: str | None


class MapOut(BaseModel):
    """A map: its drawings, legend, table and filters."""

    title: str
    lead: str
    sheets: list[SheetOut]
    legend: list[str]
    table: MapTableOut
    choices: list[ChoiceOut]
