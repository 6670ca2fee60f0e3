"""Every format can be read back and says the same; a bad path costs nothing."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest
from openpyxl import Workbook, load_workbook
from rdflib import RDF, RDFS, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from graph.errors import UsageError
from graph.export import FORMATS, export, export_bytes, write_page
from graph.items import spaced
from graph.store import Store
from graph.vocabulary import GT

ID = "https://w3id.org/goldenthread/id/"


def said(triples: Iterable[tuple[Node, ...]]) -> set[tuple[Node, ...]]:
    """Return triples with the values of their literals, for 1 and 1.0 are one decimal."""
    return {
        (t[0], t[1], (t[2].toPython(), t[2].language) if isinstance(t[2], Literal) else t[2])  # type: ignore[misc]
        for t in triples
    }


def everything(store: Store) -> set[tuple[Node, ...]]:
    return said(store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))


def table(store: Store, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(export_bytes(store, "csv"))) as archive:
        return list(csv.DictReader(archive.read(name).decode("utf-8-sig").splitlines()))


def test_turtle_holds_every_triple(district: Store) -> None:
    again = Graph().parse(data=export_bytes(district, "ttl"), format="turtle")

    assert said(again) == everything(district)


@pytest.mark.parametrize(("form", "parser"), [("trig", "trig"), ("nq", "nquads"), ("jsonld", "json-ld")])
def test_quads_hold_every_triple(district: Store, form: str, parser: str) -> None:
    again = Dataset()
    again.parse(data=export_bytes(district, form), format=parser)

    assert said(again.quads()) == everything(district)


@pytest.mark.parametrize("form", ["trig", "nq", "jsonld"])
def test_quads_keep_their_graphs(district: Store, form: str) -> None:
    body = export_bytes(district, form).decode()

    assert all(str(name) in body or str(name).rsplit("/", 1)[-1] in body for name in district.graph_names())


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_graph_gives_the_same_bytes(district: Store, form: str) -> None:
    assert export_bytes(district, form) == export_bytes(district, form)


def test_graphml_joins_items_by_their_links(district: Store) -> None:
    network = nx.parse_graphml(export_bytes(district, "graphml").decode(), force_multigraph=True)
    edge = network.edges[ID + "master/action1", ID + "master/rec1", "supports"]

    assert network.nodes[ID + "oak"]["quote"].startswith("Oak (Greek)")
    assert (edge["basis"], edge["confidence"]) == ("section", 1.0)
    assert "may support" in network[ID + "department/action"][ID + "master/rec2"]


def test_a_table_has_a_row_for_each_item_with_words_for_its_links(district: Store) -> None:
    [row] = [r for r in table(district, "Action.csv") if r["id"] == "master/action1"]

    assert row["responsible"] == "Family Services | Safety Office"
    assert (row["under goal"], row["where"]) == ("Safe campuses", "plan.txt, line 22")


def test_evidence_has_a_table_of_its_own(district: Store) -> None:
    rows = table(district, "Evidence.csv")

    assert {"item", "document", "start line", "page", "quote"} <= set(rows[0])
    assert len([r for r in rows if r["item"] == "master/feeds2"]) == 2


def test_a_cell_is_never_a_formula() -> None:
    store = Store.in_memory()
    words = '=HYPERLINK("http://x","y")'
    turtle = f"<{ID}x> a <https://w3id.org/goldenthread/ns#Need> ; rdfs:label '{words}' ; gt:value '-5' ."
    given = Graph()
    for prefix, name in (
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("gt", "https://w3id.org/goldenthread/ns#"),
    ):
        turtle = f"@prefix {prefix}: <{name}> .\n{turtle}"
    store.replace_graph(URIRef("urn:g"), given.parse(data=turtle, format="turtle"))

    [row] = table(store, "Need.csv")

    assert (row["label"], row["value"]) == ("'" + words, "-5")


def workbook(store: Store) -> Workbook:
    return load_workbook(io.BytesIO(export_bytes(store, "xlsx")))


def test_a_workbook_holds_what_the_tables_hold(district: Store) -> None:
    book = workbook(district)
    with zipfile.ZipFile(io.BytesIO(export_bytes(district, "csv"))) as archive:
        names = {spaced(n.removesuffix(".csv")): n for n in archive.namelist()}
        given = {
            name: list(csv.reader(io.StringIO(archive.read(file).decode("utf-8-sig"), newline="")))
            for name, file in names.items()
        }
    found = {
        page.title: [["" if v is None else str(v) for v in row] for row in page.iter_rows(values_only=True)]
        for page in book
    }

    assert found == given


def test_a_workbook_begins_with_the_plans_and_ends_with_the_evidence(district: Store) -> None:
    names = workbook(district).sheetnames

    assert (names[0], names[-1]) == ("Plan", "Evidence")
    assert {"Goal", "Recommendation", "Action", "School", "Program offering", "Feeder link", "Tier"} <= {
        *names
    }
    assert {"Alignment link"} <= {*names}


def test_headers_stay_in_sight_and_columns_can_be_filtered(district: Store) -> None:
    for page in workbook(district):
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions
        assert all(cell.font.bold for cell in page[1])
        assert all(10 <= side.width <= 60 for side in page.column_dimensions.values())


def test_places_are_numbers_and_words_are_never_formulas() -> None:
    words = ["=1+1", "+1", "-1 day", "@sum", "#N/A", "\tx"]
    given = Graph()
    for n, said in enumerate(words):
        item = URIRef(f"{ID}{n}")
        given += [(item, RDF.type, GT.Need), (item, RDFS.label, Literal(said))]
        given.add((item, GT.amount, Literal(Decimal("2.50"))))
    store = Store.in_memory()
    store.replace_graph(URIRef("urn:g"), given)

    rows = list(workbook(store)["Need"].iter_rows(min_row=2))

    assert [row[1].value for row in rows] == words
    assert {row[1].data_type for row in rows} == {"s"}
    assert [row[1].quotePrefix for row in rows] == [True, True, True, True, False, True]
    assert {(row[2].data_type, row[2].value) for row in rows} == {("n", 2.5)}


def test_tables_can_go_into_a_folder(district: Store, tmp_path: Path) -> None:
    export(district, "csv", tmp_path / "tables")

    assert (tmp_path / "tables" / "Recommendation.csv").read_text("utf-8-sig").count("\n") == 4


def test_an_export_replaces_the_old_file_in_one_step(district: Store, tmp_path: Path) -> None:
    target = tmp_path / "graph.jsonld"
    target.write_text("old")

    export(district, "jsonld", target)

    assert json.loads(target.read_text())["@graph"]
    assert [f.name for f in tmp_path.iterdir()] == ["graph.jsonld"]


def test_a_format_that_is_not_there_is_told(district: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format"):
        export(district, "odt", tmp_path / "x")

    assert not list(tmp_path.iterdir())


def test_bad_paths_are_told(district: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="is a folder"):
        export(district, "ttl", tmp_path)
    with pytest.raises(UsageError, match="is a file"):
        export(district, "csv", tmp_path / "file")
    with pytest.raises(UsageError, match="cannot be written"):
        export(district, "ttl", tmp_path / "file" / "graph.ttl")
    with pytest.raises(UsageError, match="is a folder"):
        write_page(tmp_path, "<html>")
