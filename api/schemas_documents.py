"""The shapes of documents, their texts and accounts, as /openapi.json describes them."""

from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas import DocumentOut, ItemRefOut

__all__ = ["AccountOut", "HeldDocumentOut", "SourceOut"]


class PieceOut(BaseModel):
    """A stretch of text with what was read of it."""

    text: str
    read_as: Annotated[str | None, Field(description="The class of the item or name; null where none was.")]
    number: str | None
    name: str | None
    says: Annotated[str | None, Field(description="Which fact of the item is stated here.")]
    unread: Annotated[int | None, Field(description="The number of the unread region.")]
    quoted: bool


class PartOut(BaseModel):
    """One line, page or cell."""

    place: str
    cited: bool
    cut: Annotated[bool, Field(description="Whether it is longer than what is shown.")]
    pieces: list[PieceOut]


class SheetOut(BaseModel):
    """A sheet of a workbook."""

    name: str
    first: Annotated[int, Field(description="The part with which it begins, from 1.")]
    shown: Annotated[bool, Field(description="Whether the window shows some of it.")]


class SourceOut(BaseModel):
    """A window of a document's text, with a place marked in it."""

    document: str
    unit: Annotated[str, Field(description="lines, pages or cells")]
    sha256: str
    original: Annotated[str, Field(description="Whether the file is there as it was read, changed, or gone.")]
    picture: Annotated[str | None, Field(description="The address of the page as a picture.")]
    first: Annotated[int, Field(description="The first part of the window, from 1.")]
    last: int
    total: int
    previous: int | None
    next: int | None
    found: Annotated[str | None, Field(description="quote, or place where only that was found")]
    parts: list[PartOut]
    sheets: Annotated[list[SheetOut], Field(description="All sheets of a workbook.")]


class KindOut(BaseModel):
    """How many items of a class there are."""

    type: str
    items: int


class HeldDocumentOut(DocumentOut):
    """A file that was read, with what the store knows of it."""

    sha256: str | None
    read_at: str | None
    plans: list[ItemRefOut]
    items: list[KindOut]


class RegionOut(BaseModel):
    """A stretch that was not read, with its words."""

    place: str
    words: int
    text: str
    address: Annotated[str, Field(description="Where it can be seen.")]


class DoubtOut(BaseModel):
    """A reading that is less sure than others."""

    kind: str
    label: str
    why: str
    place: str
    address: str | None


class AccountOut(HeldDocumentOut):
    """What was read of one file, what was not, and what is doubtful."""

    words: int | None
    words_read: int | None
    original: str
    regions: list[RegionOut]
    doubtful: list[DoubtOut]
