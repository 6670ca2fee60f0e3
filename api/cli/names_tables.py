"""The names as people read them: what is one thing and why, then what is left to decide."""

from rich.table import Table

from api.cli.printed import clipped, rendered
from ingest.one_names import NamesReport, OneThing

__all__ = ["names_tables"]

_DOCUMENTS = 4


def names_tables(report: NamesReport) -> str:
    """Return a table of things with several names, one of near misses, and the decisions."""
    parts = []
    if report.things:
        parts.append(rendered("Names that were taken to be one thing", _things(report)))
    if report.near_misses:
        parts.append(rendered("Near misses: one thing or two? Decide with --decide FILE", _near(report)))
    if report.decisions.held:
        parts.append(rendered("What people decided", _decisions(report)))
    return "\n".join(parts).rstrip() or "Every thing has one name, and no two names are alike."


def _things(report: NamesReport) -> Table:
    table = Table("Thing", "Names, and where they stand", "Why", show_lines=True, expand=True)
    for thing in report.things:
        about = f"{thing.kind}, {thing.district}" if thing.district else thing.kind
        named = "\n".join(f"{clipped(n, 80)} ({_documents([*d])})" for n, d in thing.names.items())
        table.add_row(f"{clipped(thing.label, 120)}\n({about})", named, _why(thing))
    return table


def _why(thing: OneThing) -> str:
    return "\n".join(
        f"{' = '.join(clipped(n, 40) for n in dict.fromkeys(m.names))}: {m.reason} ({m.score:.2f})"
        for m in thing.reasons
    )


def _documents(names: list[str]) -> str:
    more = len(names) - _DOCUMENTS
    return ", ".join(names[:_DOCUMENTS]) + (f" and {more} more" if more > 0 else "")


def _near(report: NamesReport) -> Table:
    table = Table("Kind", "Names", "Likeness", "Why", "Documents", show_lines=True, expand=True)
    for merge, documents in report.near_misses:
        about = f"{merge.kind}\n{merge.district}".strip()
        two = "\n".join(clipped(n, 120) for n in merge.names)
        table.add_row(about, two, f"{merge.score:.2f}", merge.reason, _documents([*documents]))
    return table


def _decisions(report: NamesReport) -> Table:
    table = Table("Decision", "Says", "Names in use")
    for decision in report.decisions.held:
        said = "one thing" if decision.same else "not one thing"
        table.add_row(decision.as_text(), said, "no" if decision in report.unused else "yes")
    return table
