"""The SPARQL 1.1 Protocol over a real server: three ways in, all forms of results, no writing."""

import csv
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import Graph

from graph.settings import Settings
from tests.api.server import running

COUNT = "SELECT (COUNT(*) AS ?n) { ?s a gt:Recommendation }"
BUILD = "CONSTRUCT { ?s a gt:Recommendation } WHERE { ?s a gt:Recommendation }"
Answer = tuple[int, str, bytes]


@pytest.fixture(scope="module")
def address(district_path: Path) -> Iterator[str]:
    with running(Settings(store=district_path, query_seconds=2, query_rows=200)) as found:
        yield f"{found}/sparql"


def ask(address: str, data: bytes | None = None, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, data, named)  # noqa: S310  # our own server
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, answer.headers["content-type"], answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["content-type"], error.read()


def get(address: str, query: str, accept: str = "*/*") -> Answer:
    return ask(f"{address}?{urllib.parse.urlencode({'query': query})}", Accept=accept)


def number(body: bytes) -> str:
    found: str = json.loads(body)["results"]["bindings"][0]["n"]["value"]
    return found


def test_a_query_in_the_address_is_answered_in_json(address: str) -> None:
    status, media, body = get(address, COUNT)

    assert (status, media, number(body)) == (200, "application/sparql-results+json", "3")


def test_a_query_in_a_form_is_answered(address: str) -> None:
    form = urllib.parse.urlencode({"query": COUNT}).encode()
    _, _, body = ask(address, form, Content_Type="application/x-www-form-urlencoded; charset=UTF-8")

    assert number(body) == "3"


def test_a_query_as_body_is_answered(address: str) -> None:
    _, _, body = ask(address, COUNT.encode(), Content_Type="application/sparql-query")

    assert number(body) == "3"


def test_rows_come_as_xml_csv_and_tsv(address: str) -> None:
    xml = get(address, COUNT, "application/sparql-results+xml")
    table = get(address, COUNT, "text/csv;q=0.9, text/tab-separated-values;q=0.2")
    tabs = get(address, COUNT, "text/tab-separated-values")

    assert "".join(ElementTree.fromstring(xml[2]).itertext()).strip() == "3"  # noqa: S314
    assert list(csv.reader(table[2].decode().splitlines())) == [["n"], ["3"]]
    assert tabs[2].decode().splitlines()[0] == "?n"


def test_a_yes_or_no_comes_as_boolean(address: str) -> None:
    assert json.loads(get(address, "ASK { ?s a gt:Goal }")[2])["boolean"] is True


@pytest.mark.parametrize(("accept", "parser"), [("*/*", "turtle"), ("application/n-triples", "nt")])
def test_triples_come_as_turtle_or_lines(address: str, accept: str, parser: str) -> None:
    _, media, body = get(address, BUILD, accept)

    assert media.split(";")[0] == ("text/turtle" if parser == "turtle" else "application/n-triples")
    assert len(Graph().parse(data=body, format=parser)) == 3


def test_graphs_can_be_named_in_the_query(address: str) -> None:
    query = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s a gt:Action } }"

    assert number(get(address, query)[2]) == "2"


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "read-only"),
        ("DROP ALL", "read-only"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * WHERE {", "does not parse"),
        ("SELECT * { ?s ?p ?o . ?a ?b ?c }", "more than 200 rows"),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?l < 1) }", "2 seconds"),
    ],
)
def test_what_may_not_run_is_told(address: str, query: str, word: str) -> None:
    status, media, body = get(address, query)

    assert (status, media) == (400, "application/problem+json")
    assert word in json.loads(body)["detail"]


def test_updates_by_form_and_by_body_are_refused(address: str) -> None:
    form = urllib.parse.urlencode({"update": "DROP ALL"}).encode()
    by_form = ask(address, form, Content_Type="application/x-www-form-urlencoded")
    by_body = ask(address, b"DROP ALL", Content_Type="application/sparql-update")

    assert [by_form[0], by_body[0]] == [400, 400]
    assert number(get(address, COUNT)[2]) == "3"


def test_forms_that_cannot_be_given_or_read_are_told(address: str) -> None:
    assert get(address, COUNT, "image/png")[0] == 406
    assert get(address, BUILD, "text/csv")[0] == 406
    assert ask(address, COUNT.encode(), Content_Type="text/plain")[0] == 415
    assert ask(address, b"\xff\xfe", Content_Type="application/sparql-query")[0] == 400
    assert ask(f"{address}?default-graph-uri=urn:g&query=ASK%7B%7D")[0] == 400
    assert ask(address, b"x" * 1_000_001, Content_Type="application/sparql-query")[0] == 413
