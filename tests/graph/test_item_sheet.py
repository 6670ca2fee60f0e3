"""The sheet of an item tells where it stands, its facts in order, and what is amiss with it."""

import pytest

from graph.item_sheet import ItemSheet, SheetReader
from graph.items import BASE, Reader
from graph.store import Store


@pytest.fixture
def sheets(district: Store) -> SheetReader:
    return SheetReader(Reader(district))


def _sheet(sheets: SheetReader, name: str) -> ItemSheet:
    return sheets.sheet(BASE + name)


def test_the_way_leads_from_the_plan_to_the_item(sheets: SheetReader) -> None:
    above = _sheet(sheets, "master/action1a").above

    assert [i.label for i in above] == [
        "Lindenfeld Master Plan", "Strong Schools", "Safe campuses", "Train staff in calm conflict talks",
    ]  # fmt: skip


def test_facts_are_literals_and_values_of_the_vocabulary(sheets: SheetReader) -> None:
    facts = _sheet(sheets, "department").facts

    assert [(f.property, f.value) for f in facts] == [
        ("planType", "department plan"), ("schoolYear", "2023-24"), ("held", "yes")
    ]  # fmt: skip


def test_other_names_and_conflicts_are_told(sheets: SheetReader) -> None:
    assert _sheet(sheets, "families").names == ("Families",)
    assert [c.type for c in _sheet(sheets, "master/rec1").conflicts] == ["Conflict"]


def test_gaps_of_the_item_are_those_that_the_rules_find(sheets: SheetReader) -> None:
    assert [g.rule.id for g in _sheet(sheets, "master/rec3").gaps] == ["G9"]
    assert _sheet(sheets, "master/rec1").gaps == ()


def test_a_sheet_in_json_holds_all_parts(sheets: SheetReader) -> None:
    body = _sheet(sheets, "master/rec3").as_json()

    assert set(body) >= {"id", "names", "above", "facts", "relations", "conflicts", "gaps", "evidence"}
