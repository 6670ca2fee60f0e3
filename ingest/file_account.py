"""The account of one document: what was not read and what is doubtful of it, each with its place."""

from dataclasses import dataclass
from pathlib import Path

from graph.model import Evidence
from ingest.account import Region
from ingest.doubts import Doubt
from ingest.examined import Examined
from ingest.original import Original, original_of
from ingest.read_text import findings_of
from ingest.source import Source

__all__ = ["FileAccount", "file_account"]

_QUOTED = 300  # letters of a place that is looked for


@dataclass(frozen=True)
class FileAccount:
    """What was read of a document, with its unread regions and doubtful readings as places in it."""

    examined: Examined
    regions: tuple[tuple[Region, Evidence, str], ...]
    """Each with its place, and the words that stand there, long ones cut."""
    doubts: tuple[tuple[Doubt, Evidence | None], ...]
    original: Original


def file_account(store: Path, name: str) -> FileAccount:
    """Return the account of a document of a store; raises UnknownItem."""
    findings = findings_of(store, name)
    source = findings.document.source
    examined = Examined.of(name, findings)
    regions = tuple(
        (region, _place(source, name, region.start, region.end), region.as_json(source.raw)["text"])
        for region in examined.account.regions
    )
    doubts = tuple(
        (doubt, _place(source, name, *doubt.span) if doubt.span else None) for doubt in examined.doubts
    )
    return FileAccount(examined, regions, doubts, original_of(store, name))


def _place(source: Source, name: str, start: int, end: int) -> Evidence:
    at = source.place(start, end)
    return Evidence(name, at.start_line, at.end_line, at.page, at.quote[:_QUOTED], at.cell)
