"""The small drawing of a thread holds its nearest items, in columns, with lines by basis."""

from dataclasses import replace
from itertools import pairwise

from graph.items import BASE, Item, Reader
from graph.store import Store
from graph.trace import Step, Trace, trace_item
from viz.thread_lines import draw_thread


def test_what_an_item_serves_stands_left_of_it(district: Store) -> None:
    drawing = draw_thread(trace_item(Reader(district), BASE + "master/action1"))
    here = next(box for box in drawing.boxes if box.here)
    left = {box.item.id for box in drawing.boxes if box.x < here.x}
    right = {box.item.id for box in drawing.boxes if box.x > here.x}

    assert {"master/rec1", "master/goal"} <= left
    assert right == {"master/action1a"}
    assert {line.basis for line in drawing.lines} == {"stated", "section"}


def test_boxes_lie_within_the_drawing_and_not_on_each_other(district: Store) -> None:
    drawing = draw_thread(trace_item(Reader(district), BASE + "master"))
    boxes = sorted(drawing.boxes, key=lambda box: (box.x, box.y))

    assert all(box.x + box.width <= drawing.width and box.y + box.height <= drawing.height for box in boxes)
    assert all(a.x != b.x or a.y + a.height < b.y for a, b in pairwise(boxes))


def test_of_many_only_some_are_drawn_and_the_rest_is_counted() -> None:
    here = Item("x", "Here", "Goal")
    steps = tuple(
        Step(here, "underGoal", "holds", Item(f"x{n}", f"Action {n}", "Action"), 1, "stated", 1.0, ())
        for n in range(30)
    )
    drawing = draw_thread(replace(Trace(here, (), (), (), steps), cut=5))

    assert len(drawing.boxes) == 8
    assert drawing.left_out == 28


def test_an_item_alone_is_one_box() -> None:
    drawing = draw_thread(Trace(Item("x", "", "Goal"), (), (), (), ()))

    assert len(drawing.boxes) == 1
