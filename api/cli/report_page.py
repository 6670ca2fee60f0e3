"""Writes the account of the documents as one page that opens offline, each with its text marked."""

from pathlib import Path

from api.report_text import report_html
from graph.errors import UsageError
from graph.files import replacing
from ingest.examined import Examination, Examined

__all__ = ["check_page_file", "write_page"]


def check_page_file(file: Path) -> None:
    """Refuse a file of another kind before anything is read; raises UsageError."""
    if file.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{file}: the report is written as .html; name such a file with --out.")


def write_page(examination: Examination, documents: list[Examined], file: Path) -> None:
    """Write the page, one document after the other; raises UsageError where that cannot be done."""
    try:
        with replacing(file) as part, part.open("w", encoding="utf-8", errors="replace") as opened:
            opened.writelines(report_html(examination, documents))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{file}: the report cannot be written: {reason}; name another file.") from error
