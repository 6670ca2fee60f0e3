"""The picture of a map has its boxes, lines and words, and none of a plan's words is markup."""

import pytest
from defusedxml import ElementTree

from graph.items import Reader
from graph.store import Store
from tests.viz.hostile import HOSTILE, hostile_store
from viz.maps import KINDS, view_of
from viz.routes import picture
from viz.svg import svg
from viz.wanted import Wanted

_SVG = "{http://www.w3.org/2000/svg}"


def wanted(kind: str, item: str) -> Wanted:
    return Wanted(item=item) if kind == "trace" else Wanted()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_every_box_and_line(district: Store, kind: str) -> None:
    view = view_of(Reader(district), kind, wanted(kind, "Recommendation 2"))
    drawn = picture(view.sheets[0])
    root = ElementTree.fromstring(svg(view))
    titles = [t.text for t in root.iter(f"{_SVG}title")]

    assert root.get("role") == "img"
    assert titles[0] == view.title
    assert len(titles) == 1 + len(drawn.spots) + len(drawn.routes)
    for spot in drawn.spots.values():
        assert spot.text.splitlines()[0] in {t.text for t in root.iter(f"{_SVG}tspan")}


@pytest.mark.parametrize("kind", KINDS)
def test_everything_stands_within_the_picture(district: Store, kind: str) -> None:
    root = ElementTree.fromstring(svg(view_of(Reader(district), kind, wanted(kind, "Recommendation 2"))))
    left, top, width, height = map(float, root.attrib["viewBox"].split())

    for box in root.iter(f"{_SVG}rect"):
        x, y = float(box.get("x", 0)), float(box.get("y", 0))
        if box.get("rx") == "6":
            assert left <= x <= left + width - float(box.attrib["width"])
            assert top <= y <= top + height - float(box.attrib["height"])


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_a_plan_are_words(kind: str) -> None:
    drawn = svg(view_of(Reader(hostile_store()), kind, wanted(kind, "urn:action")))

    assert HOSTILE not in drawn
    assert "<script" not in drawn
    assert {e.tag.removeprefix(_SVG) for e in ElementTree.fromstring(drawn).iter()} <= {
        "svg", "title", "desc", "rect", "g", "path", "text", "tspan", "line",
    }  # fmt: skip
