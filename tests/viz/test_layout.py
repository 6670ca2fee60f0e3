"""Boxes stand in their columns, never over one another, and lines cross little."""

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.layout import WIDTH, pitch, place, wrapped
from viz.style import PLAIN, box_of
from viz.view import About, Sheet

NODES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4),
    st.tuples(st.integers(0, 3), st.text(" abcdefghijklmnop", max_size=150)),
    min_size=1,
    max_size=25,
)


def sheet_of(nodes: dict[str, tuple[int, str]], edges: list[tuple[str, str]]) -> Sheet:
    sheet = Sheet("test", ("one", "two", "three", "four"))
    for name, (column, label) in nodes.items():
        sheet.add(name, label, box_of("Action"), About(name), column)
    for source, target in edges:
        sheet.join(source, target, PLAIN, About(""))
    return sheet


@settings(max_examples=60, deadline=None)
@given(NODES, st.randoms(use_true_random=False))
def test_boxes_of_a_column_leave_each_other_room(nodes: dict[str, tuple[int, str]], random: object) -> None:
    names = sorted(nodes)
    edges = [(random.choice(names), random.choice(names)) for _ in names]  # type: ignore[attr-defined]

    placed, _ = place(sheet_of(nodes, edges))

    for column in range(4):
        tops = sorted(
            (placed[n][1], wrapped(nodes[n][1]).count("\n")) for n in nodes if nodes[n][0] == column
        )
        assert all(low[0] - high[0] >= 15 * (low[1] + high[1] + 2) / 2 for high, low in pairwise(tops))


def test_columns_stand_apart_by_the_width_of_a_box() -> None:
    sheet = sheet_of({"a": (0, "a"), "b": (3, "b")}, [])
    placed, (width, _) = place(sheet)

    assert pitch(sheet) > WIDTH
    assert placed["b"][0] - placed["a"][0] == 3 * pitch(sheet)
    assert width == 3 * pitch(sheet) + WIDTH


def test_crossing_lines_are_uncrossed() -> None:
    nodes = {"a": (0, "a"), "b": (0, "b"), "x": (1, "x"), "y": (1, "y")}
    placed, _ = place(sheet_of(nodes, [("a", "y"), ("b", "x")]))

    assert (placed["a"][1] < placed["b"][1]) == (placed["y"][1] < placed["x"][1])


def test_what_is_joined_to_nothing_stands_last() -> None:
    nodes = {"a": (0, "a"), "b": (0, "b"), "x": (1, "x")}
    placed, _ = place(sheet_of(nodes, [("b", "x")]))

    assert placed["b"][1] < placed["a"][1]


def test_a_given_order_is_kept() -> None:
    sheet = Sheet("test", ("one",))
    for at, name in enumerate("cab"):
        sheet.add(name, name, box_of("Action"), About(name), 0, (at,))
    placed, _ = place(sheet)

    assert sorted(placed, key=lambda n: placed[n][1]) == ["c", "a", "b"]


def test_long_labels_end_in_an_ellipsis() -> None:
    lines = wrapped("word " * 60).splitlines()

    assert len(lines) == 4
    assert lines[-1].endswith("…")


def test_a_sheet_is_a_graph_of_networkx() -> None:
    assert isinstance(sheet_of({"a": (0, "a")}, []).graph, nx.MultiDiGraph)
