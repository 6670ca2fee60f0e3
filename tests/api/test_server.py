"""A real server answers over HTTP as INTERFACES says, and every error is a problem document."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from graph.settings import Settings
from graph.store import Store
from tests.api.server import running
from tests.district.make import fill


@pytest.fixture(scope="module")
def client(district_path: Path) -> Iterator[httpx.Client]:
    with (
        running(Settings(store=district_path)) as address,
        httpx.Client(base_url=address, timeout=60) as opened,
    ):
        yield opened


def test_health_tells_what_the_store_holds(client: httpx.Client) -> None:
    body = client.get("/healthz").json()

    assert (body["status"], body["documents"]) == ("ok", 2)
    assert body["triples"] > 500


@pytest.mark.parametrize(
    "name", ["master/rec1", "Recommendation 1", "https://w3id.org/goldenthread/id/master/rec1"]
)
def test_an_item_is_found_by_identifier_number_or_iri(client: httpx.Client, name: str) -> None:
    body = client.get(f"/api/items/{quote(name, safe='')}").json()

    assert (body["id"], body["number"], body["evidence"][0]["start_line"]) == ("master/rec1", "1", 10)
    assert "cell" not in body["evidence"][0]


def test_an_unknown_item_is_a_problem_with_the_nearest(client: httpx.Client) -> None:
    answer = client.get("/api/items/Safty Ofice")

    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert "Safety Office" in answer.json()["nearest"]


def test_an_ambiguous_item_is_a_problem_with_the_choices(client: httpx.Client) -> None:
    answer = client.get("/api/items/elementary")

    assert answer.status_code == 409
    assert [c["id"] for c in answer.json()["choices"]] == ["elm", "oak"]


def test_a_trace_goes_up_and_down(client: httpx.Client) -> None:
    body = client.get("/api/trace/department/priority1").json()

    assert {s["item"]["type"] for s in body["up"]} >= {"Need", "Plan"}
    assert {s["item"]["type"] for s in body["down"]} == {"Action", "Metric", "Target", "TheoryOfAction"}
    assert all(s["from"] and s["evidence"] for s in body["up"] + body["down"])


def test_gaps_can_be_asked_for_by_rule(client: httpx.Client) -> None:
    body = client.get("/api/gaps", params={"rule": "G18"}).json()

    assert [f["subject"]["label"] for f in body["findings"]] == ["Technology Plan"]


def test_alignment_is_a_matrix(client: httpx.Client) -> None:
    body = client.get("/api/alignment", params={"by": "plan"}).json()

    assert {g["group"] for g in body["groups"]} == {"Lindenfeld Master Plan", "Family Services Plan 2023-24"}
    assert {c["basis"] for c in body["cells"]} == {"stated", "section", "inferred"}


def test_documents_are_listed(client: httpx.Client) -> None:
    department, plan = client.get("/api/documents").json()

    assert [d["document"] for d in (department, plan)] == ["department.txt", "plan.txt"]
    assert {"share_read", "unread_regions", "form", "layouts", "confidence"} <= set(plan)


@pytest.mark.parametrize("kind", ["feeder", "alignment", "programs", "organisation"])
def test_maps_are_pages_that_may_load_nothing(client: httpx.Client, kind: str) -> None:
    answer = client.get(f"/api/maps/{kind}")

    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_trace_map_takes_its_item(client: httpx.Client) -> None:
    assert "Thread of Recommendation 1" in client.get("/api/maps/trace", params={"item": "rec 1"}).text
    assert client.get("/api/maps/trace").status_code == 400


@pytest.mark.parametrize(
    ("form", "media"),
    [
        ("ttl", "text/turtle"),
        ("nq", "application/n-quads"),
        ("csv", "application/zip"),
        ("stratml", "application/zip"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("jsonld", "application/ld+json"),
    ],
)
def test_the_graph_can_be_taken_away(client: httpx.Client, form: str, media: str) -> None:
    answer = client.get(f"/api/export/{form}")

    assert answer.headers["content-type"].startswith(media)
    assert "attachment" in answer.headers["content-disposition"]
    assert len(answer.content) > 500


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/api/maps/tube", 400),
        ("/api/export/odt", 400),
        ("/api/gaps?rule=G99", 400),
        ("/sparql", 400),
    ],
)
def test_every_error_is_a_problem_document(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["detail"].endswith(".")


def test_wrong_methods_and_bodies_are_problems(client: httpx.Client) -> None:
    wrong = [
        client.delete("/healthz"),
        client.post("/api/ask", json={"query": "x"}),
        client.post("/api/ask", content="{"),
    ]

    assert [a.status_code for a in wrong] == [405, 422, 422]
    assert all(a.headers["content-type"] == "application/problem+json" for a in wrong)


def test_the_description_names_every_address_of_the_interface(client: httpx.Client) -> None:
    body = client.get("/openapi.json").json()

    assert set(body["paths"]) >= {
        "/api/ask", "/api/items/{id}", "/api/trace/{id}", "/api/gaps", "/api/alignment", "/api/maps/{kind}",
        "/api/documents", "/sparql", "/api/export/{format}", "/text2sparql", "/healthz",
    }  # fmt: skip
    assert set(body["components"]["schemas"]) >= {"AnswerOut", "TraceOut", "GapsOut", "Problem"}


def test_a_server_may_start_before_the_store_is_there_and_sees_it_come(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with running(Settings(store=store)) as address, httpx.Client(base_url=address, timeout=60) as client:
        before = client.get("/healthz")
        with Store.writing(store) as opened:
            fill(opened)
        after = client.get("/healthz")

    assert (before.status_code, after.status_code) == (503, 200)
    assert "goldenthread ingest" in json.loads(before.text)["detail"]
