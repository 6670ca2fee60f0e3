"""Says when an action is to be done by the span that a cell names: short-, mid- or long-term."""

from ingest.findings import Findings, Item, Named, fold
from ingest.forms.record import Record
from ingest.wording import wording

__all__ = ["state_horizon"]

_SPANS = ("shortTerm", "midTerm", "longTerm")


def state_horizon(findings: Findings, record: Record, item: Item) -> None:
    """State the spans that a record's field names; what names none is its timeline, as written."""
    for entry in record.of("horizon"):
        words = fold(str(entry.text))
        span = next((s for s in _SPANS if words in wording("action_tables")["columns"][s]), None)
        if span:
            item.set("horizon", Named("Horizon", span))
            findings.mark_read(entry.text)
        else:
            item.set("timeline", entry.text)
