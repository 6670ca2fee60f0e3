"""The alignment matrix shows counts by basis, and opens each to its actions with their places."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

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
