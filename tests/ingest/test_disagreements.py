"""Files of one district that contradict each other are told, where they surely speak of one thing."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from graph.gaps import find_gaps
from graph.store import Store
from ingest.disagreements import disagreements
from ingest.document import Document
from ingest.findings import Findings, Named
from ingest.pipeline import ingest
from ingest.resolution import Resolution
from ingest.source import Source
from tests.ingest.simple import embed_simply, quads, settings, write


@dataclass(frozen=True)
class Said:
    """What a file says of a metric and of an action."""

    id: str = "P1.M3"
    label: str = "Days in the garden"
    kind: str = "Target"
    value: str = "29%"
    year: str = "2030"
    group: str = ""
    plan_year: str = ""
    lead: str = ""
    helps: str = ""
    horizon: str = ""

    def findings(self) -> Findings:
        found = Findings(Document(Source("plan.txt", "…"), ()))
        found.plan.set("schoolYear", self.plan_year)
        metric = found.add("Metric", self.label, [], notation=self.id)
        value = found.add(self.kind, self.value, [], scope=metric.key)
        value.set("ofMetric", metric).set("value", self.value)
        value.set("schoolYear", self.year).set("studentGroup", self.group)
        action = found.add("Action", self.label, [], notation=self.id)
        for prop, name in (
            ("leadResponsible", self.lead),
            ("responsible", self.lead),
            ("responsible", self.helps),
        ):
            action.set(prop, Named("Unit", name) if name else None)
        action.set("horizon", Named("Horizon", self.horizon) if self.horizon else None)
        return found


def told(
    one: Said, other: Said, earlier: tuple[tuple[str, str], ...] = ()
) -> list[tuple[str, tuple[str, str]]]:
    found = disagreements({"a": one.findings(), "b": other.findings()}, Resolution({}), earlier)
    return [(d.what, d.words) for d in found]


SAID = Said()
OTHER = replace(SAID, value="30 percent")


def test_another_value_for_the_same_year_is_a_contradiction() -> None:
    assert told(SAID, OTHER) == [("target for 2030", ("29%", "30 percent"))]


def test_a_baseline_needs_no_year() -> None:
    one, other = (replace(s, kind="Baseline", year="", group="Grade 3") for s in (SAID, OTHER))

    assert told(one, other) == [("baseline of grade 3", ("29%", "30 percent"))]


def test_a_school_year_is_one_in_either_writing() -> None:
    assert told(replace(SAID, year="2029-30"), replace(OTHER, year="2029-2030"))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(SAID, value="29 percent"), id="the same in other writing"),
        pytest.param(replace(OTHER, year="2031"), id="another year"),
        pytest.param(replace(OTHER, year=""), id="no year"),
        pytest.param(replace(OTHER, group="Grade 3"), id="another group"),
        pytest.param(replace(OTHER, kind="Actual"), id="another kind"),
        pytest.param(replace(OTHER, id="P1.M4"), id="another id"),
        pytest.param(replace(OTHER, label="Books a child"), id="other words"),
        pytest.param(replace(OTHER, plan_year="2031-32"), id="one plan without a year"),
    ],
)
def test_what_is_not_surely_the_same_is_none(other: Said) -> None:
    expected = [("target for 2030", ("29%", "30 percent"))] if other.plan_year else []

    assert told(SAID, other) == expected


def test_plans_of_other_years_may_say_other_things() -> None:
    assert told(replace(SAID, plan_year="2023-24"), replace(OTHER, plan_year="2024-25")) == []
    assert told(SAID, OTHER, (("b", "a"),)) == []


def test_a_simple_id_needs_the_same_words() -> None:
    one, other = (replace(s, id="M3") for s in (SAID, OTHER))

    assert told(one, other)
    assert told(one, replace(other, label="Days in the garden a year")) == []
    assert told(replace(one, id="3"), replace(other, id="3")) == []


def test_another_owner_and_horizon_of_an_action_are_told() -> None:
    one = replace(SAID, lead="Garden Office", horizon="shortTerm")
    other = replace(SAID, lead="Library", horizon="longTerm")

    assert told(one, other) == [
        ("owner", ("Garden Office", "Library")),
        ("horizon", ("shortTerm", "longTerm")),
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Said(), id="none"),
        pytest.param(Said(lead="GARDEN OFFICE"), id="other writing"),
        pytest.param(Said(lead="Garden Office of the River"), id="a longer name"),
        pytest.param(Said(lead="Library", helps="Garden Office"), id="one that helps"),
    ],
)
def test_owners_that_may_agree_are_none(other: Said) -> None:
    assert told(Said(lead="Garden Office"), other) == []
    assert told(other, Said(lead="Garden Office")) == []


MEASURES = "MeasureID,Measure,Baseline,2030 Target\nP1.M3,Days in the garden,12%,{}\n"
DISTRICT = "River Unified School District"


@pytest.fixture
def folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    embed_simply(monkeypatch)
    write(folder, "one.csv", MEASURES.format("29%"))
    write(folder, "two.csv", MEASURES.format("30 percent"))
    return folder


def test_a_contradiction_of_two_files_has_both_places(folder: Path, tmp_path: Path) -> None:
    ingest([folder], settings(tmp_path / "store"), district=DISTRICT)
    [found] = find_gaps(Store.open(tmp_path / "store"), "G21").findings

    assert "P1.M3" in found.value
    assert {e.document for e in found.evidence} == {"one.csv", "two.csv"}
    assert {"29%", "30 percent"} <= {w for e in found.evidence for w in ("29%", "30 percent") if w in e.quote}


def test_a_contradiction_goes_with_either_file(folder: Path, tmp_path: Path) -> None:
    ingest([folder / "two.csv"], settings(tmp_path / "alone"), district=DISTRICT)
    ingest([folder], settings(tmp_path / "store"), district=DISTRICT)
    (folder / "one.csv").unlink()
    ingest([folder], settings(tmp_path / "store"), prune=True, district=DISTRICT)

    assert quads(tmp_path / "store") == quads(tmp_path / "alone")
