"""The names as an address asks for them: those to decide, made one or decided, of a kind, with some words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from graph.paging import paged
from graph.search import fold
from ingest.one_names import NamesReport

__all__ = ["A_PAGE", "NamesAsked", "NamesWish", "asked_names", "entries", "listed", "told"]

A_PAGE = 25
_LISTS: dict[str, Callable[[Any], tuple[str, Sequence[str]]]] = {
    "near": lambda one: (one[0].kind, one[0].names),
    "one": lambda one: (one.kind, [one.label, *one.names]),
    "decided": lambda one: (one.kind, one.names),
}
"""Of each list, the kind and names that an entry tells."""


class NamesWish(BaseModel):
    """Which part of the names is looked at."""

    show: Literal["near", "one", "decided"] = "near"
    kind: Annotated[str, Field(max_length=100, description="A class, such as School.")] = ""
    q: Annotated[str, Field(max_length=500, description="Words that the names hold.")] = ""
    page: Annotated[int, Field(ge=1, le=1_000_000, description="From 1.")] = 1


class NamesAsked(BaseModel):
    """Which of the names are asked for; nothing asks for all."""

    show: Annotated[
        Literal["near", "one", "decided"] | None,
        Field(description="Only near misses, things of several names, or what people decided."),
    ] = None
    kind: Annotated[str, Field(max_length=100, description="A class, such as School.")] = ""
    q: Annotated[str, Field(max_length=500, description="Words that the names hold.")] = ""
    page: Annotated[int | None, Field(ge=1, le=1_000_000, description="A page of each list, from 1.")] = None


def told(show: str, entry: Any) -> tuple[str, Sequence[str]]:
    """Return the kind and the names of an entry of a list."""
    return _LISTS[show](entry)


def entries(report: NamesReport, show: str) -> Sequence[Any]:
    """Return a list of the report."""
    lists: dict[str, Sequence[Any]] = {
        "near": report.near_misses, "one": report.things, "decided": report.decisions.held,
    }  # fmt: skip
    return lists[show]


def listed(report: NamesReport, show: str, kind: str, words: str) -> list[Any]:
    """Return the entries of a list that are of a kind and hold some words."""
    return [entry for entry in entries(report, show) if _fits(*told(show, entry), kind, words)]


def asked_names(report: NamesReport, asked: NamesAsked) -> dict[str, Any]:
    """Return the report as JSON with only what is asked for, and how long each list is."""
    found = {
        show: listed(report, show, asked.kind, asked.q) if asked.show in (None, show) else []
        for show in _LISTS
    }
    totals = {show: len(some) for show, some in found.items()}
    if asked.page:
        found = {show: list(paged(some, asked.page, A_PAGE)[0]) for show, some in found.items()}
    cut = replace(
        report,
        near_misses=tuple(found["near"]),
        things=tuple(found["one"]),
        decisions=replace(report.decisions, held=tuple(found["decided"])),
    )
    return cut.as_json() | {"totals": totals}


def _fits(said_kind: str, names: Iterable[str], kind: str, words: str) -> bool:
    said = fold(" ".join(names))
    return kind in ("", said_kind) and all(word in said for word in fold(words).split())
