"""What grows with the store comes in pages: each page shows a part, and all of them show everything once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.planned.book import Book
from graph.planned.wanted import Choices, choices
from graph.settings import Settings

LISTS = [
    ("/plans", "graph.planned.overview._A_PAGE", "plans", ""),
    ("/schools", "graph.school_book._A_PAGE", "schools", ""),
    ("/programs", "graph.program_list._A_PAGE", "programs", ""),
    ("/timeline", "graph.planned.timeline._A_PAGE", "entries", ""),
    ("/timeline?by=year", "graph.planned.timeline._A_PAGE", "entries", ""),
    ("/leads", "graph.planned.leads._A_PAGE", "units", ""),
    ("/alignment", "graph.matrix_table.ROWS", "targets", "rows"),
    ("/alignment?by=unit", "graph.matrix_table.COLUMNS", "groups", "columns"),
]
IDS = [f"{address} {name}" for address, _, name, _ in LISTS]


@pytest.fixture
def client(district_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


def _names(found: list[dict[str, Any]]) -> list[str]:
    return sorted(str(one) for one in found)


def _at(address: str, parameter: str, number: int) -> str:
    """Return the address of a page of a list."""
    return f"{address}{'&' if '?' in address else '?'}{parameter}={number}"


@pytest.mark.parametrize(("address", "size", "name", "parameter"), LISTS, ids=IDS)
def test_all_pages_of_a_twin_tell_everything_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, address: str, size: str, name: str, parameter: str
) -> None:
    monkeypatch.setattr(size, 1)
    parameter = parameter or "page"
    whole = client.get(f"/api{address}").json()[name]
    number = len(whole)
    told = [client.get(_at(f"/api{address}", parameter, n + 1)).json()[name] for n in range(number)]

    assert number > 1
    assert all(len(part) == 1 for part in told)
    assert _names([one for part in told for one in part]) == _names(whole)


@pytest.mark.parametrize(("address", "size", "name", "parameter"), LISTS, ids=IDS)
def test_a_page_leads_to_the_next_and_names_its_own_twin(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, address: str, size: str, name: str, parameter: str
) -> None:
    monkeypatch.setattr(size, 1)
    parameter = parameter or "page"
    first = client.get(address).text
    last = client.get(_at(address, parameter, 999)).text

    assert 'rel="next"' in first
    assert f"{parameter}=2" in first
    assert f"{parameter}=1" in first.split('rel="alternate"')[1].split(">")[0]
    assert 'rel="prev"' in last


def test_targets_have_pages_of_their_own(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.planned.timeline._A_PAGE", 1)
    whole = client.get("/api/timeline").json()
    second = client.get("/api/timeline", params={"page": 1, "due": 2}).json()

    assert (second["targets_total"], len(second["targets"])) == (len(whole["targets"]), 1)
    assert second["targets"] == whole["targets"][second["targets_page"] - 1 :][:1]


def test_the_thread_of_an_item_with_many_links_has_pages(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.trace._A_PAGE", 1)
    first = client.get("/api/trace/master", params={"page": 1}).json()
    beyond = client.get("/api/trace/master", params={"page": 999}).json()

    assert first["pages"] > 1
    assert first["down"] != beyond["down"]
    assert beyond["page"] == beyond["pages"]
    assert f"Page {beyond['pages']} of {beyond['pages']}" in client.get("/trace/master?page=999").text


def test_a_filter_of_many_choices_takes_words(client: TestClient) -> None:
    found = client.get("/timeline", params={"unit": "family services"}).text

    assert 'href="/api/timeline?unit=families' in found
    assert client.get("/api/timeline", params={"unit": "family services"}).json()["total"] == 2


def test_words_that_mean_several_are_asked_back(client: TestClient) -> None:
    html = client.get("/timeline", params={"plan": "plan"}).text

    assert "Choose one:" in html
    assert 'href="/timeline?plan=master&amp;by=' in html


def test_where_there_are_many_choices_a_field_stands_for_the_list(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(book: Book) -> Choices:
        made = choices(book)
        return replace(made, plans=made.plans * 200)

    monkeypatch.setattr("api.leaders.choices", many)
    html = client.get("/timeline").text

    assert '<input id="plan" name="plan" type="search"' in html
    assert '<select id="unit"' in html
