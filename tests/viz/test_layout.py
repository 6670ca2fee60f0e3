"""Boxes stand in their columns, never over one another, and lines cross little."""

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.layout import WIDTH, Spot, arranged, pitch, wrapped
from viz.routes import picture
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

    layers = arranged(sheet_of(nodes, edges))

    columns: dict[float, list[Spot]] = {}
    for spot in (*layers.spots.values(), *layers.lanes.values()):
        columns.setdefault(spot.x, []).append(spot)
    for spots in columns.values():
        spots.sort(key=lambda spot: spot.y)
        assert all(b.y - a.y >= (a.height + b.height) / 2 for a, b in pairwise(spots))


@settings(max_examples=60, deadline=None)
@given(NODES, st.randoms(use_true_random=False))
def test_no_line_runs_behind_a_box(nodes: dict[str, tuple[int, str]], random: object) -> None:
    names = sorted(nodes)
    edges = [(random.choice(names), random.choice(names)) for _ in names]  # type: ignore[attr-defined]
    drawn = picture(sheet_of(nodes, edges))

    for route in drawn.routes:
        for piece in route.pieces:
            low, high = sorted((piece.start[0], piece.end[0]))
            across = [s for s in drawn.spots.values() if low < s.x < high]
            assert all(abs(piece.start[1] - s.y) > s.height / 2 for s in across)
            assert piece.kind == "l" or not across


@settings(max_examples=60, deadline=None)
@given(NODES, st.randoms(use_true_random=False))
def test_a_line_runs_unbroken_from_side_to_side(nodes: dict[str, tuple[int, str]], random: object) -> None:
    names = sorted(nodes)
    edges = [(random.choice(names), random.choice(names)) for _ in names]  # type: ignore[attr-defined]
    drawn = picture(sheet_of(nodes, edges))

    assert len(drawn.routes) == sum(a != b for a, b in edges)
    for route in drawn.routes:
        assert all(a.end == b.start for a, b in pairwise(route.pieces))
        for end, point in ((route.source, route.pieces[0].start), (route.target, route.pieces[-1].end)):
            spot = drawn.spots[end]
            assert abs(point[0] - spot.x) == WIDTH / 2
            assert abs(point[1] - spot.y) < spot.height / 2


def test_the_same_sheet_gives_the_same_picture() -> None:
    nodes = {name: (at % 3, name * 3) for at, name in enumerate("abcdefgh")}
    edges = [("a", "b"), ("a", "c"), ("d", "b"), ("g", "f"), ("a", "h")]

    assert picture(sheet_of(nodes, edges)).spots == picture(sheet_of(nodes, edges)).spots


def test_columns_stand_apart_by_the_width_of_a_box() -> None:
    sheet = sheet_of({"a": (0, "a"), "b": (3, "b")}, [])
    layers = arranged(sheet)

    assert pitch(sheet) > WIDTH
    assert layers.spots["b"].x - layers.spots["a"].x == 3 * pitch(sheet)
    assert layers.width == 3 * pitch(sheet) + WIDTH


def test_crossing_lines_are_uncrossed() -> None:
    nodes = {"a": (0, "a"), "b": (0, "b"), "x": (1, "x"), "y": (1, "y")}
    spots = arranged(sheet_of(nodes, [("a", "y"), ("b", "x")])).spots

    assert (spots["a"].y < spots["b"].y) == (spots["y"].y < spots["x"].y)


def test_what_is_joined_to_nothing_stands_last() -> None:
    nodes = {"a": (0, "a"), "b": (0, "b"), "x": (1, "x")}
    spots = arranged(sheet_of(nodes, [("b", "x")])).spots

    assert spots["b"].y < spots["a"].y


def test_a_given_order_is_kept() -> None:
    sheet = Sheet("test", ("one",))
    for at, name in enumerate("cab"):
        sheet.add(name, name, box_of("Action"), About(name), 0, (at,))
    spots = arranged(sheet).spots

    assert sorted(spots, key=lambda n: spots[n].y) == ["c", "a", "b"]


def test_long_labels_end_in_an_ellipsis() -> None:
    lines = wrapped("word " * 60).splitlines()

    assert len(lines) == 4
    assert lines[-1].endswith("…")


def test_a_sheet_is_a_graph_of_networkx() -> None:
    assert isinstance(sheet_of({"a": (0, "a")}, []).graph, nx.MultiDiGraph)
