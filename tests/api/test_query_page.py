"""The page for SPARQL runs what stands in its address, and tells what is wrong with it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.catalogue import queries
from graph.settings import Settings

_PREFIX = (
    "PREFIX gt: <https://w3id.org/goldenthread/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
)
ACTIONS = (
    f"{_PREFIX} SELECT ?action ?label WHERE {{ ?action a gt:Action ; rdfs:label ?label }} ORDER BY ?label"
)
TRIPLES = f"{_PREFIX} CONSTRUCT {{ ?a rdfs:label ?l }} WHERE {{ ?a a gt:School ; rdfs:label ?l }}"
YES = f"{_PREFIX} ASK {{ ?action a gt:Action }}"
HOSTILE = 'SELECT ("<script>x</script>" AS ?x) {}'


@pytest.fixture(scope="module")
def client(district_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


def _page(client: TestClient, query: str, status: int = 200) -> str:
    answer = client.get("/query", params={"query": query})
    assert answer.status_code == status
    return answer.text


def test_rows_are_a_table_whose_items_have_pages(client: TestClient) -> None:
    html = _page(client, ACTIONS)

    assert '<th scope="col">action</th>' in html
    assert '<td><a href="/items/' in html
    assert f"/sparql?{urlencode({'query': ACTIONS, 'format': 'csv'})}".replace("&", "&amp;") in html


def test_yes_or_no_is_said(client: TestClient) -> None:
    assert '<p class="short">Yes</p>' in _page(client, YES)


def test_triples_are_rows_of_three(client: TestClient) -> None:
    html = _page(client, TRIPLES.replace("gt:School", "<https://schema.org/School>"))

    assert '<th scope="col">predicate</th>' in html
    assert "<td>rdfs:label</td>" in html


def test_values_are_never_markup(client: TestClient) -> None:
    assert "<script>x" not in _page(client, HOSTILE)
    assert "<script>x" not in client.get("/api/sparql/map", params={"query": HOSTILE}).text


@pytest.mark.parametrize(
    "query", ["SELECT nonsense", "DROP ALL", "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }"]
)
def test_what_is_wrong_is_told_in_place(client: TestClient, query: str) -> None:
    html = _page(client, query, 400)

    assert 'role="alert"' in html
    assert 'name="query"' in html


@pytest.mark.parametrize("name", [q.name for q in queries() if not q.parameters])
def test_every_example_runs(client: TestClient, name: str) -> None:
    text = next(q.text for q in queries() if q.name == name)

    assert "/query?query=" in _page(client, text)


@pytest.mark.parametrize(
    ("form", "media"), [("csv", "text/csv"), ("tsv", "text/tab-separated-values"), ("json", "application/")]
)
def test_a_link_can_name_the_form_of_a_result(client: TestClient, form: str, media: str) -> None:
    answer = client.get("/sparql", params={"query": ACTIONS, "format": form})

    assert answer.headers["content-type"].startswith(media)


def test_a_form_that_does_not_fit_is_refused(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": ACTIONS, "format": "png"}).status_code == 400
    assert client.get("/sparql", params={"query": ACTIONS, "format": "ttl"}).status_code == 406


def test_a_result_is_drawn(client: TestClient) -> None:
    html = client.get("/api/sparql/map", params={"query": ACTIONS}).text

    assert "The result as a map" in html
    assert client.get("/api/sparql/map", params={"query": " "}).status_code == 400


def test_the_editor_completes_from_the_vocabulary(client: TestClient) -> None:
    body = client.get("/api/terms").json()
    terms = {term["name"]: term for term in body["terms"]}

    assert terms["gt:Action"]["kind"] == "class"
    assert terms["gt:supports"]["kind"] == "property"
    assert terms["schema:School"]["label"] == "school"
    assert body["prefixes"]["gt"].endswith("/ns#")
