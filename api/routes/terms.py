"""The vocabulary for people who write queries."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from graph.ontology_terms import ontology_terms
from graph.vocabulary import PREFIXES

__all__ = ["router"]

router = APIRouter(tags=["sparql"])


class TermOut(BaseModel):
    """A class or property."""

    name: str = Field(description="With its prefix.", examples=["gt:Action"])
    iri: str
    kind: str = Field(description="class or property")
    label: str
    comment: str


class TermsOut(BaseModel):
    """The vocabulary."""

    prefixes: dict[str, str]
    terms: list[TermOut]


@router.get("/api/terms", response_model=TermsOut)
def terms() -> dict[str, Any]:
    """Return the classes and properties of the vocabulary, with their prefixes, labels and meanings."""
    return {"prefixes": PREFIXES, "terms": [term.as_json() for term in ontology_terms()]}
