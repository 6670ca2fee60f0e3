"""The plans as StratML (ISO 17469-1 and -2), a file for each: goals, objectives, indicators and results.

StratML knows these alone, so recommendations, actions and schools stay in the graph. What StratML wants in an
objective, but a plan gives to a goal, stands in an objective without a name.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element, indent, tostring

from graph.export.records import Record, Value, records
from graph.export.stratml_parts import (
    add,
    add_organization,
    add_performers,
    add_result,
    add_said,
    ascii_id,
    date_of,
    dates_of,
)
from graph.identifiers import slug
from graph.items import identifier
from graph.store import Store
from graph.vocabulary import GT

__all__ = ["as_stratml"]

_SPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_RESULTS = ("Target", "Baseline", "Actual")
_CLASSES = ("Plan", "Goal", "Priority", "Metric", "Vision", "Organization", *_RESULTS)
_OWNERS = ("ofOrganization", "ofUnit", "atSchool")
_HOLDING = ("Goal", "Priority", "Metric")  # a plan without one of these is none to StratML


def as_stratml(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield a file name and the XML of each plan that holds what StratML can say, by name."""
    shelf = _Shelf({name: records(store, GT[name]) for name in _CLASSES})
    held = (record for name in _HOLDING for record in shelf.of[name].values())
    holding = {iri for record in held for iri in record.iris("inPlan")}
    names: dict[str, int] = defaultdict(int)
    for plan in sorted((p for iri, p in shelf.of["Plan"].items() if iri in holding), key=lambda p: p.iri):
        name = slug(plan.word("label") or plan.id)
        names[name] += 1
        more = f"-{names[name]}" if names[name] > 1 else ""
        yield f"{name}{more}.xml", _Writer(shelf, plan).xml()


@dataclass
class _Shelf:
    """The records of all classes, and what belongs to which metric, goal and priority."""

    of: Mapping[str, dict[str, Record]]
    results: dict[str, list[tuple[str, Record]]] = field(default_factory=lambda: defaultdict(list))
    """The results of each metric, or of each goal that has them without a metric, with their kinds."""

    def __post_init__(self) -> None:
        for kind in _RESULTS:
            for record in self.of[kind].values():
                about = record.iris("ofMetric") or record.iris("ofGoal")
                for iri in about[:1]:
                    self.results[iri].append((kind, record))

    def in_plan(self, kind: str, plan: Record) -> list[Record]:
        """Return the records of a kind that a plan holds, as its document orders them."""
        found = (record for record in self.of[kind].values() if plan.iri in record.iris("inPlan"))
        return sorted(found, key=lambda record: (record.place, record.iri))


class _Writer:
    """Writes one plan, each of its items once."""

    def __init__(self, shelf: _Shelf, plan: Record) -> None:
        self.shelf = shelf
        self.plan = plan
        self.goals = shelf.in_plan("Goal", plan)
        self.ids = {record.iri for record in self.goals}
        self.objectives = self._under("Priority", "underGoal", self.ids)
        self.ids |= {record.iri for record in shelf.in_plan("Priority", plan)}
        self.metrics = self._under("Metric", "measures", self.ids)

    def _under(self, kind: str, prop: str, known: set[str]) -> dict[str, list[Record]]:
        """Return the records of a kind by the item of this plan that they stand under, '' for none."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.shelf.in_plan(kind, self.plan):
            found[next((iri for iri in record.iris(prop) if iri in known), "")].append(record)
        return found

    def xml(self) -> bytes:
        """Return the plan's file."""
        kind = "Performance_Plan" if any(self.metrics.values()) else "Strategic_Plan"
        root = Element("PerformancePlanOrReport", xmlns=_SPACE, Type=kind)
        add(root, "Name", self.plan.word("label"))
        if said := self.plan.word("description"):
            add(root, "Description", said)
        period = self.plan.word("period") or self.plan.word("schoolYear")
        dates = dates_of(period)
        told = f"Period: {period}." if period and not dates else ""
        add_said(root, told, self.plan.places)
        self._core(add(root, "StrategicPlanCore"))
        about = add(root, "AdministrativeInformation")
        add(about, "Identifier", ascii_id(self.plan.iri))
        for name, date in zip(("StartDate", "EndDate"), dates, strict=False):
            add(about, name, date)
        if issued := date_of(self.plan.word("dateIssued")):
            add(about, "PublicationDate", issued)
        add(about, "Source", self.plan.iri)
        indent(root)
        body = str(tostring(root, encoding="unicode"))
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()

    def _core(self, core: Element) -> None:
        for value in (v for name in _OWNERS for v in self.plan.facts.get(name, [])):
            add_organization(core, Record(value.iri, {"label": [Value(value.words)]}))
        for body in self.shelf.in_plan("Organization", self.plan):
            add_organization(core, body)
        for name in ("Vision", "Mission"):
            said = [v.word("label") for v in self.shelf.in_plan("Vision", self.plan) if _is_said(v, name)]
            if said:
                add(add(core, name), "Description", " ".join(said))
        for goal in self.goals:
            self._goal(core, goal)
        if self.objectives[""] or self.metrics[""] or not self.goals:
            self._rest(core)

    def _goal(self, core: Element, goal: Record) -> None:
        top = add(core, "Goal")
        add(top, "Name", goal.word("label"))
        add(top, "Description", goal.word("description"))
        self._described(top, goal)
        own = self.shelf.results.get(goal.iri, [])
        if self.metrics[goal.iri] or own:
            self._indicators(add(top, "Objective"), goal.iri)
        for objective in self.objectives[goal.iri]:
            self._objective(top, objective)

    def _rest(self, core: Element) -> None:
        """Write what stands under no goal into a goal without a name, as StratML wants one around it."""
        top = add(core, "Goal")
        add(top, "Name")
        add(top, "Description")
        if self.metrics[""]:
            self._indicators(add(top, "Objective"), "")
        for objective in self.objectives[""]:
            self._objective(top, objective)

    def _objective(self, top: Element, objective: Record) -> None:
        within = add(top, "Objective")
        add(within, "Name", objective.word("label"))
        if said := objective.word("description"):
            add(within, "Description", said)
        self._described(within, objective)
        self._indicators(within, objective.iri)

    def _described(self, element: Element, record: Record) -> None:
        add(element, "Identifier", ascii_id(record.iri))
        if number := record.word("notation"):
            add(element, "SequenceIndicator", number)
        add_performers(element, record)
        add_said(element, record.word("comment"), record.places)

    def _indicators(self, objective: Element, measured: str) -> None:
        for metric in self.metrics[measured]:
            self._indicator(objective, metric)
        if measured in self.ids and (results := self.shelf.results.get(measured)):
            indicator = add(objective, "PerformanceIndicator")
            add(indicator, "MeasurementDimension")
            add(indicator, "UnitOfMeasurement")
            _instances(indicator, results)

    def _indicator(self, objective: Element, metric: Record) -> None:
        indicator = add(objective, "PerformanceIndicator")
        if number := metric.word("notation"):
            add(indicator, "SequenceIndicator", number)
        add(indicator, "MeasurementDimension", metric.word("label"))
        add(indicator, "UnitOfMeasurement", metric.word("unit"))
        add(indicator, "Identifier", ascii_id(metric.iri))
        for value in metric.facts.get("measures", []):
            if value.iri not in self.ids:
                link = add(indicator, "Relationship")
                add(link, "ReferentIdentifier", identifier(value.iri))
                add(link, "Name", "measures")
                add(link, "Description", value.words)
        _instances(indicator, self.shelf.results.get(metric.iri, []))
        add_said(indicator, metric.word("comment"), metric.places)


def _instances(indicator: Element, results: list[tuple[str, Record]]) -> None:
    """Write a measurement for each year: what was wanted, then what was reached or begun from."""

    def year(result: tuple[str, Record]) -> str:
        return result[1].word("schoolYear")

    ordered = sorted(results, key=lambda r: (year(r), r[0] != "Target", r[0], r[1].place, r[1].iri))
    for _, together in groupby(ordered, key=year):
        instance = add(indicator, "MeasurementInstance")
        for kind, record in together:
            add_result(instance, kind, record)


def _is_said(vision: Record, name: str) -> bool:
    mission = "mission" in vision.word("introducedBy").lower()
    return mission == (name == "Mission")
