"""The shapes of what the ask page is made of, as /openapi.json describes them."""

from pydantic import BaseModel, Field

from api.schemas import ItemRefOut

__all__ = ["ExamplesOut", "SuggestionsOut"]


class SuggestedItemOut(ItemRefOut):
    """An item that may be meant, and its page."""

    text: str = Field(description="Its kind, number and label on one line.")
    href: str = Field(description="The address of its page.")


class SuggestionsOut(BaseModel):
    """What may be meant by what was typed."""

    questions: list[str] = Field(description="Questions that the store answers.")
    items: list[SuggestedItemOut]


class ExamplesOut(BaseModel):
    """Questions to begin with, for each kind of reader."""

    leaders: list[str]
    planners: list[str]
    auditors: list[str]
