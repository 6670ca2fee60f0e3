"""The elements of StratML that several others hold: texts, organisations, performers, results and dates."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement

from graph.export.letters import letters
from graph.export.records import Record
from graph.items import identifier
from graph.model import Evidence

__all__ = [
    "add",
    "add_organization",
    "add_performers",
    "add_result",
    "add_said",
    "ascii_id",
    "date_of",
    "dates_of",
]

_DATE = re.compile(r"(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[-–/]\s*(\d{2}|\d{4})")
_YEAR = re.compile(r"\d{4}")
_WRITTEN = ("%Y-%m-%d", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%m/%d/%Y")
_PLAIN = re.compile(r"\$?\s*(-?\d[\d,]*(?:\.\d+)?)\s*(?:%|percent)?")


def add(parent: Element, name: str, text: str = "") -> Element:
    """Add an element with its text, and return it."""
    element = SubElement(parent, name)
    element.text = letters(text) or None
    return element


def add_said(element: Element, comment: str, places: Sequence[Evidence]) -> None:
    """Add the comment on an item, and the places of the documents where it stands."""
    cited = "; ".join(dict.fromkeys(place.as_citation() for place in places))
    said = [comment, f"Read from: {cited}." if cited else ""]
    if any(said):
        add(element, "OtherInformation", " ".join(filter(None, said)))


def add_organization(core: Element, body: Record) -> None:
    """Add a body whose plan it is, or that the plan names."""
    organization = add(core, "Organization")
    add(organization, "Name", body.word("label"))
    short = [value.words for value in body.facts.get("altLabel", []) if value.words.isupper()]
    if short:
        add(organization, "Acronym", short[0])
    add(organization, "Identifier", ascii_id(body.iri))


def add_performers(element: Element, record: Record) -> None:
    """Add the units that are responsible, the one that leads marked so."""
    lead = {value.iri for value in record.facts.get("leadResponsible", [])}
    units = {v.iri: v.words for p in ("leadResponsible", "responsible") for v in record.facts.get(p, [])}
    for iri, words in units.items():
        holder = add(element, "Stakeholder")
        holder.set("StakeholderTypeType", "Organization")
        add(holder, "Name", words)
        role = add(holder, "Role")
        add(role, "Name", "Lead" if iri in lead else "Responsible")
        add(role, "RoleType", "Performer")


def add_result(instance: Element, kind: str, record: Record) -> None:
    """Add a value wanted or reached; StratML knows no baseline, so a descriptor names what a value is."""
    result = add(instance, "TargetResult" if kind == "Target" else "ActualResult")
    time = record.word("schoolYear")
    dates = dates_of(time)
    for name, date in zip(("StartDate", "EndDate"), dates, strict=False):
        add(result, name, date)
    value = record.word("value") or record.word("label")
    if number := record.word("amount") or _number(value):
        add(result, "NumberOfUnits", number)
    descriptor = add(result, "Descriptor")
    add(descriptor, "DescriptorName", kind)
    add(descriptor, "DescriptorValue", value)
    groups = [v.words for v in record.facts.get("studentGroup", [])]
    marks = [("student group", group) for group in groups] + [("time", time if not dates else "")]
    said = [record.word("description"), *(f"[{name}: {words}]" for name, words in marks if words)]
    if any(said):
        add(result, "Description", " ".join(filter(None, said)))


def ascii_id(iri: str) -> str:
    """Return an identifier such as XML wants it.

    >>> ascii_id("https://w3id.org/goldenthread/id/river-plan/goal/1")
    '_river-plan.goal.1'
    """
    return "_" + re.sub(r"[^A-Za-z0-9.\-]", "_", identifier(iri).replace("/", "."))


def dates_of(time: str) -> tuple[str, ...]:
    """Return the first and last day of a year, school year or span of dates; none where that is unsure.

    >>> dates_of("2024-25")
    ('2024-07-01', '2025-06-30')
    """
    if len(dates := _DATE.findall(time)) == 2:
        return dates[0], dates[1]
    if (m := _SCHOOL_YEAR.fullmatch(time.strip())) and int(m[2]) % 100 == (int(m[1]) + 1) % 100:
        return f"{m[1]}-07-01", f"{int(m[1]) + 1}-06-30"
    year = time.strip()
    return (f"{year}-01-01", f"{year}-12-31") if _YEAR.fullmatch(year) else ()


def date_of(written: str) -> str:
    """Return a day as StratML writes it, '' where the words are no full date."""
    for form in _WRITTEN:
        try:
            return datetime.strptime(written.strip(), form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return ""


def _number(value: str) -> str:
    m = _PLAIN.fullmatch(value.strip())
    return m[1].replace(",", "") if m else ""
