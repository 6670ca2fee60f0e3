"""Every map says in its table what it draws, with the place of every line, and loads nothing."""

import json
import re

import pytest

from graph.errors import UnknownItem, UsageError
from graph.store import Store
from tests.viz.hostile import HOSTILE, hostile_store
from viz.alignment import alignment
from viz.feeder import feeder
from viz.maps import KINDS, draw
from viz.organisation import organisation
from viz.programs import programs
from viz.thread import thread
from viz.view import View

ID = "https://w3id.org/goldenthread/id/"
ITEM = {"trace": "Recommendation 2"}


@pytest.fixture(params=KINDS)
def html(request: pytest.FixtureRequest, district: Store) -> str:
    return draw(district, request.param, ITEM.get(request.param, ""))


def data_of(html: str) -> list[dict[str, list[dict[str, object]]]]:
    found = re.search(r'<script type="application/json" id="sheets">(.*?)</script>', html, re.DOTALL)
    assert found
    sheets: list[dict[str, list[dict[str, object]]]] = json.loads(found[1])
    return sheets


def test_a_page_names_nothing_to_load(html: str) -> None:
    assert not re.search(
        r"<(script|img|iframe|link|object|embed)\b[^>]*\b(src|href)\s*=", html, re.IGNORECASE
    )
    assert "bootstrap" not in html.lower()
    assert "@import" not in html


def test_a_page_forbids_loading(html: str) -> None:
    assert "default-src 'none'" in html


def test_lines_join_boxes_that_are_there(html: str) -> None:
    for sheet in data_of(html):
        nodes = {n["id"] for n in sheet["nodes"]}
        assert {e[end] for e in sheet["edges"] for end in ("from", "to")} <= nodes


def test_nothing_moves_by_itself(html: str) -> None:
    assert all(s["options"]["physics"]["enabled"] is False for s in data_of(html))  # type: ignore[call-overload]


def view_of(kind: str, store: Store) -> View:
    if kind == "trace":
        return thread(store, ITEM["trace"])
    views = {"feeder": feeder, "alignment": alignment, "programs": programs, "organisation": organisation}
    return views[kind](store)


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_of_a_table_names_its_place(district: Store, kind: str) -> None:
    table = view_of(kind, district).table

    assert table.rows
    assert all(len(row) == len(table.head) and ".txt" in row[-1] for row in table.rows)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_store_gives_a_sentence(kind: str) -> None:
    if kind == "trace":
        with pytest.raises(UnknownItem):
            draw(Store.in_memory(), kind, "Recommendation 2")
    else:
        assert "No document" in draw(Store.in_memory(), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_the_same_each_time(district: Store, kind: str) -> None:
    item = ITEM.get(kind, "")

    assert draw(district, kind, item) == draw(district, kind, item)


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_a_plan_never_become_markup(kind: str) -> None:
    html = draw(hostile_store(), kind, "urn:action" if kind == "trace" else "")

    assert HOSTILE not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_feeder_tells_status_and_basis_apart(district: Store) -> None:
    view = feeder(district)
    [sheet] = view.sheets
    lines = {
        (a.rsplit("/", 1)[-1], b.rsplit("/", 1)[-1]): d["line"] for a, b, d in sheet.graph.edges(data=True)
    }

    assert not lines["oak", "ash"].dashes
    assert lines["elm", "ash"].dashes
    assert (lines["oak", "ash"].head, lines["elm", "ash"].head) == ("arrow", "vee")
    assert ("Elm Elementary", "Ash Middle", "Greek Immersion", "proposed", "implied") in {
        r[:5] for r in view.table.rows
    }


def test_feeder_puts_schools_in_the_column_of_their_level(district: Store) -> None:
    [sheet] = feeder(district).sheets
    columns = {n.rsplit("/", 1)[-1]: d["column"] for n, d in sheet.graph.nodes(data=True)}

    assert columns == {"oak": 0, "elm": 0, "ash": 1, "fir": 2}


def test_tiers_have_looks_of_their_own(district: Store) -> None:
    [sheet] = feeder(district).sheets
    boxes = {n.rsplit("/", 1)[-1]: d["box"] for n, d in sheet.graph.nodes(data=True)}

    assert boxes["oak"] != boxes["elm"] == boxes["fir"]
    assert "tier: Focus" in {k.text for k in feeder(district).legend}


def test_alignment_has_a_sheet_of_counts_and_one_of_actions(district: Store) -> None:
    view = alignment(district)

    assert {s.name for s in view.sheets} == {"Every action", "Counts by group"}
    assert "2 of 4 actions" in view.lead
    assert "1 of these have no action" in view.lead


def test_alignment_of_many_actions_shows_counts_alone(
    monkeypatch: pytest.MonkeyPatch, district: Store
) -> None:
    monkeypatch.setattr("viz.alignment._LEGIBLE", 3)

    assert [s.name for s in alignment(district).sheets] == ["Counts by group"]


def test_a_recommendation_without_an_action_is_in_the_table(district: Store) -> None:
    rows = alignment(district).table.rows

    assert ("Recommendation 3: Renew the buildings within ten years.", "no action") in {r[:2] for r in rows}


def test_a_thread_puts_the_item_between_what_it_serves_and_what_serves_it(district: Store) -> None:
    [sheet] = thread(district, "Recommendation 2").sheets
    columns = {d["label"]: d["column"] for _, d in sheet.graph.nodes(data=True)}

    assert (
        columns["Plan: Lindenfeld Master Plan"]
        < columns["Recommendation 2: Bring families into every decision."]
    )
    assert columns["Action: Open a family desk at each school"] > columns["Plan: Lindenfeld Master Plan"]


def test_units_stand_right_of_the_larger_one(district: Store) -> None:
    [sheet] = organisation(district).sheets
    columns = {d["label"].splitlines()[0]: d["column"] for _, d in sheet.graph.nodes(data=True)}

    assert (columns["Student Services"], columns["Safety Office"], columns["Strong Schools"]) == (0, 1, 2)


@pytest.mark.parametrize(
    ("kind", "item", "by", "message"),
    [
        ("tube", "", "", "no map 'tube'"),
        ("trace", "", "", "name it with --item"),
        ("alignment", "", "colour", "cannot be grouped"),
    ],
)
def test_wrong_words_are_told(district: Store, kind: str, item: str, by: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        draw(district, kind, item, by)
