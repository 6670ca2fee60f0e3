"""However large a map is, what is drawn at once can be read, and every box can be reached."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.fold import folded, is_legible, thinned
from viz.style import PLAIN, box_of
from viz.view import About, Sheet, View, behind
from viz.view import Table as Rows


def made(size: int, lines: int, groups: int = 0) -> Sheet:
    sheet = Sheet("made", ("one", "two", "three"))
    for at in range(size):
        sheet.add(f"n{at:05}", f"Box {at:05}", box_of("School"), About(f"Box {at:05}"), at % 3)
        sheet.group(f"n{at:05}", f"Group {at % groups}" if groups else "")
    for at in range(lines):
        ends = f"n{at * 7 % size:05}", f"n{(at * 7 + 1 + at % 5) % size:05}"
        sheet.join(*ends, PLAIN, About(f"line {at}"), name="leads")
    return sheet


def everything(sheet: Sheet) -> dict[str, Sheet]:
    found: dict[str, Sheet] = {}
    waiting = [("", sheet)]
    while waiting:
        name, shown = waiting.pop()
        found[name] = shown
        waiting += [(box, shown.opens[box]()) for box in shown.opens if box not in found]
    return found


@pytest.mark.parametrize("size", [10, 60, 150])
def test_a_small_map_is_drawn_as_it_is(size: int) -> None:
    sheet = made(size, size)

    assert folded(sheet) is sheet


@settings(max_examples=12, deadline=None)
@given(st.integers(160, 900), st.integers(0, 1500), st.integers(0, 40))
def test_every_sheet_can_be_read_and_every_box_reached(size: int, lines: int, groups: int) -> None:
    sheet = made(size, lines, groups)
    sheets = everything(folded(sheet))

    assert all(is_legible(shown) for shown in sheets.values())
    assert {n for shown in sheets.values() for n in shown.graph if n in sheet.graph} == set(sheet.graph)


def test_what_is_hidden_is_held_by_a_box_that_opens() -> None:
    sheet = folded(made(500, 700))

    for node, (title, box) in sheet.holds.items():
        assert title == f"Box {node[1:]}"
        assert box in sheet.opens


def test_what_is_folded_is_told_in_words() -> None:
    sheet = folded(made(500, 700))

    assert "500 boxes and 700 lines are too many" in sheet.note
    assert any(data["label"].endswith("boxes") for _, data in sheet.graph.nodes(data=True))


def test_the_same_map_is_folded_the_same_way() -> None:
    one, other = (folded(made(400, 600)) for _ in range(2))

    assert list(one.graph.edges(data="label")) == list(other.graph.edges(data="label"))
    assert list(one.opens) == list(other.opens)


def test_only_the_strongest_lines_are_drawn_and_one_of_each_box() -> None:
    sheet = made(12, 0)
    for at in range(12):
        for to in range(12):
            sheet.join(f"n{at:05}", f"n{to:05}", PLAIN, About(""), str(at * to))
    thin = thinned(sheet)

    assert len(thin.graph.edges) == 40
    assert thin.graph.has_edge("n00011", "n00011")
    assert all(thin.graph.degree[node] for node in thin.graph)
    assert "Of 144 lines the 40 strongest are drawn" in thin.note


def test_what_stands_behind_a_box_behind_a_box_is_found() -> None:
    view = View("t", "l", (folded(made(9000, 900, groups=1)),), (), Rows((), ()), "")
    sheets = everything(view.sheets[0])
    deepest = max(sheets, key=lambda box: len(behind(box)))

    assert behind(deepest)
    assert set(view.sheet(deepest).graph) == set(sheets[deepest].graph)
