"""The pages for leaders stand with all filters, and say what they show as JSON too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings
from graph.store import Store
from tests.graph.planned.make import fill_yard


@pytest.fixture(scope="module")
def client(district_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("yard") / "store"
    with Store.writing(path) as store:
        fill_yard(store)
    with TestClient(create_app(Settings(store=path))) as opened:
        yield opened


PAGES = [
    "/plans",
    "/plans?type=masterPlan",
    "/plans?year=1990",
    "/plans/master",
    "/plans/department",
    "/plans/technology",
    "/timeline",
    "/timeline?by=year",
    "/timeline?plan=master&unit=families&target=master%2Frec2&parts=1",
    "/timeline?when=none",
    "/timeline?span=shortTerm",
    "/timeline?plan=nothing",
    "/leads",
    "/leads?horizon=longTerm",
    "/leads?order=name&plan=department",
    "/leads/safety",
    "/leads/families?role=shares&horizon=longTerm",
    "/leads/without-owner",
    "/leads/without-owner?plan=master",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_a_heading_a_title_and_a_twin(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert 'rel="alternate" type="application/json"' in answer.text
    assert "<style" not in answer.text
    assert " style=" not in answer.text


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_its_answer_as_json(client: TestClient, address: str) -> None:
    assert client.get(f"/api{address}").status_code == 200


def test_plans_show_counts_that_lead_to_the_items(client: TestClient) -> None:
    html = client.get("/plans").text

    assert "/items?kind=Recommendation&amp;plan=Lindenfeld+Master+Plan" in html or (
        "/items?kind=Recommendation&amp;plan=Lindenfeld%20Master%20Plan" in html
    )
    assert 'href="/plans/master"' in html


def test_an_outline_folds_and_marks_the_basis(client: TestClient) -> None:
    html = client.get("/plans/master").text

    assert "<details open><summary>" in html
    assert 'class="basis section"' in html
    assert 'class="mark section"' in html
    assert "/source/plan.txt?start=22" in html


def test_the_twin_of_the_timeline_is_paged_where_that_is_asked(client: TestClient) -> None:
    whole = client.get("/api/timeline").json()
    first = client.get("/api/timeline", params={"page": 1}).json()

    assert (whole["page"], whole["pages"], whole["total"]) == (1, 1, len(whole["entries"]))
    assert first["entries"] == whole["entries"][:25]
    assert 'href="/api/timeline?by=horizon&amp;page=1&amp;due=1"' in client.get("/timeline?by=horizon").text


def test_a_timeline_is_drawn_and_has_a_twin(client: TestClient) -> None:
    html = client.get("/timeline").text

    assert '<svg class="drawn"' in html
    assert '<table class="tallies">' in html
    assert "2 without a horizon." in html


def test_a_year_of_the_plan_is_drawn_otherwise(yard: TestClient) -> None:
    html = yard.get("/timeline?by=year").text

    assert 'class="bar section"' in html
    assert 'class="bar stated"' in html
    assert "by June 2025" in html
    assert "25 percent" in html


def test_units_are_shown_with_their_load(client: TestClient) -> None:
    html = client.get("/leads").text

    assert 'class="h-shortTerm' in html
    assert 'href="/leads/safety?role=leads#work"' in html
    assert "2 actions name no office" in html


def test_a_sheet_shows_the_unit_and_its_people(yard: TestClient) -> None:
    html = yard.get("/leads/grounds").text

    assert "Yards" in html
    assert "Ann Reed" in html
    assert "2 actions of its own plans name no office." in html


def test_words_are_never_markup(yard: TestClient) -> None:
    for address in ("/plans/yard", "/timeline?by=year", "/leads/without-owner"):
        html = yard.get(address).text

        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize("address", ["/plans/safety", "/leads/master", "/timeline?by=colour"])
def test_what_cannot_be_shown_is_told(client: TestClient, address: str) -> None:
    for found in (address, f"/api{address}"):
        assert client.get(found, headers={"Accept": "text/html"}).status_code == 400


def test_pages_of_an_empty_store_say_so(tmp_path: Path) -> None:
    with Store.writing(tmp_path / "store"):
        pass
    with TestClient(create_app(Settings(store=tmp_path / "store"))) as client:
        for address in ("/plans", "/timeline", "/leads", "/leads/without-owner"):
            assert client.get(address).status_code == 200


def test_a_page_speaks_spanish(client: TestClient) -> None:
    assert "Quién" in client.get("/plans/master?lang=es").text
