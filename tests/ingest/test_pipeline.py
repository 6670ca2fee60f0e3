"""An ingest is idempotent, all or nothing, and the same in whatever order the files come."""

from pathlib import Path

import pytest
from rdflib import SKOS, Literal

from graph.errors import StoreInvalid, StoreLocked
from graph.identifiers import ONTOLOGY_GRAPH, document_graph
from graph.passages import load_passages
from graph.store import Store
from graph.vocabulary import GT
from ingest.document import Document
from ingest.findings import Findings
from ingest.pipeline import ingest
from ingest.report import Report
from tests.ingest.simple import FakeEmbedder, plan, quads, read_simply, recognise_simply, settings, write


@pytest.fixture(autouse=True)
def embedder(monkeypatch: pytest.MonkeyPatch) -> FakeEmbedder:
    return read_simply(monkeypatch)


def states(report: Report) -> dict[str, str]:
    return {d.name: d.state for d in report.documents}


def actions(store: Path) -> set[str]:
    rows = Store.open(store).select("SELECT ?l { ?a a gt:Action ; rdfs:label ?l }")
    return {str(row["l"]) for row in rows}


def test_what_a_plan_says_is_in_the_store_with_its_evidence(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    ingest([folder], settings(store))

    rows = Store.open(store).select(
        "SELECT ?line ?quote { GRAPH ?g { ?a a gt:Action ; rdfs:label 'Answer letters in a week' ; "
        "gt:evidence ?e . "
        "?e gt:startLine ?line ; gt:quote ?quote ; gt:document 'a.txt' } }"
    )
    assert [(int(str(r["line"])), str(r["quote"])) for r in rows] == [(6, "Answer letters in a week")]


def test_a_second_run_finds_nothing_new(folder: Path, store: Path, embedder: FakeEmbedder) -> None:
    write(folder, "a.txt", plan())
    first = ingest([folder], settings(store))
    embedded, before = len(embedder.embedded), quads(store)
    second = ingest([folder], settings(store))

    assert (states(first), states(second)) == ({"a.txt": "new"}, {"a.txt": "unchanged"})
    assert len(embedder.embedded) == embedded
    assert quads(store) == before


def test_a_changed_file_replaces_what_was_read_of_it(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    ingest([folder], settings(store))
    write(folder, "a.txt", plan().replace("- Answer letters in a week\n", "- Open a bus line\n"))
    report = ingest([folder], settings(store))

    assert states(report) == {"a.txt": "changed"}
    assert actions(store) == {"Visit each home once a year", "Open a bus line"}


def test_the_order_of_the_files_plays_no_part(folder: Path, tmp_path: Path) -> None:
    files = [write(folder, f"{n}.txt", plan(f"Plan {n}", s)) for n, s in enumerate(["Oak", "Elm School"])]
    for file in files:
        ingest([file], settings(tmp_path / "one"))
    for file in reversed(files):
        ingest([file], settings(tmp_path / "two"))
    ingest([folder], settings(tmp_path / "three"))

    assert quads(tmp_path / "one") == quads(tmp_path / "two") == quads(tmp_path / "three")


def test_two_files_of_one_name_are_kept_apart(folder: Path, tmp_path: Path) -> None:
    files = [write(folder, f"{place}/plan.txt", plan(place)) for place in ("north", "south")]
    for file in files:
        ingest([file], settings(tmp_path / "one"))
    ingest([folder], settings(tmp_path / "two"))

    found = {
        str(r["d"]) for r in Store.open(tmp_path / "one").select("SELECT DISTINCT ?d { ?e gt:document ?d }")
    }
    assert found == {"north/plan.txt", "south/plan.txt"}
    assert quads(tmp_path / "one") == quads(tmp_path / "two")


def test_one_content_in_two_files_is_held_once(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    write(folder, "copy.txt", plan())
    report = ingest([folder], settings(store))

    assert list(states(report)) == ["a.txt"]
    assert "copy.txt: the same content as a.txt" in report.notes[0]


def test_a_file_that_is_gone_stays_in_the_store_until_pruned(folder: Path, store: Path) -> None:
    file = write(folder, "a.txt", plan())
    write(folder, "b.txt", plan("Another"))
    ingest([folder], settings(store))
    file.unlink()
    report = ingest([folder], settings(store))

    assert "the file is gone" in report.notes[0]
    assert document_graph("a.txt") in Store.open(store).graph_names()

    ingest([folder], settings(store), prune=True)

    left = Store.open(store).graph_names()
    assert document_graph("a.txt") not in left
    assert {p.document for p in load_passages(store)} == {"b.txt"}


def test_a_bad_file_stops_no_other(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    write(folder, "empty.txt", "  \n")
    write(folder, "letter.txt", "Dear all,\n\nthere is cake.\n")
    (folder / "noise.txt").write_bytes(bytes(range(256)))
    report = ingest([folder, folder / "absent"], settings(store))

    assert list(states(report)) == ["a.txt"]
    assert [e.split(": ")[1][:12] for e in report.errors] == [
        "there is no ",
        "the file hol",
        "no plan was ",
        "it is a bina",
    ]


def test_a_file_that_became_bad_leaves_what_was_held(folder: Path, store: Path) -> None:
    file = write(folder, "a.txt", plan())
    ingest([folder], settings(store))
    file.write_text("")
    report = ingest([folder], settings(store))

    assert len(report.errors) == 1
    assert "Answer letters in a week" in actions(store)


def wrong(document: Document, own: object = ()) -> Findings:
    """Find what breaks a shape in a plan that says it is wrong: one action, or the plan as such."""
    findings = recognise_simply(document)
    if "Wrong" in findings.plan.label:
        findings.plan.set("ofOrganization", findings.items("Recommendation")[0])
    if "Odd" in findings.plan.label:
        findings.items("Action")[0].set("leadResponsible", findings.items("Recommendation")[0])
    return findings


def test_an_item_that_breaks_a_shape_is_left_out_and_told(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.found.recognise_all", wrong)
    write(folder, "a.txt", plan("Odd plan"))
    report = ingest([folder], settings(store))

    assert report.errors == ()
    assert "a.txt: left out, since it breaks a rule: an action is led by a unit" in report.notes[0]
    assert actions(store) == {"Answer letters in a week"}
    assert document_graph("a.txt") in Store.open(store).graph_names()


def test_a_document_that_breaks_a_shape_is_refused_as_a_whole(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.found.recognise_all", wrong)
    write(folder, "a.txt", plan())
    write(folder, "b.txt", plan("Wrong plan"))
    report = ingest([folder], settings(store))

    assert list(states(report)) == ["a.txt"]
    assert "b.txt: refused, nothing of it was stored: a plan is of a district" in report.errors[0]
    assert document_graph("b.txt") not in Store.open(store).graph_names()


def test_a_changed_file_that_is_refused_leaves_what_was_held(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.found.recognise_all", wrong)
    write(folder, "a.txt", plan())
    ingest([folder], settings(store))
    before = quads(store)
    write(folder, "a.txt", plan("Wrong plan"))
    report = ingest([folder], settings(store))

    assert "refused" in report.errors[0]
    assert quads(store) == before


def test_an_item_without_words_or_place_is_left_out_and_told(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hollow(document: Document, own: object = ()) -> Findings:
        findings = recognise_simply(document)
        findings.add("Action", "No place at all", [])
        return findings

    monkeypatch.setattr("ingest.found.recognise_all", hollow)
    write(folder, "a.txt", plan())
    report = ingest([folder], settings(store))

    assert not report.errors
    assert "left out without words or place: Action 'No place at all'" in report.notes[0]


def test_names_are_resolved_anew_when_a_document_comes(folder: Path, store: Path) -> None:
    first = write(folder, "a.txt", plan("One", "Oak Elementary"))
    ingest([first], settings(store))
    ingest([write(folder, "b.txt", plan("Two", "Oak Elementary School"))], settings(store))

    schools = Store.open(store).select("SELECT DISTINCT ?s { ?s a schema:School }")
    assert len(schools) == 1


def test_a_store_that_is_a_file_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreInvalid, match="it is a file, not a folder"):
        ingest([write(folder, "a.txt", plan())], settings(write(tmp_path, "file", "x")))


def test_a_store_that_another_writes_to_is_told(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    with Store.writing(store), pytest.raises(StoreLocked):
        ingest([folder], settings(store))


def test_the_ontology_is_in_a_graph_of_its_own(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    ingest([folder], settings(store))

    assert (GT.shortTerm, None, Literal("Short-term", lang="en")) in Store.open(store).graph(ONTOLOGY_GRAPH)


def test_numbers_and_links_are_stated(folder: Path, store: Path) -> None:
    write(folder, "a.txt", plan())
    ingest([folder], settings(store))
    graph = Store.open(store).graph(document_graph("a.txt"))

    assert len(set(graph.subjects(GT.supports))) == 2
    assert len(set(graph.subjects(GT.basis, GT.section))) == 2
    assert list(graph.objects(None, SKOS.notation)) == [Literal("1")]


def test_an_ingested_folder_may_hold_a_store(folder: Path) -> None:
    write(folder, "a.txt", plan())
    ingest([folder], settings(folder / "store"))
    report = ingest([folder], settings(folder / "store"))

    assert (list(states(report)), report.errors, report.notes) == (["a.txt"], (), ())
