"""A workbook and separated values are shown as grids, the quoted cell in its row and column."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from openpyxl import Workbook

from api.app import create_app
from graph.model import Evidence
from graph.settings import Settings
from ingest.grid_view import Grid, SheetTab, cell_spans, line_grid, tabs_of
from ingest.pipeline import ingest
from ingest.read_text import ReadText, TextView
from ingest.seen import SeenPart, SeenPiece
from tests.ingest.simple import embed_simply

BOOK = "plan.xlsx"
LONG = 300  # rows
WORDS = 'Plant "trees" and water them'


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grids")
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Actions"
    for row in (["Number", "Action", "Lead"], ["1", WORDS, "Grounds"], ["2", "Open <b>a desk</b>", None]):
        first.append(row)
    first["E3"] = "a note far right"
    long = book.create_sheet("Measures & more")
    for n in range(1, LONG + 1):
        long.append([n, f"Measure {n}", f"{n} percent"])
    book.save(folder / BOOK)
    with pytest.MonkeyPatch.context() as patch:
        embed_simply(patch)
        ingest([folder / BOOK], Settings(store=folder / "store"))
    return folder / "store"


@pytest.fixture(scope="module")
def text(store: Path) -> ReadText:
    return ReadText.of(store, BOOK)


def _words(grid: Grid) -> dict[str, str]:
    return {
        f"{name}{row.head}": "".join(p.text for p in cell.pieces)
        for row in grid.rows
        for name, cell in zip(grid.columns, row.cells, strict=True)
        if cell
    }


def _at(view: TextView) -> list[str]:
    return [
        f"{grid.name}!{name}{row.head}"
        for grid in view.grids
        for row in grid.rows
        for name, cell in zip(grid.columns, row.cells, strict=True)
        if cell and cell.cited
    ]


def test_cells_stand_in_their_rows_and_columns(text: ReadText) -> None:
    grid = text.view(first=1).grids[0]

    assert (grid.name, grid.columns) == ("Actions", ("A", "B", "C", "D", "E"))
    assert _words(grid)["B2"] == WORDS
    assert _words(grid)["E3"] == "a note far right"
    assert "C3" not in _words(grid)


def test_the_quoted_cell_is_found_and_its_rows_are_whole(text: ReadText) -> None:
    view = text.view(Evidence(BOOK, None, None, None, "Measure 200", "Measures & more!B200"))
    (grid,) = view.grids

    assert (view.found, _at(view)) == ("quote", ["Measures & more!B200"])
    assert all(cell is not None for row in grid.rows for cell in row.cells)
    assert len(grid.rows) < LONG


def test_windows_of_a_sheet_hold_every_row_once(text: ReadText) -> None:
    rows: list[str] = []
    at = 1
    while at:
        view = text.view(first=at)
        rows += [f"{grid.name}!{row.head}" for grid in view.grids for row in grid.rows]
        at = view.next or 0

    assert len(rows) == len(set(rows)) == LONG + 3


def test_every_sheet_has_a_tab(text: ReadText) -> None:
    first, second = text.view(first=1).sheets

    assert (first.name, first.first, first.shown) == ("Actions", 1, True)
    view = text.view(first=second.first)
    assert [(tab.name, tab.shown) for tab in view.sheets] == [("Actions", False), ("Measures & more", True)]
    assert view.first == second.first


def test_a_sheet_that_ends_before_a_window_is_not_shown() -> None:
    assert tabs_of({"One": 1, "Two": 5}, 5, 9) == (SheetTab("One", 1, False), SheetTab("Two", 5, True))
    assert tabs_of({}, 1, 9) == ()


def test_separated_values_are_a_grid_too_and_a_cell_of_two_lines_stays_in_its_column() -> None:
    raw = 'Number,Action\n1,"Plant trees, and\nwater them"\n2,Open a desk'
    parts = [SeenPart(str(n), (SeenPiece(line),)) for n, line in enumerate(raw.split("\n"), 1)]
    grid = line_grid(parts, cell_spans(raw))

    assert grid is not None
    assert grid.columns == ("A", "B")
    assert _words(grid)["B2"].endswith("Plant trees, and")
    assert _words(grid)["B3"].startswith("water them")


def test_the_page_shows_the_grid_with_the_place_and_tabs(store: Path) -> None:
    asked = {"cell": "Actions!B2", "quote": WORDS}
    with TestClient(create_app(Settings(store=store))) as client:
        html = client.get(f"/source/{BOOK}", params=asked).text
        spanish = client.get(f"/source/{BOOK}", params=asked | {"lang": "es"}).text
        twin = client.get(f"/api/source/{BOOK}", params=asked).json()

    assert html.count('id="place"') == 1
    assert '<td class="cited">' in html
    assert '<th scope="col">E</th>' in html
    assert "<b>a desk" not in html
    assert 'aria-label="Sheets"' in html
    assert 'aria-label="Hojas"' in spanish
    assert [sheet["name"] for sheet in twin["sheets"]] == ["Actions", "Measures & more"]
