"""The alignment matrix shows counts by basis, and opens each to its actions with their places."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from api.app import create_app
from graph.matrix import GROUPINGS
from graph.settings import Settings


@pytest.fixture(scope="module")
def client(district_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


@pytest.mark.parametrize("by", ["", *GROUPINGS])
def test_every_grouping_has_a_page(client: TestClient, by: str) -> None:
    html = client.get("/alignment", params={"by": by}).text

    assert '<table class="matrix">' in html
    assert 'class="mark stated"' in html
    assert 'class="mark inferred"' in html


def test_what_no_action_supports_is_marked(client: TestClient) -> None:
    assert "no action</span>" in client.get("/alignment").text


def test_a_cell_opens_to_its_actions_with_their_places(client: TestClient) -> None:
    html = client.get("/alignment", params={"target": "master/rec1", "group": "Strong Schools"}).text

    assert 'id="cell"' in html
    assert "Train staff in calm conflict talks" in html
    assert "<blockquote" in html


def test_a_cell_of_nothing_known_is_told(client: TestClient) -> None:
    answer = client.get("/alignment", params={"target": "master/none"}, headers={"Accept": "text/html"})

    assert answer.status_code == 404
    assert 'role="alert"' in answer.text


def test_an_unknown_grouping_is_told(client: TestClient) -> None:
    assert client.get("/alignment", params={"by": "colour"}).status_code == 400


def test_actions_of_one_plan_and_rows_of_one_kind_are_chosen(client: TestClient) -> None:
    html = client.get("/alignment", params={"plan": "department", "kind": "Recommendation"}).text

    assert "0 of 1 actions are said" in html
    assert 'class="mark section"' in html  # the legend
    assert 'class="count section"' not in html
    assert "All students read well" not in html


def test_a_district_has_all_of_its_plans(client: TestClient) -> None:
    every, district = (client.get("/alignment", params={"district": d}).text for d in ("", "lindenfeld"))

    assert every.count('class="count') == district.count('class="count')
    assert 'class="count' not in client.get("/alignment", params={"district": "none"}).text


def test_the_matrix_is_downloaded_as_csv(client: TestClient) -> None:
    answer = client.get("/api/alignment/table", params={"by": "direction"})

    assert answer.headers["content-disposition"] == 'attachment; filename="alignment.csv"'
    assert answer.text.removeprefix("\ufeff").startswith("type,number,label,plan,basis,all,Strong Schools")
    assert (
        "Recommendation,1,Make every school a safe place to learn.,Lindenfeld Master Plan,section,1,1"
        in answer.text
    )


def test_the_workbook_holds_every_link_with_its_place(client: TestClient) -> None:
    body = client.get("/api/alignment/table", params={"form": "xlsx"}).content
    counts, links = load_workbook(BytesIO(body)).worksheets

    assert [counts.title, links.title] == ["Matrix", "Links"]
    assert "plan.txt, line 19" in {cell.value for row in links.iter_rows() for cell in row}


def test_a_form_that_is_not_written_is_told(client: TestClient) -> None:
    assert client.get("/api/alignment/table", params={"form": "pdf"}).status_code == 400


def test_the_twin_takes_what_the_page_takes(client: TestClient) -> None:
    whole = client.get("/api/alignment").json()
    rows = client.get("/api/alignment", params={"kind": "Recommendation"}).json()
    row = client.get("/api/alignment", params={"target": "master/rec1"}).json()
    cell = client.get(
        "/api/alignment", params={"target": "master/rec1", "group": "Strong Schools", "columns": 1}
    ).json()

    assert {one["type"] for one in rows["targets"]} == {"Recommendation"}
    assert len(rows["targets"]) < len(whole["targets"])
    assert {one["target"] for one in row["cells"]} == {one["iri"] for one in row["targets"]}
    assert {one["group"] for one in cell["groups"]} == {"Strong Schools"}
    assert {one["group"] for one in cell["cells"]} == {"Strong Schools"}
    assert set(rows["uncovered"]) <= set(whole["uncovered"])


def test_the_twin_gives_the_groups_of_one_page(client: TestClient) -> None:
    first = client.get("/api/alignment", params={"by": "unit", "columns": 1}).json()
    beyond = client.get("/api/alignment", params={"by": "unit", "columns": 99}).json()

    assert 0 < len(first["groups"]) <= 10
    assert (beyond["page"], beyond["groups"]) == (first["pages"], first["groups"])
    assert client.get("/api/alignment", params={"target": "master/none"}).status_code == 404


def test_the_page_names_the_twin_of_what_it_shows(client: TestClient) -> None:
    html = client.get("/alignment", params={"by": "plan", "kind": "Goal", "group": "x"}).text

    assert 'href="/api/alignment?by=plan&amp;kind=Goal&amp;columns=1&amp;rows=1&amp;group=x"' in html
