"""Says what a record tells of money and of its school: amounts with their sources, school, district, year."""

import re
from collections.abc import Callable

from ingest.findings import Findings, Item
from ingest.forms.record import Record
from ingest.layouts.school_year import school_year
from ingest.source import Text

__all__ = ["state_places", "state_resources"]

_AMOUNT = re.compile(r"\$\s?\d(?:[\d,]*\d)?(?:\.\d+)?(?:\s?(?:million|thousand|[MK])\b)?")

_CUT = re.compile(r"\$[\d,.]*[\d,.]\s+[\d,.]+")
_WHOLE = re.compile(r"\$\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\$\d+\.\d\d")


def state_resources(record: Record, item: Item, says: Callable[[Text], bool]) -> None:
    """State the funds of a record, what they come from, and what it is estimated to have cost."""
    for entry in (e for e in record.of("funds") if says(e.text)):
        item.set("funds", _amount(entry.text))
    for entry in (e for e in record.of("spent") if says(e.text)):
        item.set("actualFunds", _amount(entry.text))
    for entry in (e for e in record.of("resources") if says(e.text)):
        for m in _AMOUNT.finditer(entry.text.value):
            item.set("funds", entry.text.group(m))
        item.set("resourceNote", entry.text)
    sources = [e.text for role in ("funds", "source", "text") for e in record.of(role) if says(e.text)]
    if record.type.kind == "Fields" and record.of("funds") and (record.of("source") or record.of("text")):
        item.set("resourceNote", Text.join(sources))
    else:
        for entry in (e for e in record.of("source") if says(e.text)):
            item.set("resourceNote", entry.text)


def _amount(text: Text) -> Text:
    """Return an amount that a narrow cell cut in two as one: '$62,599,87 3.31'."""
    whole = Text.join(text.split(r"\s+"), "")
    return whole if _CUT.fullmatch(text.value) and _WHOLE.fullmatch(whole.value) else text


def state_places(findings: Findings, record: Record, item: Item) -> None:
    """State whose plan it is, where the form has fields for its school, district and year."""
    if item.kind != "Plan":
        return
    for entry in record.of("school"):
        item.set("atSchool", findings.name("School", entry.text))
        item.evidence.append(entry.text)
    for entry in record.of("district"):
        item.facts = [fact for fact in item.facts if fact.prop != "ofOrganization"]
        item.set("ofOrganization", findings.name("District", entry.text))
        item.evidence.append(entry.text)
    for entry in record.of("year"):
        if not item.get("schoolYear") and (found := school_year(entry.text)):
            item.set("schoolYear", found[0])
            item.evidence.append(entry.text)
