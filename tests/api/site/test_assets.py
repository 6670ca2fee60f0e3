"""Assets are served under names that change with their content."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.site.assets import asset
from graph.settings import Settings


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return TestClient(create_app(Settings(store=tmp_path / "none")))


def test_an_asset_with_its_mark_may_be_kept_for_good(client: TestClient) -> None:
    answer = client.get(asset("site.css"))

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]


def test_an_asset_without_its_mark_is_asked_for_again(client: TestClient) -> None:
    assert client.get("/static/site.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("address", ["none.css", "../app.py", "%2e%2e/app.py", "site.0000000000.css.map", ""])
def test_nothing_else_is_served(client: TestClient, address: str) -> None:
    assert client.get(f"/static/{address}").status_code == 404
