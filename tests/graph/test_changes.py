"""What came, went, or is told otherwise between two states of a store."""

from graph.changes import Held, changes, held_items
from graph.items import Item
from graph.store import Store


def _held(**said: str) -> Held:
    items = {iri: Item(iri, iri.upper(), "Action" if iri < "m" else "Goal") for iri in said}
    return Held(items, {iri: frozenset({("says", words)}) for iri, words in said.items()})


def test_items_are_told_by_kind() -> None:
    found = changes(_held(a="x", b="y", z="old"), _held(b="y", c="z", z="new"))

    kinds = {kind.type: kind for kind in found.kinds}
    assert [i.iri for i in kinds["Action"].added] == ["c"]
    assert [i.iri for i in kinds["Action"].removed] == ["a"]
    assert [i.iri for i in kinds["Goal"].changed] == ["z"]
    assert found.as_json()["totals"] == {"added": 1, "removed": 1, "changed": 1}


def test_nothing_changed(district: Store) -> None:
    held = held_items(district)

    assert held.items
    assert changes(held, held).kinds == ()
    assert changes(Held({}, {}), held).as_json()["totals"]["added"] == len(held.items)
