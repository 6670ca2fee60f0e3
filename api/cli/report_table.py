"""The account of each document as a table for people."""

from collections.abc import Iterable

from rich.table import Table

from api.cli.printed import rendered
from ingest.examined import Examined

__all__ = ["report_table"]


def report_table(documents: Iterable[Examined]) -> str:
    """Return a row for each document: the share that was read, the form, what is unread or doubtful."""
    table = Table("Document", "Words read", "Read as", "Unread regions", "Doubtful", expand=True)
    table.columns[0].overflow = "fold"
    for document in documents:
        table.add_row(
            document.name,
            f"{document.account.share:.1%}",
            document.form or ", ".join(document.layouts) or "nothing that is known",
            str(len(document.account.regions)),
            str(len(document.doubts)),
        )
    return rendered(table).rstrip()
