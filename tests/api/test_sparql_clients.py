"""Clients that others wrote speak to the SPARQL endpoint: SPARQLWrapper and rdflib in Python, and curl."""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.dom.minidom import Document

import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, POST, POSTDIRECTLY, TSV, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from graph.settings import Settings
from tests.api.server import running

CURL = shutil.which("curl")
PREFIX = "PREFIX gt: <https://w3id.org/goldenthread/ns#>\n"
LABELS = f"""{PREFIX}PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?label {{ ?thing a gt:Recommendation ; rdfs:label ?label }} ORDER BY ?label"""
BUILD = f"{PREFIX}CONSTRUCT {{ ?s a gt:Recommendation }} WHERE {{ ?s a gt:Recommendation }}"
ASK = f"{PREFIX}ASK {{ ?s a gt:Recommendation }}"
WAYS = {
    "address": ["--get", "--data-urlencode", "query={query}"],
    "form": ["--data-urlencode", "query={query}"],
    "body": ["--header", "Content-Type: application/sparql-query", "--data-binary", "{query}"],
}


@pytest.fixture(scope="module")
def endpoint(district_path: Path) -> Iterator[str]:
    with running(Settings(store=district_path)) as address:
        yield f"{address}/sparql"


def wrapped(endpoint: str, query: str, form: str) -> SPARQLWrapper:
    client = SPARQLWrapper(endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    return client


def curled(endpoint: str, way: str, query: str, accept: str) -> tuple[str, str]:
    """Return the media type and the body of an answer."""
    assert CURL
    options = [part.replace("{query}", query) for part in WAYS[way]]
    command = [CURL, "--silent", "--fail-with-body", "--include", "--header", f"Accept: {accept}"]
    done = subprocess.run([*command, *options, endpoint], capture_output=True, text=True, check=True)
    head, _, body = done.stdout.partition("\n\n")
    kinds = [h.split(": ")[1] for h in head.splitlines() if h.lower().startswith("content-type: ")]
    return kinds[0].split(";")[0], body


@pytest.mark.parametrize(("method", "sent"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks_in_three_ways(endpoint: str, method: str, sent: str) -> None:
    client = wrapped(endpoint, LABELS, JSON)
    client.setMethod(method)
    client.setRequestMethod(sent)
    rows = client.queryAndConvert()["results"]["bindings"]

    assert len(rows) == 3
    assert all(row["label"]["value"] for row in rows)


def test_sparqlwrapper_reads_all_forms_of_rows(endpoint: str) -> None:
    rows = wrapped(endpoint, LABELS, JSON).queryAndConvert()["results"]["bindings"]
    document = wrapped(endpoint, LABELS, XML).queryAndConvert()
    table = wrapped(endpoint, LABELS, CSV).queryAndConvert().decode()
    tabs = wrapped(endpoint, LABELS, TSV).queryAndConvert().decode()

    assert isinstance(document, Document)
    assert len(document.getElementsByTagName("result")) == len(rows) == 3
    assert [line["label"] for line in csv.DictReader(io.StringIO(table))] == [
        row["label"]["value"] for row in rows
    ]
    assert len(tabs.splitlines()) == 4


def test_sparqlwrapper_reads_triples_and_yes_or_no(endpoint: str) -> None:
    turtle = wrapped(endpoint, BUILD, TURTLE).queryAndConvert()
    xml = wrapped(endpoint, BUILD, XML).query().response.read()

    assert len(Graph().parse(data=turtle, format="turtle")) == 3
    assert len(Graph().parse(data=xml, format="xml")) == 3
    assert wrapped(endpoint, ASK, JSON).queryAndConvert()["boolean"] is True


def test_sparqlwrapper_understands_a_refusal(endpoint: str) -> None:
    with pytest.raises(QueryBadFormed, match="does not parse"):
        wrapped(endpoint, "SELECT * {", JSON).query()


def test_rdflib_takes_the_endpoint_for_a_graph(endpoint: str) -> None:
    graph = Graph(SPARQLStore(endpoint))

    assert len(list(graph.query(LABELS))) == 3


@pytest.mark.skipif(CURL is None, reason="no curl is installed")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("query", "accept", "found"),
    [
        (ASK, "application/sparql-results+json", '"boolean":true'),
        (ASK, "application/sparql-results+xml", "<boolean>true</boolean>"),
        (LABELS, "text/csv", "label"),
        (LABELS, "text/tab-separated-values", "?label"),
        (BUILD, "text/turtle", "Recommendation"),
        (BUILD, "application/rdf+xml", "rdf:RDF"),
        (BUILD, "application/n-triples", "<https://w3id.org/goldenthread/ns#Recommendation>"),
    ],
    ids=["json", "xml", "csv", "tsv", "turtle", "rdf/xml", "n-triples"],
)
def test_curl_gets_the_form_that_it_asks_for(
    endpoint: str, way: str, query: str, accept: str, found: str
) -> None:
    media, body = curled(endpoint, way, query, accept)

    assert media == accept
    assert found in body


@pytest.mark.skipif(CURL is None, reason="no curl is installed")
def test_curl_without_a_wish_gets_json(endpoint: str) -> None:
    media, body = curled(endpoint, "address", LABELS, "*/*")

    assert media == "application/sparql-results+json"
    assert len(json.loads(body)["results"]["bindings"]) == 3


def test_a_property_without_a_name_in_xml_is_told(endpoint: str) -> None:
    odd = BUILD.replace("?s a gt:Recommendation }", "?s <urn:1> 1 }", 1)

    with pytest.raises(QueryBadFormed, match="use the format ttl"):
        wrapped(endpoint, odd, XML).query()
