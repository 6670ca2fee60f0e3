"""The pages for planners show schools and programs with status, basis and places, and as JSON too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from api.app import create_app
from graph.identifiers import document_graph
from graph.settings import Settings
from graph.store import Store
from tests.district.make import GRAPHS, fill

ID = "https://w3id.org/goldenthread/id/"
PAGES = ["/schools", "/schools?level=middle&tier=&program=greek", "/schools/ash", "/schools/yew", "/programs",
         "/programs?status=proposed", "/programs?ends=1"]  # fmt: skip


@pytest.fixture(scope="module")
def client(district_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_a_heading_and_a_twin(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert 'rel="alternate" type="application/json"' in answer.text
    assert " style=" not in answer.text
    assert client.get(f"/api{address}").status_code == 200


@pytest.mark.parametrize(
    ("asked", "schools"),
    [
        ("", ["ash", "elm", "fir", "oak", "yew"]),
        ("level=middle", ["ash", "yew"]),
        ("tier=Focus", ["oak"]),
        ("program=greek", ["ash", "elm", "oak"]),
        ("program=languages&level=elementary", ["elm", "oak"]),
        ("program=unknown", []),
    ],
)
def test_schools_are_found_by_level_tier_and_program(
    client: TestClient, asked: str, schools: list[str]
) -> None:
    found = client.get(f"/api/schools?{asked}").json()

    assert [line["school"]["id"] for line in found["schools"]] == schools
    assert found["total"] == 5


def test_a_school_is_listed_with_its_neighbours(client: TestClient) -> None:
    lines = {line["school"]["id"]: line for line in client.get("/api/schools").json()["schools"]}

    assert (lines["ash"]["comes_from"], lines["ash"]["goes_to"]) == (2, 1)
    (tier,) = lines["yew"]["tiers"]
    assert (tier["tier"], tier["year"], tier["evidence"][0]["start_line"]) == ("Thriving", "2016-17", 40)
    assert 'href="/schools/ash#from"' in client.get("/schools").text


def test_a_sheet_tells_ways_with_status_basis_and_place(client: TestClient) -> None:
    sheet = client.get("/api/schools/ash").json()
    html = client.get("/schools/ash").text

    assert [(w["school"]["id"], w["status"], w["basis"]) for w in sheet["comes_from"]] == [
        ("elm", "proposed", "inferred"),
        ("oak", "existing", "stated"),
    ]
    assert [w["school"]["id"] for w in sheet["goes_to"]] == ["fir"]
    assert 'class="basis inferred"' in html
    assert 'class="badge status-proposed"' in html
    assert "/source/plan.txt?start=32" in html
    assert "/maps/feeder?school=ash" in html


def test_a_sheet_tells_names_and_the_tier_with_its_place(client: TestClient) -> None:
    (tier,) = client.get("/api/schools/oak").json()["tiers"]

    assert (tier["tier"], tier["year"], tier["evidence"][0]["start_line"]) == ("Focus", "2016-17", 40)
    assert "Also called" in client.get("/schools/oak").text


def test_a_program_without_a_continuation_is_marked(client: TestClient) -> None:
    found = client.get("/api/programs").json()
    ends = {p["program"]["id"]: p["without_continuation"] for p in found["programs"]}

    assert ends == {"arts": ["middle", "high"], "languages": [], "greek": []}
    assert "no high school goes on" in client.get("/programs").text
    only = client.get("/api/programs?ends=1").json()
    assert [p["program"]["id"] for p in only["programs"]] == ["arts"]


def test_a_program_stands_under_its_broader_one_with_ways_to_the_maps(client: TestClient) -> None:
    html = client.get("/programs").text

    assert html.index("Language Programs</a>") < html.index("Greek Immersion</a>")
    for address in ("/maps/programs?program=greek", "/maps/feeder?program=greek"):
        assert address in html
        assert client.get(address).status_code == 200


def test_programs_of_a_status_are_shown_with_its_schools_only(client: TestClient) -> None:
    (greek,) = client.get("/api/programs?status=proposed").json()["programs"]

    assert greek["program"]["id"] == "greek"
    assert [[o["school"]["id"] for o in at["offerings"]] for at in greek["schools"]] == [["elm"]]


def test_what_is_no_school_is_told(client: TestClient) -> None:
    for address in ("/schools/master", "/api/schools/master"):
        assert client.get(address).status_code == 400
    assert client.get("/schools/nothing-like-it").status_code == 404


def test_words_are_never_markup(tmp_path: Path) -> None:
    with Store.writing(tmp_path / "store") as store:
        fill(store)
        plan = document_graph("plan.txt")
        graph = Graph().parse(GRAPHS[plan])
        for name in ("oak", "greek", "focus"):
            graph.set((URIRef(ID + name), RDFS.label, Literal(f"<script>alert('{name}')</script>")))
        store.replace_graph(plan, graph)
    with TestClient(create_app(Settings(store=tmp_path / "store"))) as client:
        for address in ("/schools", "/schools/oak", "/programs"):
            html = client.get(address).text
            assert "<script>alert" not in html
            assert "&lt;script&gt;alert" in html


def test_pages_of_an_empty_store_say_so(tmp_path: Path) -> None:
    with Store.writing(tmp_path / "store"):
        pass
    with TestClient(create_app(Settings(store=tmp_path / "store"))) as client:
        assert "No document names a school yet" in client.get("/schools").text
        assert "No document names a program yet" in client.get("/programs").text


def test_a_filter_that_nothing_fits_says_so(client: TestClient) -> None:
    assert "Show all schools" in client.get("/schools?level=unheard").text
    assert "Show all programs" in client.get("/programs?status=unheard").text


def test_a_page_speaks_spanish(client: TestClient) -> None:
    assert "ninguna secundaria continúa" in client.get("/programs?lang=es").text
