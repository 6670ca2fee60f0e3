"""Pages of items, threads, gaps and contradictions show what there is, and hostile words as words."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from rdflib import RDF, RDFS, Literal, URIRef

from api.app import create_app
from graph.identifiers import document_graph
from graph.items import BASE
from graph.settings import Settings
from graph.store import Store
from graph.vocabulary import GT
from tests.district.make import fill

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("audit") / "store"
    with Store.writing(path) as store:
        fill(store)
        bad, place = URIRef(BASE + "bad"), URIRef(BASE + "place/bad")
        store.replace_graph(document_graph("bad.txt"), [
            (bad, RDF.type, GT.Metric), (bad, RDFS.label, Literal(HOSTILE)), (bad, GT.evidence, place),
            (place, RDF.type, GT.Evidence), (place, GT.document, Literal("bad.txt")),
            (place, GT.startLine, Literal(1)), (place, GT.endLine, Literal(1)),
            (place, GT.quote, Literal(HOSTILE)),
            (bad, GT.inPlan, URIRef(BASE + "master")),
        ])  # fmt: skip
    with TestClient(create_app(Settings(store=path))) as opened:
        yield opened


def test_an_item_stands_in_its_plan_with_relations_and_places(client: TestClient) -> None:
    html = client.get("/items/master/action1").text

    assert 'aria-current="page">Train staff' in html
    assert '<a href="/items/master/goal">Safe campuses</a>' in html
    assert 'href="/items/master/rec1"' in html
    assert 'class="basis section"' in html
    assert 'class="threadmap"' in html
    assert "/maps/trace?item=master%2Faction1" in html


def test_one_group_of_relations_has_an_address(client: TestClient) -> None:
    html = client.get("/items/master", params={"group": "inPlan-from-Action"}).text

    assert "Count the broken lamps" in html
    assert "Elm Elementary" not in html


def test_a_metric_is_traced_to_its_plan_and_breaks_are_told(client: TestClient) -> None:
    html = client.get("/trace/department/metric2").text

    assert "Send a letter each April" in html
    assert "Family Services Plan 2023-24" in html
    assert "G2 Metric without a target" in html


def test_threads_begin_with_metrics(client: TestClient) -> None:
    html = client.get("/trace").text

    assert 'href="/trace/department/metric"' in html
    assert "master/action1" not in html
    assert "No item fits" in client.get("/trace", params={"q": "zzz"}).text


def test_gaps_are_listed_by_rule_and_one_rule_in_full(client: TestClient) -> None:
    index = client.get("/gaps").text
    one = client.get("/gaps", params={"rule": "G9"}).text

    assert 'href="/gaps?rule=G9"' in index
    assert "/alignment?target=master%2Frec1#cell" in index
    assert "Renew the buildings" in one
    assert "<blockquote" in one


def test_filters_of_gaps_are_kept_in_the_address(client: TestClient) -> None:
    html = client.get("/gaps", params={"severity": "info", "q": "meetings"}).text

    assert '<option value="info" selected>' in html
    assert "/api/gaps.csv?severity=info&amp;q=meetings" in html


def test_gaps_are_a_table_to_download(client: TestClient) -> None:
    answer = client.get("/api/gaps.csv", params={"rule": "G9"})
    [line] = csv.DictReader(answer.content.decode("utf-8-sig").splitlines())

    assert answer.headers["content-type"].startswith("text/csv")
    assert (line["rule"], line["number"], line["id"]) == ("G9", "3", "master/rec3")
    assert line["place"] == "plan.txt, line 12"
    assert answer.content.startswith(BOM_UTF8)  # Excel reads it as UTF-8, as it does the other tables


def test_both_sides_of_a_contradiction_stand_beside_each_other(client: TestClient) -> None:
    html = client.get("/conflicts").text

    assert html.count('class="side"') == 2
    assert "/source/plan.txt?start=10" in html
    assert "No conflict fits" in client.get("/conflicts", params={"kind": "wording"}).text


@pytest.mark.parametrize("path", ["/items/bad", "/trace/bad", "/trace?kind=Metric", "/gaps?rule=G24"])
def test_hostile_words_are_words(client: TestClient, path: str) -> None:
    html = client.get(path).text

    assert HOSTILE not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_twins_of_pages_answer(client: TestClient) -> None:
    sheet = client.get("/api/sheets/master/rec1").json()
    conflicts = client.get("/api/conflicts").json()
    gaps = client.get("/api/gaps", params={"page": 1, "severity": "warning"}).json()

    assert sheet["conflicts"][0]["type"] == "Conflict"
    assert conflicts["conflicts"][0]["kind"] == "numbering"
    assert {f["severity"] for f in gaps["findings"]} == {"warning"}
    assert client.get("/api/gaps", params={"q": "lamps"}).json()["total"] > 0


def test_a_rule_that_there_is_not_is_told(client: TestClient) -> None:
    answer = client.get("/gaps", params={"rule": "G99"}, headers={"Accept": "text/html"})

    assert answer.status_code in {400, 422}
    assert "There is no rule" in answer.text
