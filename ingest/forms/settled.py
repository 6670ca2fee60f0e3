"""Settles the records of a form: those only told of are none, and a thing told twice is one."""

from ingest.forms.numbered import alike
from ingest.forms.record import Record

__all__ = ["settle"]


def settle(records: list[Record]) -> None:
    """Drop the records of which nothing but a name in a summary was found, and join those of one number."""
    records[:] = [r for r in records if not r.is_mention]
    kept: dict[tuple[str, str], list[Record]] = {}
    for record in list(records):
        same = kept.setdefault((record.name, record.number), [])
        first = next((r for r in same if r.named and alike(r, record)), None) if record.number else None
        if first is None:
            same.append(record)
            continue
        first.add(record.entries)
        first.under.extend(record.under)
        records.remove(record)
    for record in records:
        settle(record.under)
