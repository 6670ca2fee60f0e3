"""Reads StratML, the standard for plans in XML: goals, objectives, indicators, and their results."""

import re
from collections.abc import Iterator

from ingest.document import Document, Heading, Table
from ingest.findings import Findings, Item, Named, fold
from ingest.layouts.record_tree import RecordNode, node_tree
from ingest.layouts.responsible import UnitCells
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_DATE = re.compile(r"^\s*(?P<year>\d{4})-(?P<month>\d{2})")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_MARK = re.compile(r"\[(?P<name>[a-z ]+): (?P<words>[^\]]+)\]")
_FIRST_MONTH = 7  # of a school year
_UNDER = {("Priority", "Goal"): "underGoal"}
_OF = {"Metric": "ofMetric", "Goal": "ofGoal"}


def recognise(findings: Findings) -> frozenset[int]:
    """Read a document whose elements are those of StratML; return the numbers of its blocks, else none."""
    root = next((n for n in node_tree(findings.document) if n.name in wording("stratml")["roots"]), None)
    core = root and next((n for n in root.all() if n.name in wording("stratml")["core"]), None)
    if root is None or core is None:
        return frozenset()
    reader = _Reader(findings)
    reader.plan(root, core)
    for node in core.nodes:
        reader.node(node, None)
    findings.mark_read(*_labels(findings.document))
    return frozenset(range(len(findings.document.blocks)))


def _labels(document: Document) -> Iterator[Text]:
    """Yield the names of the elements."""
    for block in document.blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Table):
            yield from (row.cells[0].text for row in block.rows if len(row) > 1)


class _Reader:
    """States the records of a plan, each under the one that holds it."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def plan(self, root: RecordNode, core: RecordNode) -> None:
        """State the plan's name, whose it is, and when it was made."""
        plan = self.findings.plan
        if name := root.value("name"):
            plan.label = str(name)
            plan.evidence.append(name)
        plan.set("description", root.value("description"))
        plan.set("planType", Named("PlanType", "strategicPlan"))
        about = next((n for n in root.nodes if n.name == "administrativeinformation"), root)
        start, end = about.value("startdate"), about.value("enddate")
        plan.set("period", Text.join([start, end], " – ") if start and end else None)
        plan.set("dateIssued", about.value("publicationdate"))
        for node in core.nodes:
            if node.name == "organization" and (name := node.value("name")):
                self._organization(node, name)

    def _organization(self, node: RecordNode, name: Text) -> None:
        words = str(name).lower()
        if any(re.search(rf"\b{form}\b", words) for form in wording("stratml")["districts"]):
            named = self.findings.name("District", name)
            if not self.findings.plan.get("ofOrganization"):
                self.findings.plan.set("ofOrganization", named)
            return
        item = self.findings.add("Organization", name)
        if acronym := node.value("acronym"):
            item.aliases.append(str(acronym))
            item.evidence.append(acronym)

    def node(self, node: RecordNode, above: Item | None) -> None:
        """State one element and those within it."""
        lists = wording("stratml")
        item = above
        if kind := lists["records"].get(node.name):
            item = self._record(kind, node, above) or above
        elif node.name in lists["visions"] and (said := node.value("description")):
            self.findings.add("Vision", said).set("introducedBy", node.name)
        elif (kind := lists["values"].get(node.name)) and above:
            self._result(kind, node, above)
        self.findings.mark_read(*node.others("identifier", "sequenceindicator", "otheridentifier"))
        for child in node.nodes:
            self.node(child, item)

    def _record(self, kind: str, node: RecordNode, above: Item | None) -> Item | None:
        """Add a goal, objective or indicator by its name, else by what is said of it."""
        name, said = node.value("name"), node.value("description")
        if kind == "Metric":
            name = node.value("measurementdimension") or name
        number = node.value("sequenceindicator")
        label = name or said
        scope = "/".join(
            filter(None, (above.key if above else "", str(number), str(node.value("identifier"))))
        )
        if label:
            item = self.findings.add(kind, label, notation=str(number), scope=scope)
        elif kind == "Metric" and above and any(n.values for n in node.all()):
            # An indicator without a name measures what it stands under, and is called by it.
            item = self.findings.add(
                kind, above.label, [*above.evidence[:1]], notation=str(number), scope=scope
            )
        else:
            return None
        item.evidence.extend(t for t in [number] if t)
        item.set("description", said if name else None)
        item.set("comment", self._comment(node))
        item.set("unit", node.value("unitofmeasurement") or None)
        self._place(item, kind, above)
        self._performers(node, item)
        return item

    def _place(self, item: Item, kind: str, above: Item | None) -> None:
        if above is None:
            return
        if kind == "Metric":
            item.set("measures", above)
        elif item.kind == above.kind:
            item.set("partOf", above)
        elif prop := _UNDER.get((kind, above.kind)):
            item.set(prop, above)

    def _comment(self, node: RecordNode) -> Text:
        """Return what else is said of an element, but not the places from which it was taken."""
        said = node.value("otherinformation")
        marks = wording("stratml")["places"]
        found = [at for mark in marks if (at := str(said).lower().rfind(mark)) >= 0]
        if not found:
            return said
        self.findings.mark_read(said[min(found) :])
        return said[: min(found)].strip()

    def _performers(self, node: RecordNode, item: Item) -> None:
        """State the units whose role is said to be that of a performer; one alone leads, or the lead does."""
        holders = list(_performing(node))
        names = [holder.value("name") for holder in holders]
        found = UnitCells.of(names)
        leads: list[Named] = []
        for holder, name in zip(holders, names, strict=True):
            units = [self.findings.name("Unit", unit) for unit in found.responsible(name).units]
            for unit in units:
                item.set("responsible", unit)
            if _leads(holder):
                leads.extend(units)
        units_ = item.get("responsible")
        item.set("leadResponsible", leads[0] if leads else units_[0] if len(units_) == 1 else None)

    def _result(self, kind: str, node: RecordNode, above: Item) -> None:
        """Add a value wanted or reached: a number, a descriptor, or a sentence, with its time."""
        said, number = node.value("description"), node.value("numberofunits")
        descriptor = next((n for n in node.nodes if n.name == "descriptor"), node)
        words = descriptor.value("descriptorvalue")
        told = [
            wording("stratml")["descriptors"].get(fold(str(t)))
            for t in (descriptor.value("descriptorname"), said)
        ]
        if kind == "Actual" and "Baseline" in told:
            kind = "Baseline"
        value = (words if told[0] else None) or number or words or said
        if not any(c.isalnum() for c in str(value)):
            return
        start, end = node.value("startdate"), node.value("enddate")
        item = self.findings.add(kind, value, scope=f"{above.key}/{start}/{end}/{said}")
        item.evidence.extend(t for t in (start, end) if t)
        item.set("value", value)
        self._marks(item, said if said is not value else Text())
        item.set("schoolYear", _year(str(start), str(end)) or None)
        if _NUMBER.fullmatch(str(number)):
            item.set("amount", str(number))
            unit = next(iter(above.get("unit")), None)
            item.set("unit", str(unit) if unit else None)
        if prop := _OF.get(above.kind):
            item.set(prop, above)

    def _marks(self, item: Item, said: Text) -> None:
        """State what a description says, and what it says in brackets."""
        first = len(said)
        for m in _MARK.finditer(str(said)):
            if prop := wording("stratml")["marks"].get(m["name"]):
                item.set(prop, said.group(m, "words"))
                first = min(first, m.start())
        item.set("description", said[:first].strip() or None)


def _performing(node: RecordNode) -> Iterator[RecordNode]:
    """Yield the bodies that are said to carry something out."""
    lists = wording("stratml")
    for holder in node.nodes:
        if holder.name != "stakeholder" or not holder.value("name"):
            continue
        roles = (str(t).lower() for n in holder.all() for t in n.others("roletype"))
        is_person = str(holder.value("stakeholdertypetype")).lower() in lists["persons"]
        if not is_person and any(role in lists["performers"] for role in roles):
            yield holder


def _leads(holder: RecordNode) -> bool:
    roles = (n for n in holder.all() if n.name == "role")
    return any(fold(str(role.value("name"))) in wording("stratml")["leads"] for role in roles)


def _year(start: str, end: str) -> str:
    """Return the school year that dates span, or the year in which they lie; '' where they span more."""
    first, last = _DATE.match(start), _DATE.match(end)
    if not (first and last):
        one = first or last
        return one["year"] if one else ""
    a, b = int(first["year"]), int(last["year"])
    if b == a + 1 and int(first["month"]) >= _FIRST_MONTH > int(last["month"]) - 1:
        return f"{a}-{b % 100:02}"
    return str(a) if a == b else ""
