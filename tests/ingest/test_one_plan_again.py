"""Three versions of one plan, two districts with the same names, and decisions, through a whole ingest."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, RDFS, SKOS, Literal, URIRef

from graph.identifiers import computed_graph, document_graph, item_iri
from graph.store import Store
from graph.vocabulary import GT
from ingest.document import Document, ListItem
from ingest.findings import Findings, Named
from ingest.folder import StoreFolder
from ingest.one_names import names_report
from ingest.pipeline import ingest
from tests.ingest.simple import plan, quads, read_simply, recognise_simply, settings, write

GOAL = "Every family of the valley knows whom to ask for help"


def recognise(document: Document, own: object = ()) -> Findings:
    """Read the simple layout, plans of a kind and goals besides."""
    findings = recognise_simply(document)
    findings.plan.set("planType", Named("PlanType", "masterPlan"))
    for block in document.blocks:
        if isinstance(block, ListItem) and block.mark == "2.":
            findings.add("Goal", block.text, notation="1")
    return findings


@pytest.fixture(autouse=True)
def layout(monkeypatch: pytest.MonkeyPatch) -> None:
    read_simply(monkeypatch)
    monkeypatch.setattr("ingest.found.recognise_all", recognise)


def year(number: int, more: str = "") -> str:
    return plan(f"Garden Master Plan {number}-{number % 100 + 1}").replace("- Answer", f"{more}- Answer")


def labels(store: Path, kind: str) -> list[str]:
    rows = Store.open(store).select(f"SELECT ?l {{ ?a a {kind} ; rdfs:label ?l }}")
    return sorted(str(r["l"]) for r in rows)


def versions(folder: Path) -> None:
    write(folder, "garden_2023-24.txt", year(2023))
    write(folder, "garden_2024-25_draft.txt", year(2024))
    write(folder, "garden_2024-25.txt", year(2024, "- Plant a tree\n"))


def test_a_corrected_file_replaces_and_another_year_stands_beside(folder: Path, store: Path) -> None:
    versions(folder)
    report = ingest([folder], settings(store))

    assert labels(store, "gt:Plan") == ["Garden Master Plan 2023-24", "Garden Master Plan 2024-25"]
    assert labels(store, "gt:Action").count("Plant a tree") == 1
    notes = " ".join(report.notes)
    assert "garden_2024-25_draft.txt: replaced by garden_2024-25.txt" in notes
    assert "garden_2023-24.txt: an earlier year of the plan in garden_2024-25.txt" in notes
    graph = Store.open(store).graph(computed_graph("versions", "garden_2024-25.txt"))
    newer, older = (
        next(Store.open(store).graph(document_graph(f"garden_{y}.txt")).objects(None, GT.sourceOf))
        for y in ("2024-25", "2023-24")
    )
    assert (newer, DCTERMS.replaces, older) in graph
    draft = document_graph("garden_2024-25_draft.txt")
    assert (document_graph("garden_2024-25.txt"), DCTERMS.replaces, draft) in graph
    assert draft not in Store.open(store).graph_names()


def test_a_second_run_changes_nothing_and_tells_the_same(folder: Path, store: Path) -> None:
    versions(folder)
    first = ingest([folder], settings(store))
    before = quads(store)
    second = ingest([folder], settings(store))

    assert {d.state for d in second.documents} == {"unchanged"}
    assert (quads(store), second.notes) == (before, first.notes)


def test_versions_come_to_the_same_one_by_one(folder: Path, store: Path, tmp_path: Path) -> None:
    versions(folder)
    for file in sorted(folder.iterdir()):
        ingest([file], settings(store))
    ingest([folder], settings(tmp_path / "other"))

    assert quads(store) == quads(tmp_path / "other")


def test_what_was_replaced_comes_back_when_its_successor_is_taken_out(folder: Path, store: Path) -> None:
    versions(folder)
    ingest([folder], settings(store))
    (folder / "garden_2024-25.txt").unlink()
    ingest([folder], settings(store), prune=True)

    assert document_graph("garden_2024-25_draft.txt") in Store.open(store).graph_names()
    assert "Plant a tree" not in labels(store, "gt:Action")


def test_schools_and_goals_of_two_districts_stay_apart(folder: Path, store: Path) -> None:
    goal = f"2. {GOAL}\n\nSchool"
    for place in ("River", "Hill"):
        text = plan(f"{place} Plan").replace("River Unified", f"{place} Unified").replace("School", goal, 1)
        write(folder, f"{place}/plan.txt", text)
    ingest([folder], settings(store))

    assert len(Store.open(store).select("SELECT DISTINCT ?s { ?s a schema:School }")) == 2
    assert not [g for g in Store.open(store).graph_names() if "computed/goals" in str(g)]


def test_a_goal_that_two_plans_repeat_is_told_as_one(folder: Path, store: Path) -> None:
    for name in ("One", "Two"):
        write(folder, f"{name}.txt", plan(f"{name} Plan").replace("School:", f"2. {GOAL}\n\nSchool:", 1))
    write(
        folder, "Three.txt", plan("Third Plan").replace("School:", "2. Another goal, the first\n\nSchool:", 1)
    )
    ingest([folder], settings(store))

    one, two = (
        URIRef(str(r["g"]))
        for r in Store.open(store).select(
            f"SELECT DISTINCT ?g {{ ?g a gt:Goal ; rdfs:label {Literal(GOAL).n3()} }} ORDER BY ?g"
        )
    )
    assert Store.open(store).ask(f"ASK {{ <{one}> <{SKOS.exactMatch}> <{two}> }}")
    goals = [t for t in names_report(StoreFolder(store), None).things if t.kind == "Goal"]
    assert [set(d) for t in goals for d in t.names.values()] == [{"One.txt", "Two.txt"}]


def test_a_person_says_of_which_district_files_are(folder: Path, store: Path) -> None:
    file = write(
        folder, "a.txt", plan("Plan of gardens").replace("District: River Unified School District", "")
    )
    write(folder, "b.txt", plan("Plan of roofs"))
    ingest([folder / "b.txt"], settings(store))
    ingest([file], settings(store), district="Hill School District")
    ingest([folder], settings(store))  # keeps what was said

    home = item_iri("district", "hill-school-district")
    beside = Store.open(store).graph(computed_graph("districts", "a.txt"))
    assert (home, RDFS.label, Literal("Hill School District")) in beside
    assert len(Store.open(store).select("SELECT DISTINCT ?s { ?s a schema:School }")) == 2


def test_a_decision_changes_the_store_at_the_next_ingest_and_stays(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan("Plan of gardens", "Oak Elementary"))
    write(folder, "b.txt", plan("Plan of roofs", "Acorn House"))
    ingest([folder], settings(store))
    assert len(set(labels(store, "schema:School"))) == 2

    (store / "names.yaml").write_text("same: [[Oak Elementary, Acorn House]]")
    ingest([folder], settings(store))
    write(folder, "c.txt", plan("Plan of wells", "Acorn House"))
    ingest([folder], settings(store))

    assert len(set(labels(store, "schema:School"))) == 1
    [thing] = [t for t in names_report(StoreFolder(store), None).things if t.kind == "School"]
    assert [(m.decided, "a person decided" in m.reason) for m in thing.reasons] == [(True, True)]
    assert set(thing.names["Acorn House"]) == {"b.txt", "c.txt"}


def test_a_bad_decision_is_told_at_each_ingest(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    store.mkdir()
    (store / "names.yaml").write_text("same: [[Oak]]")

    for _ in range(2):
        assert ["entry 1 of 'same'" in e for e in ingest([folder], settings(store)).errors] == [True]


def test_decisions_that_bring_nothing_leave_the_store_as_it_was(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    ingest([folder], settings(store))
    before = quads(store)
    (store / "names.yaml").write_text("different: [[Nobody, No one]]")
    ingest([folder], settings(store))

    assert quads(store) == before
    assert [d.names for d in names_report(StoreFolder(store), None).unused] == [("Nobody", "No one")]
