"""What is written as StratML keeps the order of its standard, and reads as the same plan again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, RDFS, SKOS, Literal, URIRef

from graph.errors import UsageError
from graph.export import export, export_bytes
from graph.export.stratml import as_stratml
from graph.store import Store
from graph.vocabulary import GT
from ingest.findings import Findings, Item
from ingest.layouts import recognise_all
from ingest.readers import read_document

ID = "https://w3id.org/goldenthread/id/"
PLAN = URIRef(ID + "plan/river")

# What StratML Part 2 lets each element hold, in its order (those that it wants are marked with '!').
_RESULT = "StartDate EndDate NumberOfUnits Descriptor Description"
ORDER = {
    "PerformancePlanOrReport": "Name! Description OtherInformation StrategicPlanCore! "
    "AdministrativeInformation",
    "StrategicPlanCore": "Organization* Vision Mission Value* Goal*!",
    "Organization": "Name Acronym Identifier Description Stakeholder*",
    "Vision": "Description Identifier",
    "Mission": "Description Identifier",
    "Goal": "Name! Description! Identifier SequenceIndicator Stakeholder* OtherInformation Objective*",
    "Objective": "Name Description Identifier SequenceIndicator Stakeholder* OtherInformation "
    "PerformanceIndicator*",
    "PerformanceIndicator": "SequenceIndicator MeasurementDimension! UnitOfMeasurement! Identifier "
    "Relationship* MeasurementInstance* OtherInformation",
    "Relationship": "Identifier ReferentIdentifier* Name Description",
    "MeasurementInstance": "Place TargetResult* ActualResult*",
    "TargetResult": _RESULT,
    "ActualResult": _RESULT,
    "Descriptor": "DescriptorName DescriptorValue",
    "Stakeholder": "Name! Description Role*",
    "Role": "Name! Description RoleType*",
    "AdministrativeInformation": "Identifier StartDate EndDate PublicationDate Source",
}
FORMS = {
    "StartDate": r"\d{4}-\d{2}-\d{2}",
    "EndDate": r"\d{4}-\d{2}-\d{2}",
    "PublicationDate": r"\d{4}-\d{2}-\d{2}",
    "NumberOfUnits": r"-?\d+(\.\d+)?",
    "Identifier": r"[A-Za-z_][\w.-]*",
    "RoleType": "Performer|Beneficiary",
}


def faults(element: Element) -> Iterator[str]:
    """Yield where an element is not as the standard has it."""
    name = element.tag.partition("}")[2]
    children = [child.tag.partition("}")[2] for child in element]
    parts = [(p.strip("*!"), "!" in p, "*" in p) for p in ORDER.get(name, "").split()]
    wanted = "".join(
        f"(?:{part} )" + ("+" if many and must else "*" if many else "" if must else "?")
        for part, must, many in parts
    )
    if not re.fullmatch(wanted, "".join(f"{child} " for child in children)):
        yield f"{name} holds {children}"
    if name in FORMS and not re.fullmatch(FORMS[name], element.text or ""):
        yield f"{name} is {element.text!r}"
    for child in element:
        yield from faults(child)


@dataclass(frozen=True)
class Result:
    kind: str
    value: str
    year: str
    group: str


@dataclass(frozen=True)
class Metric:
    label: str
    number: str
    unit: str
    results: tuple[Result, ...]


@dataclass(frozen=True)
class Part:
    """A goal or priority with its metrics."""

    label: str
    number: str
    said: str
    metrics: tuple[Metric, ...]
    parts: tuple["Part", ...] = ()


_WORDS = st.text(st.sampled_from("abcdéß 123<>&\"'-=–\x0c"), min_size=1, max_size=12).map(
    lambda w: " ".join(f"x{w}".split())
)
_RESULTS = st.builds(
    Result,
    st.sampled_from(["Target", "Baseline", "Actual"]),
    st.sampled_from(["62%", "1,200", "$4.50", "most of them", "at least 3 of 4", "-7"]),
    st.sampled_from(["", "2024-25", "2030", "Year 2", "1999-00"]),
    st.sampled_from(["", "English learners"]),
)
_METRICS = st.builds(
    Metric,
    _WORDS,
    st.sampled_from(["", "M1", "2"]),
    st.sampled_from(["", "days"]),
    st.lists(_RESULTS, max_size=3, unique_by=lambda r: r).map(tuple),
)


def _part(parts: st.SearchStrategy[tuple[Part, ...]]) -> st.SearchStrategy[Part]:
    metrics = st.lists(_METRICS, max_size=2).map(tuple)
    return st.builds(Part, _WORDS, st.sampled_from(["", "1", "G2"]), st.just("") | _WORDS, metrics, parts)


_PRIORITIES = st.lists(_part(st.just(())), max_size=2).map(tuple)
_PLANS = st.tuples(st.lists(_part(_PRIORITIES), max_size=3).map(tuple), _PRIORITIES)


class Given:
    """A store in the making, of one plan."""

    def __init__(self) -> None:
        self.triples: set[tuple[URIRef, URIRef, URIRef | Literal]] = {
            (PLAN, RDF.type, GT.Plan),
            (PLAN, RDFS.label, Literal("Plan of the river")),
        }
        self.count = 0

    def say(self, iri: URIRef, prop: URIRef, words: str) -> None:
        if words:
            self.triples.add((iri, prop, Literal(words)))

    def item(self, kind: str, label: str, number: str = "") -> URIRef:
        iri = URIRef(f"{ID}river/{kind.lower()}/{self.count:04}")
        self.count += 1
        self.triples |= {(iri, RDF.type, GT[kind]), (iri, GT.inPlan, PLAN)}
        self.say(iri, RDFS.label, label)
        self.say(iri, SKOS.notation, number)
        return iri

    def part(self, kind: str, part: Part, above: URIRef | None) -> None:
        iri = self.item(kind, part.label, part.number)
        self.say(iri, DCTERMS.description, part.said)
        if above:
            self.triples.add((iri, GT.underGoal, above))
        for metric in part.metrics:
            self.metric(metric, iri)
        for lower in part.parts:
            self.part("Priority", lower, iri)

    def metric(self, metric: Metric, above: URIRef) -> None:
        iri = self.item("Metric", metric.label, metric.number)
        self.triples.add((iri, GT.measures, above))
        self.say(iri, GT.unit, metric.unit)
        for result in metric.results:
            of = self.item(result.kind, result.value)
            self.triples.add((of, GT.ofMetric, iri))
            self.say(of, GT.value, result.value)
            self.say(of, GT.schoolYear, result.year)
            self.say(of, GT.studentGroup, result.group)


def given_store(goals: tuple[Part, ...], alone: tuple[Part, ...]) -> Store:
    """Return a store of a plan with these goals, and priorities under none."""
    given = Given()
    for kind, parts in (("Goal", goals), ("Priority", alone)):
        for part in parts:
            given.part(kind, part, None)
    store = Store.in_memory()
    store.replace_graph(URIRef("urn:plan"), given.triples)
    return store


def read_again(store: Store) -> Findings | None:
    files = list(as_stratml(store))
    if not files:
        return None
    [(name, body)] = files
    assert list(faults(fromstring(body))) == []
    return recognise_all(read_document(Path(name), body, ""))


def _words(item: Item, prop: str) -> str:
    return str(next(iter(item.get(prop)), ""))


def said_again(findings: Findings, kind: str, above: Item | None) -> tuple[Part, ...]:
    """Return the goals or priorities, as they were given."""
    prop = "underGoal" if kind == "Priority" else "partOf"
    found = [i for i in findings.items(kind) if i.get(prop) == ([above] if above else [])]
    return tuple(
        Part(
            i.label,
            i.notation,
            _words(i, "description"),
            tuple(_metric(findings, m) for m in findings.items("Metric") if m.get("measures") == [i]),
            said_again(findings, "Priority", i) if kind == "Goal" else (),
        )
        for i in found
    )


def _metric(findings: Findings, metric: Item) -> Metric:
    results = tuple(
        Result(kind, _words(i, "value"), _words(i, "schoolYear"), _words(i, "studentGroup"))
        for kind in ("Target", "Baseline", "Actual")
        for i in findings.items(kind)
        if i.get("ofMetric") == [metric]
    )
    return Metric(metric.label, metric.notation, _words(metric, "unit"), results)


def ordered(parts: tuple[Part, ...]) -> list[Part]:
    """Return parts in which the results stand in one order."""
    return [
        Part(
            p.label,
            p.number,
            p.said,
            tuple(Metric(m.label, m.number, m.unit, tuple(sorted(m.results, key=repr))) for m in p.metrics),
            tuple(ordered(p.parts)),
        )
        for p in parts
    ]


@given(_PLANS)
def test_a_plan_written_as_stratml_reads_as_the_same(plan: tuple[tuple[Part, ...], tuple[Part, ...]]) -> None:
    goals, alone = plan
    findings = read_again(given_store(goals, alone))
    if findings is None:
        assert not goals
        assert not alone
        return

    assert findings.plan.label == "Plan of the river"
    assert ordered(said_again(findings, "Goal", None)) == ordered(goals)
    assert ordered(said_again(findings, "Priority", None)) == ordered(alone)


def test_the_district_is_written_with_units_places_and_dates(district: Store) -> None:
    files = dict(as_stratml(district))
    body = files["lindenfeld-master-plan.xml"].decode()

    assert all(list(faults(fromstring(text))) == [] for text in files.values())
    assert "<Name>Safe campuses</Name>" in body
    assert "Read from: plan.txt, line 21." in body
    assert "<Name>Lindenfeld Schools</Name>" in body


def test_a_lead_and_a_place_come_back_as_what_they_are() -> None:
    store = given_store((Part("Read", "1", "", ()),), ())
    goal, unit, other, place = (URIRef(ID + f"river/{n}") for n in ("goal/0000", "unit/a", "unit/b", "e/1"))
    more = {
        (goal, GT.leadResponsible, unit),
        (goal, GT.responsible, unit),
        (goal, GT.responsible, other),
        (goal, RDFS.comment, Literal("A remark.")),
        (goal, GT.evidence, place),
        (place, RDF.type, GT.Evidence),
        (place, GT.document, Literal("plan.txt")),
        (place, GT.quote, Literal("Read")),
        (place, GT.startLine, Literal(3)),
        (unit, RDFS.label, Literal("Library Office")),
        (other, RDFS.label, Literal("Garden Office")),
    }
    store.replace_graph(URIRef("urn:more"), more)

    findings = read_again(store)

    assert findings
    [item] = findings.items("Goal")
    assert [str(t) for t in item.get("comment")] == ["A remark."]
    assert [n.name for n in item.get("leadResponsible")] == ["Library Office"]  # type: ignore[union-attr]
    assert len(item.get("responsible")) == 2


def test_plans_go_into_a_folder_an_archive_or_the_one_file(tmp_path: Path) -> None:
    store = given_store((Part("Read", "1", "", ()),), ())
    export(store, "stratml", tmp_path / "plans")
    export(store, "stratml", tmp_path / "plan.xml")
    export(store, "stratml", tmp_path / "plans.zip")

    assert (tmp_path / "plans" / "plan-of-the-river.xml").read_bytes() == (tmp_path / "plan.xml").read_bytes()
    assert (tmp_path / "plans.zip").read_bytes() == export_bytes(store, "stratml")


def test_several_plans_are_no_one_file(tmp_path: Path) -> None:
    store = given_store((), ())
    with pytest.raises(UsageError, match="there are 0 to write"):
        export(store, "stratml", tmp_path / "plan.xml")
