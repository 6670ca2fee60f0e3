"""What an ingest found, as a table for people."""

from rich.table import Table

from api.cli.printed import clipped, rendered
from ingest.report import DocumentReport, Report

__all__ = ["ingest_table"]

_SHOWN_RANGES = 12


def ingest_table(report: Report) -> str:
    """Return a row for each document: its items by kind, the share that was read, the lines that were not."""
    table = Table("Document", "", "Items", "Words read", "Unread lines", show_lines=True, expand=True)
    table.columns[0].overflow = "fold"
    for document in report.documents:
        table.add_row(
            document.name,
            document.state,
            _items(document),
            f"{document.share:.1%}",
            _unread(document),
        )
    return rendered(table).rstrip()


def _items(document: DocumentReport) -> str:
    counts = sorted(document.counts.items(), key=lambda c: (-c[1], c[0]))
    return clipped(", ".join(f"{number} {kind}" for kind, number in counts), 600)


def _unread(document: DocumentReport) -> str:
    shown = ", ".join(document.unread[:_SHOWN_RANGES])
    more = len(document.unread) - _SHOWN_RANGES
    return f"{shown} and {more} more" if more > 0 else shown
