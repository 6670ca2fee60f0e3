"""The shapes of who asks and of who changed what, as /openapi.json describes them."""

from pydantic import BaseModel, Field

__all__ = ["AuditOut", "VisitorOut"]


class VisitorOut(BaseModel):
    """The one who asks."""

    name: str
    role: str = Field(description="reader, editor or admin.")
    logged_in: bool = Field(description="False where the server needs no log-in.")


class ChangeOut(BaseModel):
    """One change."""

    when: str
    who: str
    what: str
    about: str


class AuditOut(BaseModel):
    """One page of changes."""

    changes: list[ChangeOut]
    total: int
    page: int = Field(description="From 1.")
    pages: int
    people: list[str]
    kinds: list[str]
